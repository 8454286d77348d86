/** A thousand receipts in one batch, from registry to finished PDF: at most ten seconds. `npm run bench receiptBatch` */

import fs from 'node:fs';
import path from 'node:path';
import { copyFonts } from '../../build/fonts.mjs';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument } from '../world.ts';

const RECEIPTS = 1000;
const MOST_SECONDS = 10;
const TITLES = [
  '关于做好食品安全抽检工作的通知',
  '关于印发“证照分离”改革全覆盖试点工作方案的通知',
  '关于夏季值班安排的通知',
];

copyFonts();
const world = await makeWorld({ now: '2019-09-17T08:20:00.000Z' });
try {
  const clerk = world.as('clerk');
  for (let index = 0; index < RECEIPTS; index++) {
    const title = `${TITLES[index % TITLES.length]}（${index + 1}）`;
    const { document } = await clerk.documents.register(ordinaryDocument(world, { title }));
    await clerk.copies.deliver({
      ...{ id: newId(), documentId: document.id, copies: 7, deliveredOn: toDay('2019-09-17') },
      ...{ deliveredBy: '刘洋', location: '柜二', note: '' },
    });
  }
  const day = toDay('2019-09-17');
  const measured = [];
  for (const shape of ['one', 'apart'] as const) {
    const begunMs = performance.now();
    const asked = {
      batch: 'receipts',
      language: 'zh',
      from: day,
      to: day,
      divisionId: null,
      withOverdue: false,
      shape,
    } as const;
    for await (const step of await clerk.printing.batch(asked)) {
      if (step.kind !== 'result') continue;
      const seconds = (performance.now() - begunMs) / 1000;
      const { items, pages, bytes } = step.result;
      measured.push({ shape, items, pages, megabytes: bytes / 1e6, seconds: Number(seconds.toFixed(2)) });
      const file = await clerk.ledgers.fetch({ paperId: step.result.paperId });
      const out = process.argv[2];
      if (out) fs.writeFileSync(path.join(out, file.name), new Uint8Array(await file.arrayBuffer()));
    }
  }
  const isMet = measured.every(({ shape, seconds }) => shape === 'apart' || seconds <= MOST_SECONDS);
  console.log(JSON.stringify({ receiptBatch: { measured, mostSeconds: MOST_SECONDS, isMet } }, null, 2));
  process.exitCode = isMet ? 0 : 1;
} finally {
  world.close();
}
