/** The closed list of settings: what the plan and the law leave open is decided here, never in code. 实施方案各条之未明处. */

import { type Broken, broken } from './broken.ts';
import { REVIEW_STEPS, type ReviewStepName } from './review.ts';

type IntegerSetting = {
  readonly kind: 'integer';
  readonly default: number;
  readonly least: number;
  readonly most: number;
};
type ChoiceSetting<C extends string> = { readonly kind: 'choice'; readonly default: C; readonly choices: readonly C[] };
type StagesSetting = { readonly kind: 'stages'; readonly default: readonly number[] };
type StepsSetting = { readonly kind: 'steps'; readonly default: readonly ReviewStepName[] };

function integer(value: number, least: number, most: number): IntegerSetting {
  return { kind: 'integer', default: value, least, most };
}

function choice<const C extends string>(value: NoInfer<C>, choices: readonly C[]): ChoiceSetting<C> {
  return { kind: 'choice', default: value, choices };
}

/** Name and reason of each stand in `wording/` under `setting.<key>` and `settingWhy.<key>`. */
export const SETTINGS = {
  /** 应送份数: the plan says seven. */
  copiesRequired: integer(7, 0, 99),
  /** The plan's sentence covers all documents; some bureaus read it as the public ones only. */
  copiesApplyTo: choice('all', ['all', 'opened', 'proactive']),
  /** The plan names no day for the seven copies. */
  copiesWithinWorkingDays: integer(10, 1, 60),
  copiesClock: choice('printed', ['printed', 'signed']),
  /** What 「出台」 means for the interpretation's five working days. */
  interpretationClock: choice('printed', ['printed', 'signed', 'posted']),
  /** Whether a normative document is late after its own 20 or after the interpretation's 5 working days. */
  normativePosting: choice('posting', ['posting', 'interpretation']),
  postingEnteredBy: choice('both', ['generalOffice', 'division', 'both']),
  /** No national number; 5 leaves room inside the 20 working days. */
  reviewStepWorkingDays: integer(5, 1, 15),
  reviewStepsRequired: { kind: 'steps', default: REVIEW_STEPS } satisfies StepsSetting as StepsSetting,
  proofreadingRounds: integer(2, 1, 5),
  /** Working days before the due day on which a reminder goes out. */
  reminderStages: { kind: 'stages', default: [5, 1] } satisfies StagesSetting as StagesSetting,
  /** Month and day: the Regulation says 定期 only. */
  reassessmentBy: choice('11-30', ['03-31', '06-30', '09-30', '11-30', '12-31']),
  idleLockMinutes: integer(10, 5, 30),
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type RegistrySettings = {
  readonly [K in SettingKey]: (typeof SETTINGS)[K]['default'] extends infer D
    ? (typeof SETTINGS)[K] extends ChoiceSetting<infer C>
      ? C
      : D
    : never;
};

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[];

export const DEFAULT_SETTINGS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].default]),
) as RegistrySettings;

/** The head of the drafting division cannot be skipped; nor can the drafter, whose five ticks open the review. */
const STEPS_NEVER_SKIPPED: readonly ReviewStepName[] = ['drafter', 'divisionHead'];

export function brokenOnSetting(key: string, value: unknown): readonly Broken[] {
  if (!Object.hasOwn(SETTINGS, key)) return [broken('setting.unknown', 'key', { key })];
  const setting = SETTINGS[key as SettingKey];
  const bad = (code: string, params: Record<string, string | number> = {}) => [broken(code, key, { key, ...params })];
  if (setting.kind === 'integer') {
    const { least, most } = setting;
    const isFine = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
    return isFine ? [] : bad('setting.outOfRange', { least, most });
  }
  if (setting.kind === 'choice') {
    return (setting.choices as readonly unknown[]).includes(value) ? [] : bad('setting.notAChoice');
  }
  if (!Array.isArray(value)) return bad('setting.notAChoice');
  if (setting.kind === 'stages') {
    const isFine = value.length <= 5 && value.every((n) => Number.isInteger(n) && n >= 1 && n <= 30);
    return isFine && new Set(value).size === value.length ? [] : bad('setting.badStages');
  }
  const inOrder = REVIEW_STEPS.filter((step) => value.includes(step));
  if (inOrder.length !== value.length || inOrder.some((step, i) => step !== value[i])) return bad('setting.notAChoice');
  return STEPS_NEVER_SKIPPED.every((step) => inOrder.includes(step)) ? [] : bad('setting.stepNeverSkipped');
}

/** Stored values over the defaults; a value that no longer fits its rule falls back to the default. */
export function readSettings(stored: Readonly<Record<string, unknown>>): RegistrySettings {
  return Object.fromEntries(
    SETTING_KEYS.map((key) => {
      const isStored = Object.hasOwn(stored, key) && brokenOnSetting(key, stored[key]).length === 0;
      return [key, isStored ? stored[key] : SETTINGS[key].default];
    }),
  ) as RegistrySettings;
}
