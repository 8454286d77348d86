/** Annual reports (政府信息公开工作年度报告): read, and the procedures around their acts. */

import { findPosting, findReport, listReports } from '../../store/annualReports.ts';
import { penOf } from '../documents/reviews.ts';
import { os, read, registryOf, write } from '../procedure.ts';
import type { Look } from '../registry.ts';
import { overviewProposal } from './annualOverview.ts';
import { exportReport, reportPaper } from './annualPaper.ts';
import { composeReport, editionOf, editionRecord, reportRecord } from './annualReport.ts';
import { amendReport, correctReport, openReport, postReport, reportOrRefuse, signReport } from './annualReportActs.ts';

function recordOf(look: Look, year: number, editionId?: string) {
  const report = composeReport(look, year, editionOf(look, year, editionId));
  return reportRecord(look, report, overviewProposal(look, report));
}

const open = os.reports.open.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  if (findReport(registry.store.readable, input.id)) return recordOf(registry.look(actor), input.year);
  return registry.write(actor, async (work) => {
    openReport(work, input);
    return recordOf(work, input.year);
  });
});

const sign = os.reports.sign.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const row = reportOrRefuse(registry.look(actor), input.id);
  if (row.signedAt !== null && row.signerId === actor.personId) return recordOf(registry.look(actor), row.year, row.id);
  const pen = await penOf(registry, engine.clock, actor.personId ?? '', input.password);
  return registry.write(actor, async (work) => {
    signReport(work, input, pen);
    return recordOf(work, row.year, row.id);
  });
});

const correct = os.reports.correct.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const known = findReport(registry.store.readable, input.id);
  if (known) return recordOf(registry.look(actor), known.year, known.id);
  return registry.write(actor, async (work) => {
    correctReport(work, input);
    return recordOf(work, reportOrRefuse(work, input.id).year, input.id);
  });
});

const post = os.reports.post.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const row = reportOrRefuse(registry.look(actor), input.reportId);
  const known = findPosting(registry.store.readable, row.id);
  if (known && known.postedOn === input.postedOn && known.url === input.url.trim()) {
    return recordOf(registry.look(actor), row.year, row.id);
  }
  return registry.write(actor, async (work) => {
    postReport(work, input);
    return recordOf(work, row.year, row.id);
  });
});

export const annualReports = {
  list: os.reports.list.handler(read(async (look) => listReports(look.db).map((row) => editionRecord(look, row)))),
  get: os.reports.get.handler(read(async (look) => recordOf(look, look.input.year, look.input.editionId))),
  open,
  amend: os.reports.amend.handler(
    write(async (work) => {
      const { id, version, figures, texts } = work.input;
      amendReport(work, { id, version, figures, texts });
      return recordOf(work, reportOrRefuse(work, id).year, id);
    }),
  ),
  sign,
  correct,
  post,
  paper: reportPaper,
  export: exportReport,
};
