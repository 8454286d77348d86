import { describe, expect, test } from 'vitest';
import {
  brokenOnSetting,
  DEFAULT_SETTINGS,
  readSettings,
  SETTING_KEYS,
  SETTINGS,
} from '../../electron/domain/settings.ts';
import { codes } from './facts.ts';

describe('settings', () => {
  test('every default keeps its own rule', () => {
    for (const key of SETTING_KEYS) expect(brokenOnSetting(key, SETTINGS[key].default)).toEqual([]);
    expect(readSettings({})).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toMatchObject({ copiesRequired: 7, reminderStages: [5, 1], idleLockMinutes: 10 });
  });

  test.each([
    ['copiesRequired', -1, 'setting.outOfRange'],
    ['copiesRequired', 7.5, 'setting.outOfRange'],
    ['copiesRequired', '7', 'setting.outOfRange'],
    ['idleLockMinutes', 4, 'setting.outOfRange'],
    ['idleLockMinutes', 31, 'setting.outOfRange'],
    ['copiesApplyTo', 'none', 'setting.notAChoice'],
    ['copiesApplyTo', null, 'setting.notAChoice'],
    ['reminderStages', [5, 5], 'setting.badStages'],
    ['reminderStages', [0], 'setting.badStages'],
    ['reminderStages', 5, 'setting.notAChoice'],
    ['reviewStepsRequired', ['drafter', 'generalOffice'], 'setting.stepNeverSkipped'],
    ['reviewStepsRequired', ['divisionHead', 'drafter'], 'setting.notAChoice'],
    ['reviewStepsRequired', ['drafter', 'divisionHead', 'divisionHead'], 'setting.notAChoice'],
    ['reviewStepsRequired', [], 'setting.stepNeverSkipped'],
    ['toString', 1, 'setting.unknown'],
  ])('%s = %j is refused with %s', (key, value, code) => {
    expect(codes(brokenOnSetting(key, value))).toEqual([code]);
  });

  test.each([
    ['copiesRequired', 0],
    ['reminderStages', []],
    ['reminderStages', [10, 5, 3, 1]],
    ['reviewStepsRequired', ['drafter', 'divisionHead']],
    ['reviewStepsRequired', ['drafter', 'divisionHead', 'leaderInCharge']],
    ['copiesApplyTo', 'proactive'],
  ])('%s = %j is possible', (key, value) => {
    expect(brokenOnSetting(key, value)).toEqual([]);
    expect(readSettings({ [key]: value })).toEqual({ ...DEFAULT_SETTINGS, [key]: value });
  });

  test('a stored value that no longer fits falls back to the default', () => {
    expect(readSettings({ copiesRequired: 'seven', idleLockMinutes: 20, unknown: 1 })).toEqual({
      ...DEFAULT_SETTINGS,
      idleLockMinutes: 20,
    });
  });
});
