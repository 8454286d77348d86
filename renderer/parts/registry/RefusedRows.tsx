/** Rows of a file that cannot be imported, each with all its reasons; saved as CSV for mending. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ImportReport } from '../../../electron/contract/ledgers.ts';
import { hasWords } from '../../../electron/domain/wording/say.ts';
import { saveFile } from '../../native.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { Problem } from '../Problem.tsx';
import { refusedRowsFile } from './refusedRows.ts';

const PAGE = 200;
type Row = ImportReport['refused'][number];

export function RefusedRows({ refused, fileName }: { readonly refused: readonly Row[]; readonly fileName: string }) {
  const { t } = useText(importText);
  const terms = useTerms();
  const [shown, setShown] = useState(PAGE);
  const sentences = ({ problems }: Row) =>
    problems.map(({ code, field, params }) =>
      hasWords(`field.${field}`)
        ? `${terms(`field.${field}`)}${t('colon')}${terms(code, params)}`
        : terms(code, params),
    );
  const save = useMutation({
    mutationFn: async () => {
      const name = `${fileName.replace(/\.\w+$/, '')} ${t('refusedFile')}`;
      const headings = [t('column.row'), t('column.label'), t('column.reasons')];
      const file = refusedRowsFile([...refused], name, headings, (row) => sentences(row).join(' '));
      return (await saveFile(file)) === null ? undefined : file.name;
    },
  });
  return (
    <section className="card list-card" aria-label={t('refusedTitle')}>
      <div className="list-bar">
        <h2>{t('refusedTitle')}</h2>
        <span className="actions">
          {save.data !== undefined && (
            <span role="status">{t('savedRefused', { count: refused.length, name: save.data })}</span>
          )}
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('saveRefused')}
          </Button>
        </span>
      </div>
      <Problem error={save.error} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('column.row')}</th>
            <th scope="col">{t('column.label')}</th>
            <th scope="col">{t('column.reasons')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.slice(0, shown).map((row) => (
            <tr key={row.row}>
              <td className="number">{row.row}</td>
              <td className="wide">{row.label}</td>
              <td className="wide reasons">
                {sentences(row).map((sentence) => (
                  <div key={sentence}>{sentence}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused.length > shown && (
        <p className="list-more">
          <button type="button" className="link-button" onClick={() => setShown(shown + PAGE * 5)}>
            {t('more', { count: Math.min(PAGE * 5, refused.length - shown) })}
          </button>
        </p>
      )}
    </section>
  );
}
