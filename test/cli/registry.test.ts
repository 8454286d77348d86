/** A registry from the command line: founded, searched, printed, imported into, copied, put back. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerOf, registry, sampleRegistry } from './commandLine.ts';

const { data, at, asClerk, environment } = sampleRegistry();

describe('the sample registry', () => {
  test('is not founded a second time', async () => {
    const { exit, stderr } = await registry(['init', '--sample', '--data', data]);
    expect(exit).toBe(1);
    expect(stderr).toContain('已有登记库');
  });

  test('verifies whole', async () => {
    const answer = await answerOf(['verify', '--data', data]);
    expect(answer).toMatchObject({ isSound: true, headHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('refuses documents without a person, with a wrong password and with none', async () => {
    expect((await registry(['documents', '--data', data])).exit).toBe(1);
    const wrong = await registry(asClerk(['documents', '--json']), { REGISTRY_PASSWORD: 'wrong-password' });
    expect(wrong.exit).toBe(1);
    expect(JSON.parse(wrong.stdout)).toMatchObject({ code: 'WRONG_PASSWORD' });
    const unasked = await registry(asClerk(['documents', '--json']));
    expect(unasked.exit).toBe(1);
    expect(JSON.parse(unasked.stdout)).toMatchObject({ code: 'password.missing' });
  });

  test('finds documents by text, attribute and days', async () => {
    const all = await answerOf(asClerk(['documents']), environment);
    const some = await answerOf(
      asClerk(['documents', '--query', '通知', '--from', '2019-07-01', '--to', '2019-07-31']),
      environment,
    );
    expect(Number(some.total)).toBeGreaterThan(0);
    expect(Number(some.total)).toBeLessThan(Number(all.total));
    const titles = (some.documents as { title: string; docNumber: string | null; signedOn: string }[]).map(
      ({ title, docNumber }) => `${title}${docNumber}`,
    );
    expect(titles.every((text) => text.includes('通知'))).toBe(true);
    const withheld = await answerOf(asClerk(['documents', '--attribute', '不予公开']), environment);
    expect(
      (withheld.documents as { attribute: string }[]).every(({ attribute }) => attribute === 'NOT_DISCLOSED'),
    ).toBe(true);
  });

  test('lists every duty with rule, trigger, due date and state, as of any day and of one division', async () => {
    type Listed = { on: string; total: number; duties: { subject: { divisionName: string }; duty: DutyShown }[] };
    type DutyShown = { rule: string; triggerOn: string; dueOn: string; state: string };
    const all = (await answerOf(asClerk(['duties']), environment)) as Listed;
    expect(all).toMatchObject({ on: '2019-09-24', total: all.duties.length });
    expect(new Set(all.duties.map(({ duty }) => duty.state))).toContain('met');
    const open = (await answerOf(asClerk(['duties', '--open']), environment)) as Listed;
    expect(open.duties).toEqual(all.duties.filter(({ duty }) => !duty.state.startsWith('met')));
    const later = (await answerOf(asClerk(['duties', '--open', '--on', '2019-12-31']), environment)) as Listed;
    const overdue = (listed: Listed) => listed.duties.filter(({ duty }) => duty.state === 'overdue').length;
    expect(overdue(later)).toBeGreaterThan(overdue(open));
    const division = open.duties[0]?.subject.divisionName ?? '';
    const own = (await answerOf(asClerk(['duties', '--open', '--division', division]), environment)) as Listed;
    expect(own.duties).toEqual(open.duties.filter(({ subject }) => subject.divisionName === division));
  });

  test('lists what is due with its stage, more of it on a later day', async () => {
    const today = (await answerOf(asClerk(['due']), environment)) as {
      on: string;
      items: { stage: string; duty: { dueOn: string } }[];
    };
    const later = (await answerOf(asClerk(['due', '--on', '2019-10-31']), environment)) as typeof today;
    expect(today.on).toBe('2019-09-24');
    expect(new Set(today.items.map(({ stage }) => stage))).toContain('overdue');
    expect(today.items.some(({ duty, stage }) => duty.dueOn === today.on && stage === 'today')).toBe(true);
    expect(later.items.length).toBeGreaterThan(today.items.length);
  });

  test('prints a ledger whose text can be read', async () => {
    const out = at('ledger.pdf');
    const answer = await answerOf(
      asClerk(['ledger', '--out', out, '--from', '2019-08-01', '--to', '2019-08-31']),
      environment,
    );
    expect(answer).toMatchObject({
      number: expect.stringMatching(/^TZ-2019-\d{4}$/),
      headHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' })).toContain('政务公开文件台账');
    execFileSync('qpdf', ['--check', out]);
  });

  test('holds a printed ledger against the registry: sound as printed, refused when one byte is another', async () => {
    const out = at('checked.pdf');
    const { number } = (await answerOf(asClerk(['ledger', '--out', out]), environment)) as { number: string };
    expect(await answerOf(['verify', '--data', data, '--ledger', out], environment)).toMatchObject({
      ...{ verdict: 'sound', paper: 'original', isSound: true, snapshot: { number } },
    });
    expect(await answerOf(['verify', '--data', data, '--number', number], environment)).toMatchObject({
      isSound: true,
    });
    const bytes = fs.readFileSync(out);
    bytes[bytes.length - 400] = (bytes[bytes.length - 400] ?? 0) ^ 1;
    fs.writeFileSync(out, bytes);
    const { exit, stdout } = await registry(['verify', '--data', data, '--ledger', out], environment);
    expect(exit).toBe(1);
    expect(stdout).toContain('文件与打印时不同');
  });

  test('holds a printed register against the registry just as well, by its file and by its number', async () => {
    const out = at('copies.pdf');
    expect((await registry(asClerk(['form', 'copies', '--out', out]), environment)).exit).toBe(0);
    const checked = await answerOf(['verify', '--data', data, '--ledger', out], environment);
    expect(checked).toMatchObject({ verdict: 'sound', paper: 'original', snapshot: { preset: 'copies' } });
    const { number } = (checked as { snapshot: { number: string } }).snapshot;
    expect(number).toMatch(/^DJ-2019-\d{4}$/);
    expect(await answerOf(['verify', '--data', data, '--number', number], environment)).toMatchObject({
      ...{ paper: 'number', isSound: true, changed: 0 },
    });
  });

  test('prints the forms of a document', async () => {
    const { documents } = (await answerOf(asClerk(['documents', '--from', '2019-09-01']), environment)) as {
      documents: { id: string }[];
    };
    for (const form of ['receipt', 'review', 'notice']) {
      const out = at(`${form}.pdf`);
      const { exit, stderr } = await registry(
        asClerk(['form', form, '--document', documents[0]?.id ?? '', '--out', out]),
        environment,
      );
      expect(stderr).toBe('');
      expect(exit).toBe(0);
      expect(execFileSync('pdftotext', [out, '-'], { encoding: 'utf8' }).length).toBeGreaterThan(50);
    }
  });
});

describe('import', () => {
  const file = at('old.csv');

  beforeAll(() => {
    fs.writeFileSync(
      file,
      '标题,文号,起草处室,签发人,签发日期,公开属性\n关于甲事的通知,辽市监发[2018]7号,办公室,陆建章,2018.3.1,主动公开\n关于乙事的通知,辽市监发〔18〕8号,办公室,陆建章,2018.3.2,主动公开\n',
    );
  });

  test('refuses the whole file for one row, and writes the row with its reason', async () => {
    const before = await answerOf(asClerk(['documents']), environment);
    const { exit, stdout } = await registry(asClerk(['import', file, '--json']), environment);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ accepted: 0, refused: [{ row: 3, codes: ['docNumber.twoDigitYear'] }] });
    expect(fs.readFileSync(at('old.refused.csv'), 'utf8')).toContain('关于乙事的通知');
    expect((await answerOf(asClerk(['documents']), environment)).total).toBe(before.total);
  });

  test('takes what can be taken when asked to', async () => {
    const { exit, stdout } = await registry(asClerk(['import', file, '--partial', '--json']), environment);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ accepted: 1 });
    const copies = fs.readdirSync(path.join(data, 'backups'));
    expect(copies.filter((name) => name.endsWith('-import.db'))).toHaveLength(1);
    const found = await answerOf(asClerk(['documents', '--query', '关于甲事']), environment);
    expect(found).toMatchObject({ total: 1, documents: [{ docNumber: '辽市监发〔2018〕7号' }] });
  });
});

describe('export', () => {
  test.each(['xlsx', 'csv', 'ics'])('writes the filtered list to a .%s file', async (format) => {
    const out = at(`list.${format}`);
    const answer = await answerOf(asClerk(['export', '--query', '食品', '--out', out]), environment);
    expect(answer).toMatchObject({ file: out, bytes: fs.statSync(out).size });
    if (format === 'xlsx') {
      const { total } = await answerOf(asClerk(['documents', '--query', '食品']), environment);
      const dry = ['import', out, '--sheet', '文件公开台账', '--header-row', '1', '--dry-run'];
      const again = await answerOf(asClerk(dry), environment);
      expect(Number(again.accepted) + (again.refused as unknown[]).length).toBe(total);
    }
  });

  test('knows three kinds of file, and says where it cannot write', async () => {
    expect((await registry(asClerk(['export', '--out', at('list.doc')]), environment)).exit).toBe(2);
    const { exit, stderr } = await registry(asClerk(['export', '--out', at('nowhere/list.csv')]), environment);
    expect([exit, stderr]).toEqual([1, expect.stringContaining('不能写入文件')]);
  });

  test('of duties is a calendar of every subject', async () => {
    const out = at('duties.ics');
    await answerOf(asClerk(['duties', '--open', '--out', out]), environment);
    expect(fs.readFileSync(out, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*UID:document-[\s\S]*END:VCALENDAR\r\n$/u);
  });
});

describe('backup and restore', () => {
  test('puts back what was there at the time of the copy', async () => {
    const copy = at('copy.db');
    await answerOf(['backup', '--data', data, '--out', copy]);
    const before = await answerOf(asClerk(['documents']), environment);
    fs.writeFileSync(
      at('one.csv'),
      '标题,文号,起草处室,签发人,签发日期,公开属性\n关于丙事的通知,辽市监发〔2018〕9号,办公室,陆建章,2018-03-05,主动公开\n',
    );
    await answerOf(asClerk(['import', at('one.csv')]), environment);
    expect(Number((await answerOf(asClerk(['documents']), environment)).total)).toBe(Number(before.total) + 1);
    expect((await registry(['restore', copy, '--data', data])).exit).toBe(0);
    expect((await answerOf(asClerk(['documents']), environment)).total).toBe(before.total);
    expect(await answerOf(['verify', '--data', data])).toMatchObject({ isSound: true });
  });

  test.each([
    ['damaged', () => fs.writeFileSync(path.join(data, 'registry.db'), Buffer.alloc(65_536, 0x5a))],
    ['gone', () => fs.rmSync(path.join(data, 'registry.db'))],
  ])('a registry that is %s is put back from its copy', async (_, harm) => {
    const copy = at('sound.db');
    await answerOf(['backup', '--data', data, '--out', copy]);
    const before = await answerOf(asClerk(['documents']), environment);
    await answerOf(['restore', copy, '--data', data]);
    harm();
    expect((await registry(['verify', '--data', data])).exit).toBe(1);
    const { exit, stderr } = await registry(['restore', copy, '--data', data]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect((await answerOf(asClerk(['documents']), environment)).total).toBe(before.total);
    expect(await answerOf(['verify', '--data', data])).toMatchObject({ isSound: true });
  });

  test('refuses a copy that is damaged', async () => {
    const copy = at('damaged.db');
    await answerOf(['backup', '--data', data, '--out', copy]);
    const bytes = fs.readFileSync(copy);
    bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8192);
    fs.writeFileSync(copy, bytes);
    const { exit, stderr } = await registry(['restore', copy, '--data', data]);
    expect(exit).toBe(1);
    expect(stderr.trim()).not.toBe('');
    expect(await answerOf(['verify', '--data', data])).toMatchObject({ isSound: true });
  });
});
