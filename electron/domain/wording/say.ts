/** The words of a code in one of the two languages: terms of the field, broken rules and refusals, for screen, paper and command line. */

import type { BrokenParams } from '../broken.ts';
import { formatDay, isDay } from '../day.ts';
import { annualReportWording } from './annualReport.ts';
import { attributeWording } from './attribute.ts';
import type { Language } from './catalogue.ts';
import { copiesWording } from './copies.ts';
import { deskWording } from './desk.ts';
import { docNumberWording } from './docNumber.ts';
import { documentWording } from './document.ts';
import { dutyWording } from './duty.ts';
import { dutyRuleWording } from './dutyRule.ts';
import { exportWording } from './export.ts';
import { fieldWording } from './field.ts';
import { importWording } from './import.ts';
import { ledgerWording } from './ledger.ts';
import { ledgerColumnWording } from './ledgerColumn.ts';
import { matterWording } from './matter.ts';
import { matterFieldWording } from './matterField.ts';
import { normativeWording } from './normative.ts';
import { paperWording } from './paper.ts';
import { penaltyRuleWording } from './penaltyRule.ts';
import { peopleWording } from './people.ts';
import { publicationWording } from './publication.ts';
import { refusalWording } from './refusal.ts';
import { reportLineWording } from './reportLine.ts';
import { requestWording } from './request.ts';
import { requestFieldWording } from './requestField.ts';
import { requestReplyWording } from './requestReply.ts';
import { requestRuleWording } from './requestRule.ts';
import { requestTermWording } from './requestTerm.ts';
import { reviewWording } from './review.ts';
import { ruleWording } from './rule.ts';
import { settingWording } from './setting.ts';
import { soundnessWording } from './soundness.ts';
import { specialDeadlineWording } from './specialDeadline.ts';
import { statisticsWording } from './statistics.ts';
import { trailWording } from './trail.ts';
import { typefaceWording } from './typeface.ts';

/** Every subject's words; a new subject adds its catalogue here. */
export const SUBJECTS = [
  annualReportWording,
  attributeWording,
  copiesWording,
  deskWording,
  documentWording,
  docNumberWording,
  dutyWording,
  dutyRuleWording,
  penaltyRuleWording,
  requestRuleWording,
  exportWording,
  fieldWording,
  importWording,
  ledgerWording,
  ledgerColumnWording,
  matterWording,
  matterFieldWording,
  normativeWording,
  paperWording,
  peopleWording,
  publicationWording,
  refusalWording,
  reportLineWording,
  requestWording,
  requestFieldWording,
  requestReplyWording,
  requestTermWording,
  reviewWording,
  ruleWording,
  settingWording,
  soundnessWording,
  specialDeadlineWording,
  statisticsWording,
  trailWording,
  typefaceWording,
] as const;

const WORDS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  zh: new Map(SUBJECTS.flatMap(({ zh }) => Object.entries(zh))),
  en: new Map(SUBJECTS.flatMap(({ en }) => Object.entries(en))),
};

export function hasWords(code: string): boolean {
  return WORDS.zh.has(code);
}

/** Words of a part of a rule: a built-in one names them by a key, one of the bureau's own is plain text. */
export function sayRule(language: Language, part: RulePart, text: string): string {
  return WORDS[language].get(`${part}.${text}`) ?? text;
}

export type RulePart = 'dutyArticle' | 'ruleTrigger' | 'ruleGate' | 'ruleEvidence';

/** `{name}`, `{name:day}`, `{name:term prefix}`, or `{name|word where it is 1|word elsewhere}`. */
const SLOT = /\{(\w+)(?::(\w+)|\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * The words of a code with its slots filled. A day slot is written out, a term slot names the value's own word, a slot
 * without a value stays visible. A code without words is answered as it is, so that nothing is swallowed.
 */
export function say(language: Language, code: string, params: BrokenParams = {}): string {
  const words = WORDS[language].get(code);
  if (words === undefined) return code;
  return words.replace(SLOT, (slot, name: string, kind?: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return slot;
    if (one !== undefined) return (Number(value) === 1 ? one : other) ?? '';
    if (kind === 'day') return isDay(value) ? formatDay(value, language) : String(value);
    return kind === undefined ? String(value) : (WORDS[language].get(`${kind}.${value}`) ?? String(value));
  });
}

/** Parts of a remark in one line; what is empty is left out. */
export function joinParts(language: Language, parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join(say(language, 'filter.separator'));
}
