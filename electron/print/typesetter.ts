/** The characters of one paper: code, width and face of each as they are met, embedded as subsets at the end. */

import type { Font } from 'fontkit';
import { type PDFContext, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { characterMap } from './characterMap.ts';
import { type FaceName, type FontSet, isDrawn, isInvisible, placeGlyph } from './fonts.ts';
import { embedSigns, signPlace, signWidth } from './signs.ts';
import type { Compressed } from './streams.ts';

/** One character as it is written into a page. */
export type Sign = {
  /** Resource name of the font, such as F1. */
  readonly font: string;
  readonly code: number;
  /** Hexadecimal digits of a code in this font. */
  readonly digits: number;
  /** In thousandths of an em. */
  readonly width: number;
};

export type Typesetter = {
  readonly sign: (face: FaceName, codePoint: number) => Sign;
  /** The font resources that every page names; filled by `embed`. */
  readonly resources: PDFRef;
  readonly embed: (compressed: Compressed) => void;
};

/** Each character has a code of its own, even where two share a glyph: 一 and ⼀ stay apart when copied. */
type UsedFace = {
  readonly name: string;
  readonly font: Font;
  readonly ref: PDFRef;
  readonly characters: string[];
  readonly glyphs: number[];
  readonly widths: number[];
  readonly signs: Map<string, Sign>;
};

const PLANE = 0x10000;

/** Papers ask for a sign a million times: a full array answers fastest for all but the rarest characters. */
type KnownSigns = { readonly plane: (Sign | undefined)[]; readonly beyond: Map<number, Sign> };

function noSigns(): KnownSigns {
  return { plane: new Array<Sign | undefined>(PLANE).fill(undefined), beyond: new Map() };
}

export function openTypesetter(fonts: FontSet, context: PDFContext, hasNarrowQuotes: boolean): Typesetter {
  const faces = new Map<Font, UsedFace>();
  const signFonts: PDFRef[] = [];
  const signCharacters: string[] = [];
  const resources = context.nextRef();
  const known: Readonly<Record<FaceName, KnownSigns>> = {
    song: noSigns(),
    songBlack: noSigns(),
    hei: noSigns(),
  };
  const drawn = new Map<string, Sign>();

  function drawSign(character: string): Sign {
    const { font, code } = signPlace(signCharacters.push(character) - 1);
    if (signFonts.length === font) signFonts.push(context.nextRef());
    const sign = { font: `S${font + 1}`, code, digits: 2, width: signWidth(character) };
    drawn.set(character, sign);
    return sign;
  }

  function faceOf(font: Font): UsedFace {
    const used = faces.get(font);
    if (used) return used;
    const name = `F${faces.size + 1}`;
    const ref = context.nextRef();
    const face = { name, font, ref, characters: [], glyphs: [], widths: [], signs: new Map() };
    faces.set(font, face);
    return face;
  }

  function newSign(face: FaceName, character: string): Sign {
    const placed =
      isInvisible(character) || isDrawn(character) ? undefined : placeGlyph(fonts, face, character, hasNarrowQuotes);
    if (!placed) return drawn.get(character) ?? drawSign(character);
    const used = faceOf(placed.font);
    const before = used.signs.get(character);
    if (before) return before;
    used.glyphs.push(placed.glyph);
    used.widths.push(placed.width);
    const code = used.characters.push(character);
    const sign = { font: used.name, code, digits: 4, width: placed.width };
    used.signs.set(character, sign);
    return sign;
  }

  function sign(face: FaceName, codePoint: number): Sign {
    const { plane, beyond } = known[face];
    const found = codePoint < PLANE ? plane[codePoint] : beyond.get(codePoint);
    if (found) return found;
    const made = newSign(face, String.fromCodePoint(codePoint));
    if (codePoint < PLANE) plane[codePoint] = made;
    else beyond.set(codePoint, made);
    return made;
  }

  function embed(compressed: Compressed): void {
    const dictionary: Record<string, PDFRef> = {};
    for (const face of faces.values()) {
      embedFace(context, face, compressed);
      dictionary[face.name] = face.ref;
    }
    embedSigns(context, compressed, signFonts, signCharacters);
    signFonts.forEach((ref, index) => {
      dictionary[`S${index + 1}`] = ref;
    });
    context.assign(resources, context.obj(dictionary));
  }

  return { sign, resources, embed };
}

/** A composite font: the codes of the paper, a map from code to glyph of the subset, a map from code to character. */
function embedFace(context: PDFContext, face: UsedFace, compressed: Compressed): void {
  const { font, characters, widths } = face;
  const subset = font.createSubset();
  const glyphMap = new Uint8Array((characters.length + 1) * 2);
  face.glyphs.forEach((glyph, index) => {
    const included = subset.includeGlyph(glyph);
    glyphMap[(index + 1) * 2] = included >> 8;
    glyphMap[(index + 1) * 2 + 1] = included & 255;
  });
  const tag = `AAAA${face.name
    .slice(1)
    .padStart(2, '0')
    .replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? 'A')}`;
  const name = `${tag}+${font.postscriptName}`;
  const scaled = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(scaled),
    ItalicAngle: font.italicAngle,
    Ascent: scaled(font.ascent),
    Descent: scaled(font.descent),
    CapHeight: scaled(font.capHeight || font.ascent),
    StemV: 80,
    FontFile2: compressed(subset.encode()),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: 1000,
    W: widths.flatMap((width, index) => (width === 1000 ? [] : [index + 1, [width]])),
    CIDToGIDMap: compressed(glyphMap),
  });
  const dictionary = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: PDFName.of('Identity-H'),
    DescendantFonts: [context.register(descendant)],
    ToUnicode: compressed(characterMap(characters, 4, 1)),
  });
  context.assign(face.ref, dictionary);
}
