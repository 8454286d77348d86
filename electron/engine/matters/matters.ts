/** Matters (公开事项): registers, publication with its review, closing; the stale columns of the website. */

import type { MatterSummary } from '../../contract/matters.ts';
import { kindOf, MATTER_KINDS, matterNumber } from '../../domain/matters/kinds.ts';
import { say } from '../../domain/wording/say.ts';
import { findAttachment } from '../../store/attachments.ts';
import {
  findMatter,
  findMatterPublication,
  listMatters,
  type MatterConditions,
  matterEvidenceOwner,
} from '../../store/matters.ts';
import { matterIdsByWords } from '../../store/subjectSearch.ts';
import { divisionScope } from '../actor.ts';
import { readEvidence } from '../evidence.ts';
import { fileOf } from '../exchange/listExport.ts';
import { exportPage } from '../exchange/pageExport.ts';
import { os, read, write, writeOnce } from '../procedure.ts';
import { refusal } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { amendMatter, closeMatter, openMatter, publishMatter, voidMatter, withdrawFromMatter } from './matterActs.ts';
import { matterColumns } from './matterExport.ts';
import { matterDetail, matterLine, matterSummary, publicationsByMatter } from './matterRecords.ts';

function detailOf(look: Look, id: string) {
  return matterDetail(look, matterLine(look, id, divisionScope(look.actor)));
}

function summaries(look: Look, conditions: Omit<MatterConditions, 'divisionId'>) {
  const lines = listMatters(look.db, { ...conditions, divisionId: divisionScope(look.actor) });
  const publications = publicationsByMatter(look.db, lines);
  return lines.map((line) => matterSummary(line, publications.get(line.matter.id) ?? [], look));
}

const kinds = os.matters.kinds.handler(
  read(async (look) => {
    const open = summaries(look, { isOpen: true });
    return MATTER_KINDS.map(({ key }) => {
      const ofKind = open.filter(({ kind }) => kind === key);
      const overdue = ofKind.filter(({ duty }) => duty?.state === 'overdue').length;
      return { kind: key, open: ofKind.length, overdue };
    });
  }),
);

/** What is due first stands first; behind it what owes nothing any more, the newest first. */
function register(look: Look, kind: string, isOpen: boolean): readonly MatterSummary[] {
  const dueOn = ({ duty }: MatterSummary) => (duty === null || duty.doneOn !== null ? '9999' : duty.dueOn);
  return summaries(look, { kind, isOpen: isOpen || undefined }).toSorted((a, b) => dueOn(a).localeCompare(dueOn(b)));
}

const list = os.matters.list.handler(read(async (look) => [...register(look, look.input.kind, look.input.isOpen)]));

const find = os.matters.find.handler(
  read(async ({ db, actor, input }) =>
    matterIdsByWords(db, { ...input, divisionId: divisionScope(actor) }).flatMap((id) => {
      const row = findMatter(db, id);
      return row ? [{ id, kind: row.kind, title: row.title, number: matterNumber(row) }] : [];
    }),
  ),
);

const exported = os.matters.export.handler(
  read(async (look) => {
    const { kind, show, format, language } = look.input;
    const rows = (still: Look) => (show === 'stale' ? staleOf(still, kind) : register(still, kind, show === 'open'));
    return exportPage<MatterSummary>(
      { look, registry: look.registry, signal: look.signal },
      {
        ...{ act: 'matters.export', label: { kind, show }, name: say(language, `matterKind.${kind}`) },
        ...{ columns: matterColumns(kindOf(kind)), rows: async (still) => rows(still) },
      },
      { format, language },
    );
  }),
);

/** The caller mints the id: a repeated entry is the same one. */
const open = os.matters.open.handler(
  writeOnce({
    isKnown: ({ db, input }) => findMatter(db, input.id) !== undefined,
    again: ({ input: { id, title } }) => ({ act: 'matters.openAgain', entity: 'matter', entityId: id, label: title }),
    act: (work) => openMatter(work, work.input.id, work.input),
    answer: (work) => detailOf(work, work.input.id),
  }),
);

const amend = os.matters.amend.handler(
  write(async (work) => {
    amendMatter(work, work.input);
    return detailOf(work, work.input.id);
  }),
);

const publish = os.matters.publish.handler(
  writeOnce({
    prepare: ({ evidence }) => readEvidence(evidence),
    isKnown: ({ db, input }) => findMatterPublication(db, input.id) !== undefined,
    again: ({ input: { matterId } }) => ({
      act: 'matters.publishAgain',
      entity: 'matter',
      entityId: matterId,
      label: '',
    }),
    act: (work, keep) => {
      const { evidence: _, ...publishing } = work.input;
      publishMatter(work, { ...publishing, evidenceId: keep(work) });
    },
    answer: (work) => detailOf(work, work.input.matterId),
  }),
);

const withdraw = os.matters.withdraw.handler(
  write(async (work) => detailOf(work, withdrawFromMatter(work, work.input))),
);

const close = os.matters.close.handler(
  write(async (work) => {
    closeMatter(work, work.input);
    return detailOf(work, work.input.id);
  }),
);

const voidOne = os.matters.void.handler(
  write(async (work) => {
    voidMatter(work, work.input);
    return detailOf(work, work.input.id);
  }),
);

const evidence = os.matters.evidence.handler(
  read(async (look) => {
    const matterId = matterEvidenceOwner(look.db, look.input.evidenceId);
    const file = findAttachment(look.db, look.input.evidenceId);
    if (!matterId || !file) throw refusal('NOT_FOUND');
    matterLine(look, matterId, divisionScope(look.actor));
    return fileOf(file.content, file.name, file.mediaType);
  }),
);

/** Columns of the website that were not renewed in time, the latest first. */
function stale(look: Look) {
  return summaries(look, { kind: 'siteColumn', isOpen: true })
    .flatMap((matter) =>
      matter.duty?.state === 'overdue' ? [{ matter, lastUpdatedOn: matter.duty.triggerOn, duty: matter.duty }] : [],
    )
    .toSorted((a, b) => a.duty.dueOn.localeCompare(b.duty.dueOn));
}

/** Only columns of the website become stale. */
function staleOf(look: Look, kind: string): readonly MatterSummary[] {
  return stale(look)
    .map(({ matter }) => matter)
    .filter((matter) => matter.kind === kind);
}

const staleColumns = os.matters.staleColumns.handler(read(async (look) => stale(look)));

export const matters = {
  kinds,
  list,
  find,
  export: exported,
  get: os.matters.get.handler(read(async (look) => detailOf(look, look.input.id))),
  open,
  amend,
  publish,
  withdraw,
  close,
  void: voidOne,
  evidence,
  staleColumns,
};
