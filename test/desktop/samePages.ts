/** Compares what arrived at a print system with the paper, or the pages of it, that were to be printed. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { type Picture, rasterise, withFile } from '../print/reading.ts';

const DOTS_AN_INCH = 60;
/** Dots on a side of the blocks that are looked at, about as large as a character. */
const BLOCK = 6;
const INKED = 190;
const EMPTY = 250;

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
    expect(inkOnOneOnly(page, sheet, width, height), `page ${at + 1}`).toEqual([]);
  }
}

/**
 * Where one has ink and the other none. The two were drawn by different hands, so that the edges of strokes differ, but
 * not whether there is a character.
 */
function inkOnOneOnly(one: Picture, other: Picture, width: number, height: number): readonly string[] {
  const found: string[] = [];
  for (let top = 0; top + BLOCK <= height; top += BLOCK) {
    for (let left = 0; left + BLOCK <= width; left += BLOCK) {
      const greys = [meanOf(one, left, top), meanOf(other, left, top)];
      if (Math.min(...greys) < INKED && Math.max(...greys) > EMPTY) found.push(`${left},${top}`);
    }
  }
  return found;
}

function meanOf({ width, pixels }: Picture, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + BLOCK; y++) {
    for (let x = left; x < left + BLOCK; x++) sum += pixels[y * width + x] ?? 255;
  }
  return sum / (BLOCK * BLOCK);
}

/** Some pages of a paper, as qpdf names them: `2,4-z`. */
export function pagesOf(paper: Uint8Array, pages: string): Uint8Array {
  return withFile(paper, (file, place) => {
    const part = path.join(place, 'part.pdf');
    execFileSync('qpdf', [file, '--pages', '.', pages, '--', part]);
    return new Uint8Array(fs.readFileSync(part));
  });
}
