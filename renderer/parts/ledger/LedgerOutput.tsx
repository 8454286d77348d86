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
  const { actor } = useSeat();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: async ({ format, isWhole }: (typeof CHOICES)[number]) => {
      const shown = isWhole ? {} : { columns: [...columns] };
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
