/** A year's report from the registry's own counts to the frozen page: sources, balance, signature, correction, publication. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AnnualReportRecord } from '../../electron/contract/reports.ts';
import type { ReportLayout } from '../../electron/domain/annualReport/layout.ts';
import { layoutOf, reportCells } from '../../electron/domain/annualReport/report.ts';
import { toDay } from '../../electron/domain/day.ts';
import { newId } from '../../electron/engine/newId.ts';
import { makeWorld, ordinaryDocument, PASSWORD, type World } from '../world.ts';
import { brokenBy, outcomeOf } from './answers.ts';

const SOURCE = '省政务服务平台统计报表';
const TEXTS = { overview: '一年来，各项工作有序推进。', problems: '解读形式较为单一，拟增加图表解读。', other: '无。' };
const layout = layoutOf(2019) as ReportLayout;

type Typed = { key: string; value: number | null; sourceNote?: string; overrideReason?: string };

let world: World;
beforeAll(async () => {
  world = await makeWorld({ now: '2020-01-10T01:00:00.000Z' });
});
afterAll(() => world.close());

function typed(figures: readonly Typed[]) {
  return figures.map((figure) => ({ sourceNote: SOURCE, overrideReason: '', ...figure }));
}

/** Every figure that the registry does not know and that is no sum: nought, apart from the ones given. */
function whole(report: AnnualReportRecord, given: Readonly<Record<string, number>> = {}) {
  const known = new Set(report.figures.filter(({ registryValue }) => registryValue !== null).map(({ key }) => key));
  return typed(
    reportCells(layout)
      .filter(({ key, sumOf }) => sumOf === null && !known.has(key))
      .map(({ key }) => ({ key, value: given[key] ?? 0 })),
  );
}

const figure = (report: AnnualReportRecord, key: string) => report.figures.find((each) => each.key === key);
const request = (row: string, column: string) => `requests.all.${row}.${column}`;

/** Twelve requests of persons, one carried over; eleven answered, two of them refused; two go on into next year. */
const REQUESTS = {
  [request('received', 'naturalPerson')]: 12,
  [request('carriedIn', 'naturalPerson')]: 1,
  [request('granted', 'naturalPerson')]: 9,
  [request('refusedInternal', 'naturalPerson')]: 2,
  [request('carriedOut', 'naturalPerson')]: 2,
  [request('received', 'business')]: 3,
  [request('notHeld', 'business')]: 3,
};

async function filled(year = 2019): Promise<AnnualReportRecord> {
  const clerk = world.as('clerk');
  const opened = await clerk.reports.open({ id: newId(), year });
  const { id = '', version = 0 } = opened.edition ?? {};
  return clerk.reports.amend({ id, version, texts: TEXTS, figures: whole(opened, REQUESTS) });
}

describe('a report that balances', () => {
  let report: AnnualReportRecord;
  beforeAll(async () => {
    const clerk = world.as('clerk');
    const special = {
      isNormative: true,
      legalityReviewNumber: '合法审〔2019〕3号',
      legalityReviewOn: toDay('2019-06-01'),
      interpretationPlan: '图表解读',
    };
    await clerk.documents.register(ordinaryDocument(world, special));
    await clerk.documents.register(ordinaryDocument(world));
    report = await filled();
  });

  test('takes from the registry what the registry counts, and says where its rows are', () => {
    expect(figure(report, 'disclosed.item1.normativeFiles.newlyMade')).toMatchObject({
      value: 1,
      origin: 'registry',
      rows: { room: 'ledger', params: { normativeFigure: 'made.2019' } },
    });
    expect(figure(report, request('received', 'naturalPerson'))).toMatchObject({
      value: 12,
      origin: 'typed',
      sourceNote: SOURCE,
    });
  });
  test('adds up rows and columns', () => {
    expect(figure(report, request('handled', 'naturalPerson'))).toMatchObject({ value: 11, origin: 'sum' });
    expect(figure(report, request('received', 'total'))).toMatchObject({ value: 15, origin: 'sum' });
    expect(figure(report, request('handled', 'total'))).toMatchObject({ value: 14, origin: 'sum' });
    expect(figure(report, 'disputes.all.number.reconsideration-total')).toMatchObject({ value: 0, origin: 'sum' });
    expect([report.checks, report.missing]).toEqual([[], []]);
  });
  test('is signed by the office reviewer and then stays as it is', async () => {
    const { id = '', version = 0 } = report.edition ?? {};
    const reviewer = world.as('officeReviewer');
    expect(await outcomeOf(reviewer.reports.sign({ id, version, password: 'not-the-password' }))).toBe(
      'WRONG_PASSWORD',
    );
    const signed = await reviewer.reports.sign({ id, version, password: PASSWORD });
    expect(signed.edition).toMatchObject({ signedOn: '2020-01-10', signerName: world.people.officeReviewer.name });
    const late = typed([{ key: request('received', 'naturalPerson'), value: 13 }]);
    expect(await brokenBy(world.as('clerk').reports.amend({ id, version: version + 1, figures: late }))).toEqual([
      'report.frozen',
    ]);
    const { writer } = world.registry().store;
    expect(() => writer.exec(`UPDATE annual_report SET texts = '{}' WHERE id = '${id}'`)).toThrow('never changed');
    expect(() => writer.exec(`UPDATE annual_report_figure SET value = 1 WHERE report_id = '${id}'`)).toThrow(
      'never changed',
    );
    // What is registered later belongs to no signed report.
    await world.as('clerk').documents.register(
      ordinaryDocument(world, {
        isNormative: true,
        legalityReviewNumber: '合法审〔2019〕4号',
        legalityReviewOn: toDay('2019-06-02'),
        interpretationPlan: '文字解读',
      }),
    );
    const again = await world.as('clerk').reports.get({ year: 2019 });
    expect(again.figures).toEqual(signed.figures);
    expect((await world.as('administrator').registry.verify()).isSound).toBe(true);
  });
  test('that is altered past its guards is found by verification', async () => {
    const { writer } = world.registry().store;
    const guard = writer
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'annual_report_figure' AND sql LIKE '%BEFORE UPDATE%'",
      )
      .get() as { name: string; sql: string };
    const add = (more: number) =>
      writer.exec(
        `UPDATE annual_report_figure SET value = value + ${more} WHERE key = '${request('received', 'naturalPerson')}'`,
      );
    const found = async () =>
      (await world.as('administrator').registry.verify()).checks.find(({ name }) => name === 'reports')?.problems;
    writer.exec(`DROP TRIGGER ${guard.name}`);
    add(1);
    expect(await found()).toEqual(['report.altered 2019-1']);
    add(-1);
    writer.exec(guard.sql);
    expect(await found()).toEqual([]);
  });

  test('is published once, not before it is signed', async () => {
    const clerk = world.as('clerk');
    const reportId = (await clerk.reports.get({ year: 2019 })).edition?.id ?? '';
    const url = 'https://www.example.gov.cn/zwgk/2019nb.html';
    expect(await brokenBy(clerk.reports.post({ reportId, postedOn: toDay('2020-01-09'), url: 'nb.html' }))).toEqual([
      'report.urlBad',
      'report.postedOnBad',
    ]);
    const posted = await clerk.reports.post({ reportId, postedOn: toDay('2020-01-10'), url });
    expect(posted).toMatchObject({ dueOn: '2020-01-31', edition: { postedOn: '2020-01-10', url } });
    expect(await clerk.reports.post({ reportId, postedOn: toDay('2020-01-10'), url })).toEqual(posted);
  });
  test('is corrected by a new edition that gives its reason; the old one is still read', async () => {
    const clerk = world.as('clerk');
    const before = await clerk.reports.get({ year: 2019 });
    const correctsId = before.edition?.id ?? '';
    expect(await brokenBy(clerk.reports.correct({ id: newId(), correctsId, reason: ' ' }))).toEqual([
      'report.correctionReasonMissing',
    ]);
    const id = newId();
    const draft = await clerk.reports.correct({ id, correctsId, reason: '表三漏计一件' });
    expect(draft.edition).toMatchObject({ edition: 2, correctionReason: '表三漏计一件', signedOn: null });
    expect(figure(draft, 'disclosed.item1.normativeFiles.newlyMade')?.value).toBe(2);
    expect(await brokenBy(clerk.reports.correct({ id: newId(), correctsId, reason: '再次更正' }))).toEqual([
      'report.draftOpen',
    ]);
    const signed = await world.as('leaderInCharge').reports.sign({ id, version: 1, password: PASSWORD });
    expect(signed.editions.map(({ edition, signedOn }) => [edition, signedOn])).toEqual([
      [2, '2020-01-10'],
      [1, '2020-01-10'],
    ]);
    const first = await clerk.reports.get({ year: 2019, editionId: correctsId });
    expect(first.figures).toEqual(before.figures);
  });
});

describe('next year’s report', () => {
  test('carries in what last year’s carried over, and is refused where it says otherwise', async () => {
    world.setNow('2021-01-12T01:00:00.000Z');
    const clerk = world.atSeat(world.newSeat('clerk'));
    const opened = await clerk.reports.open({ id: newId(), year: 2020 });
    expect(figure(opened, request('carriedIn', 'naturalPerson'))).toMatchObject({
      value: 2,
      origin: 'registry',
      rows: { room: 'annual-report', params: { year: '2019' } },
    });
    const { id = '', version = 0 } = opened.edition ?? {};
    const wrong = { key: request('carriedIn', 'naturalPerson'), value: 1, overrideReason: '上年多计一件' };
    const amended = await clerk.reports.amend({
      id,
      version,
      texts: TEXTS,
      figures: [...whole(opened), ...typed([wrong])],
    });
    expect(amended.checks).toEqual([
      {
        code: 'balance',
        cell: request('carriedOut', 'naturalPerson'),
        table: 'requests',
        row: 'carriedOut',
        column: 'naturalPerson',
        found: 0,
        expected: 1,
      },
      {
        code: 'balance',
        cell: request('carriedOut', 'total'),
        table: 'requests',
        row: 'carriedOut',
        column: 'total',
        found: 0,
        expected: 1,
      },
      {
        code: 'carriedIn',
        cell: request('carriedIn', 'naturalPerson'),
        table: 'requests',
        row: 'carriedIn',
        column: 'naturalPerson',
        found: 1,
        expected: 2,
      },
      {
        code: 'carriedIn',
        cell: request('carriedIn', 'total'),
        table: 'requests',
        row: 'carriedIn',
        column: 'total',
        found: 1,
        expected: 2,
      },
    ]);
  });
});

describe('planted errors', () => {
  let report: AnnualReportRecord;
  beforeEach(async () => {
    world.close();
    world = await makeWorld({ now: '2020-01-10T01:00:00.000Z' });
    report = await filled();
  });

  const amended = (figures: readonly Typed[]) => {
    const { id = '', version = 0 } = report.edition ?? {};
    return world.as('clerk').reports.amend({ id, version, figures: typed(figures) });
  };

  test.each<[string, Typed, { code: string; row: string; column: string }[]]>([
    [
      'a result left out',
      { key: request('granted', 'naturalPerson'), value: 8 },
      [
        { code: 'balance', row: 'carriedOut', column: 'naturalPerson' },
        { code: 'balance', row: 'carriedOut', column: 'total' },
      ],
    ],
    [
      'a total across the columns',
      { key: request('received', 'total'), value: 16 },
      [
        { code: 'rowTotal', row: 'received', column: 'total' },
        { code: 'balance', row: 'carriedOut', column: 'total' },
      ],
    ],
    [
      'a total down the rows',
      { key: request('handled', 'business'), value: 4 },
      [
        { code: 'columnTotal', row: 'handled', column: 'business' },
        { code: 'columnTotal', row: 'handled', column: 'total' },
        { code: 'balance', row: 'carriedOut', column: 'business' },
        { code: 'balance', row: 'carriedOut', column: 'total' },
      ],
    ],
    [
      'a total of table IV',
      { key: 'disputes.all.number.litigation-total', value: 1 },
      [{ code: 'rowTotal', row: 'number', column: 'litigation-total' }],
    ],
  ])('%s is found in its cell and refuses the signature and the paper', async (_, wrong, expected) => {
    const wronged = await amended([wrong]);
    expect(wronged.checks.map(({ code, row, column }) => ({ code, row, column }))).toEqual(expected);
    const { id = '', version = 0 } = wronged.edition ?? {};
    const codes = expected.map(({ code }) => `report.${code}`);
    expect(await brokenBy(world.as('officeReviewer').reports.sign({ id, version, password: PASSWORD }))).toEqual(codes);
    const asked = { year: 2019, language: 'zh' as const };
    expect(await brokenBy(world.as('clerk').reports.paper({ ...asked, mustBalance: true }))).toEqual(codes);
    expect(await brokenBy(world.as('clerk').reports.export({ ...asked, mustBalance: true }))).toEqual(codes);
    expect(await outcomeOf(world.as('clerk').reports.paper({ ...asked, mustBalance: false }))).toBe('answered');
  });

  test('a figure without source, an unexplained difference, a figure that is none: all at once, nothing is kept', async () => {
    const { id = '', version = 0 } = report.edition ?? {};
    const figures = [
      { key: 'disclosed.item6.penalties.decisions', value: 31, sourceNote: ' ', overrideReason: '' },
      { key: 'disclosed.item1.normativeFiles.newlyMade', value: 5, sourceNote: SOURCE, overrideReason: '' },
      { key: 'disclosed.item5.licences.itemsBefore', value: -2, sourceNote: SOURCE, overrideReason: '' },
      { key: 'disclosed.item5.licences.itemsChange', value: -2, sourceNote: SOURCE, overrideReason: '' },
      { key: 'disclosed.item8.fees.feeAmount', value: 1, sourceNote: SOURCE, overrideReason: '' },
    ];
    expect(await brokenBy(world.as('clerk').reports.amend({ id, version, figures }))).toEqual([
      'report.sourceMissing',
      'report.overrideReasonMissing',
      'report.figureBad',
      'report.cellUnknown',
    ]);
    const after = await world.as('clerk').reports.get({ year: 2019 });
    expect(after.figures).toEqual(report.figures);
  });

  test('nothing filled in: the signature is refused for every reason at once', async () => {
    const opened = await world.as('clerk').reports.open({ id: newId(), year: 2020 });
    const { id = '', version = 0 } = opened.edition ?? {};
    expect(await brokenBy(world.as('leaderInCharge').reports.sign({ id, version, password: PASSWORD }))).toEqual([
      'report.yearNotOver',
      ...['report.textMissing', 'report.textMissing', 'report.textMissing'],
      'report.figuresMissing',
    ]);
  });

  test('a text with the mark of a state secret is refused and not kept', async () => {
    const { id = '', version = 0 } = report.edition ?? {};
    const texts = { overview: '秘密★5年' };
    expect(await brokenBy(world.as('clerk').reports.amend({ id, version, texts, figures: [] }))).toEqual([
      'secret.marked',
    ]);
    expect((await world.as('clerk').reports.get({ year: 2019 })).texts).toEqual(TEXTS);
  });

  test('an old version is refused, a repeated opening answers the same report', async () => {
    const { id = '' } = report.edition ?? {};
    expect(await outcomeOf(world.as('clerk').reports.amend({ id, version: 1, figures: [] }))).toBe('STALE');
    expect((await world.as('clerk').reports.open({ id, year: 2019 })).edition).toEqual(report.edition);
    expect(await brokenBy(world.as('clerk').reports.open({ id: newId(), year: 2019 }))).toEqual(['report.opened']);
    expect(await brokenBy(world.as('clerk').reports.open({ id: newId(), year: 2018 }))).toEqual([
      'report.yearTooEarly',
    ]);
    expect(await brokenBy(world.as('clerk').reports.open({ id: newId(), year: 2021 }))).toEqual([
      'report.yearNotBegun',
    ]);
  });
});
