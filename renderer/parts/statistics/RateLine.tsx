/** The on-time rate from month to month; a month in which nothing was due leaves a gap. */

import { Link } from 'react-router';
import { useText } from '../../text/index.ts';
import { statisticsText } from '../../text/statistics.ts';
import { BLUE, everyNth, FONT, GREY, INK, LINE } from './chart.ts';

export type RatePoint = { readonly key: string; readonly label: string; readonly rate: number | null };

type Props = {
  readonly title: string;
  readonly points: readonly RatePoint[];
  readonly hrefOf: (key: string) => string;
};

const [WIDTH, HEIGHT] = [540, 260];
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 12, 24, 34];
const LABEL_WIDTH = 50;
/** With more points their values would cover each other. */
const MOST_VALUES = 14;

export function RateLine({ title, points, hrefOf }: Props) {
  const { t } = useText(statisticsText);
  const room = WIDTH - LEFT - RIGHT;
  const step = room / Math.max(points.length, 1);
  const x = (at: number) => LEFT + step * (at + 0.5);
  const y = (rate: number) => HEIGHT - BOTTOM - rate * (HEIGHT - TOP - BOTTOM);
  const nth = everyNth(points.length, room, LABEL_WIDTH);
  const path = points
    .map(({ rate }, at) => {
      if (rate === null) return '';
      const isStart = at === 0 || points[at - 1]?.rate === null;
      return `${isStart ? 'M' : 'L'}${x(at).toFixed(1)} ${y(rate).toFixed(1)}`;
    })
    .join('');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="chart" aria-label={t('chartOf', { title })} fontFamily={FONT}>
      <title>{title}</title>
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} stroke={LINE} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" fontSize={11} fill={GREY}>
            {`${tick * 100}%`}
          </text>
        </g>
      ))}
      <path d={path} fill="none" stroke={BLUE} strokeWidth={2} />
      {points.map(({ key, label, rate }, at) => (
        <g key={key}>
          {at % nth === 0 && (
            <text x={x(at)} y={HEIGHT - BOTTOM + 18} textAnchor="middle" fontSize={11} fill={INK}>
              {label}
            </text>
          )}
          {rate !== null && (
            <Link to={hrefOf(key)} aria-label={t('rateAt', { group: label, rate: percent(rate) })}>
              <title>{t('rateAt', { group: label, rate: percent(rate) })}</title>
              <circle cx={x(at)} cy={y(rate)} r={5} fill={BLUE} />
              {points.length <= MOST_VALUES && (
                <text
                  x={x(at)}
                  y={y(rate) + (isValley(points, at) ? 20 : -9)}
                  textAnchor="middle"
                  fontSize={11}
                  fill={INK}
                >
                  {percent(rate)}
                </text>
              )}
            </Link>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The line leaves upwards, so that a value above the point would be struck through. */
function isValley(points: readonly RatePoint[], at: number): boolean {
  const rates = [points[at - 1]?.rate, points[at + 1]?.rate].filter((rate) => typeof rate === 'number');
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return mean > (points[at]?.rate ?? 1);
}

export function percent(rate: number): string {
  return `${(rate * 100).toFixed(rate === 1 ? 0 : 1)}%`;
}
