/** Reads papers back with other people's programs: pdf.js for glyphs and places, poppler for text and pictures, qpdf for soundness. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One glyph as pdf.js places it, in points from the upper left corner. */
export type ReadGlyph = {
  readonly character: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

export type ReadPage = { readonly width: number; readonly height: number; readonly glyphs: readonly ReadGlyph[] };

type ShownGlyph = { readonly unicode: string; readonly width: number };

export async function readPages(bytes: Uint8Array): Promise<readonly ReadPage[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const paper = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { fnArray, argsArray } = await page.getOperatorList();
    pages.push({ width, height, glyphs: placeGlyphs(fnArray, argsArray, height) });
  }
  await task.destroy();
  return pages;
}

/** Follows the few text operators that our papers use. */
function placeGlyphs(operators: readonly number[], operands: readonly unknown[], height: number): readonly ReadGlyph[] {
  const glyphs: ReadGlyph[] = [];
  let [lineX, lineY, x, size, spacing] = [0, 0, 0, 0, 0];
  /** Our papers move the origin up and down, never turn or scale it. */
  let origin = 0;
  const origins: number[] = [];
  operators.forEach((operator, index) => {
    const values = operands[index] as readonly unknown[];
    if (operator === OPS.beginText) [lineX, lineY, x] = [0, 0, 0];
    else if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) origins.push(origin);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) origin = origins.pop() ?? 0;
    else if (operator === OPS.transform) origin += Number(values[5]);
    else if (operator === OPS.setFont) size = Number(values[1]);
    else if (operator === OPS.setCharSpacing) spacing = Number(values[0]);
    else if (operator === OPS.moveText) {
      [lineX, lineY] = [lineX + Number(values[0]), lineY + Number(values[1])];
      x = lineX;
    } else if (operator === OPS.setTextMatrix) {
      const matrix = (Array.isArray(values[0]) || ArrayBuffer.isView(values[0]) ? values[0] : values) as number[];
      [lineX, lineY] = [matrix[4] ?? 0, matrix[5] ?? 0];
      x = lineX;
    } else if (operator === OPS.showText) {
      for (const glyph of values[0] as readonly (ShownGlyph | number)[]) {
        if (typeof glyph === 'number') continue;
        const width = (glyph.width * size) / 1000;
        glyphs.push({ character: glyph.unicode, x, y: height - lineY - origin, width, size });
        x += width + spacing;
      }
    }
  });
  return glyphs;
}

/** All characters in the order in which they were written. */
export function textOf(pages: readonly ReadPage[]): string {
  return pages.flatMap(({ glyphs }) => glyphs.map(({ character }) => character)).join('');
}

export function withFile<T>(bytes: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const path = join(folder, 'paper.pdf');
  try {
    writeFileSync(path, bytes);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function run(program: string, ...values: readonly string[]): string {
  return execFileSync(program, values, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Grey pictures of all pages, 0 = black. */
export function rasterise(bytes: Uint8Array, dotsAnInch: number): readonly Picture[] {
  return withFile(bytes, (path, folder) => {
    run('pdftoppm', '-gray', '-r', String(dotsAnInch), path, join(folder, 'page'));
    const names = run('ls', folder)
      .split('\n')
      .filter((name) => name.endsWith('.pgm'));
    return names.map((name) => readPicture(readFileSync(join(folder, name))));
  });
}

function readPicture(bytes: Uint8Array): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(bytes.slice(0, 40)));
  if (!head) throw new Error('not a grey picture');
  const [all = '', width = '', height = ''] = head;
  return { width: Number(width), height: Number(height), pixels: bytes.slice(all.length) };
}

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Darkness in a box given in points: 1 = one wholly black dot. */
export function inkIn(picture: Picture, box: Box, dotsAnInch: number): number {
  const dots = (points: number) => (points * dotsAnInch) / 72;
  const [left, right] = [Math.max(0, Math.floor(dots(box.left))), Math.min(picture.width, Math.ceil(dots(box.right)))];
  const [top, bottom] = [Math.max(0, Math.floor(dots(box.top))), Math.min(picture.height, Math.ceil(dots(box.bottom)))];
  let ink = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) ink += 255 - (picture.pixels[y * picture.width + x] ?? 255);
  }
  return ink / 255;
}

export function glyphBox({ x, y, width, size }: ReadGlyph): Box {
  return { left: x, right: x + width, top: y - 0.9 * size, bottom: y + 0.2 * size };
}

/** Characters that have a picture but left no ink on their place. */
export async function inklessCharacters(bytes: Uint8Array, dotsAnInch = 144): Promise<readonly string[]> {
  const pages = await readPages(bytes);
  const pictures = rasterise(bytes, dotsAnInch);
  return pages.flatMap(({ glyphs }, index) => {
    const picture = pictures[index];
    if (!picture) return ['a page without picture'];
    return glyphs
      .filter((glyph) => glyph.width > 0 && !/^\s$/u.test(glyph.character))
      .filter((glyph) => inkIn(picture, glyphBox(glyph), dotsAnInch) < 0.4)
      .map(({ character }) => character);
  });
}

/** Millimetres of white between each edge of a page and its outermost ink. */
export function whiteMargins(picture: Picture, dotsAnInch: number): Box {
  const { width, height, pixels } = picture;
  const box = { left: width, top: height, right: 0, bottom: 0 };
  pixels.forEach((dot, index) => {
    if (dot > 200) return;
    const [x, y] = [index % width, Math.floor(index / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  });
  const millimetres = (dots: number) => (dots * 25.4) / dotsAnInch;
  return {
    left: millimetres(box.left),
    top: millimetres(box.top),
    right: millimetres(width - 1 - box.right),
    bottom: millimetres(height - 1 - box.bottom),
  };
}

/** Pairs of characters that stand on each other. */
export function overlaps(pages: readonly ReadPage[]): readonly string[] {
  return pages.flatMap(({ glyphs }) => {
    const seen = glyphs.filter(({ width, character }) => width > 0 && !/^\s$/u.test(character));
    const inOrder = seen.toSorted((a, b) => a.y - b.y || a.x - b.x);
    return inOrder.flatMap((glyph, index) => {
      const found: string[] = [];
      for (let next = index + 1; next < inOrder.length; next++) {
        const other = inOrder[next];
        if (!other || other.y - glyph.y > 0.8 * glyph.size) break;
        const shared = Math.min(glyph.x + glyph.width, other.x + other.width) - Math.max(glyph.x, other.x);
        if (shared > 0.6) found.push(glyph.character + other.character);
      }
      return found;
    });
  });
}

type WordBox = Box & { readonly word: string };

/** Pairs of words whose boxes, as poppler sees them, stand on each other by more than hairs. */
export function overlappingWords(bytes: Uint8Array): readonly string[] {
  const pages = withFile(bytes, (path) => run('pdftotext', '-bbox', path, '-'))
    .split('<page ')
    .slice(1);
  const places = /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g;
  return pages.flatMap((page) => {
    const words = Array.from(page.matchAll(places), (found): WordBox => {
      const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1, 5).map(Number);
      // Boxes of words are as high as the line of their face; signs themselves fill the middle.
      const lead = (bottom - top) * 0.2;
      return { left, right, top: top + lead, bottom: bottom - lead, word: found[5] ?? '' };
    });
    // Ballot boxes are pictures of the paper's own, whose box is that of the whole em.
    const read = words.filter(({ word }) => !/^[☐☑]+$/u.test(word));
    return read.flatMap((one, index) =>
      read
        .slice(index + 1)
        .filter((other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.6)
        .filter((other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.6)
        .map((other) => `${one.word} ${other.word}`),
    );
  });
}

/** Complaints of qpdf, and fonts that are not embedded as subsets with a map to characters. */
export function faultsOf(bytes: Uint8Array): readonly string[] {
  return withFile(bytes, (path) => {
    const said = run('qpdf', '--check', path);
    const fonts = run('pdffonts', path)
      .split('\n')
      .slice(2)
      .filter((line) => line.trim() !== '');
    const unfit = fonts.filter(
      (line) => !/ (Type 3 .* yes no {2}yes|CID (?:TrueType|Type 0C) .* yes yes yes) /.test(line),
    );
    return [...(said.includes('No syntax or stream encoding errors') ? [] : [said]), ...unfit];
  });
}
