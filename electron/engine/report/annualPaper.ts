/** The annual report as PDF and as Excel file; where it must balance, broken checks refuse it by the cells' names. */

import { brokenOnBalance } from '../../domain/annualReport/rules.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { AnnualReportSheet } from '../../print/annualReport.ts';
import { fileOf } from '../exchange/listExport.ts';
import { handOut, paperFacts } from '../paper/paperFacts.ts';
import { fontsFor, type PaperFonts } from '../paper/paperFonts.ts';
import { os, registryOf } from '../procedure.ts';
import { refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { type ComposedReport, composeReport, editionOf } from './annualReport.ts';
import { annualLabel } from './annualReportActs.ts';
import { reportSheets } from './annualSheets.ts';

type Asked = {
  readonly year: number;
  readonly editionId?: string | undefined;
  readonly language: Language;
  readonly mustBalance: boolean;
};

/** The report asked for, after it was noted in the trail that it left the registry. */
function reportFor(
  work: Work,
  act: 'reports.paper' | 'reports.export',
  asked: Asked,
  faces: PaperFonts['faces'],
): ComposedReport {
  const row = editionOf(work, asked.year, asked.editionId);
  const report = composeReport(work, asked.year, row);
  if (asked.mustBalance) refuseIfBroken(brokenOnBalance(report.checks));
  const label = annualLabel({ year: asked.year, edition: row?.edition ?? 1 });
  work.record({ act, entity: 'annualReport', entityId: row?.id ?? String(asked.year), label, changes: faces });
  return report;
}

export const reportPaper = os.reports.paper.handler(async ({ context: { engine, token, actor }, input }) => {
  const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
  const { fonts, faces } = await fontsFor(engine, 'annualReport');
  const made = await registryOf(engine).write(actor, async (work) => {
    const sheet = sheetOf(work, reportFor(work, 'reports.paper', input, faces), input.language);
    const { printAnnualReport } = await import('../../print/annualReport.ts');
    const { texts, correctionReason, bureau } = sheet;
    return {
      name: `${sheet.year} ${say(input.language, 'paper.annualReport')}`,
      content: await printAnnualReport(fonts, sheet, work.now),
      missing: missingCharacters(fonts, textsOf({ texts, correctionReason, bureau })),
    };
  });
  return handOut({ engine, token }, made);
});

function sheetOf(work: Work, { year, layout, row, values }: ComposedReport, language: Language): AnnualReportSheet {
  const { bureau, printedBy, printedAt } = paperFacts(work);
  return {
    ...{ language, bureau, year, layout, printedBy, printedAt, figures: values },
    edition: row?.edition ?? 1,
    correctionReason: row?.correctionReason ?? '',
    texts: row?.texts ?? {},
    signedOn: row?.signedOn ?? null,
    signerName: row?.signerName ?? '',
    contentHash: row?.contentHash ?? '',
  };
}

export const exportReport = os.reports.export.handler(async ({ context: { engine, actor }, input }) => {
  const { language, year } = input;
  const report = await registryOf(engine).write(actor, async (work) => reportFor(work, 'reports.export', input, []));
  // Loaded when it is needed: the window must not wait for it at every start.
  const { writeBook } = await import('../../exchange/xlsxWriter.ts');
  const name = `${year} ${say(language, 'paper.annualReport')}.xlsx`;
  const bytes = await writeBook(reportSheets(report, language));
  return fileOf(bytes, name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
});
