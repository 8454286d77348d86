/** What leaves the ledger as it is filtered and ordered: a table file, or the way to the print centre. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { DocumentFilter, DocumentSort } from '../../../electron/contract/documents.ts';
import { client } from '../../client.ts';
import { saveFile } from '../../native.ts';
import { holds, useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import { Disclosure } from '../Disclosure.tsx';
import { Problem } from '../Problem.tsx';

type Props = { readonly filter: DocumentFilter; readonly sort: DocumentSort; readonly total: number };

export function LedgerOutput({ filter, sort, total }: Props) {
  const { t, language } = useText(ledgerText);
  const { actor } = useSeat();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      const file = await client.documents.export({ filter, sort, format, language });
      return (await saveFile(file)) === null ? undefined : { name: file.name, total };
    },
  });
  return (
    <>
      {holds(actor, ['clerk', 'officeReviewer', 'auditor']) && (
        <Disclosure label={t('export')} edge="end">
          {() => (
            <div className="export-choice">
              <Button loading={save.isPending} onClick={() => save.mutate('xlsx')}>
                {t('exportXlsx')}
              </Button>
              <Button loading={save.isPending} onClick={() => save.mutate('csv')}>
                {t('exportCsv')}
              </Button>
              {save.data && <p role="status">{t('exported', save.data)}</p>}
              <Problem error={save.error} />
            </div>
          )}
        </Disclosure>
      )}
      <Button
        type="primary"
        title={t('printHint')}
        onClick={() => void navigate('/print', { state: { filter, sort } })}
      >
        {t('print')}
      </Button>
    </>
  );
}
