/** Matters (公开事项): registers by kind, what was published of each matter in which channel, what is stale. */

import { z } from 'zod';
import { MATTER_CHANNELS } from '../domain/matters/channels.ts';
import type { MatterField, MatterKind } from '../domain/matters/kind.ts';
import { kindOf, MATTER_KINDS } from '../domain/matters/kinds.ts';
import { historyEntry } from './documentDetail.ts';
import { procedure } from './errors.ts';
import { day, duty, id, text, upload, wanted, wordsAsked } from './records.ts';

const kindKey = z.enum(MATTER_KINDS.map(({ key }) => key));

const matterBody = z.record(
  text(60),
  z.union([text(4000), z.number(), z.boolean(), z.array(text(40)).max(20), z.null()]),
);

function shapeOf({ type, choices = [] }: MatterField): z.ZodType {
  switch (type) {
    case 'day':
      return day.nullable();
    case 'number':
      return z.int().min(0).max(1_000_000_000).nullable();
    case 'yesNo':
      return z.boolean().nullable();
    case 'choice':
      return z.enum(['', ...choices]);
    case 'channels':
      return z.array(z.enum(MATTER_CHANNELS)).max(20);
    case 'url':
      return text(2000);
    case 'text':
      return text(300);
    default:
      return text(4000);
  }
}

/** What the fields of a kind may hold; nothing but these fields. */
function bodyOf({ fields }: MatterKind): z.ZodType {
  return z.strictObject(Object.fromEntries(fields.map((field) => [field.key, shapeOf(field)])));
}

const BODIES = new Map(MATTER_KINDS.map((kind) => [kind.key, bodyOf(kind)]));

/** The shape of the body follows from the kind; a field that does not fit is named. */
function checkBody(input: { readonly kind: string; readonly body: unknown }, context: z.RefinementCtx): void {
  const checked = BODIES.get(kindOf(input.kind).key)?.safeParse(input.body);
  for (const { path } of checked?.error?.issues ?? []) {
    context.addIssue({ code: 'custom', message: 'not of this kind', path });
  }
}

const matterInput = z.object({
  id,
  kind: kindKey,
  title: text(500),
  divisionId: text(40),
  openedOn: day.nullable(),
  body: matterBody,
});

export const matterSummary = z.object({
  id,
  version: z.number(),
  kind: z.string(),
  /** Its number or period; empty where it has none. */
  number: z.string(),
  title: z.string(),
  divisionId: id,
  divisionName: z.string(),
  openedOn: day,
  closedOn: day.nullable(),
  isVoided: z.boolean(),
  body: matterBody,
  /** The most urgent duty that is open, else the one done last. */
  duty: duty.nullable(),
  lastPostedOn: day.nullable(),
});
export type MatterSummary = z.infer<typeof matterSummary>;

export const matterPublication = z.object({
  id,
  stage: z.string(),
  channel: z.string(),
  url: z.string(),
  postedOn: day,
  postedBy: z.string(),
  summary: z.string(),
  lateReason: z.string(),
  overdueWorkingDays: z.number(),
  reviewer: z.string(),
  reviewedOn: day,
  reviewResult: z.string(),
  evidenceId: id.nullable(),
  evidenceName: z.string().nullable(),
  withdrawnOn: day.nullable(),
  withdrawalReason: z.string(),
});
export type MatterPublication = z.infer<typeof matterPublication>;

export const matterDetail = z.object({
  summary: matterSummary,
  /** Where a strict date falls on a day off, the working day after it stands beside it as a note. */
  duties: z.array(duty.extend({ movedTo: day.nullable() })),
  publications: z.array(matterPublication),
  closeNote: z.string(),
  voidReason: z.string(),
  /** The same item of the period before and of the next one. */
  previousId: id.nullable(),
  nextId: id.nullable(),
  history: z.array(historyEntry),
});
export type MatterDetail = z.infer<typeof matterDetail>;

const kindCount = z.object({ kind: z.string(), open: z.number(), overdue: z.number() });
export type MatterKindCount = z.infer<typeof kindCount>;

const staleColumn = z.object({ matter: matterSummary, lastUpdatedOn: day, duty });

export const matters = {
  kinds: procedure.output(z.array(kindCount)),
  list: procedure.input(z.object({ kind: kindKey, isOpen: z.boolean() })).output(z.array(matterSummary)),
  /** By title or number, the newest first; for the search box. */
  find: procedure
    .input(wordsAsked)
    .output(z.array(z.object({ id, kind: kindKey, number: z.string(), title: z.string() }))),
  /** The register of a kind as its page shows it. */
  export: procedure
    .input(z.object({ kind: kindKey, show: z.enum(['open', 'all', 'stale']), ...wanted }))
    .output(z.file()),
  get: procedure.input(z.object({ id })).output(matterDetail),
  open: procedure.input(matterInput.superRefine(checkBody)).output(matterDetail),
  amend: procedure
    .input(matterInput.extend({ version: z.number(), reasonForChange: text(500) }).superRefine(checkBody))
    .output(matterDetail),
  publish: procedure
    .input(
      z.object({
        id,
        matterId: id,
        stage: text(40),
        channel: text(40),
        url: text(2000),
        postedOn: day,
        summary: text(1000),
        lateReason: text(1000),
        /** 先审查、后公开: recorded with the publication, which is refused without. */
        reviewer: text(100),
        reviewedOn: day.nullable(),
        reviewResult: text(40),
        isReviewed: z.boolean(),
        evidence: upload.nullable(),
      }),
    )
    .output(matterDetail),
  withdraw: procedure
    .input(z.object({ publicationId: id, withdrawnOn: day.nullable(), reason: text(1000) }))
    .output(matterDetail),
  close: procedure
    .input(z.object({ id, version: z.number(), closedOn: day.nullable(), note: text(1000) }))
    .output(matterDetail),
  void: procedure.input(z.object({ id, version: z.number(), reason: text(500) })).output(matterDetail),
  evidence: procedure.input(z.object({ evidenceId: id })).output(z.file()),
  /** Columns of the website that were not renewed within their cycle (栏目超期未更新), the longest overdue first. */
  staleColumns: procedure.output(z.array(staleColumn)),
};
