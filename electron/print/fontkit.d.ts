/** The part of fontkit that the print room uses; the package ships no types. */
declare module 'fontkit' {
  export type Glyph = { readonly id: number };

  export type Subset = {
    /** Number of the glyph within the subset. */
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  };

  export type Font = {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly italicAngle: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
    readonly 'OS/2'?: { readonly fsType: { readonly noEmbedding: boolean; readonly noSubsetting: boolean } };
    readonly hmtx: { readonly metrics: { readonly length: number; get(glyph: number): { readonly advance: number } } };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    layout(text: string, features: readonly string[]): { readonly glyphs: readonly Glyph[] };
    createSubset(): Subset;
  };

  export type Collection = { readonly fonts: readonly Font[] };

  export function create(bytes: Uint8Array): Font | Collection;
}
