/** A chart in its card: as a drawing or as a table of the same figures, saved as a picture. */

import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { saveFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { statisticsText } from '../../text/statistics.ts';
import { Disclosure } from '../Disclosure.tsx';
import { Problem } from '../Problem.tsx';
import { pngOf, svgText } from './chart.ts';

type Props = {
  readonly title: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  readonly isWide?: boolean;
};

export function ChartCard({ title, chart, table, isWide = false }: Props) {
  const { t } = useText(statisticsText);
  const box = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);
  const save = useMutation({
    mutationFn: async (format: 'svg' | 'png') => {
      const svg = box.current?.querySelector('svg');
      if (!svg) return;
      const bytes = format === 'svg' ? svgText(svg) : await pngOf(svg);
      const type = format === 'svg' ? 'image/svg+xml' : 'image/png';
      await saveFile(new File([bytes], `${title.replace(/[\\/:*?"<>|：]+/g, ' ')}.${format}`, { type }));
    },
  });
  return (
    <section className={isWide ? 'card chart-card wide' : 'card chart-card'} aria-label={title}>
      <div className="chart-head">
        <h2>{title}</h2>
        <span className="actions">
          <button type="button" className="quiet-button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? 'showChart' : 'showTable')}
          </button>
          {!isTable && (
            <Disclosure className="quiet-button" label={t('savePicture')} edge="end">
              {(close) => (
                <div className="actions">
                  {(['svg', 'png'] as const).map((format) => (
                    <button
                      key={format}
                      type="button"
                      className="quiet-button"
                      onClick={() => {
                        save.mutate(format);
                        close();
                      }}
                    >
                      {t(format === 'svg' ? 'saveSvg' : 'savePng')}
                    </button>
                  ))}
                </div>
              )}
            </Disclosure>
          )}
        </span>
      </div>
      <Problem error={save.error} />
      <div ref={box} className="chart-body">
        {isTable ? table : chart}
      </div>
    </section>
  );
}
