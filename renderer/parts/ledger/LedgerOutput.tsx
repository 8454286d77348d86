/** What leaves the ledger as it is filtered and ordered: a table file, or the way to the print centre. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DocumentFilter, DocumentSort } from '../../../electron/contract/documents.ts';
import { client } from '../../client.ts';
import { saveFile } from '../../native.ts';
import { holds, useSeat } from '../../session.ts';
import { columnSetText } from '../../text/columnSet.ts';
import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import { Disclosure } from '../Disclosure.tsx';
import { Labelled } from '../Labelled.tsx';
import { Problem } from '../Problem.tsx';
import '../ListOutput.css';
import { useColumnSets } from '../paper/ColumnSetChoice.tsx';

type Props = {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
  readonly total: number;
  /** The columns on the screen, in its order. */
  readonly columns: readonly string[];
};

/** As the list is shown, or with all that the registry knows, for another registry to import. */
const CHOICES = [
  { label: 'exportXlsx', format: 'xlsx', isWhole: false },
  { label: 'exportCsv', format: 'csv', isWhole: false },
  { label: 'exportWhole', format: 'xlsx', isWhole: true },
  { label: 'exportIcs', format: 'ics', isWhole: false },
] as const;

export function LedgerOutput({ filter, sort, total, columns }: Props) {
  const { t, language } = useText(ledgerText);
  const { t: own } = useText(columnSetText);
  const { actor } = useSeat();
  const navigate = useNavigate();
  const [setId, setSetId] = useState('');
  const { data: sets = [] } = useColumnSets();
  const save = useMutation({
    mutationFn: async ({ format, isWhole }: (typeof CHOICES)[number]) => {
      const named = sets.find(({ id }) => id === setId)?.columns;
      const shown = isWhole ? {} : { columns: [...(named ?? columns)] };
      const file = await client.documents.export({ filter, sort, format, language, ...shown });
      return (await saveFile(file)) === null ? undefined : { name: file.name, total };
    },
  });
  return (
    <>
      {holds(actor, ['clerk', 'officeReviewer', 'auditor']) && (
        <Disclosure label={t('export')} edge="end">
          {() => (
            <div className="export-choice">
              {sets.length > 0 && (
                <Labelled label={own('exportColumns')}>
                  {(id) => (
                    <select id={id} className="in" value={setId} onChange={(event) => setSetId(event.target.value)}>
                      <option value="">{own('exportShown')}</option>
                      {sets.map((set) => (
                        <option key={set.id} value={set.id}>
                          {set.name}
                        </option>
                      ))}
                    </select>
                  )}
                </Labelled>
              )}
              {CHOICES.map((choice) => (
                <Button key={choice.label} loading={save.isPending} onClick={() => save.mutate(choice)}>
                  {t(choice.label)}
                </Button>
              ))}
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
