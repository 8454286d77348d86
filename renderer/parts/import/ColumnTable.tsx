/** One line for each column of the file: its header, its first values, and the field it is. */

import type { ImportColumns, ImportMapping } from '../../../electron/contract/imports.ts';
import { IMPORT_FIELDS } from '../../../electron/domain/importFields.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';

type Props = {
  readonly columns: ImportColumns['columns'];
  readonly mapping: ImportMapping;
  readonly onChange: (part: Partial<ImportMapping>) => void;
};

/** Choice of a column that only goes into the note. */
const INTO_NOTE = '*note';

export function ColumnTable({ columns, mapping, onChange }: Props) {
  const { t } = useText(importText);
  const terms = useTerms();
  return (
    <div className="import-columns">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('column.letters')}</th>
            <th scope="col">{t('column.header')}</th>
            <th scope="col">{t('column.samples')}</th>
            <th scope="col">{t('column.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ letters, header, samples }) => {
            const chosen = fieldOf(mapping, header);
            return (
              <tr key={letters} className={chosen === '' ? 'unused' : ''}>
                <td className="number">{letters}</td>
                <td className="import-header">{header}</td>
                <td className="import-samples" title={samples.join(' ┊ ')}>
                  {samples.length === 0 ? <span className="grey">{t('blank')}</span> : samples.join(' ┊ ')}
                </td>
                <td>
                  <select
                    className="in"
                    aria-label={t('fieldOf', { header })}
                    value={chosen}
                    onChange={(event) => onChange(mappedTo(mapping, header, event.target.value))}
                  >
                    <option value="">{t('fieldNone')}</option>
                    <option value={INTO_NOTE}>{t('fieldNote')}</option>
                    {IMPORT_FIELDS.map((field) => (
                      <option key={field} value={field}>
                        {terms(`field.${field}`)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function fieldOf({ columns, noteColumns }: ImportMapping, header: string): string {
  if (Object.hasOwn(noteColumns, header)) return INTO_NOTE;
  return Object.entries(columns).find(([, headers]) => headers.includes(header))?.[0] ?? '';
}

/** A header is one field at a time; a field may have several headers, of which the first filled cell counts. */
function mappedTo({ columns, noteColumns }: ImportMapping, header: string, field: string): Partial<ImportMapping> {
  const without = Object.entries(columns)
    .map(([name, headers]) => [name, headers.filter((other) => other !== header)] as const)
    .filter(([, headers]) => headers.length > 0);
  const rest: Record<string, string[]> = Object.fromEntries(without);
  const notes = Object.fromEntries(Object.entries(noteColumns).filter(([name]) => name !== header));
  if (field === INTO_NOTE) return { columns: rest, noteColumns: { ...notes, [header]: header.slice(0, 60) } };
  if (field === '') return { columns: rest, noteColumns: notes };
  return { columns: { ...rest, [field]: [...(rest[field] ?? []), header] }, noteColumns: notes };
}
