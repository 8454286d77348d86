/** Geometry and colours of the charts. Everything is an attribute of the drawing, so that a saved picture looks the same. */

export const INK = '#1f2329';
export const GREY = '#5c636d';
export const LINE = '#e3e5e9';
export const BLUE = '#1d4f91';
export const FONT = 'Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif';

/** Parts of a bar from the bottom up; a pattern beside each colour, so that none is told by colour alone. */
export const PARTS = [
  { key: 'inTime', colour: '#1d4f91', pattern: null, state: 'postedInTime' },
  { key: 'late', colour: '#c98a1b', pattern: 'slant', state: 'postedLate' },
  { key: 'overdue', colour: '#b3261e', pattern: 'cross', state: 'overdue' },
  { key: 'notDue', colour: '#c3c9d2', pattern: null, state: 'inTime' },
] as const;
export type PartKey = (typeof PARTS)[number]['key'];

/** A round number not below the largest, and the steps of its scale. */
export function scaleOf(largest: number): { readonly top: number; readonly ticks: readonly number[] } {
  const rough = Math.max(largest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? 1);
  const count = Math.max(1, Math.ceil(largest / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** Every n-th label where all of them have no room. */
export function everyNth(count: number, room: number, labelWidth: number): number {
  return Math.max(1, Math.ceil((count * labelWidth) / room));
}

/** The bytes of a drawing as it stands on the screen, on white. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const link of copy.querySelectorAll('a')) {
    link.removeAttribute('href');
    link.removeAttribute('class');
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}

const FINENESS = 2;

export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const picture = new Image();
  const url = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * FINENESS;
    canvas.height = height * FINENESS;
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
