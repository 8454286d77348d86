/** Takes a list out of the registry as its page shows it: Excel or CSV; only for those who may. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { saveFile } from '../native.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { ledgerText } from '../text/ledger.ts';
import { Disclosure } from './Disclosure.tsx';
import { Problem } from './Problem.tsx';
import './Disclosure.css';
import './ListOutput.css';

const CHOICES = [
  { label: 'exportXlsx', format: 'xlsx' },
  { label: 'exportCsv', format: 'csv' },
] as const;

export type ListAsked = { readonly format: 'xlsx' | 'csv'; readonly language: 'zh' | 'en' };

type Props = { readonly total: number; readonly onAsk: (asked: ListAsked) => Promise<File> };

export function ListOutput({ total, onAsk }: Props) {
  const { t, language } = useText(ledgerText);
  const { actor } = useSeat();
  const save = useMutation({
    mutationFn: async (format: ListAsked['format']) => {
      const file = await onAsk({ format, language });
      return (await saveFile(file)) === null ? undefined : { name: file.name, total };
    },
  });
  if (!holds(actor, ['clerk', 'officeReviewer', 'auditor'])) return null;
  return (
    <Disclosure label={t('export')} edge="end">
      {() => (
        <div className="export-choice">
          {CHOICES.map(({ label, format }) => (
            <Button key={label} loading={save.isPending} onClick={() => save.mutate(format)}>
              {t(label)}
            </Button>
          ))}
          {save.data && <p role="status">{t('exportedRows', save.data)}</p>}
          <Problem error={save.error} />
        </div>
      )}
    </Disclosure>
  );
}
