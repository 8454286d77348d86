/** Which way a system prints. */
import { expect, test } from 'vitest';
import { printWayOf } from '../../electron/desktop/printWay.ts';

test('Windows prints by pictures, every other system hands the file over', () => {
  const usual = (platform: NodeJS.Platform) => printWayOf({ platform, isPackaged: true, asked: undefined });
  expect(usual('win32')).toBe('pictures');
  for (const platform of ['linux', 'darwin', 'freebsd'] as const) expect(usual(platform)).toBe('file');
});

test('the way can be chosen to try it, but not in a delivered program, and only if there is such a way', () => {
  const linux = { platform: 'linux', isPackaged: false } as const;
  expect(printWayOf({ ...linux, asked: 'pictures' })).toBe('pictures');
  expect(printWayOf({ ...linux, platform: 'win32', asked: 'file' })).toBe('file');
  expect(printWayOf({ ...linux, isPackaged: true, asked: 'pictures' })).toBe('file');
  for (const asked of ['', 'viewer', 'PICTURES', undefined]) expect(printWayOf({ ...linux, asked })).toBe('file');
});
