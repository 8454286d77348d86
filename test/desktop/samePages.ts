/** Compares what arrived at a print system with the paper, or the pages of it, that were to be printed. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { differingBlocks } from '../print/picture.ts';
import { type Picture, rasterise, withFile } from '../print/reading.ts';

const DOTS_AN_INCH = 60;
/** The two were drawn by different hands: the edges of strokes differ a little, a line that is missing does far more. */
const MOST_DIFFERING = 0.002;

/** Every page of the paper is one sheet of its size with the same ink in the same places, and there is no other sheet. */
export function expectSamePages(printed: Uint8Array, paper: Uint8Array): void {
  const [sheets, pages] = [rasterise(printed, DOTS_AN_INCH), rasterise(paper, DOTS_AN_INCH)];
  expect(sheets.length).toBe(pages.length);
  for (const [at, page] of pages.entries()) {
    const sheet = sheets[at] ?? page;
    // A sheet is a whole number of points, so that it may be a dot larger or smaller than its page.
    expect(Math.abs(sheet.width - page.width)).toBeLessThanOrEqual(1);
    expect(Math.abs(sheet.height - page.height)).toBeLessThanOrEqual(1);
    const [width, height] = [Math.min(sheet.width, page.width), Math.min(sheet.height, page.height)];
    expect(page.pixels.some((dot) => dot < 128)).toBe(true);
    expect(differingBlocks(cut(sheet, width, height), cut(page, width, height))).toBeLessThan(MOST_DIFFERING);
  }
}

function cut(picture: Picture, width: number, height: number): Picture {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    pixels.set(picture.pixels.subarray(y * picture.width, y * picture.width + width), y * width);
  }
  return { width, height, pixels };
}

/** Some pages of a paper, as qpdf names them: `2,4-z`. */
export function pagesOf(paper: Uint8Array, pages: string): Uint8Array {
  return withFile(paper, (file, place) => {
    const part = path.join(place, 'part.pdf');
    execFileSync('qpdf', [file, '--pages', '.', pages, '--', part]);
    return new Uint8Array(fs.readFileSync(part));
  });
}
