/** The annual report from the command line: of the sample registry, and of one with planted errors. */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { clientOf } from '../../electron/commands/session.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import { RESOURCES } from '../world.ts';
import { answerOf, registry, sampleRegistry } from './commandLine.ts';

const { data, at, login, asClerk, environment } = sampleRegistry();

const asked = (out: string, ...more: readonly string[]) =>
  asClerk(['annual-report', '--year', '2019', '--out', at(out), ...more]);

/** As a slip at the desk would, through the program's own rules. */
async function plant(key: string, value: number): Promise<void> {
  const engine = openEngine({ dataFolder: data, resources: RESOURCES, appVersion: '0.0.0-test' });
  const client = clientOf(engine);
  await client.people.signIn({ login: login(), password: environment.REGISTRY_PASSWORD ?? '' });
  const { edition, figures } = await client.reports.get({ year: 2019 });
  const overrideReason = figures.some((figure) => figure.key === key && figure.registryValue !== null)
    ? '有意填错'
    : '';
  const wrong = { key, value, sourceNote: '手抄', overrideReason };
  await client.reports.amend({ id: edition?.id ?? '', version: edition?.version ?? 0, figures: [wrong] });
  engine.close();
}

test('the sample’s report of 2019 balances: three tables in the PDF, the same figures in the workbook', async () => {
  const answer = await answerOf(asked('nb.pdf'), environment);
  expect(answer).toMatchObject({
    year: 2019,
    layout: '2019',
    edition: 1,
    signedOn: null,
    isBalanced: true,
    missing: [],
  });
  const text = execFileSync('pdftotext', ['-layout', at('nb.pdf'), '-'], { encoding: 'utf8' });
  expect(text).toContain('2019年政府信息公开工作年度报告');
  for (const words of ['行政处罚 +868 +12 +57', '政府集中采购 +18 +436.52', '六、其他需要报告的事项']) {
    expect(text).toMatch(new RegExp(words));
  }
  expect(await answerOf(asked('nb.xlsx'), environment)).toMatchObject({ isBalanced: true });
  expect(fs.readFileSync(at('nb.xlsx')).subarray(0, 2).toString()).toBe('PK');
}, 60_000);

test('a planted error ends with 1 and names the cell, in words on stderr and by its code in JSON; no file is written', async () => {
  await plant('disputes.all.number.reconsideration-total', 3);
  const said = await registry(asked('wrong.pdf'), environment);
  expect(said.exit).toBe(1);
  expect(said.stderr).toContain('表四“件数”行“行政复议·总计”列：各列之和为 0，现为 3');
  const { exit, stdout } = await registry(asked('wrong.xlsx', '--json'), environment);
  expect(exit).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    code: 'report.rowTotal',
    broken: [
      {
        code: 'report.rowTotal',
        field: 'disputes.all.number.reconsideration-total',
        params: { found: 3, expected: 0 },
      },
    ],
  });
  expect([fs.existsSync(at('wrong.pdf')), fs.existsSync(at('wrong.xlsx'))]).toEqual([false, false]);
}, 60_000);

test('several planted errors are all named at once', async () => {
  await plant('requests.all.received.total', 9_999);
  const { stdout } = await registry(asked('wrong.pdf', '--json'), environment);
  const { code, broken } = JSON.parse(stdout) as { code: string; broken: { code: string; field: string }[] };
  expect(code).toBe('BROKEN_RULES');
  expect(broken.map((each) => `${each.code} ${each.field}`)).toEqual([
    'report.rowTotal requests.all.received.total',
    'report.rowTotal disputes.all.number.reconsideration-total',
    'report.balance requests.all.carriedOut.total',
  ]);
}, 60_000);

test('a year without a format, a file that is neither, a year that is none', async () => {
  const early = await registry(asked('nb.pdf', '--year', '2018', '--json'), environment);
  expect([early.exit, JSON.parse(early.stdout).code]).toEqual([1, 'report.none']);
  expect((await registry(asked('nb.doc'), environment)).exit).toBe(2);
  expect((await registry(asked('nb.pdf', '--year', 'last'), environment)).exit).toBe(2);
}, 60_000);
