/** Acts on matters: the rules, the rows, the trail. Used by the window and by the sample. */

import type { Broken } from '../../domain/broken.ts';
import { broken, isBlank } from '../../domain/broken.ts';
import type { Day } from '../../domain/day.ts';
import type { MatterBody } from '../../domain/matters/body.ts';
import type { MatterKind } from '../../domain/matters/kind.ts';
import { kindOf, matterNumber } from '../../domain/matters/kinds.ts';
import { brokenOnClosing, brokenOnMatter, brokenOnMatterPosting, dutiesMetBy } from '../../domain/matters/matter.ts';
import { brokenOnWithdrawal } from '../../domain/publication.ts';
import {
  findMatter,
  findMatterPublication,
  insertMatter,
  insertMatterPublication,
  insertMatterWithdrawal,
  type MatterPublicationRow,
  type MatterRow,
  matterPublicationsOf,
  updateMatter,
} from '../../store/matters.ts';
import { listDivisions } from '../../store/people.ts';
import { indexSubject, searchedMatter } from '../../store/subjectSearch.ts';
import { type Change, historyOf } from '../../store/trail.ts';
import { isWithin } from '../actor.ts';
import { changesBetween } from '../changes.ts';
import { refusal, refuseBroken, refuseIfBroken } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { brokenOnTexts } from '../texts.ts';
import { openNextPeriods } from './matterPeriods.ts';
import { factsOfMatter } from './matterRecords.ts';

export type MatterEntry = {
  readonly kind: string;
  readonly title: string;
  readonly divisionId: string;
  readonly openedOn: Day | null;
  readonly body: MatterBody;
};

export function matterLabel(matter: Pick<MatterRow, 'kind' | 'body' | 'title'>): string {
  const number = matterNumber(matter);
  return number === '' ? matter.title : `${number} ${matter.title}`;
}

/** The General Office acts on every matter, a division head on those of the own division; others are not there for them. */
function requireMine({ db, actor }: Work, divisionId: string): void {
  const isMine = actor.roles.includes('clerk') || isWithin(db, divisionId, actor.divisionId);
  if (!isMine) throw refusal('NOT_FOUND');
}

function brokenOnEntry(work: Work, kind: MatterKind, { title, divisionId, openedOn, body }: MatterEntry) {
  const { today, rules } = work;
  const facts = { body, openedOn: openedOn ?? today, closedOn: null, postings: [], rules, today };
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return [
    ...brokenOnMatter(kind, { title, divisionId, openedOn }, facts),
    ...brokenOnDivision(work, divisionId),
    ...brokenOnTexts({ title, ...Object.fromEntries(texts) }),
  ];
}

function brokenOnDivision({ db }: Work, divisionId: string): readonly Broken[] {
  if (divisionId === '' || listDivisions(db).some(({ id }) => id === divisionId)) return [];
  return [broken('document.divisionUnknown', 'divisionId')];
}

export function openMatter(work: Work, id: string, entry: MatterEntry): void {
  const { db, actor, now } = work;
  const kind = kindOf(entry.kind);
  const settled = { ...entry, body: kind.settle?.(entry.body) ?? entry.body };
  if (entry.divisionId !== '') requireMine(work, entry.divisionId);
  refuseIfBroken(brokenOnEntry(work, kind, settled));
  const row: MatterRow = {
    ...{ id, version: 1, kind: kind.key, title: entry.title.trim(), divisionId: entry.divisionId, body: settled.body },
    ...{ openedOn: entry.openedOn ?? work.today, closedOn: null, closeNote: '', previousId: null },
    ...{ voidedAt: null, voidReason: '', openedById: actor.personId, enteredAt: now },
  };
  insertMatter(db, row);
  indexSubject(db, searchedMatter(row));
  const changes = [{ field: 'title', before: '', after: row.title }];
  work.record({ act: 'matters.open', entity: 'matter', entityId: id, label: matterLabel(row), changes });
  openNextPeriods(work, row);
}

/** Acts that make a new version of a matter's row. */
const VERSION_ACTS: readonly string[] = ['matters.amend', 'matters.close', 'matters.void', 'matters.withdraw'];

/** Finds the row as the caller saw it; anything else is STALE and names what changed. */
function currentMatter(work: Work, id: string, version: number): MatterRow {
  const row = findMatter(work.db, id);
  if (!row) throw refusal('NOT_FOUND');
  requireMine(work, row.divisionId);
  if (row.version !== version) {
    const acts = historyOf(work.db, id).filter(({ act }) => VERSION_ACTS.includes(act));
    const fields = acts
      .slice(0, Math.max(0, row.version - version))
      .flatMap(({ changes }) => (JSON.parse(changes) as readonly Change[]).map(({ field }) => field));
    throw refusal('STALE', { currentVersion: row.version, changedFields: [...new Set(fields)] });
  }
  if (row.voidedAt !== null) refuseBroken('matter.voided', 'id');
  return row;
}

function revise(work: Work, before: MatterRow, values: Partial<MatterRow>): MatterRow {
  const after = { ...before, ...values, version: before.version + 1 };
  const { id, ...columns } = after;
  updateMatter(work.db, id, columns);
  indexSubject(work.db, searchedMatter(after));
  return after;
}

export function amendMatter(
  work: Work,
  asked: MatterEntry & { readonly id: string; readonly version: number; readonly reasonForChange: string },
): void {
  const before = currentMatter(work, asked.id, asked.version);
  const kind = kindOf(before.kind);
  if (asked.kind !== before.kind) refuseBroken('matter.bodyOfOtherKind', 'kind');
  if (before.closedOn !== null) refuseBroken('matter.closed', 'id', { day: before.closedOn });
  const body = kind.settle?.(asked.body) ?? asked.body;
  const { divisionId, openedOn, reasonForChange: reason } = asked;
  if (divisionId !== '') requireMine(work, divisionId);
  refuseIfBroken([...brokenOnEntry(work, kind, { ...asked, body }), ...brokenOnTexts({ reasonForChange: reason })]);
  const values = { title: asked.title.trim(), divisionId, openedOn: openedOn ?? before.openedOn };
  const changes = [...changesBetween<typeof values>(before, values), ...changesBetween<MatterBody>(before.body, body)];
  const after = changes.length > 0 ? revise(work, before, { ...values, body }) : before;
  work.record({
    act: 'matters.amend',
    entity: 'matter',
    entityId: before.id,
    label: matterLabel(after),
    reason,
    changes,
  });
}

type Told = 'id' | 'matterId' | 'stage' | 'channel' | 'url' | 'postedOn' | 'summary' | 'lateReason' | 'reviewer';

export type MatterPublishing = Readonly<Pick<MatterPublicationRow, Told | 'reviewResult' | 'evidenceId'>> & {
  readonly reviewedOn: Day | null;
  readonly isReviewed: boolean;
};

/** 先审查、后公开: what was not reviewed by somebody else is refused. */
export function publishMatter(work: Work, { isReviewed, ...asked }: MatterPublishing): void {
  const { db, actor, now, today } = work;
  const matter = findMatter(db, asked.matterId);
  if (!matter) throw refusal('NOT_FOUND');
  requireMine(work, matter.divisionId);
  const kind = kindOf(matter.kind);
  const facts = factsOfMatter(work, matter);
  const { url, summary, lateReason, reviewer, postedOn } = asked;
  const posting = { stage: asked.stage, channel: asked.channel, postedOn, hasEvidence: asked.evidenceId !== null };
  const met = dutiesMetBy(kind, facts, posting, work);
  refuseIfBroken([
    ...brokenOnTexts({ url, summary, lateReason, reviewer }),
    ...brokenOnMatterPosting(kind, { ...asked, isReviewed }, { ...facts, today, met, publisher: actor.name }),
  ]);
  const { reviewedOn, ...told } = asked;
  insertMatterPublication(db, {
    ...told,
    ...{ url: url.trim(), reviewer: reviewer.trim() },
    reviewedOn: reviewedOn ?? postedOn,
    overdueWorkingDays: Math.max(0, ...met.map(({ overdueWorkingDays }) => overdueWorkingDays)),
    postedById: actor.personId ?? '',
    enteredAt: now,
  });
  const changes = [
    { field: 'matterStage', before: '', after: asked.stage },
    { field: 'channel', before: '', after: asked.channel },
    { field: 'postedOn', before: '', after: postedOn },
    { field: 'url', before: '', after: url.trim() },
    { field: 'reviewer', before: '', after: reviewer.trim() },
    { field: 'reviewedOn', before: '', after: reviewedOn ?? postedOn },
    { field: 'reviewResult', before: '', after: asked.reviewResult },
  ];
  const label = matterLabel(matter);
  work.record({ act: 'matters.publish', entity: 'matter', entityId: matter.id, label, reason: lateReason, changes });
}

export function withdrawFromMatter(
  work: Work,
  asked: { readonly publicationId: string; readonly withdrawnOn: Day | null; readonly reason: string },
): string {
  const { db, actor, now, today } = work;
  const { publicationId, withdrawnOn, reason } = asked;
  const posting = findMatterPublication(db, publicationId);
  const matter = posting && findMatter(db, posting.matterId);
  if (!posting || !matter) throw refusal('NOT_FOUND');
  const known = matterPublicationsOf(db, matter.id).find(({ publication }) => publication.id === publicationId);
  refuseIfBroken([
    ...brokenOnTexts({ reason }),
    ...brokenOnWithdrawal(asked, { postedOn: posting.postedOn, withdrawnOn: known?.withdrawnOn ?? null, today }),
  ]);
  insertMatterWithdrawal(db, {
    ...{ publicationId, reason, withdrawnById: actor.personId ?? '', enteredAt: now },
    withdrawnOn: withdrawnOn ?? today,
  });
  // What was closed for having been published is owed again.
  const reopens = matter.closedOn !== null && kindOf(matter.kind).isStanding !== true;
  if (reopens) revise(work, matter, { closedOn: null, closeNote: '' });
  const changes = [
    { field: 'url', before: posting.url, after: '' },
    ...(reopens ? [{ field: 'matterClosedOn', before: matter.closedOn ?? '', after: '' }] : []),
  ];
  work.record({
    act: 'matters.withdraw',
    entity: 'matter',
    entityId: matter.id,
    label: matterLabel(matter),
    reason,
    changes,
  });
  return matter.id;
}

export function closeMatter(
  work: Work,
  asked: { readonly id: string; readonly version: number; readonly closedOn: Day | null; readonly note: string },
): void {
  const before = currentMatter(work, asked.id, asked.version);
  const { closedOn, note } = asked;
  refuseIfBroken([
    ...brokenOnTexts({ note }),
    ...brokenOnClosing(kindOf(before.kind), { closedOn }, { ...factsOfMatter(work, before), today: work.today }),
  ]);
  const after = revise(work, before, { closedOn, closeNote: note });
  const changes = [{ field: 'matterClosedOn', before: '', after: closedOn ?? '' }];
  work.record({
    act: 'matters.close',
    entity: 'matter',
    entityId: before.id,
    label: matterLabel(before),
    reason: note,
    changes,
  });
  openNextPeriods(work, after);
}

/** 作废: entered by mistake; what is public has to be taken down first. */
export function voidMatter(
  work: Work,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
): void {
  const before = currentMatter(work, id, version);
  refuseIfBroken(brokenOnTexts({ reason }));
  if (isBlank(reason)) refuseBroken('matter.reasonMissing', 'reason');
  if (factsOfMatter(work, before).postings.length > 0) refuseBroken('matter.voidThoughPublished', 'id');
  revise(work, before, { voidedAt: work.now, voidReason: reason });
  work.record({ act: 'matters.void', entity: 'matter', entityId: id, label: matterLabel(before), reason });
}
