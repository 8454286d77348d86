/** Chooses the period and the division of the statistics; a division head has one division only. */

import type { StatisticsRequest } from '../../../electron/contract/statistics.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { statisticsText } from '../../text/statistics.ts';
import { DivisionFilter } from '../DivisionFilter.tsx';
import { FilterDay } from '../FilterDay.tsx';
import { Labelled } from '../Labelled.tsx';
import { periodOf, rangeOf } from '../paper/period.ts';
import '../ledger/FilterBar.css';

type Props = { readonly asked: StatisticsRequest; readonly onAsked: (asked: StatisticsRequest) => void };

const PERIODS = ['year', 'quarter', 'month'] as const;

export function PeriodBar({ asked, onAsked }: Props) {
  const { t } = useText(statisticsText);
  const { today } = useSeat().state;
  const { from, to, divisionId } = asked;
  const named = periodOf({ signedFrom: from ?? undefined, signedTo: to ?? undefined }, today);
  const options = [
    ...PERIODS.flatMap((period) => [
      { period, earlier: 0, label: t(`period.${period}`) },
      { period, earlier: 1, label: t(`before.${period}`) },
    ]),
    { period: 'all' as const, earlier: 0, label: t('period.all') },
  ];
  return (
    <div className="card statistics-period">
      <fieldset className="chips" aria-label={t('period')}>
        {options.map(({ period, earlier, label }) => (
          <button
            key={label}
            type="button"
            className="chip"
            aria-pressed={named?.period === period && named.earlier === earlier}
            onClick={() => {
              const { signedFrom, signedTo } = rangeOf(period, today, earlier);
              onAsked({ ...asked, from: signedFrom ?? null, to: signedTo ?? null });
            }}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <div className="statistics-days">
        <Labelled label={t('from')}>
          {(id) => <FilterDay id={id} value={from} onChange={(day) => onAsked({ ...asked, from: day })} />}
        </Labelled>
        <Labelled label={t('to')}>
          {(id) => <FilterDay id={id} value={to} onChange={(day) => onAsked({ ...asked, to: day })} />}
        </Labelled>
        <DivisionFilter
          label={t('division')}
          all={t('allDivisions')}
          value={divisionId ?? ''}
          onChange={(chosen) => onAsked({ ...asked, divisionId: chosen || null })}
        />
      </div>
    </div>
  );
}
