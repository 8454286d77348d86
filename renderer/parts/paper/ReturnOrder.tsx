/** Returned documents: those sent back so far, their notices, and the dialog by which another one is returned. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { client, orpc } from '../../client.ts';
import { holds, useSeat } from '../../session.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { ReturnDialog } from './ReturnDialog.tsx';

type Made = Awaited<ReturnType<typeof client.printing.returnSlip>>;

/** `onMake` is handed what has to be done, so that its progress and errors stand where those of all papers do. */
type Props = { readonly onMake: (make: () => Promise<Made>) => void };

export function ReturnOrder({ onMake }: Props) {
  const { t, language } = useText(deskText);
  const { actor } = useSeat();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const asked = useQuery(orpc.returning.list.queryOptions());
  const print = (id: string) => onMake(() => client.printing.returnSlip({ id, language }));
  return (
    <>
      {holds(actor, ['clerk', 'officeReviewer']) && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('returnNew')}
        </Button>
      )}
      <p role="status">{said}</p>
      <b>{t('returns')}</b>
      {asked.data?.length === 0 && <p className="grey">{t('returnNone')}</p>}
      <ul className="print-returns">
        {asked.data?.map(({ id, number, title, divisionName, deliveredBy, returnedOn }) => (
          <li key={id}>
            <span>
              <span className="number">{number}</span> {title}
              <small className="grey print-return-line">
                {t('returnLine', { on: returnedOn, division: divisionName, by: deliveredBy })}
              </small>
            </span>
            <Button size="small" onClick={() => print(id)}>
              {t('returnPrint')}
            </Button>
          </li>
        ))}
      </ul>
      {isOpen && (
        <ReturnDialog
          onCancel={() => setOpen(false)}
          onDone={({ id, number }) => {
            setOpen(false);
            setSaid(t('returnDone', { number }));
            print(id);
          }}
        />
      )}
    </>
  );
}
