/** The trail in words: fields and their values, and what an act was about, rather than the codes that are kept. */

import { useQuery } from '@tanstack/react-query';
import { hasWords, type RulePart, sayRule } from '../../../electron/domain/wording/say.ts';
import { orpc } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { trailText } from '../../text/trail.ts';
import { recordedCodes } from '../matters/recordedCodes.ts';
import { checkCode } from './checkCode.ts';
import { isSettingKey, settingInWords } from './settingValue.ts';

/** Fields whose values are codes, and under which head their words stand. */
const CODED: Readonly<Record<string, string>> = {
  attribute: 'attribute',
  basis: 'basis',
  channel: 'channel',
  columns: 'ledgerColumn',
  decision: 'decision',
  licence: 'licence',
  step: 'step',
  outcome: 'outcome',
  roles: 'role',
  state: 'state',
  unit: 'unit',
};
/** The same fields mean other codes where a request is told of. */
const OF_REQUESTS: Readonly<Record<string, string>> = { state: 'requestState', step: 'requestEvent' };
/** Parts of a rule, which a built-in one names by keys. */
const RULE_PARTS: Readonly<Record<string, RulePart>> = {
  article: 'dutyArticle',
  trigger: 'ruleTrigger',
  gate: 'ruleGate',
  evidence: 'ruleEvidence',
};
/** Codes that stand beside each other in one value, such as what was owed, how it was urged and by which way. */
const JOINED: readonly string[] = ['reminder', 'contactWay'];
/** Under which heads the words of a code are looked for where its field does not tell. */
const HEADS = [
  ...['duty', 'attribute', 'requestState', 'dutyState', 'stage', 'validity', 'matterKind', 'chaseDegree', 'contactWay'],
  ...['filter.posting', 'paper', 'register', 'letter'],
] as const;
const MOST_SIGNS = 120;

export function useTrailWords() {
  const { t, language } = useText(trailText);
  const terms = useTerms();
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  const words = {
    field(name: string, value = ''): string {
      // The form of an interpretation is called by the same name as the form that was printed.
      if (name === 'form' && anyWords(value) !== value) return t('own.preset');
      if (hasWords(`field.${name}`)) return terms(`field.${name}`);
      if (isSettingKey(name)) return terms(`setting.${name}`);
      const own = OWN.find((known) => known === name);
      return own ? t(`own.${own}`) : name;
    },
    value(name: string, value: string, act = ''): string {
      if (value === '') return t('empty');
      if (value === 'true') return t('yes');
      if (value === 'false') return t('no');
      if (isSettingKey(name)) return settingWords(name, value);
      if (isSettingKey(value)) return terms(`setting.${value}`);
      if (/^(?:title|body|heading)Face$/.test(name)) return codeWords(`typefaceChoice.${value}`, value);
      const part = RULE_PARTS[name];
      if (part !== undefined) return sayRule(language, part, value);
      if (/divisionId$/i.test(name)) return divisions.data?.find(({ id }) => id === value)?.name ?? value;
      if (JOINED.includes(name)) return value.split(' ').map(anyWords).join(' ');
      const codes = recordedCodes(name, value);
      if (codes !== undefined) return codes.map((code) => terms(code)).join(t('join'));
      const head = (act.startsWith('requests.') ? OF_REQUESTS[name] : undefined) ?? CODED[name];
      const coded = head && value.split(' ').map((part) => codeWords(`${head}.${part}`, anyWords(part)));
      if (coded) return coded.join(t('join'));
      if (/^[0-9a-f]{64}$/.test(value)) return checkCode(value);
      if (name === 'form' || name === 'preset') return anyWords(value);
      return value.length > MOST_SIGNS ? `${value.slice(0, MOST_SIGNS)}…` : value;
    },
    /** What the act was about: most name it themselves, lists that were exported are told by their filter. */
    label(act: string, label: string): string {
      if (label === act) return '';
      if (hasWords(`setting.${label}`)) return terms(`setting.${label}`);
      if (act.startsWith('rules.')) return label.split(' ').map(anyWords).join(' ');
      const filter = label.startsWith('{') ? readFilter(label) : undefined;
      if (filter === undefined) return label;
      const parts = Object.entries(filter).flatMap(([name, value]) => {
        if (value === null || value === '') return [];
        if (typeof value === 'object') return words.label(act, JSON.stringify(value));
        const said = name === 'state' ? stateWords(act, String(value)) : partWords(name, value);
        return t('set', { field: words.field(name), after: said });
      });
      return parts.length === 0 ? t('everything') : parts.join(t('join'));
    },
  };
  return words;

  function partWords(name: string, value: unknown): string {
    const isKnown = /divisionId$/i.test(name) || typeof value === 'boolean';
    return isKnown ? words.value(name, String(value)) : anyWords(String(value));
  }

  /** A request that is open is not done; a duty that is open is not due yet. */
  function stateWords(act: string, state: string): string {
    const isOpenRequest = act.startsWith('requests.') && state === 'open';
    if (isOpenRequest || state === 'unmet') return t('unmet');
    if (state === 'done' || state === 'closed') return t('done');
    return state === 'all' ? t('everything') : anyWords(state);
  }

  function anyWords(code: string): string {
    const head = HEADS.find((each) => hasWords(`${each}.${code}`));
    return head === undefined ? code : terms(`${head}.${code}`);
  }

  function codeWords(code: string, otherwise: string): string {
    return hasWords(code) ? terms(code) : otherwise;
  }

  function settingWords(key: Parameters<typeof settingInWords>[0], value: string): string {
    try {
      return settingInWords(key, value, { terms, join: t('join'), none: t('empty') });
    } catch {
      return value;
    }
  }
}

const OWN = [
  'publicKey',
  'rowsHash',
  'pdfSha256',
  'contentHash',
  'trailHead',
  'reminder',
  'reminders',
  'digest',
  'movedDeadlines',
  'accepted',
  'refused',
  'today',
  'rows',
  'ordinal',
  'preset',
  'filter',
  'format',
  'state',
  'rule',
  'kind',
  'from',
  'to',
  'year',
  'occasion',
  'signed',
  'signedFrom',
  'signedTo',
  'dueFrom',
  'dueTo',
  'postedFrom',
  'postedTo',
  'postingState',
  'reviewStage',
  'isOpen',
  'isDecided',
  'query',
] as const;

function readFilter(label: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(label) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
