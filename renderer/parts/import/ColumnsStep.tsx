/** Which sheet, which row holds the headers, and which column is which of our fields. */

import { Button } from 'antd';
import type { ImportMapping } from '../../../electron/contract/imports.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { Labelled } from '../Labelled.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { DefaultsCard } from './DefaultsCard.tsx';
import { HeaderRowTable } from './HeaderRowTable.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import type { Importing } from './useImport.ts';

export function ColumnsStep({ work }: { readonly work: Importing }) {
  const { t } = useText(importText);
  const { opened, columns, mapping, place, setMapping, look, judge } = work;
  const hasTitle = (mapping?.columns.title ?? []).length > 0;
  const check = (): void => {
    if (hasTitle && !work.judging.isRunning) void judge();
  };
  useShortcuts([{ keys: ['Ctrl+Enter'], label: t('toCheck'), run: check }]);
  if (opened === undefined || columns === undefined || mapping === undefined) return null;
  const sheet = opened.sheets[place.sheet];
  const change = (part: Partial<ImportMapping>): void => setMapping({ ...mapping, ...part });
  return (
    <>
      <section className="card import-card" aria-label={t('headerRow')}>
        <div className="list-bar">
          <h2>
            {t('headerRow')} <small className="grey">{t('headerRowHint')}</small>
          </h2>
          {opened.sheets.length > 1 && (
            <Labelled label={t('sheet')}>
              {(id) => (
                <select
                  id={id}
                  className="in"
                  value={place.sheet}
                  onChange={(event) => {
                    const at = Number(event.target.value);
                    void look(opened, { sheet: at, headerRow: opened.sheets[at]?.headerRow ?? 1 }, null);
                  }}
                >
                  {opened.sheets.map(({ name, rows, isHidden }, at) => (
                    <option key={name} value={at}>
                      {t(isHidden ? 'sheetHidden' : 'sheetRows', { name, rows })}
                    </option>
                  ))}
                </select>
              )}
            </Labelled>
          )}
        </div>
        {sheet && (
          <HeaderRowTable
            sheet={sheet}
            chosen={place.headerRow}
            onChoose={(headerRow) => void look(opened, { sheet: place.sheet, headerRow }, null)}
          />
        )}
      </section>
      <section className="card import-card" aria-label={t('columns')}>
        <div className="list-bar">
          <h2>
            {t('columns')} <small className="grey">{t('columnsHint')}</small>
          </h2>
          <SavedMappings work={work} mapping={mapping} />
        </div>
        <ColumnTable columns={columns.columns} mapping={mapping} onChange={change} />
      </section>
      <DefaultsCard mapping={mapping} onChange={change} />
      <section className="import-bar">
        <Button type="primary" disabled={!hasTitle} loading={work.judging.isRunning} onClick={check}>
          {t('toCheck')} <kbd>Ctrl+Enter</kbd>
        </Button>
        {!hasTitle && <span className="state-off">{t('titleMissing')}</span>}
      </section>
    </>
  );
}
