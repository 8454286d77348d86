/** Bars of stacked parts, one for each group; every part is a link to its rows. */

import { Link } from 'react-router';
import { useText } from '../../text/index.ts';
import { statisticsText } from '../../text/statistics.ts';
import { useTerms } from '../../text/terms.ts';
import { everyNth, FONT, GREY, INK, LINE, PARTS, type PartKey, scaleOf } from './chart.ts';

export type BarGroup = {
  readonly key: string;
  readonly label: string;
  readonly parts: Readonly<Record<PartKey, number>>;
};

type Props = {
  readonly title: string;
  readonly groups: readonly BarGroup[];
  /** Address of the rows behind one part of one group. */
  readonly hrefOf: (group: string, part: PartKey) => string;
  readonly width?: number;
};

const HEIGHT = 260;
const USUAL_WIDTH = 540;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 12, 34, 34];
const LABEL_WIDTH = 50;

export function StackedBars({ title, groups, hrefOf, width = USUAL_WIDTH }: Props) {
  const { t } = useText(statisticsText);
  const largest = Math.max(0, ...groups.map(({ parts }) => PARTS.reduce((sum, { key }) => sum + parts[key], 0)));
  const { top, ticks } = scaleOf(largest);
  const room = width - LEFT - RIGHT;
  const step = room / Math.max(groups.length, 1);
  const bar = Math.min(46, step * 0.7);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const nth = everyNth(groups.length, room, LABEL_WIDTH);
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} className="chart" aria-label={t('chartOf', { title })} fontFamily={FONT}>
      <title>{title}</title>
      <rect width={width} height={HEIGHT} fill="#fff" />
      <Patterns />
      <Legend />
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} stroke={LINE} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" fontSize={11} fill={GREY}>
            {tick}
          </text>
        </g>
      ))}
      {groups.map((group, at) => {
        const x = LEFT + step * (at + 0.5) - bar / 2;
        return (
          <g key={group.key}>
            <Parts group={group} x={x} width={bar} y={y} hrefOf={hrefOf} />
            {at % nth === 0 && (
              <text x={x + bar / 2} y={HEIGHT - BOTTOM + 18} textAnchor="middle" fontSize={11} fill={INK}>
                {group.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

type PartsProps = Pick<Props, 'hrefOf'> & {
  readonly group: BarGroup;
  readonly x: number;
  readonly width: number;
  readonly y: (value: number) => number;
};

function Parts({ group, x, width, y, hrefOf }: PartsProps) {
  const { t } = useText(statisticsText);
  const terms = useTerms();
  let below = 0;
  return PARTS.map(({ key, colour, pattern }) => {
    const count = group.parts[key];
    if (count === 0) return null;
    const [from, to] = [y(below + count), y(below)];
    below += count;
    const name = t('bar', { group: group.label, part: terms(`statistics.${key}`), count });
    return (
      <Link key={key} to={hrefOf(group.key, key)} aria-label={name}>
        <title>{name}</title>
        <rect x={x} y={from} width={width} height={to - from} fill={colour} />
        {pattern && <rect x={x} y={from} width={width} height={to - from} fill={`url(#${pattern})`} />}
      </Link>
    );
  });
}

/** Light lines over a colour. */
function Patterns() {
  return (
    <defs>
      <pattern id="slant" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1={0} x2={0} y1={0} y2={6} stroke="#fff" strokeWidth={2} strokeOpacity={0.55} />
      </pattern>
      <pattern id="cross" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6M0 0H6" stroke="#fff" strokeWidth={1.6} strokeOpacity={0.5} />
      </pattern>
    </defs>
  );
}

const LEGEND_STEP = 112;

function Legend() {
  const terms = useTerms();
  return (
    <g>
      {PARTS.map(({ key, colour, pattern }, at) => (
        <g key={key} transform={`translate(${LEFT + at * LEGEND_STEP} 10)`}>
          <rect width={12} height={12} fill={colour} />
          {pattern && <rect width={12} height={12} fill={`url(#${pattern})`} />}
          <text x={17} y={10.5} fontSize={12} fill={INK}>
            {terms(`statistics.${key}`)}
          </text>
        </g>
      ))}
    </g>
  );
}
