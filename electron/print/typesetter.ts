/** The characters of one paper: code, width and face of each as they are met, embedded as subsets at the end. */

import type { Font } from 'fontkit';
import { type Code, characterMap, codeAt, encodingMap, type PackedCode, packCode } from './codes.ts';
import { type FaceName, type FontSet, isDrawn, isInvisible, placeGlyph } from './fonts.ts';
import type { OfficeFace } from './officeFace.ts';
import { type PdfFile, ref } from './pdfFile.ts';
import { nameOf } from './pdfText.ts';
import { embedSigns, signPlace, signWidth } from './signs.ts';
import { openSubset } from './subset.ts';
import type { Measure } from './text.ts';

/** One character as it is written into a page; its code is given out when it is first written. */
type Sign = {
  /** Its place among the names of fonts. */
  readonly font: number;
  code: number;
  /** 0 = no code yet. */
  bytes: 0 | 1 | 2;
  /** In thousandths of an em. */
  readonly width: number;
};

export type Typesetter = {
  /** In thousandths of an em; what is measured most gets the shortest codes. */
  readonly measure: Readonly<Record<FaceName, Measure>>;
  /** Of characters below 0x10000, as far as they are known; 0 has to be asked for. */
  readonly codes: Readonly<Record<FaceName, Uint32Array>>;
  readonly code: (face: FaceName, codePoint: number) => PackedCode;
  /** Resource name of a font, such as F1. */
  readonly fontName: (font: number) => string;
  /** Number of the font resources that every page names; written by `embed`. */
  readonly resources: number;
  /** Answers the faces of the office's own that the paper was set in. */
  readonly embed: () => readonly OfficeFace[];
};

type UsedCharacter = Code & { readonly character: string; readonly glyph: number; readonly width: number };
type MetCharacter = { readonly character: string; readonly glyph: number; readonly sign: Sign };

/** Each character has a code of its own, even where two share a glyph: 一 and ⼀ stay apart when copied. */
type UsedFace = {
  readonly name: string;
  /** Among the names of fonts. */
  readonly place: number;
  readonly font: Font;
  readonly number: number;
  readonly met: Map<string, MetCharacter>;
  readonly characters: UsedCharacter[];
};

const PLANE = 0x10000;
const UNKNOWN = 0xffff;

/** Signs by code point; of all but the rarest characters also what is asked for most, in arrays of plain numbers. */
type KnownSigns = { readonly signs: Map<number, Sign>; readonly widths: Uint16Array; readonly codes: Uint32Array };

function noSigns(): KnownSigns {
  return { signs: new Map(), widths: new Uint16Array(PLANE).fill(UNKNOWN), codes: new Uint32Array(PLANE) };
}

export type TypesetterOptions = {
  /** Quotation marks of Latin width. */
  readonly hasNarrowQuotes: boolean;
  /** Its subsets are told apart from those of the paper below. */
  readonly isUpdate?: boolean;
};

export function openTypesetter(
  fonts: FontSet,
  file: PdfFile,
  { hasNarrowQuotes, isUpdate = false }: TypesetterOptions,
): Typesetter {
  const faces = new Map<Font, UsedFace>();
  const signFonts: { readonly number: number; readonly name: number }[] = [];
  const signCharacters: string[] = [];
  const resources = file.reserve();
  const fontNames: string[] = [];
  /** How often each character was measured. */
  const uses = new Uint32Array(PLANE);
  const known: Readonly<Record<FaceName, KnownSigns>> = {
    song: noSigns(),
    songBlack: noSigns(),
    hei: noSigns(),
  };
  const drawn = new Map<string, Sign>();

  function drawSign(character: string): Sign {
    const { font, code } = signPlace(signCharacters.push(character) - 1);
    if (signFonts.length === font) signFonts.push({ number: file.reserve(), name: fontNames.push(`S${font + 1}`) - 1 });
    const sign: Sign = { font: signFonts[font]?.name ?? 0, code, bytes: 1, width: signWidth(character) };
    drawn.set(character, sign);
    return sign;
  }

  function faceOf(font: Font): UsedFace {
    const used = faces.get(font);
    if (used) return used;
    const name = `F${faces.size + 1}`;
    const face = {
      name,
      place: fontNames.push(name) - 1,
      font,
      number: file.reserve(),
      met: new Map(),
      characters: [],
    };
    faces.set(font, face);
    return face;
  }

  function newSign(face: FaceName, character: string): Sign {
    const placed =
      isInvisible(character) || isDrawn(character) ? undefined : placeGlyph(fonts, face, character, hasNarrowQuotes);
    if (!placed) return drawn.get(character) ?? drawSign(character);
    const used = faceOf(placed.font);
    const before = used.met.get(character);
    if (before) return before.sign;
    const sign: Sign = { font: used.place, code: 0, bytes: 0, width: placed.width };
    used.met.set(character, { character, glyph: placed.glyph, sign });
    return sign;
  }

  /** Codes for all characters met since the last time, the most used first. */
  function giveCodes(): void {
    for (const { met, characters } of faces.values()) {
      const uncoded = [...met.values()].filter(({ sign }) => sign.bytes === 0);
      uncoded.sort((a, b) => usesOf(b.character) - usesOf(a.character));
      for (const { character, glyph, sign } of uncoded) {
        const code = codeAt(characters.length);
        characters.push({ ...code, character, glyph, width: sign.width });
        [sign.code, sign.bytes] = [code.code, code.bytes];
      }
    }
  }

  function usesOf(character: string): number {
    return uses[character.codePointAt(0) ?? 0] ?? 0;
  }

  function sign(face: FaceName, codePoint: number): Sign {
    const { signs, widths } = known[face];
    const found = signs.get(codePoint);
    if (found) return found;
    const made = newSign(face, String.fromCodePoint(codePoint));
    signs.set(codePoint, made);
    widths[codePoint] = made.width;
    return made;
  }

  function code(face: FaceName, codePoint: number): PackedCode {
    const found = sign(face, codePoint);
    if (found.bytes === 0) giveCodes();
    const packed = packCode(found);
    known[face].codes[codePoint] = packed;
    return packed;
  }

  function measureOf(face: FaceName): Measure {
    const { widths } = known[face];
    return (codePoint) => {
      const width = widths[codePoint] ?? UNKNOWN;
      if (width === UNKNOWN) return sign(face, codePoint).width;
      uses[codePoint] = (uses[codePoint] ?? 0) + 1;
      return width;
    };
  }

  function embed(): readonly OfficeFace[] {
    // Measured but never written: what the smaller type of a form did not need.
    const written = [...faces.values()].filter(({ characters }) => characters.length > 0);
    const office = Object.values(fonts.office ?? {});
    const ownOf = ({ font }: UsedFace) => office.find((own) => own.font === font);
    for (const face of written) {
      const name = ownOf(face)?.postscriptName ?? face.font.postscriptName;
      embedFace(file, face, `${isUpdate ? 'B' : 'A'}${subsetTag(face.name)}+${name}`);
    }
    embedSigns(
      file,
      signFonts.map(({ number }) => number),
      signCharacters,
    );
    const entries = [
      ...written.map(({ name, number }) => `/${name} ${ref(number)}`),
      ...signFonts.map(({ number, name }) => `/${fontNames[name]} ${ref(number)}`),
    ];
    file.object(`<<${entries.join('')}>>`, resources);
    return written.flatMap((face) => ownOf(face) ?? []);
  }

  const measure = { song: measureOf('song'), songBlack: measureOf('songBlack'), hei: measureOf('hei') };
  const codes = { song: known.song.codes, songBlack: known.songBlack.codes, hei: known.hei.codes };
  return { measure, codes, code, fontName: (font) => fontNames[font] ?? '', resources, embed };
}

/** A composite font: the codes of the paper, a map from code to glyph of the subset, a map from code to character. */
function embedFace(file: PdfFile, face: UsedFace, tagged: string): void {
  const { font, characters } = face;
  const isCff = 'CFF ' in font.directory.tables;
  const subset = openSubset(font);
  const included = characters.map(({ glyph }) => subset.include(glyph));
  // A CFF font has no map from identifier to glyph: there the glyph itself is the identifier.
  const identifiers = isCff ? included : characters.map(({ identifier }) => identifier);
  const name = nameOf(tagged);
  const scaled = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const box = [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(scaled).join(' ');
  const outlines = subset.encode();
  const program = isCff
    ? `/FontFile3 ${ref(file.stream('/Subtype/CIDFontType0C', outlines))}`
    : `/FontFile2 ${ref(file.stream(`/Length1 ${outlines.length}`, outlines))}`;
  const descriptor = file.object(
    `<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${box}]/ItalicAngle ${font.italicAngle}` +
      `/Ascent ${scaled(font.ascent)}/Descent ${scaled(font.descent)}/CapHeight ${scaled(font.capHeight || font.ascent)}` +
      `/StemV 80${program}>>`,
  );
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';
  const widths = new Map(characters.map(({ width }, at) => [identifiers[at], width]));
  const exceptions = [...widths]
    .flatMap(([identifier, width]) => (width === 1000 ? [] : [`${identifier}[${width}]`]))
    .join('');
  const descendant = file.object(
    `<</Type/Font/Subtype/CIDFontType${isCff ? 0 : 2}/BaseFont${name}${system}/FontDescriptor ${ref(descriptor)}/DW 1000` +
      `${exceptions && `/W[${exceptions}]`}${isCff ? '' : `/CIDToGIDMap${glyphMapping(file, included)}`}>>`,
  );
  const encoding = file.stream(`/Type/CMap/CMapName/Paper-Codes${system}`, encodingMap(identifiers));
  const toUnicode = file.stream('', characterMap(characters));
  file.object(
    `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding ${ref(encoding)}/DescendantFonts[${ref(descendant)}]` +
      `/ToUnicode ${ref(toUnicode)}>>`,
    face.number,
  );
}

/** Glyphs come into the subset in the order of the identifiers; only where two characters share one do the numbers part. */
function glyphMapping(file: PdfFile, included: readonly number[]): string {
  if (included.every((glyph, at) => glyph === at + 1)) return '/Identity';
  const map = new Uint8Array((included.length + 1) * 2);
  included.forEach((glyph, at) => {
    map[(at + 1) * 2] = glyph >> 8;
    map[(at + 1) * 2 + 1] = glyph & 255;
  });
  return ` ${ref(file.stream('', map))}`;
}

/** Letters that tell the subsets of one paper apart: F1 becomes AAAAB. */
function subsetTag(name: string): string {
  const digits = name.slice(1).padStart(2, '0');
  return `AAA${digits.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? 'A')}`;
}
