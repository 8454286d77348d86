/** The part of fontkit that the print room uses; the package ships no types. */
declare module 'fontkit' {
  export type Outline = {
    /** Below 0: put together of other glyphs. */
    readonly numberOfContours: number;
    readonly components?: readonly { readonly glyphID: number }[];
  };

  export type Glyph = {
    readonly id: number;
    readonly path: { readonly commands: readonly unknown[] };
    /** Of a TrueType glyph: what its outline holds, null where it has none. */
    _decode(): Outline | null;
  };

  export type Subset = {
    /** Number of the glyph within the subset. */
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  };

  export type FontStream = Record<
    'readUInt8' | 'readInt8' | 'readUInt16BE' | 'readInt16BE' | 'readUInt32BE' | 'readInt32BE',
    () => number
  >;

  export type Font = {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly italicAngle: number;
    readonly numGlyphs: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    /** The whole file as it is read, and where in it each table lies. */
    readonly stream: FontStream & { readonly buffer: Uint8Array };
    readonly directory: {
      readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number }>>;
    };
    readonly 'OS/2'?: { readonly fsType: { readonly noEmbedding: boolean; readonly noSubsetting: boolean } };
    readonly 'CFF '?: { readonly topDict: { readonly CharStrings: readonly { readonly length: number }[] } };
    readonly loca: { readonly offsets: readonly number[] };
    readonly hmtx: { readonly metrics: { readonly length: number; get(glyph: number): { readonly advance: number } } };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    getGlyph(glyph: number): Glyph;
    layout(text: string, features: readonly string[]): { readonly glyphs: readonly Glyph[] };
    createSubset(): Subset;
  };

  export type Collection = { readonly fonts: readonly Font[] };

  export function create(bytes: Uint8Array): Font | Collection;
}
