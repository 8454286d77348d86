/** One section of the report being filled in: its text, its table, and beside it where figures come from and whether they fit. */

import { Button } from 'antd';
import { useId, useState } from 'react';
import type { AnnualReportRecord } from '../../../electron/contract/reports.ts';
import type { ReportLayout, ReportSection } from '../../../electron/domain/annualReport/layout.ts';
import { reportCells } from '../../../electron/domain/annualReport/report.ts';
import { cellParams } from '../../../electron/domain/annualReport/rules.ts';
import { useText } from '../../text/index.ts';
import { reportText } from '../../text/report.ts';
import { useBrokenText, useTerms } from '../../text/terms.ts';
import { Problem } from '../Problem.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { CellCard, ChecksCard } from './ReportAside.tsx';
import { FigureDialog } from './ReportDialogs.tsx';
import { ReportGrid } from './ReportGrid.tsx';
import { SectionChoice } from './SectionChoice.tsx';
import { SectionText } from './SectionText.tsx';
import { type ReportDraft, useReportDraft } from './useReportDraft.ts';

type Props = {
  readonly record: AnnualReportRecord;
  readonly layout: ReportLayout;
  /** A clerk before a draft; others and signed reports are only read. */
  readonly isEditable: boolean;
};

export function ReportSheet({ record, layout, isEditable }: Props) {
  const { t } = useText(reportText);
  const terms = useTerms();
  const brokenText = useBrokenText();
  const draft = useReportDraft(record, layout);
  const [section, setSection] = useState<ReportSection>('overview');
  const [selected, setSelected] = useState<string>();
  const [changing, setChanging] = useState<string>();
  const table = layout.tables.find(({ key }) => key === section);
  const cells = new Map(reportCells(layout).map((cell) => [cell.key, cell]));
  const figures = new Map(record.figures.map((figure) => [figure.key, figure]));
  const [source, setSource] = useSource(record, section);
  const wrong = new Set([...draft.checks.map(({ cell }) => cell), ...draft.problems.map(({ field }) => field)]);

  function show(key: string): void {
    const cell = cells.get(key);
    if (cell === undefined) return;
    setSection(cell.table);
    setSelected(key);
    requestAnimationFrame(() => document.getElementById(`cell-${key}`)?.focus());
  }

  const type = (key: string, value: number | null) =>
    draft.setFigures([{ key, value, sourceNote: value === null ? '' : source, overrideReason: '' }]);
  const emptyIn = (tableKey: string) =>
    draft.missing.filter((key) => cells.get(key)?.table === tableKey && cells.get(key)?.sumOf === null);
  const showNext = () => show(draft.missing[0] ?? '');
  useShortcuts([
    { keys: ['↑', '↓', '←', '→'], label: t('keyCells') },
    { keys: ['F8'], label: t('keyNext'), run: showNext },
    ...(isEditable ? [{ keys: ['F2'], label: t('keyChange') }] : []),
  ]);
  const cellChanging = changing === undefined ? undefined : cells.get(changing);
  const figureChanging = changing === undefined ? undefined : figures.get(changing);
  return (
    <>
      <SectionChoice layout={layout} draft={draft} chosen={section} onChoose={setSection} />
      <div className="report-room">
        <div className="card report-sheet">
          <SectionText
            key={section}
            label={table ? t('tableText') : terms(`reportSection.${section}`)}
            rows={table ? 2 : 14}
            text={draft.text(section)}
            isEditable={isEditable}
            onText={(text) => draft.setText(section, text)}
            {...(section === 'overview' && { proposal: record.proposal })}
          />
          {table && (
            <>
              {isEditable && (
                <div className="report-source">
                  <SourceField source={source} onSource={setSource} />
                  <Button
                    disabled={emptyIn(table.key).length === 0}
                    onClick={() =>
                      draft.setFigures(
                        emptyIn(table.key).map((key) => ({ key, value: 0, sourceNote: source, overrideReason: '' })),
                      )
                    }
                  >
                    {t('fillNil')}
                  </Button>
                </div>
              )}
              <ReportGrid
                table={table}
                values={draft.values}
                stateOf={(key) => {
                  const cell = cells.get(key);
                  const figure = figures.get(key);
                  const isTyped = isEditable && figure?.registryValue === null && cell?.sumOf === null;
                  const name = cell ? terms('report.place', { ...cellParams(cell) }).replace(/[：:]\s*$/, '') : key;
                  return {
                    name,
                    isTyped,
                    origin: draft.values[key] === null ? null : (figure?.origin ?? 'typed'),
                    isWrong: wrong.has(key),
                  };
                }}
                selected={selected}
                onSelect={setSelected}
                onType={type}
                onChange={(key) => isEditable && setChanging(key)}
              />
            </>
          )}
          <Saving draft={draft} isEditable={isEditable} />
          {draft.problems.length > 0 ? (
            <ul className="form-note wrong" role="alert">
              {draft.problems.map((problem) => (
                <li key={`${problem.code}${problem.field}`}>{brokenText(problem)}</li>
              ))}
            </ul>
          ) : (
            <Problem error={draft.error} />
          )}
        </div>
        <div className="report-aside">
          <CellCard
            cell={selected === undefined ? undefined : cells.get(selected)}
            figure={selected === undefined ? undefined : figures.get(selected)}
            value={selected === undefined ? null : (draft.values[selected] ?? null)}
            mayChange={isEditable}
            onChange={() => setChanging(selected)}
            onTakeBack={() => selected !== undefined && type(selected, null)}
          />
          <ChecksCard checks={draft.checks} missing={draft.missing.length} onShow={show} onNext={showNext} />
        </div>
      </div>
      {cellChanging && figureChanging && (
        <FigureDialog
          layout={layout}
          cell={cellChanging}
          figure={figureChanging}
          value={draft.values[cellChanging.key] ?? null}
          sourceNote={source}
          onType={(typed) => draft.setFigures([typed])}
          onCancel={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

/** The source last given in this table goes on until another is entered. */
function useSource(record: AnnualReportRecord, section: ReportSection) {
  const [sources, setSources] = useState<Partial<Record<ReportSection, string>>>({});
  const last = record.figures.findLast(({ key, sourceNote }) => key.startsWith(`${section}.`) && sourceNote !== '');
  const source = sources[section] ?? last?.sourceNote ?? '';
  return [source, (text: string) => setSources({ ...sources, [section]: text })] as const;
}

function SourceField({ source, onSource }: { readonly source: string; readonly onSource: (text: string) => void }) {
  const { t } = useText(reportText);
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{t('source')}</label>
      <input
        id={id}
        className="in"
        maxLength={300}
        placeholder={t('sourceHint')}
        value={source}
        onChange={(event) => onSource(event.target.value)}
      />
    </div>
  );
}

function Saving({ draft, isEditable }: { readonly draft: ReportDraft; readonly isEditable: boolean }) {
  const { t } = useText(reportText);
  if (!isEditable) return null;
  return (
    <p className="grey report-saving" role="status">
      {t(draft.state)}
    </p>
  );
}
