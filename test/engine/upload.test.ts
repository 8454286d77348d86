/** A file that is larger than may be handed in is refused by its size, in words, whoever hands it in. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { LARGEST_UPLOAD_BYTES } from '../../electron/contract/records.ts';
import { say } from '../../electron/domain/wording/say.ts';
import { makeWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

test('is refused before it is read, with the size that may be handed in', async () => {
  const clerk = world.as('clerk');
  const file = new File([new Uint8Array(LARGEST_UPLOAD_BYTES + 1)], '台账.xlsx');
  const broken = [{ code: 'file.tooLarge', field: 'file', params: { megabytes: 20 } }];
  const asked = { file, mapping: null, isDryRun: true, isPartial: false };
  await expect(clerk.imports.open({ file })).rejects.toMatchObject({ code: 'BROKEN_RULES', data: { broken } });
  await expect(clerk.registry.import(asked)).rejects.toMatchObject({ code: 'BROKEN_RULES', data: { broken } });
  expect(say('zh', 'file.tooLarge', { megabytes: 20 })).toBe('文件过大，最多 20 MB。');
});
