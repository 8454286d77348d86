/** The charts of the statistics, each with its figures as a table. */

import type { StatisticsRecord, StatisticsRequest, TallyRecord } from '../../../electron/contract/statistics.ts';
import { ATTRIBUTES, type DisclosureAttribute } from '../../../electron/domain/attribute.ts';
import { useText } from '../../text/index.ts';
import { statisticsText } from '../../text/statistics.ts';
import { useTerms } from '../../text/terms.ts';
import { ChartCard } from './ChartCard.tsx';
import { PARTS, type PartKey } from './chart.ts';
import { FigureTable } from './FigureTable.tsx';
import { type LevelBar, LevelBars } from './LevelBars.tsx';
import { percent, RateLine } from './RateLine.tsx';
import { ledgerHref, withinMonth } from './rows.ts';
import { StackedBars } from './StackedBars.tsx';
import { useClockHref } from './useClockHref.ts';

/** The names of the divisions need the room of two charts. */
const WIDE = 1110;

type Props = { readonly record: StatisticsRecord; readonly asked: StatisticsRequest };

const ATTRIBUTE_COUNTS = {
  PROACTIVE: 'proactive',
  ON_REQUEST: 'onRequest',
  NOT_DISCLOSED: 'notDisclosed',
} as const satisfies Record<DisclosureAttribute, keyof TallyRecord>;

function stateOf(part: PartKey) {
  return PARTS.find(({ key }) => key === part)?.state ?? 'postedInTime';
}

/** Rate and mean as they stand in a table; a dash where nothing was due or posted. */
function rateText({ onTimeRate }: TallyRecord): string {
  return onTimeRate === null ? '—' : percent(onTimeRate);
}

export function Charts({ record, asked }: Props) {
  const { t } = useText(statisticsText);
  const terms = useTerms();
  const { months, divisions, backlog, total } = record;
  const clockHref = useClockHref(record.isGiven);
  const part = (key: string) => terms(`statistics.${key}`);
  const monthHref = (month: string, key: PartKey) =>
    clockHref(withinMonth(asked, month), { postingState: stateOf(key) });
  const divisionHref = (divisionId: string, key: PartKey) =>
    clockHref({ ...asked, divisionId }, { postingState: stateOf(key) });
  const attributes: readonly LevelBar[] = ATTRIBUTES.map((attribute) => ({
    key: attribute,
    label: terms(`attribute.${attribute}`),
    count: total[ATTRIBUTE_COUNTS[attribute]],
    href: ledgerHref(asked, { attribute }),
  }));
  const ages: readonly LevelBar[] = backlog.map(({ fromDays, toDays, dueFrom, dueTo, count }) => ({
    key: String(fromDays),
    label: toDays === null ? t('daysOver', { from: fromDays - 1 }) : t('days', { from: fromDays, to: toDays }),
    count,
    href: clockHref(asked, { postingState: 'overdue', ...(dueFrom && { dueFrom }), dueTo }),
  }));
  const counts = (tally: TallyRecord) => PARTS.map(({ key }) => tally[key]);
  return (
    <div className="statistics-charts">
      <ChartCard
        title={t('monthsTitle')}
        chart={
          <StackedBars
            title={t('monthsTitle')}
            groups={months.map((month) => ({ key: month.month, label: month.month, parts: month }))}
            hrefOf={monthHref}
          />
        }
        table={
          <FigureTable
            heads={[t('month'), ...PARTS.map(({ key }) => part(key)), t('rate')]}
            rows={months.map((month) => ({
              key: month.month,
              href: ledgerHref(withinMonth(asked, month.month), {}),
              cells: [month.month, ...counts(month), rateText(month)],
            }))}
          />
        }
      />
      <ChartCard
        title={t('rateTitle')}
        chart={
          <RateLine
            title={t('rateTitle')}
            points={months.map(({ month, onTimeRate }) => ({ key: month, label: month, rate: onTimeRate }))}
            hrefOf={(month) => clockHref(withinMonth(asked, month), { postingState: 'posted' })}
          />
        }
        table={
          <FigureTable
            heads={[t('month'), t('rate')]}
            rows={months.map((month) => ({
              key: month.month,
              href: clockHref(withinMonth(asked, month.month), { postingState: 'posted' }),
              cells: [month.month, rateText(month)],
            }))}
          />
        }
      />
      <ChartCard
        isWide
        title={t('divisionsTitle')}
        chart={
          <StackedBars
            title={t('divisionsTitle')}
            width={WIDE}
            groups={divisions.map((division) => ({
              key: division.divisionId,
              label: division.shortName,
              parts: division,
            }))}
            hrefOf={divisionHref}
          />
        }
        table={<DivisionTable record={record} asked={asked} />}
      />
      <ChartCard
        title={t('attributesTitle')}
        chart={<LevelBars title={t('attributesTitle')} bars={attributes} />}
        table={<BarTable bars={attributes} head={t('attributesTitle')} />}
      />
      <ChartCard
        title={t('backlogTitle')}
        chart={<LevelBars title={t('backlogTitle')} bars={ages} colour="#b3261e" />}
        table={<BarTable bars={ages} head={t('backlogTitle')} />}
      />
    </div>
  );
}

function BarTable({ bars, head }: { readonly bars: readonly LevelBar[]; readonly head: string }) {
  const { t } = useText(statisticsText);
  const rows = bars.map(({ key, href, label, count }) => ({ key, href, cells: [label, count] }));
  return <FigureTable heads={[head, t('documents')]} rows={rows} />;
}

/** The board of the divisions, in the order of the ranking. */
export function DivisionTable({ record, asked }: Props) {
  const { t } = useText(statisticsText);
  const terms = useTerms();
  const part = (key: string) => terms(`statistics.${key}`);
  return (
    <FigureTable
      heads={[
        ...[t('place'), t('division'), t('documents'), ...PARTS.map(({ key }) => part(key))],
        ...[t('rate'), part('meanWorkingDays'), part('copiesMissing')],
      ]}
      rows={record.divisions.map((division) => ({
        key: division.divisionId,
        href: ledgerHref({ ...asked, divisionId: division.divisionId }, {}),
        cells: [
          ...[division.place ?? '—', division.divisionName, division.documents],
          ...PARTS.map(({ key }) => division[key]),
          rateText(division),
          division.meanWorkingDays === null ? '—' : division.meanWorkingDays.toFixed(1),
          division.copiesMissing,
        ],
      }))}
    />
  );
}
