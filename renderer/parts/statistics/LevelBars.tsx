/** Lying bars, one below the other, for few groups with longer names; each is a link to its rows. */

import { Link } from 'react-router';
import { useText } from '../../text/index.ts';
import { statisticsText } from '../../text/statistics.ts';
import { BLUE, FONT, INK, scaleOf } from './chart.ts';

export type LevelBar = { readonly key: string; readonly label: string; readonly count: number; readonly href: string };

type Props = { readonly title: string; readonly bars: readonly LevelBar[]; readonly colour?: string };

const WIDTH = 540;
const LEFT = 150;
const RIGHT = 60;
const STEP = 34;

export function LevelBars({ title, bars, colour = BLUE }: Props) {
  const { t } = useText(statisticsText);
  const { top } = scaleOf(Math.max(0, ...bars.map(({ count }) => count)));
  const height = bars.length * STEP + 12;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} className="chart" aria-label={t('chartOf', { title })} fontFamily={FONT}>
      <title>{title}</title>
      <rect width={WIDTH} height={height} fill="#fff" />
      {bars.map(({ key, label, count, href }, at) => {
        const y = 6 + at * STEP;
        const width = (count / top) * (WIDTH - LEFT - RIGHT);
        return (
          <Link key={key} to={href} aria-label={`${label}: ${t('count', { count })}`}>
            <title>{`${label}: ${t('count', { count })}`}</title>
            <rect x={0} y={y} width={WIDTH} height={STEP - 4} fill="#fff" />
            <text x={LEFT - 8} y={y + 20} textAnchor="end" fontSize={12} fill={INK}>
              {label}
            </text>
            <rect x={LEFT} y={y + 5} width={Math.max(width, count > 0 ? 2 : 0)} height={20} fill={colour} />
            <text x={LEFT + width + 6} y={y + 20} fontSize={12} fill={INK}>
              {count}
            </text>
          </Link>
        );
      })}
    </svg>
  );
}
