/** A font file that ships with the program, read piece by piece: papers need a twentieth of it. */

import fs from 'node:fs';
import type { FaceFile } from '../../print/faceFile.ts';

/** Stays open, as the program's own files do. */
export function openFontFile(file: string): FaceFile {
  const descriptor = fs.openSync(file, 'r');
  const { size } = fs.fstatSync(descriptor);
  return {
    size,
    read: (from, length) => {
      const bytes = new Uint8Array(length);
      const got = length === 0 ? 0 : fs.readSync(descriptor, bytes, 0, length, from);
      if (got !== length) throw new RangeError(`${file} ends before its tables do`);
      return bytes;
    },
  };
}
