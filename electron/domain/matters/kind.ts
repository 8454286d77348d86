/** What a kind of matter (公开事项) is: its fields, the duties it owes, what has to stand before it is done. One file per kind says so. */

import type { Broken } from '../broken.ts';
import type { Day } from '../day.ts';
import type { Owed } from '../duties.ts';
import type { DutyRule } from '../dutyRules.ts';
import type { MatterBody, MatterValue } from './body.ts';

export const FIELD_TYPES = ['day', 'text', 'long', 'reason', 'number', 'choice', 'yesNo', 'url', 'channels'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Its name stands in `wording/` under `field.<key>`, its choices under `<key>.<choice>`. */
export type MatterField = {
  readonly key: string;
  readonly type: FieldType;
  readonly choices?: readonly string[];
  /** By when it has to be said; absent where it may stay empty. */
  readonly needed?: 'opening' | 'publication' | 'closing';
  /** Only where the rest calls for it is it asked for. */
  readonly when?: (body: MatterBody) => boolean;
  /** What a new form proposes. */
  readonly initial?: MatterValue;
  /** The day has to lie behind: no deed of tomorrow is recorded. */
  readonly isPast?: true;
  /** Follows from other fields and is not asked for. */
  readonly isDerived?: true;
};

/** A publication that stands, not withdrawn. */
export type MatterPosting = {
  readonly stage: string;
  readonly channel: string;
  readonly postedOn: Day;
  readonly hasEvidence: boolean;
};

export type MatterFacts = {
  readonly body: MatterBody;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  /** In the order of their days. */
  readonly postings: readonly MatterPosting[];
  /** The dated rules, where a gate has a period of its own. */
  readonly rules: readonly DutyRule[];
};

export type MatterKind = {
  readonly key: string;
  /** Number of the obligation in the plan, such as O6. */
  readonly obligation: string;
  readonly fields: readonly MatterField[];
  /** Fields beside the title in the register, three at most. */
  readonly columns: readonly string[];
  /** Field that names one matter among others like a number does. */
  readonly numberField?: string;
  /** What may be published, one after the other; one stage where a matter is simply put out. */
  readonly stages: readonly string[];
  /** Channels offered; the usual one first. */
  readonly channels: readonly string[];
  /** Stays open as long as the thing exists: a column of the website is never done. */
  readonly isStanding?: true;
  /** Puts derived fields into place. */
  readonly settle?: (body: MatterBody) => MatterBody;
  /** The body of the next period, for what comes again by itself. */
  readonly next?: (body: MatterBody) => MatterBody;
  /** Whether the period is over, so that the next one runs. */
  readonly over?: (body: MatterBody, today: Day) => boolean;
  readonly owed: (facts: MatterFacts) => readonly Owed[];
  /** Whether the values fit each other. */
  readonly brokenOnBody?: (facts: MatterFacts) => readonly Broken[];
  /** What this kind demands before anything of it goes out, beside the review. */
  readonly brokenOnPosting?: (facts: MatterFacts) => readonly Broken[];
  /** What this kind demands before it is done, beside its needed fields. */
  readonly brokenOnClosing?: (facts: MatterFacts) => readonly Broken[];
};

/** Under which `field.<name>` the words of the fields stand that every kind has: a column is named, in use, taken down. */
export function commonFields({ key, isStanding }: Pick<MatterKind, 'key' | 'isStanding'>) {
  return {
    title: key === 'siteColumn' ? 'columnName' : 'title',
    openedOn: isStanding ? 'columnOpenedOn' : 'openedOn',
    closedOn: isStanding ? 'columnClosedOn' : 'matterClosedOn',
  };
}

/** The first publication of a stage, or of any. */
export function firstPosting({ postings }: MatterFacts, stage?: string): Day | null {
  return postings.find((posting) => stage === undefined || posting.stage === stage)?.postedOn ?? null;
}

/** The day on which the last of these channels got it; null while one is missing. */
export function postedEverywhere({ postings }: MatterFacts, channels: readonly string[]): Day | null {
  const days = channels.map((channel) => postings.find((posting) => posting.channel === channel)?.postedOn);
  const known = days.filter((day) => day !== undefined).toSorted();
  return known.length === channels.length ? (known.at(-1) ?? null) : null;
}
