/** Changes one setting, with the reason that the trail keeps. */

import { Button } from 'antd';
import { REVIEW_STEPS } from '../../../electron/domain/review.ts';
import { brokenOnSetting, SETTINGS, type SettingKey } from '../../../electron/domain/settings.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { useTerms } from '../../text/terms.ts';
import { DialogField, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { settingAsTyped, settingTyped } from './settingValue.ts';

type Props = {
  readonly setting: { readonly key: SettingKey; readonly value: string; readonly byDefault: string };
  readonly onDone: () => void;
};

export function SettingDialog({ setting: { key, value, byDefault }, onDone }: Props) {
  const { t } = useText(settingsText);
  const terms = useTerms();
  const form = useDialogForm({
    initial: { typed: settingAsTyped(value), reason: '' },
    check: ({ typed }) => brokenOnSetting(key, settingTyped(key, typed)).map((found) => ({ ...found, field: 'value' })),
    write: ({ typed, reason }) =>
      client.registry.setSetting({ key, value: JSON.stringify(settingTyped(key, typed)), reason }),
    onDone,
  });
  const name = terms(`setting.${key}`);
  return (
    <FormDialog title={t('changeTitle', { name })} confirm={t('save')} form={form} onCancel={onDone}>
      <p className="form-note">{terms(`settingWhy.${key}`)}</p>
      <ValueField settingKey={key} typed={form.value.typed} onTyped={(typed) => form.set({ typed })} />
      <div>
        <Button size="small" onClick={() => form.set({ typed: settingAsTyped(byDefault) })}>
          {t('useDefault')}
        </Button>
      </div>
      <TextField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        isLong
        maxLength={500}
        value={form.value.reason}
        onChange={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}

type FieldProps = {
  readonly settingKey: SettingKey;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
};

function ValueField({ settingKey, typed, onTyped }: FieldProps) {
  const { t } = useText(settingsText);
  const terms = useTerms();
  const setting = SETTINGS[settingKey];
  if (setting.kind === 'choice') {
    const options = setting.choices.map((choice) => ({ value: choice, label: terms(`settingChoice.${choice}`) }));
    return <RadioField name="value" label={t('value')} value={typed} options={options} onChange={onTyped} />;
  }
  if (setting.kind === 'steps') return <StepsField typed={typed} onTyped={onTyped} />;
  const hint = setting.kind === 'integer' ? t('range', { least: setting.least, most: setting.most }) : t('stagesHint');
  return <TextField name="value" label={t('value')} hint={hint} value={typed} onChange={onTyped} maxLength={40} />;
}

function StepsField({ typed, onTyped }: Omit<FieldProps, 'settingKey'>) {
  const { t } = useText(settingsText);
  const terms = useTerms();
  const chosen = typed.split(' ');
  return (
    <DialogField name="value" label={t('value')} hint={t('stepsHint')}>
      {({ id, 'aria-required': _, ...control }) => (
        <div className="radio-row">
          {REVIEW_STEPS.map((step, at) => (
            <label key={step} className={chosen.includes(step) ? 'radio chosen' : 'radio'}>
              <input
                {...(at === 0 && { ...control, id })}
                type="checkbox"
                checked={chosen.includes(step)}
                onChange={(event) =>
                  onTyped(
                    REVIEW_STEPS.filter((each) => (each === step ? event.target.checked : chosen.includes(each))).join(
                      ' ',
                    ),
                  )
                }
              />{' '}
              {terms(`step.${step}`)}
            </label>
          ))}
        </div>
      )}
    </DialogField>
  );
}
