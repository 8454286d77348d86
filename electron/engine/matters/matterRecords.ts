/** Turns rows of matters into the facts that rules look at and the records that travel. */

import type { MatterDetail, MatterSummary } from '../../contract/matters.ts';
import { deadlineOf } from '../../domain/deadline.ts';
import { type Duty, type DutySight, dutyOf } from '../../domain/duties.ts';
import { asKept, type KeptDuty } from '../../domain/keptDuty.ts';
import type { MatterBody } from '../../domain/matters/body.ts';
import type { MatterFacts, MatterPosting } from '../../domain/matters/kind.ts';
import { kindOf, matterNumber } from '../../domain/matters/kinds.ts';
import { owedByMatter } from '../../domain/matters/matter.ts';
import { keptDutiesOf } from '../../store/keptDuties.ts';
import {
  listMatters,
  type MatterLine,
  type MatterPublicationRow,
  type MatterRow,
  matterAfter,
  matterPublicationsOf,
  standingPublications,
} from '../../store/matters.ts';
import type { ReadableDb } from '../../store/open.ts';
import { historyOf } from '../../store/trail.ts';
import { dutyRecord } from '../documents/summaries.ts';
import { refusal } from '../refusal.ts';
import type { Look } from '../registry.ts';

export type MatterSight = DutySight & Pick<Look, 'db'>;

export function postingOf({ stage, channel, postedOn, evidenceId }: MatterPublicationRow): MatterPosting {
  return { stage, channel, postedOn, hasEvidence: evidenceId !== null };
}

export function matterFacts(
  { body, openedOn, closedOn, voidedAt }: MatterRow,
  publications: readonly MatterPublicationRow[],
  { rules }: Pick<DutySight, 'rules'>,
): MatterFacts & { readonly isVoided: boolean } {
  return { body, openedOn, closedOn, postings: publications.map(postingOf), rules, isVoided: voidedAt !== null };
}

/** The facts of one matter, read now. */
export function factsOfMatter(look: MatterSight, matter: MatterRow) {
  return matterFacts(matter, standingPublications(look.db, [matter.id]), look);
}

/** All duties of a matter, the earliest due first. */
export function dutiesOfMatter(
  matter: MatterRow,
  publications: readonly MatterPublicationRow[],
  kept: readonly KeptDuty[],
  sight: DutySight,
): readonly Duty[] {
  return owedByMatter(kindOf(matter.kind), matterFacts(matter, publications, sight))
    .flatMap((owed) => dutyOf(owed, sight) ?? [])
    .map((duty) => asKept(duty, kept))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** Publications that stand, by matter; read together where many matters are told. */
export function publicationsByMatter(
  db: ReadableDb,
  lines: readonly MatterLine[],
): ReadonlyMap<string, readonly MatterPublicationRow[]> {
  const asked = lines.length > 500 ? undefined : lines.map(({ matter }) => matter.id);
  const byMatter = new Map<string, MatterPublicationRow[]>();
  for (const publication of standingPublications(db, asked)) {
    const known = byMatter.get(publication.matterId);
    if (known) known.push(publication);
    else byMatter.set(publication.matterId, [publication]);
  }
  return byMatter;
}

export function matterSummary(
  { matter, divisionName }: MatterLine,
  publications: readonly MatterPublicationRow[],
  sight: MatterSight,
): MatterSummary {
  const duties = dutiesOfMatter(matter, publications, keptDutiesOf(sight.db, 'matter', matter.id), sight);
  const telling = duties.find(({ doneOn }) => doneOn === null) ?? duties.at(-1);
  const { id, version, kind, title, divisionId, openedOn, closedOn, body } = matter;
  return {
    ...{ id, version, kind, title, divisionId, divisionName, openedOn, closedOn },
    number: matterNumber(matter),
    isVoided: matter.voidedAt !== null,
    body: travelling(body),
    duty: telling ? dutyRecord(telling) : null,
    lastPostedOn: publications.at(-1)?.postedOn ?? null,
  };
}

/** The same values as the contract has them, which knows no read-only list. */
function travelling(body: MatterBody): MatterSummary['body'] {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, typeof value === 'object' && value !== null ? [...value] : value]),
  );
}

/** One matter within what the person may see. */
export function matterLine({ db }: Pick<Look, 'db'>, id: string, scope: string | undefined): MatterLine {
  const line = listMatters(db, { id, divisionId: scope })[0];
  if (!line) throw refusal('NOT_FOUND');
  return line;
}

export function matterDetail(look: MatterSight, line: MatterLine): MatterDetail {
  const { db, calendar } = look;
  const { matter } = line;
  // A cycle that the bureau set for itself is not a period of the law, which might move.
  const isStrict = (duty: Duty) => !duty.isSet && kindOf(matter.kind).isStanding !== true;
  const publications = standingPublications(db, [matter.id]);
  return {
    summary: matterSummary(line, publications, look),
    duties: dutiesOfMatter(matter, publications, keptDutiesOf(db, 'matter', matter.id), look).map((duty) => ({
      ...dutyRecord(duty),
      movedTo: isStrict(duty) ? (deadlineOf(duty.triggerOn, duty.days, duty.unit, calendar).movedTo ?? null) : null,
    })),
    publications: matterPublicationsOf(db, matter.id).map(({ publication, ...shown }) => {
      const { matterId: _, postedById: __, enteredAt: ___, ...told } = publication;
      return { ...told, ...shown, withdrawalReason: shown.withdrawalReason ?? '' };
    }),
    closeNote: matter.closeNote,
    voidReason: matter.voidReason,
    previousId: matter.previousId,
    nextId: matterAfter(db, matter.id)?.id ?? null,
    history: historyOf(db, matter.id).map(({ seq, at, actorName, act, reason, changes }) => ({
      ...{ seq, at, actorName, act, reason },
      changes: JSON.parse(changes) as MatterDetail['history'][number]['changes'],
    })),
  };
}
