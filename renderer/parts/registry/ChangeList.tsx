/** What an act changed, field by field, in the words of the field rather than in codes. */

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
  licence: 'licence',
  step: 'step',
  outcome: 'outcome',
  roles: 'role',
  state: 'state',
  unit: 'unit',
};
/** Parts of a rule, which a built-in one names by keys. */
const RULE_PARTS: Readonly<Record<string, RulePart>> = {
  article: 'dutyArticle',
  trigger: 'ruleTrigger',
  gate: 'ruleGate',
  evidence: 'ruleEvidence',
};
const MOST_SIGNS = 120;

type Change = { readonly field: string; readonly before: string; readonly after: string };

export function ChangeList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useText(trailText);
  const words = useChangeWords();
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list grey trail-changes">
      {changes.map(({ field, before, after }) => {
        const told = {
          field: words.field(field),
          before: words.value(field, before),
          after: words.value(field, after),
        };
        return <li key={`${field} ${after}`}>{t(before === '' ? 'set' : 'changed', told)}</li>;
      })}
    </ul>
  );
}

function useChangeWords() {
  const { t, language } = useText(trailText);
  const terms = useTerms();
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  return {
    field(name: string): string {
      if (hasWords(`field.${name}`)) return terms(`field.${name}`);
      if (isSettingKey(name)) return terms(`setting.${name}`);
      const own = OWN.find((known) => known === name);
      return own ? t(`own.${own}`) : name;
    },
    value(name: string, value: string): string {
      if (value === '') return t('empty');
      if (value === 'true') return t('yes');
      if (value === 'false') return t('no');
      if (isSettingKey(name)) return settingWords(name, value);
      if (isSettingKey(value)) return terms(`setting.${value}`);
      if (/^(?:title|body|heading)Face$/.test(name)) return codeWords(`typefaceChoice.${value}`, value);
      const part = RULE_PARTS[name];
      if (part !== undefined) return sayRule(language, part, value);
      if (/divisionId$/i.test(name)) return divisions.data?.find(({ id }) => id === value)?.name ?? value;
      const codes = recordedCodes(name, value);
      if (codes !== undefined) return codes.map((code) => terms(code)).join(t('join'));
      const head = CODED[name];
      const coded = head && value.split(' ').map((part) => codeWords(`${head}.${part}`, part));
      if (coded) return coded.join(t('join'));
      if (/^[0-9a-f]{64}$/.test(value)) return checkCode(value);
      return value.length > MOST_SIGNS ? `${value.slice(0, MOST_SIGNS)}…` : value;
    },
  };

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
  'preset',
  'filter',
  'format',
] as const;
