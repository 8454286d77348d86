/** A typeface of which only the pieces that a paper needs are read sets the same paper as the whole file does. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyFonts } from '../../build/fonts.mjs';
import type { FaceFile } from '../../electron/print/faceFile.ts';
import { type FontSet, openFonts } from '../../electron/print/fonts.ts';
import { openPaper } from '../../electron/print/page.ts';
import { A4_PORTRAIT } from '../../electron/print/sheet.ts';

const TEXTS = [
  '关于印发《2019 年政务公开工作要点》的通知',
  '辽市监发〔2019〕12号，éàü',
  'the ‘open’ and the “closed” file',
];

const whole = (name: string) => readFileSync(join(copyFonts(), `${name}.ttf`));

async function printed(fonts: FontSet): Promise<Uint8Array> {
  const facts = { title: 'x', subject: '', author: '', language: 'en', madeAt: '2019-09-30T08:20:00.000Z' } as const;
  const paper = await openPaper(fonts, facts);
  const sheet = paper.addSheet(A4_PORTRAIT);
  TEXTS.forEach((text, line) => {
    sheet.text(text, sheet.left, sheet.top + 20 * line, { face: line === 0 ? 'songBlack' : 'song', size: 12 });
  });
  return paper.finish();
}

test('the same bytes, of which a twentieth was read at the most', async () => {
  const read = { bytes: 0, of: 0 };
  const piecewise = (name: string) => (): FaceFile => {
    const bytes = whole(name);
    read.of += bytes.length;
    return {
      size: bytes.length,
      read: (from, length) => {
        read.bytes += length;
        return bytes.subarray(from, from + length);
      },
    };
  };
  const names = ['song', 'songBlack', 'hei'] as const;
  const [song, songBlack, hei] = names.map(piecewise) as [() => FaceFile, () => FaceFile, () => FaceFile];
  const paper = await printed(openFonts({ song, songBlack, hei }));
  const [fullSong, fullBlack, fullHei] = names.map(whole) as [Buffer, Buffer, Buffer];
  expect(paper).toEqual(await printed(openFonts({ song: fullSong, songBlack: fullBlack, hei: fullHei })));
  expect(read.of).toBeGreaterThan(25_000_000);
  expect(read.bytes).toBeLessThan(read.of / 20);
});
