/** What a letter of a request says: the facts that every letter shares, and what is particular to each kind. */

import type { Day } from '../domain/day.ts';
import type { ReplyDraft } from '../domain/foiRequest.ts';
import type { RequestChannel } from '../domain/requestClock.ts';
import type { FeeBasis } from '../domain/requestFee.ts';
import type { PaperLanguage } from './page.ts';

/** What is particular to each kind of letter. */
export type LetterMatter =
  | { readonly kind: 'registration'; readonly dueOn: Day }
  | { readonly kind: 'correction'; readonly items: string; readonly replyBy: Day }
  | {
      readonly kind: 'extension';
      readonly reason: string;
      readonly approver: string;
      readonly workingDays: number;
      readonly dueOn: Day;
    }
  | { readonly kind: 'thirdParty'; readonly matter: string }
  | { readonly kind: 'coMaker'; readonly matter: string }
  | { readonly kind: 'fee'; readonly basis: FeeBasis; readonly count: number; readonly yuan: number }
  | {
      readonly kind: 'reply';
      readonly draft: ReplyDraft;
      readonly correctedOn: Day | null;
      readonly extendedBy: number;
      readonly remedy: 'before2024' | 'either' | 'reconsiderationFirst';
    };

export type LetterFacts = {
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly unit: string;
  readonly number: string;
  readonly registerNumber: string;
  readonly addressee: string;
  /** A natural person is addressed otherwise than an organisation. */
  readonly isPerson: boolean;
  readonly channel: RequestChannel;
  readonly subject: string;
  readonly receivedOn: Day;
  readonly day: Day;
  readonly isDraft: boolean;
  readonly matter: LetterMatter;
};

/** The words of one language. */
export type LetterWords = {
  readonly titles: Readonly<Record<LetterMatter['kind'], string>>;
  readonly draftMark: string;
  readonly contact: (unit: string) => string;
  readonly paragraphs: (letter: LetterFacts) => readonly string[];
};
