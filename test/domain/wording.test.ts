import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RETENTIONS } from '../../electron/domain/archive.ts';
import { ATTRIBUTES, BASES } from '../../electron/domain/attribute.ts';
import { CHASE_DEGREES, CONTACT_WAYS } from '../../electron/domain/chasing.ts';
import { COPY_STATES, MOVEMENT_KINDS } from '../../electron/domain/copies.ts';
import { PERIOD_UNITS } from '../../electron/domain/deadline.ts';
import { DOC_NUMBER_FIXES, DOC_NUMBER_REFUSALS } from '../../electron/domain/docNumber.ts';
import { DUTY_STATES } from '../../electron/domain/duties.ts';
import { BUILT_IN_RULES, DUTY_RULE_IDS, DUTY_TRIGGERS } from '../../electron/domain/dutyRules.ts';
import { VALIDITY_STATUSES } from '../../electron/domain/normative.ts';
import { CHANNELS, INTERPRETATION_FORMS } from '../../electron/domain/publication.ts';
import { DECISIONS, OCCASIONS } from '../../electron/domain/reassessment.ts';
import { RECIPIENTS, REGISTERS } from '../../electron/domain/registers.ts';
import { RETURN_REASONS } from '../../electron/domain/returning.ts';
import {
  REVIEW_CONCLUSIONS,
  REVIEW_STAGES,
  REVIEW_STEPS,
  SECRECY_TICKS,
  STEP_OUTCOMES,
} from '../../electron/domain/review.ts';
import { BOUND_FIELDS } from '../../electron/domain/reviewContent.ts';
import { ROLES } from '../../electron/domain/roles.ts';
import { SETTING_KEYS, SETTINGS } from '../../electron/domain/settings.ts';
import { BLOCKERS, DOCUMENT_STATES, HOLDERS } from '../../electron/domain/standing.ts';
import { LANGUAGES } from '../../electron/domain/wording/catalogue.ts';
import { hasWords, SUBJECTS, say } from '../../electron/domain/wording/say.ts';
import { documentInput } from './facts.ts';

const electron = new URL('../../electron/', import.meta.url);
const sources = readdirSync(electron, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('domain/wording'))
  .map((path) => ({ path, text: readFileSync(new URL(path, electron), 'utf8') }));

/** In the domain every `'subject.problem'` but the field of a tick is a code; elsewhere only what is handed on as one. */
function codesIn({ path, text }: { readonly path: string; readonly text: string }): string[] {
  const code = path.startsWith('domain/')
    ? /'([a-z][A-Za-z]+\.[a-z][A-Za-z]+)'/g
    : /(?:[bB]roken\(\s*|code: )'([a-z][A-Za-z]+\.[a-z][A-Za-z]+)'/g;
  const found = Array.from(text.matchAll(code), (match) => match[1] ?? '');
  return found.filter((name) => !name.startsWith('ticks.'));
}

const prefixed = (prefix: string, names: readonly (string | undefined)[]) => names.map((name) => `${prefix}.${name}`);

describe('words', () => {
  test('every code that a rule or the engine can answer has its sentence', () => {
    const used = new Set(sources.flatMap(codesIn));
    expect(used.size).toBeGreaterThan(100);
    expect([...used].filter((code) => !hasWords(code))).toEqual([]);
  });

  test('every refusal of the contract has its sentence', () => {
    const errors = sources.find(({ path }) => path === 'contract/errors.ts')?.text ?? '';
    const refusals = Array.from(errors.matchAll(/^ {2}([A-Z_]+): \{/gm), (match) => `refusal.${match[1]}`);
    expect(refusals).toContain('refusal.FAULT');
    expect(refusals.filter((code) => !hasWords(code))).toEqual([]);
  });

  test('every term of the domain has its word', () => {
    const choices = SETTING_KEYS.flatMap((key) => {
      const setting = SETTINGS[key];
      return setting.kind === 'choice' ? [...setting.choices] : [];
    });
    const keys = [
      ...prefixed('attribute', ATTRIBUTES),
      ...prefixed(
        'basis',
        BASES.map(({ code }) => code),
      ),
      ...prefixed(
        'article',
        BASES.map(({ article }) => article),
      ),
      ...prefixed(
        'force',
        BASES.flatMap(({ force }) => force ?? []),
      ),
      ...prefixed('retention', RETENTIONS),
      ...prefixed('returnReason', RETURN_REASONS),
      ...prefixed('chaseDegree', CHASE_DEGREES),
      ...prefixed('contactWay', CONTACT_WAYS),
      ...prefixed('register', REGISTERS),
      ...prefixed('recipient', RECIPIENTS),
      ...prefixed('copyState', COPY_STATES),
      ...prefixed('movement', MOVEMENT_KINDS),
      ...prefixed('docNumberFix', DOC_NUMBER_FIXES),
      ...DOC_NUMBER_REFUSALS,
      ...prefixed('duty', DUTY_RULE_IDS),
      ...BUILT_IN_RULES.flatMap(({ article, trigger, gate, evidence }) => [
        ...[`dutyArticle.${article}`, `ruleTrigger.${trigger}`, `ruleEvidence.${evidence}`],
        ...(gate === '' ? [] : [`ruleGate.${gate}`]),
      ]),
      ...prefixed('unit', PERIOD_UNITS),
      ...prefixed('dutyState', DUTY_STATES),
      ...prefixed('channel', CHANNELS),
      ...prefixed('interpretationForm', INTERPRETATION_FORMS),
      ...prefixed('validity', VALIDITY_STATUSES),
      ...prefixed('occasion', OCCASIONS),
      ...prefixed('decision', DECISIONS),
      ...prefixed('step', REVIEW_STEPS),
      ...prefixed('stage', REVIEW_STAGES),
      ...prefixed('tick', SECRECY_TICKS),
      ...prefixed('outcome', Object.values(STEP_OUTCOMES).flat()),
      ...prefixed('conclusion', REVIEW_CONCLUSIONS),
      ...prefixed('role', ROLES),
      ...prefixed('setting', SETTING_KEYS),
      ...prefixed('settingWhy', SETTING_KEYS),
      ...prefixed('settingChoice', choices),
      ...prefixed('blocker', BLOCKERS),
      ...prefixed('state', DOCUMENT_STATES),
      ...prefixed('holder', HOLDERS),
      ...prefixed('trigger', DUTY_TRIGGERS),
      ...prefixed('field', BOUND_FIELDS),
      ...prefixed('field', Object.keys(documentInput)),
    ];
    expect(keys.filter((key) => !hasWords(key))).toEqual([]);
  });

  test('no key stands in two subjects', () => {
    const keys = SUBJECTS.flatMap(({ zh }) => Object.keys(zh));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('both languages fill the same slots', () => {
    const slots = (text: string) => [...new Set(Array.from(text.matchAll(/\{(\w+)/g), (match) => match[1]))].sort();
    for (const { zh, en } of SUBJECTS) {
      for (const [key, words] of Object.entries<string>(zh)) {
        expect({ key, slots: slots((en as Record<string, string>)[key] ?? '') }).toEqual({ key, slots: slots(words) });
      }
    }
  });

  test('Chinese sentences have Chinese punctuation, and English ones no Chinese', () => {
    const examples = ['docNumber.', 'docNumberFix.', 'language.'];
    for (const { zh, en } of SUBJECTS) {
      for (const [key, words] of Object.entries<string>(zh)) {
        const plain = words.replace(/\{[^}]*\}|“[^”]*”|https?:\/\/|\.[a-z]{2,4}(?![a-z])/g, '');
        if (key !== 'language.en') expect(`${key}: ${plain}`).not.toMatch(/: .*(?:[,;:?!]|\.$)/);
      }
      for (const [key, words] of Object.entries<string>(en)) {
        if (!examples.some((prefix) => key.startsWith(prefix)))
          expect(`${key}: ${words}`).not.toMatch(/[\u3000-\u9fff，。；：]/);
        expect(words.trim()).not.toBe('');
      }
    }
  });
});

describe('say', () => {
  test('fills slots with values, days, terms and the right number', () => {
    const missing = { missing: 2 };
    expect(say('zh', 'blocker.copiesMissing', missing)).toBe('备案缺 2 份');
    expect(say('en', 'blocker.copiesMissing', missing)).toBe('2 copies missing');
    expect(say('en', 'blocker.copiesMissing', { missing: 1 })).toBe('1 copy missing');
    expect(say('zh', 'publication.beforeSigning', { day: '2019-08-01' })).toBe('上网日期早于签发日期2019年8月1日。');
    expect(say('en', 'publication.beforeSigning', { day: '2019-08-01' })).toContain('1 August 2019');
    expect(say('zh', 'review.notYourTurn', { waiting: 'divisionHead' })).toBe('现在应由“处室负责人审查”签署。');
  });

  test('never fails: unknown codes and values are shown as they are, an empty slot stays visible', () => {
    expect(say('zh', 'no.suchCode')).toBe('no.suchCode');
    expect(say('zh', 'constructor')).toBe('constructor');
    expect(say('zh', 'refusal.FAULT')).toContain('{faultNumber}');
    expect(say('zh', 'publication.beforeSigning', { day: '某日' })).toContain('某日');
    expect(say('en', 'review.notYourTurn', { waiting: 'nobody' })).toContain('nobody');
  });

  test('a value is never read as a slot or pattern', () => {
    expect(say('zh', 'document.sameNumber', { count: 1, title: '$& {count} $1' })).toBe(
      '这一文号已登记 1 件：$& {count} $1',
    );
  });

  test('every key says something in each language', () => {
    for (const language of LANGUAGES) {
      for (const { zh } of SUBJECTS) for (const key of Object.keys(zh)) expect(say(language, key)).not.toBe(key);
    }
  });
});
