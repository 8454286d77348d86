/** Which glyph draws a character, and how wide it is, read from the tables of a face: papers ask for thousands at once. */

import type { Font } from 'fontkit';

export type FaceTables = {
  /** 0 where the face lacks the character. */
  readonly glyphOf: (codePoint: number) => number;
  /** In units of the face. */
  readonly advanceOf: (glyph: number) => number;
};

const known = new WeakMap<Font, FaceTables>();

export function tablesOf(font: Font): FaceTables {
  const before = known.get(font);
  if (before) return before;
  const metrics = tableOf(font, 'hmtx');
  const count = tableOf(font, 'hhea').getUint16(METRICS_COUNT);
  const tables = {
    glyphOf: openCharacterMap(font),
    advanceOf: (glyph: number) => metrics.getUint16(4 * Math.min(glyph, count - 1)),
  };
  known.set(font, tables);
  return tables;
}

export function tableOf({ stream, directory }: Font, name: string): DataView {
  const { buffer, byteOffset } = stream.buffer;
  const { offset = 0, length = 0 } = directory.tables[name] ?? {};
  return new DataView(buffer, byteOffset + offset, length);
}

const METRICS_COUNT = 34;
/** OpenType: cmap. The table of runs over all planes, which every face for rare characters has. */
const [RUNS, RUNS_HEAD, RUN] = [12, 16, 12];

/** Faces without that table are asked the slow way. */
function openCharacterMap(font: Font): (codePoint: number) => number {
  const map = tableOf(font, 'cmap');
  const start = startOfRuns(map);
  if (start === undefined) return (codePoint) => font.glyphForCodePoint(codePoint).id;
  const count = map.getUint32(start + 12);
  const place = (run: number) => start + RUNS_HEAD + RUN * run;
  return (codePoint) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (map.getUint32(place(middle) + 4) < codePoint) low = middle + 1;
      else high = middle;
    }
    if (low === count) return 0;
    const first = map.getUint32(place(low));
    return codePoint < first ? 0 : map.getUint32(place(low) + 8) + codePoint - first;
  };
}

function startOfRuns(map: DataView): number | undefined {
  for (let table = 0; table < map.getUint16(2); table++) {
    const start = map.getUint32(4 + 8 * table + 4);
    if (map.getUint16(start) === RUNS) return start;
  }
  return undefined;
}
