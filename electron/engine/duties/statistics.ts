/** Statistics (统计) as procedures: the figures, their Excel file, and the circular (通报) on them. */

import type { StatisticsRecord, StatisticsRequest, TallyRecord } from '../../contract/statistics.ts';
import { yearOf } from '../../domain/day.ts';
import { periodOf } from '../../domain/period.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { CircularDivision, CircularSheet } from '../../print/circular.ts';
import { nextFormNumber } from '../../store/snapshots.ts';
import { fileOf } from '../exchange/listExport.ts';
import { handOut, paperFacts } from '../paper/paperFacts.ts';
import { fontsFor } from '../paper/paperFonts.ts';
import { os, read, registryOf } from '../procedure.ts';
import type { Look, Work } from '../registry.ts';
import { overdueOf, statisticsOf } from './statisticsOf.ts';
import { statisticsSheets } from './statisticsSheets.ts';

/** 通报 */
const NUMBER_PREFIX = 'TB';
/** So many overdue documents stand in a circular; a longer list is read in the ledger. */
const MOST_LISTED = 500;

function periodInWords(
  { today }: Pick<Look, 'today'>,
  { from, to }: Pick<StatisticsRequest, 'from' | 'to'>,
  language: Language,
): string {
  const { key, params } = periodOf(from ?? undefined, to ?? undefined, today);
  return say(language, key, params);
}

const exportFigures = os.statistics.export.handler(async ({ context: { engine, actor }, input }) => {
  const { language, ...asked } = input;
  const record = await registryOf(engine).write(actor, async (work) => {
    const label = periodInWords(work, asked, 'zh');
    work.record({ act: 'statistics.export', entity: 'statistics', entityId: 'xlsx', label });
    return statisticsOf(work, asked);
  });
  // Loaded when it is needed: the window must not wait for it at every start.
  const { writeBook } = await import('../../exchange/xlsxWriter.ts');
  const name = `${say(language, 'paper.statistics')} ${periodInWords({ today: record.today }, asked, language)}.xlsx`;
  const bytes = await writeBook(statisticsSheets(record, language));
  return fileOf(
    bytes,
    name.replace(/[\\/:*?"<>|]+/g, ' '),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
});

const circular = os.statistics.circular.handler(async ({ context: { engine, token, actor }, input }) => {
  const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
  const { fonts, faces } = await fontsFor(engine, 'circular');
  const made = await registryOf(engine).write(actor, async (work) => {
    const sheet = circularOf(work, { ...input, divisionId: null }, input.language);
    const { printCircular } = await import('../../print/circular.ts');
    const label = `${sheet.number} ${periodInWords(work, input, 'zh')}`;
    const changes = [{ field: 'form', before: '', after: 'circular' }, ...faces];
    work.record({ act: 'ledgers.form', entity: 'statistics', entityId: sheet.number, label, changes });
    return {
      name: `${say(input.language, 'paper.circular')} ${sheet.number}`,
      content: await printCircular(fonts, sheet, work.now),
      missing: missingCharacters(fonts, textsOf(sheet)),
    };
  });
  return handOut({ engine, token }, made);
});

function circularOf(work: Work, asked: StatisticsRequest, language: Language): CircularSheet {
  const record = statisticsOf(work, asked);
  const places = new Map(record.divisions.map(({ divisionId }, at) => [divisionId, at]));
  const place = ({ subject }: StatisticsRecord['overdue'][number]) => places.get(subject.divisionId) ?? 0;
  const overdue = overdueOf(work, asked, MOST_LISTED).toSorted((a, b) => place(a) - place(b));
  const { total } = record;
  return {
    ...{ language, number: nextFormNumber(work.db, `${NUMBER_PREFIX}-${yearOf(work.today)}-`) },
    ...paperFacts(work),
    period: periodInWords(work, asked, language),
    issuedOn: work.today,
    total: { ...divisionRow(total, ''), place: null, documents: total.documents, proactive: total.proactive },
    divisions: record.divisions.map((division) => ({
      ...divisionRow(division, division.divisionName),
      place: division.place,
    })),
    overdue: overdue.map(({ subject, duty }) => ({
      division: subject.divisionName,
      docNumber: subject.number || say(language, 'statistics.noNumber'),
      title: subject.title,
      dueOn: duty.dueOn,
      workingDays: duty.overdueWorkingDays,
    })),
    isGiven: record.isGiven,
    unlisted: Math.max(0, total.overdue - overdue.length),
    calendarVersion: record.calendarVersion,
  };
}

function divisionRow(tally: TallyRecord, name: string): Omit<CircularDivision, 'place'> {
  const { inTime, late, overdue, copiesMissing, onTimeRate, meanWorkingDays } = tally;
  return {
    ...{ name, inTime, late, overdue, copiesMissing, due: inTime + late + overdue },
    rate: onTimeRate === null ? '—' : `${(onTimeRate * 100).toFixed(1)}%`,
    mean: meanWorkingDays === null ? '—' : meanWorkingDays.toFixed(1),
  };
}

export const statistics = {
  figures: os.statistics.figures.handler(
    read(async (look): Promise<StatisticsRecord> => statisticsOf(look, look.input)),
  ),
  export: exportFigures,
  circular,
};
