/**
 * A face of the office's own (自备字体), opened for papers. The file came from outside: every glyph is tried before it is
 * used, within a limit of reading, and one that shows nothing or cannot be read leaves its place to the shipped faces.
 */

import { create, type Font } from 'fontkit';
import { brokenOnTables, faceAlone, facesIn, type Sfnt } from './sfnt.ts';
import { namesOf } from './sfntNames.ts';

export type OfficeFace = {
  readonly font: Font;
  readonly postscriptName: string;
  readonly family: string;
  readonly version: string;
  readonly fileName: string;
  /** 0 where the face has no glyph that would show the character. */
  readonly glyphFor: (codePoint: number) => number;
  /** The same by the map and the lengths of outlines alone: fast, for counting what a sound file covers. */
  readonly seemsToHave: (codePoint: number) => boolean;
};

/** Reads in the stream of a font file: far more than any sound glyph or any sound set of tables takes. */
const READS_A_GLYPH = 50_000;
const READS_TO_OPEN = 6_000_000;
/** Parts within parts. */
const DEEPEST = 6;
/** A longer charstring draws something. */
const SHORT_CHARSTRING = 24;

/** Throws a `RangeError` where the file holds no face of this number that could be drawn. */
export function openOfficeFace(bytes: Uint8Array, index: number, fileName: string): OfficeFace {
  const face = facesIn(bytes).faces[index];
  if (!face || brokenOnTables(face).length > 0) throw new RangeError('no such face in the file');
  return openFace(face, fileName);
}

export function openFace(face: Sfnt, fileName: string): OfficeFace {
  const opened = create(faceAlone(face));
  if ('fonts' in opened) throw new RangeError('a collection within a face');
  const font = opened;
  const meter = meterOf(font);
  meter.allow(READS_TO_OPEN);
  const { numGlyphs } = font;
  const isCff = 'CFF ' in font.directory.tables;
  // Read now, under the limit, and then kept; the reader says nothing of a table that it cannot read.
  if (isCff && !font['CFF ']) throw new RangeError('no outlines that could be read');
  const { postscriptName, familyZh, familyEn, version } = namesOf(face);

  function shows(glyph: number, depth = 0): boolean {
    if (glyph <= 0 || glyph >= numGlyphs || depth > DEEPEST) return false;
    if (isCff) return font.getGlyph(glyph).path.commands.length > 0;
    if (isEmpty(glyph)) return depth > 0;
    const outline = font.getGlyph(glyph)._decode();
    if (!outline || outline.numberOfContours === 0) return depth > 0;
    if (outline.numberOfContours > 0) return true;
    return (outline.components ?? []).every(({ glyphID }) => shows(glyphID, depth + 1));
  }

  function isEmpty(glyph: number): boolean {
    const { offsets } = font.loca;
    return offsets[glyph] === offsets[glyph + 1];
  }

  function glyphFor(codePoint: number): number {
    meter.allow(READS_A_GLYPH);
    try {
      const glyph = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : 0;
      return isBlankByNature(codePoint) || shows(glyph) ? glyph : 0;
    } catch {
      return 0;
    } finally {
      meter.allow(Number.POSITIVE_INFINITY);
    }
  }

  function seemsToHave(codePoint: number): boolean {
    const glyph = font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : 0;
    if (glyph <= 0 || glyph >= numGlyphs) return false;
    if (!isCff) return !isEmpty(glyph);
    const length = font['CFF ']?.topDict.CharStrings[glyph]?.length ?? 0;
    return length > SHORT_CHARSTRING || glyphFor(codePoint) > 0;
  }

  return {
    font,
    postscriptName: postscriptName || 'OfficeFace',
    family: familyZh || familyEn || postscriptName,
    version,
    fileName,
    glyphFor,
    seemsToHave,
  };
}

/** Spaces show nothing and are meant to. */
function isBlankByNature(codePoint: number): boolean {
  return /^\p{Zs}$/u.test(String.fromCodePoint(codePoint));
}

/** A hostile file may lead a reader in circles for hours: every read is counted. */
function meterOf({ stream }: Font): { readonly allow: (reads: number) => void } {
  let left = Number.POSITIVE_INFINITY;
  for (const name of ['readUInt8', 'readInt8', 'readUInt16BE', 'readInt16BE', 'readUInt32BE', 'readInt32BE'] as const) {
    const read = stream[name].bind(stream);
    stream[name] = () => {
      left -= 1;
      if (left < 0) throw new RangeError('the font file leads nowhere');
      return read();
    };
  }
  return {
    allow: (reads) => {
      left = reads;
    },
  };
}
