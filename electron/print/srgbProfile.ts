/** A colour profile of sRGB (IEC 61966-2-1) in the form of ICC.1:2001, made here so that papers name their colours' meaning. */

const HEADER = 128;
const CURVE_POINTS = 256;
/** Primaries and white adapted to D50, as the profile connection space wants them. */
const COLUMNS = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
/** A day in the past: the profile is the same in every file. */
const MADE = [2019, 5, 15, 0, 0, 0] as const;

export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: readonly (readonly [name: string, body: Uint8Array])[] = [
    ['desc', descriptionTag('sRGB')],
    ['cprt', textTag('text', 'No copyright')],
    ...Object.entries(COLUMNS).map(([name, values]) => [name, xyzTag(values)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const places = new Map<Uint8Array, number>();
  let length = HEADER + 4 + 12 * tags.length;
  for (const [, body] of tags) {
    if (places.has(body)) continue;
    places.set(body, length);
    length += body.length;
  }
  const profile = new Uint8Array(length);
  const view = new DataView(profile.buffer);
  writeHeader(view, length);
  view.setUint32(HEADER, tags.length);
  tags.forEach(([name, body], index) => {
    const at = HEADER + 4 + 12 * index;
    writeText(view, at, name);
    view.setUint32(at + 4, places.get(body) ?? 0);
    view.setUint32(at + 8, body.length);
    profile.set(body, places.get(body));
  });
  return profile;
}

function writeHeader(view: DataView, length: number): void {
  view.setUint32(0, length);
  view.setUint32(8, 0x02400000);
  writeText(view, 12, 'mntrRGB XYZ ');
  MADE.forEach((part, index) => {
    view.setUint16(24 + 2 * index, part);
  });
  writeText(view, 36, 'acsp');
  COLUMNS.wtpt.forEach((value, index) => {
    view.setInt32(68 + 4 * index, fixed(value));
  });
}

function fixed(value: number): number {
  return Math.round(value * 65536);
}

function writeText(view: DataView, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) view.setUint8(at + index, text.charCodeAt(index));
}

/** A tag begins with its type and four empty bytes; its length is a multiple of four. */
function tag(type: string, length: number): DataView {
  const view = new DataView(new ArrayBuffer(Math.ceil((8 + length) / 4) * 4));
  writeText(view, 0, type);
  return view;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer);
}

function textTag(type: string, text: string): Uint8Array {
  const view = tag(type, text.length + 1);
  writeText(view, 8, text);
  return bytesOf(view);
}

/** ASCII, then an empty name in Unicode and one in the script codes of old systems. */
function descriptionTag(text: string): Uint8Array {
  const view = tag('desc', 4 + text.length + 1 + 8 + 70);
  view.setUint32(8, text.length + 1);
  writeText(view, 12, text);
  return bytesOf(view);
}

function xyzTag(values: readonly number[]): Uint8Array {
  const view = tag('XYZ ', 12);
  values.forEach((value, index) => {
    view.setInt32(8 + 4 * index, fixed(value));
  });
  return bytesOf(view);
}

function curveTag(): Uint8Array {
  const view = tag('curv', 4 + 2 * CURVE_POINTS);
  view.setUint32(8, CURVE_POINTS);
  for (let point = 0; point < CURVE_POINTS; point++) {
    const value = point / (CURVE_POINTS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + 2 * point, Math.round(linear * 65535));
  }
  return bytesOf(view);
}
