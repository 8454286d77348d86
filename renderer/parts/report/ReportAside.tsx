/** Beside the table: the selected figure with its origin and rows, and the checks of all tables as they stand now. */

import { Button } from 'antd';
import { Link } from 'react-router';
import type { ReportFigure } from '../../../electron/contract/reports.ts';
import { type BrokenCheck, checkParams } from '../../../electron/domain/annualReport/checks.ts';
import { writeFigure } from '../../../electron/domain/annualReport/figure.ts';
import type { ReportCell } from '../../../electron/domain/annualReport/layout.ts';
import { cellParams } from '../../../electron/domain/annualReport/rules.ts';
import { useText } from '../../text/index.ts';
import { reportText } from '../../text/report.ts';
import { useTerms } from '../../text/terms.ts';

type CellProps = {
  readonly cell: ReportCell | undefined;
  readonly figure: ReportFigure | undefined;
  readonly value: number | null;
  readonly mayChange: boolean;
  readonly onChange: () => void;
  readonly onTakeBack: () => void;
};

export function CellCard({ cell, figure, value, mayChange, onChange, onTakeBack }: CellProps) {
  const { t } = useText(reportText);
  const terms = useTerms();
  if (cell === undefined || figure === undefined) {
    return (
      <section className="card side-card" aria-label={t('cell')}>
        <h2>{t('cell')}</h2>
        <p className="grey">{t('cellNone')}</p>
      </section>
    );
  }
  const { registryValue, rows, sourceNote, overrideReason } = figure;
  const isOwn = registryValue !== null || cell.sumOf !== null;
  return (
    <section className="card side-card" aria-label={t('cell')}>
      <h2>{t('cell')}</h2>
      <p className="report-place">{terms('report.place', { ...cellParams(cell) }).replace(/[：:]\s*$/, '')}</p>
      <p className="report-value">{value === null ? '—' : writeFigure(value, cell.kind)}</p>
      <dl className="facts">
        <dt>{t('origin')}</dt>
        <dd>
          {figure.origin ? terms(`reportOrigin.${figure.origin}`) : '—'}
          {figure.origin === 'sum' && cell.sumOf !== null && ` · ${t('formula', { count: cell.sumOf.length })}`}
          {sourceNote !== '' && ` · ${sourceNote}`}
        </dd>
        {overrideReason !== '' && (
          <>
            <dt>{t('reason')}</dt>
            <dd>{overrideReason}</dd>
          </>
        )}
      </dl>
      {registryValue !== null && registryValue !== value && (
        <p className="grey">{t('registryHas', { value: writeFigure(registryValue, cell.kind) })}</p>
      )}
      {rows !== null && rows.items.length > 0 && (
        <ul className="plain-list report-items">
          {rows.items.map(({ id, label }) => (
            <li key={id}>
              <Link to={`/${rows.room}/${id}`}>{label}</Link>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {rows !== null && rows.room !== 'requests' && (
          <Link to={`/${rows.room}?${new URLSearchParams(rows.params)}`}>{t('rows')}</Link>
        )}
        {mayChange && isOwn && (
          <Button onClick={onChange}>
            {t('change')} <kbd>F2</kbd>
          </Button>
        )}
        {mayChange && isOwn && figure.origin === 'typed' && <Button onClick={onTakeBack}>{t('takeBack')}</Button>}
      </div>
    </section>
  );
}

type ChecksProps = {
  readonly checks: readonly BrokenCheck[];
  readonly missing: number;
  readonly onShow: (cell: string) => void;
  readonly onNext: () => void;
};

export function ChecksCard({ checks, missing, onShow, onNext }: ChecksProps) {
  const { t } = useText(reportText);
  const terms = useTerms();
  return (
    <section className="card side-card" aria-label={t('check')}>
      <h2>{t('check')}</h2>
      <p role="status" className={checks.length === 0 ? 'report-good' : 'report-bad'}>
        {checks.length === 0 ? t('balanced') : t('unbalanced', { count: checks.length })}
      </p>
      {checks.length > 0 && (
        <ul className="plain-list report-checks">
          {checks.map((check) => (
            <li key={`${check.code} ${check.cell}`}>
              <button type="button" className="link-button" onClick={() => onShow(check.cell)}>
                {terms(`report.${check.code}`, { ...checkParams(check) })}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="grey">{missing === 0 ? t('nothingMissing') : t('missingCount', { count: missing })}</p>
      {missing > 0 && (
        <Button onClick={onNext}>
          {t('next')} <kbd>F8</kbd>
        </Button>
      )}
    </section>
  );
}
