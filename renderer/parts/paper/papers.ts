/** The papers of the print centre in their groups, and what each is asked with. */

import type { Day } from '../../../electron/domain/day.ts';
import type { LabelCode } from '../../../electron/domain/labels.ts';
import type { TransferRecipient } from '../../../electron/domain/registers.ts';
import type { Language } from '../../text/index.ts';

export const PAPER_GROUPS = [
  {
    name: 'ledgers',
    papers: ['ledger', 'copies', 'notDisclosed', 'onRequest', 'reviewSummary', 'transfer', 'series'],
  },
  { name: 'forms', papers: ['receipt', 'review', 'whyDate'] },
  { name: 'notices', papers: ['notice', 'return'] },
  { name: 'labels', papers: ['stamp', 'shelf', 'box'] },
  { name: 'batches', papers: ['receipts', 'notices', 'reviews', 'returns'] },
] as const;
export type PaperName = (typeof PAPER_GROUPS)[number]['papers'][number];

/** One set of wishes for all papers but the ledger: what does not matter to one is kept for the next. */
export type Wishes = {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly divisionId: string;
  /** What was typed for a division and is none. */
  readonly unreadDivision: string | undefined;
  readonly language: Language;
  readonly series: string;
  readonly recipient: TransferRecipient;
  readonly recipientName: string;
  readonly copiesEach: number;
  readonly withOverdue: boolean;
  readonly shape: 'one' | 'apart';
  readonly code: LabelCode;
  readonly startAt: number;
  readonly documentId: string;
};

const LABELS = ['stamp', 'shelf', 'box'] as const;
const BATCHES = ['receipts', 'notices', 'reviews', 'returns'] as const;
const REGISTERS = ['copies', 'notDisclosed', 'onRequest', 'reviewSummary', 'transfer', 'series'] as const;
const FORMS = ['receipt', 'review', 'whyDate', 'notice'] as const;

export const labelOf = (paper: PaperName) => LABELS.find((name) => name === paper);
export const batchOf = (paper: PaperName) => BATCHES.find((name) => name === paper);
export const registerOf = (paper: PaperName) => REGISTERS.find((name) => name === paper);
export const formOf = (paper: PaperName) => FORMS.find((name) => name === paper);

/** Papers that are asked for by days; the others have a document, a series or nothing to choose. */
export const PERIODIC = [
  'copies',
  'notDisclosed',
  'onRequest',
  'reviewSummary',
  'transfer',
  ...LABELS,
  'receipts',
  'notices',
  'returns',
] as const;
export const periodicOf = (paper: PaperName) => PERIODIC.find((name) => name === paper);
