/** Forms, registers, batches and labels from the command line. */

import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerOf, registry, sampleRegistry } from './commandLine.ts';

const { at, asClerk, environment } = sampleRegistry();

const head = (name: string) => fs.readFileSync(at(name)).subarray(0, 4).toString('latin1');

describe('form', () => {
  test('prints a register under its number', async () => {
    const words = ['form', 'transfer', '--from', '2019-08-01', '--to', '2019-08-31', '--out', at('transfer.pdf')];
    const answer = await answerOf(asClerk(words), environment);
    expect(answer).toMatchObject({ number: 'DJ-2019-0001', rows: expect.any(Number) });
    expect(head('transfer.pdf')).toBe('%PDF');
  });

  test('prints a batch as one file each where the file is a zip', async () => {
    const words = ['form', 'notices', '--to', '2019-09-30', '--overdue', '--out', at('notices.zip')];
    const answer = await answerOf(asClerk(words), environment);
    expect(Number(answer.items)).toBeGreaterThan(0);
    expect(head('notices.zip')).toBe('PK\u0003\u0004');
  });

  test('says what is missing, and ends with 2 for a form that does not exist', async () => {
    const missing = await registry(asClerk(['form', 'receipt', '--out', at('none.pdf')]), environment);
    expect(missing.exit).toBe(1);
    expect(missing.stderr).toContain('请用 --document 指明');
    expect((await registry(asClerk(['form', 'nothing', '--out', at('none.pdf')]), environment)).exit).toBe(2);
  });
});

describe('own columns', () => {
  test('are used by their name for the ledger and for a table file, not beside a preset', async () => {
    const words = ['ledger', '--columns', '网站公开核对表', '--from', '2019-08-01', '--to', '2019-08-31'];
    const answer = await answerOf(asClerk([...words, '--out', at('own.pdf')]), environment);
    expect(answer).toMatchObject({ preset: 'own', columnSet: '网站公开核对表', rows: expect.any(Number) });
    expect(head('own.pdf')).toBe('%PDF');
    await answerOf(asClerk(['export', '--columns', '网站公开核对表', '--out', at('own.csv')]), environment);
    expect(fs.readFileSync(at('own.csv'), 'utf8').split('\r\n')[0]).toBe(
      '\uFEFF发文字号,文件标题,公开属性,应公开截止日,公开日期,期限,逾期工作日数,公开渠道,网址',
    );
    const both = [...words, '--preset', 'full', '--out', at('none.pdf')];
    expect((await registry(asClerk(both), environment)).exit).toBe(2);
    const unknown = await registry(asClerk(['ledger', '--columns', '无此表', '--out', at('none.pdf')]), environment);
    expect(unknown).toMatchObject({ exit: 1, stderr: expect.stringContaining('没有名为“无此表”的自选列') });
  });
});

test('labels prints sheets of labels', async () => {
  const words = ['labels', '--kind', 'stamp', '--out', at('labels.pdf')];
  const answer = await answerOf(asClerk(words), environment);
  expect(Number(answer.items)).toBeGreaterThan(0);
  expect(head('labels.pdf')).toBe('%PDF');
});
