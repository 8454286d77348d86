/** Typefaces handed in as bytes, which of them draws a character, and the characters that none of them has. */

import { create, type Font } from 'fontkit';
import type { TypeRole } from '../domain/typefaces.ts';
import { bytesWithoutOutlines, type FaceFile, keepFile } from './faceFile.ts';
import { tablesOf } from './faceTables.ts';
import type { OfficeFace } from './officeFace.ts';

/** The bytes of a face, or how to get at them when a paper first needs it. */
export type FontSource = Uint8Array | (() => Uint8Array | FaceFile);

/** 宋 for text, the 小标宋 stand-in for titles, 黑 for heads; `fallbacks` are asked in order for what 宋 lacks. */
export type FontFiles = {
  readonly song: FontSource;
  readonly songBlack: FontSource;
  readonly hei: FontSource;
  readonly fallbacks?: readonly FontSource[];
};

export type FaceName = 'song' | 'songBlack' | 'hei';

/** The face in which papers set each role, to be replaced by one of the office's own. */
export const FACE_OF: Readonly<Record<TypeRole, FaceName>> = { title: 'songBlack', body: 'song', heading: 'hei' };

export type FontSet = {
  readonly song: () => Font;
  readonly songBlack: () => Font;
  readonly hei: () => Font;
  readonly fallbacks: readonly (() => Font)[];
  /** Faces of the office's own, asked before those that ship; see `withOfficeFaces`. */
  readonly office?: OfficeFaces;
};

export type OfficeFaces = Readonly<Partial<Record<FaceName, OfficeFace>>>;

export type PlacedGlyph = {
  readonly font: Font;
  readonly glyph: number;
  /** In thousandths of an em. */
  readonly width: number;
};

export type WrittenText = { readonly text: string; readonly where: string };

/** A character that would print as a box with its code; `where` names every place once, in order. */
export type MissingCharacter = {
  readonly character: string;
  /** Such as U+E010. */
  readonly code: string;
  readonly where: readonly string[];
};

/** Reading takes little: tables are parsed when first asked for. One set serves any number of papers. */
export function openFonts(files: FontFiles): FontSet {
  return {
    song: opener(files.song),
    songBlack: opener(files.songBlack),
    hei: opener(files.hei),
    fallbacks: (files.fallbacks ?? []).map(opener),
  };
}

/** The same faces, with those of the office's own in the places of some; nothing is opened anew. */
export function withOfficeFaces(fonts: FontSet, office: OfficeFaces): FontSet {
  return { ...fonts, office };
}

/** Opened at once where the bytes are there, else when first asked for. */
function opener(source: FontSource): () => Font {
  let font = typeof source === 'function' ? undefined : openFont(source);
  return () => {
    font ??= openFont(typeof source === 'function' ? source() : source);
    return font;
  };
}

function openFont(source: Uint8Array | FaceFile): Font {
  const isFile = 'read' in source;
  const opened = create(isFile ? bytesWithoutOutlines(source) : source);
  const font = 'fonts' in opened ? opened.fonts[0] : opened;
  if (!font) throw new RangeError('an empty font collection');
  if (!('glyf' in font.directory.tables)) throw new RangeError(`${font.postscriptName} has no TrueType outlines`);
  const may = font['OS/2']?.fsType;
  if (may?.noEmbedding || may?.noSubsetting) throw new RangeError(`${font.postscriptName} may not be embedded`);
  if (isFile) keepFile(font, source);
  return font;
}

/** The face itself, then the faces of its kind, then any face that has the character. */
function chain(fonts: FontSet, name: FaceName): readonly (() => Font)[] {
  const { song, songBlack, hei, fallbacks } = fonts;
  if (name === 'hei') return [hei, song, ...fallbacks];
  return name === 'song' ? [song, ...fallbacks, hei] : [songBlack, song, ...fallbacks, hei];
}

/** Chinese faces draw these a whole em wide, which tears Latin words apart. */
const QUOTES = '‘’“”';
/** In thousandths of an em; a face of the office's own is not asked for other forms of its quotation marks. */
const WIDEST_NARROW = 700;

/** Undefined where no face has the character. */
export function placeGlyph(
  fonts: FontSet,
  name: FaceName,
  character: string,
  hasNarrowQuotes = false,
): PlacedGlyph | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  const own = placeOffice(fonts.office?.[name], codePoint);
  if (own && !(hasNarrowQuotes && QUOTES.includes(character) && own.width > WIDEST_NARROW)) return own;
  for (const face of chain(fonts, name)) {
    const font = face();
    const { glyphOf, advanceOf } = tablesOf(font);
    const usual = glyphOf(codePoint);
    if (usual === 0) continue;
    const isNarrow = hasNarrowQuotes && QUOTES.includes(character);
    const glyph = isNarrow ? (font.layout(character, ['pwid']).glyphs[0]?.id ?? usual) : usual;
    return { font, glyph, width: Math.round((advanceOf(glyph) * 1000) / font.unitsPerEm) };
  }
  return undefined;
}

/** Read by the reader that was held to its limits, as the file came from outside. */
function placeOffice(face: OfficeFace | undefined, codePoint: number): PlacedGlyph | undefined {
  const glyph = face?.glyphFor(codePoint);
  if (!face || !glyph) return undefined;
  const { metrics } = face.font.hmtx;
  const { advance } = metrics.get(Math.min(glyph, metrics.length - 1));
  return { font: face.font, glyph, width: Math.round((advance * 1000) / face.font.unitsPerEm) };
}

const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}]$/u;

/** Characters without a picture of their own: zero width, variation selectors, marks of direction, control codes. */
export function isInvisible(character: string): boolean {
  return INVISIBLE.test(character);
}

/** Ballot boxes are drawn as lines, since Chinese faces lack them. */
export function isDrawn(character: string): boolean {
  return character === '☐' || character === '☑';
}

/** What `texts` hold that no face can draw, to be shown before printing. */
export function missingCharacters(fonts: FontSet, texts: Iterable<WrittenText>): readonly MissingCharacter[] {
  const isKnown = new Map<string, boolean>();
  const places = new Map<string, Set<string>>();
  for (const { text, where } of texts) {
    for (const character of text) {
      let known = isKnown.get(character);
      if (known === undefined) {
        known = isInvisible(character) || isDrawn(character) || placeGlyph(fonts, 'song', character) !== undefined;
        isKnown.set(character, known);
      }
      if (!known) places.set(character, (places.get(character) ?? new Set()).add(where));
    }
  }
  return [...places].map(([character, where]) => ({ character, code: codeOf(character), where: [...where] }));
}

export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Every text of a form's facts, named by its field, for `missingCharacters`. */
export function* textsOf(facts: unknown, where = ''): Generator<WrittenText> {
  if (typeof facts === 'string') yield { text: facts, where };
  else if (typeof facts === 'object' && facts !== null) {
    for (const [name, value] of Object.entries(facts)) yield* textsOf(value, where ? `${where}.${name}` : name);
  }
}
