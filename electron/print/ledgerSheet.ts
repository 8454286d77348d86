/** What the engine hands over for one printed ledger: facts already in words, days and counts; nothing is derived here. */

import type { Day } from '../domain/day.ts';
import type { LedgerColumnName } from '../domain/ledgerColumnSet.ts';
import type { LedgerPreset, SheetSize } from '../domain/ledgerPreset.ts';
import type { PaperLanguage } from './page.ts';

/** What only own columns show; kept with the row where one of them asks for it. */
export const MORE_FIELDS = {
  printedOn: 'printedOn',
  ground: 'basis',
  basisLaw: 'basisLaw',
  reason: 'reason',
  leader: 'leader',
  joint: 'joint',
  leadAgency: 'leadAgency',
  legality: 'legality',
  filing: 'filing',
  interpretationUrl: 'interpretationUrl',
  validity: 'validity',
  heldBy: 'heldBy',
  state: 'state',
  enteredAt: 'enteredAt',
  remarkNote: 'remarkNote',
  note: 'note',
} as const satisfies Readonly<Record<string, LedgerColumnName>>;
export type MoreField = keyof typeof MORE_FIELDS;

/** One document (台账条目). Texts may be empty; words of state are in the language of the sheet. */
export type LedgerRow = {
  readonly docNumber: string;
  readonly title: string;
  readonly docType: string;
  readonly isNormative: boolean;
  readonly division: string;
  readonly signer: string;
  readonly signedOn: Day | null;
  readonly writtenOn: Day | null;
  /** 公开属性 in words. */
  readonly attribute: string;
  /** 认定依据及理由 */
  readonly basis: string;
  /** 保密审查: conclusion or state in words. */
  readonly review: string;
  readonly reviewedOn: Day | null;
  readonly copiesReceived: number;
  readonly copiesRequired: number;
  readonly filedOn: Day | null;
  /** 应公开截止日; null where nothing has to be posted. */
  readonly dueOn: Day | null;
  /** 暂定 */
  readonly isProvisional: boolean;
  readonly postedOn: Day | null;
  readonly channel: string;
  readonly url: string;
  /** 政策解读: state in words, empty where none is due. */
  readonly interpretation: string;
  readonly interpretedOn: Day | null;
  /** 逾期工作日数 up to the posting or to `filledOn`; 0 on the due day itself. */
  readonly overdueWorkingDays: number;
  readonly overdueReason: string;
  readonly handler: string;
  readonly remark: string;
} & { readonly [Field in MoreField]?: string };

export type LedgerTotals = {
  readonly documents: number;
  readonly proactive: number;
  readonly posted: number;
  readonly notPosted: number;
  readonly onRequest: number;
  readonly notDisclosed: number;
  /** Without an attribute. */
  readonly undecided: number;
  readonly overdue: number;
  /** Copies still to come, all documents together. */
  readonly copiesMissing: number;
};

export type LedgerFoot = {
  readonly ledgerNumber: string;
  /** 1 = first print. */
  readonly printCount: number;
  readonly printedBy: string;
  /** Date and time as people read them, such as 2019-09-30 16:20. */
  readonly printedAt: string;
  /** The filter in words; empty = everything. */
  readonly filter: string;
  readonly calendarVersion: string;
  readonly headSeq: number;
  /** SHA-256 of the trail's head, hexadecimal. */
  readonly headHash: string;
  /** What the QR code of the paper says; none without it. */
  readonly code?: string | undefined;
};

/** Asked for one after the other, so that not all have to be in memory; an array will do. */
export type LedgerRows = { readonly length: number; readonly at: (index: number) => LedgerRow | undefined };

/** What the rows are grouped by in the outline: division, month of signing, or series of numbers. */
export type LedgerGrouping = 'division' | 'month' | 'series';

export type LedgerSheet = {
  /** As the order of the rows allows; absent = no outline. */
  readonly groupBy?: LedgerGrouping | undefined;
  /** 政务公开文件台账 unless given. */
  readonly title?: string | undefined;
  readonly bureau: string;
  /** The filling unit within the bureau, such as 办公室. */
  readonly unit: string;
  readonly period: string;
  readonly filledOn: Day;
  readonly preset: LedgerPreset;
  /** Own columns in place of those of the preset, behind the order number. */
  readonly columns?: readonly LedgerColumnName[] | undefined;
  /** Another than the usual one of the preset. */
  readonly size?: SheetSize | undefined;
  readonly language: PaperLanguage;
  readonly rows: LedgerRows;
  readonly totals: LedgerTotals;
  readonly foot: LedgerFoot;
};
