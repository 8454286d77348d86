/** Amends a rule of duties: what it shall say, then what it would move, then the amendment itself. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DivisionRecord } from '../../../electron/contract/records.ts';
import type { DutyRuleRecord, RuleAmendmentInput, RuleEffect } from '../../../electron/contract/rules.ts';
import { broken } from '../../../electron/domain/broken.ts';
import { PERIOD_UNITS } from '../../../electron/domain/deadline.ts';
import { brokenOnRuleAmendment } from '../../../electron/domain/ruleAmendment.ts';
import { client, queryClient, untilAnswered } from '../../client.ts';
import { newId } from '../../newId.ts';
import { useText } from '../../text/index.ts';
import { rulesText } from '../../text/rules.ts';
import { useTerms } from '../../text/terms.ts';
import { Dialog } from '../Dialog.tsx';
import { ChoiceField, DayEntry, RadioField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { type DialogForm, useDialogForm } from '../form/useDialogForm.ts';
import { Problem } from '../Problem.tsx';
import { MovedDeadlines } from './MovedDeadlines.tsx';
import { amendmentOf, entryOf, type RuleEntry } from './ruleEntry.ts';

type Props = {
  readonly rule: DutyRuleRecord;
  /** All rows, since one rule may stand in the way of another. */
  readonly rules: readonly DutyRuleRecord[];
  readonly divisions: readonly DivisionRecord[];
  /** Corrects the row; otherwise makes one that applies from a day of its own. */
  readonly isCorrection: boolean;
  readonly onDone: () => void;
};

type Tried = { readonly entry: RuleEntry; readonly amendment: RuleAmendmentInput; readonly effect: RuleEffect };

export function RuleDialog(props: Props) {
  const { language } = useText(rulesText);
  const { rule, isCorrection, onDone } = props;
  const [entry, setEntry] = useState(() => entryOf(rule, language, isCorrection));
  const [tried, setTried] = useState<Tried>();
  if (tried === undefined) {
    return (
      <RuleForm
        {...props}
        entry={entry}
        onTried={(next) => {
          setEntry(next.entry);
          setTried(next);
        }}
      />
    );
  }
  return <Effect rule={rule} tried={tried} onBack={() => setTried(undefined)} onDone={onDone} />;
}

type FormProps = Props & { readonly entry: RuleEntry; readonly onTried: (tried: Tried) => void };

function RuleForm({ rule, rules, divisions, isCorrection, entry, onTried, onDone }: FormProps) {
  const { t, language } = useText(rulesText);
  const terms = useTerms();
  const open = divisions.filter(({ closedOn, id }) => closedOn === null || id === rule.divisionId);
  const asked = (value: RuleEntry) =>
    value.effectiveFrom && amendmentOf({ ...value, effectiveFrom: value.effectiveFrom }, rule, language, isCorrection);
  const form = useDialogForm<RuleEntry, Tried | null>({
    initial: entry,
    check: (value) => {
      const amendment = asked(value);
      if (amendment === null) {
        const noReason = value.reason.trim() === '' ? [broken('rule.reasonMissing', 'reason')] : [];
        return [broken('rule.effectiveFromMissing', 'effectiveFrom'), ...noReason];
      }
      return brokenOnRuleAmendment(
        { id: '', ...amendment },
        rules,
        open.map(({ id }) => id),
      );
    },
    write: async (value) => {
      const amendment = asked(value);
      return amendment && { entry: value, amendment, effect: await client.rules.preview(amendment) };
    },
    onDone: (tried) => tried && onTried(tried),
  });
  const name = terms(`duty.${rule.rule}`);
  return (
    <FormDialog
      title={t(isCorrection ? 'correctTitle' : 'followTitle', { name })}
      confirm={t('preview')}
      form={form}
      onCancel={onDone}
      width={640}
    >
      <p className="form-note">{t(isCorrection ? 'correctHint' : 'followHint')}</p>
      <Period form={form} rule={rule} />
      <Words form={form} />
      <ChoiceField
        name="divisionId"
        label={t('division')}
        isHalf
        empty={t('ownDivision')}
        value={form.value.divisionId}
        onChange={(divisionId) => form.set({ divisionId })}
        options={open.map(({ id, name: label }) => ({ value: id, label }))}
      />
      <RadioField
        name="isEnabled"
        label={t('isEnabled')}
        isHalf
        value={form.value.isEnabled ? 'yes' : 'no'}
        onChange={(chosen) => form.set({ isEnabled: chosen === 'yes' })}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <TextField
        name="reason"
        label={t('reason')}
        isRequired
        isLong
        maxLength={500}
        value={form.value.reason}
        onChange={(reason) => form.set({ reason })}
      />
    </FormDialog>
  );
}

type PartProps = { readonly form: DialogForm<RuleEntry> };

function Period({ form: { value, set }, rule }: PartProps & { readonly rule: DutyRuleRecord }) {
  const { t } = useText(rulesText);
  const terms = useTerms();
  const setting = typeof rule.days === 'string' ? terms(`setting.${rule.days}`) : undefined;
  return (
    <>
      <DayEntry
        name="effectiveFrom"
        label={t('effectiveFrom')}
        isRequired
        isHalf
        value={value.effectiveFrom}
        onChange={(effectiveFrom) => set({ effectiveFrom })}
      />
      <DayEntry
        name="effectiveTo"
        label={t('effectiveTo')}
        isHalf
        value={value.effectiveTo}
        onChange={(effectiveTo) => set({ effectiveTo })}
      />
      <TextField
        name="days"
        label={t('days')}
        isHalf
        isRequired={setting === undefined}
        {...(setting !== undefined && { hint: t('daysHint', { name: setting }) })}
        maxLength={4}
        value={value.days}
        onChange={(days) => set({ days })}
      />
      <ChoiceField
        name="unit"
        label={t('unit')}
        isHalf
        value={value.unit}
        onChange={(unit) => set({ unit })}
        options={PERIOD_UNITS.map((unit) => ({ value: unit, label: terms(`unit.${unit}`) }))}
      />
    </>
  );
}

const WORDS = ['article', 'trigger', 'gate', 'evidence'] as const;

function Words({ form: { value, set } }: PartProps) {
  const { t } = useText(rulesText);
  return WORDS.map((name) => (
    <TextField
      key={name}
      name={name}
      label={t(name)}
      isRequired={name !== 'gate'}
      maxLength={name === 'article' ? 300 : 200}
      value={value[name]}
      onChange={(text) => set({ [name]: text })}
    />
  ));
}

type EffectProps = {
  readonly rule: DutyRuleRecord;
  readonly tried: Tried;
  readonly onBack: () => void;
  readonly onDone: () => void;
};

function Effect({ rule, tried: { amendment, effect }, onBack, onDone }: EffectProps) {
  const { t } = useText(rulesText);
  const terms = useTerms();
  const [id] = useState(newId);
  const save = useMutation({
    mutationFn: () => untilAnswered(() => client.rules.amend({ ...amendment, id })),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
  const { count, moved } = effect;
  const title = t(amendment.correctsId === null ? 'followTitle' : 'correctTitle', { name: terms(`duty.${rule.rule}`) });
  return (
    <Dialog title={title} width={820} onClose={onBack}>
      <p role="status">{t(count === 0 ? 'previewNone' : 'previewSome', { count })}</p>
      {moved.length < count && <p className="grey">{t('previewMore', { shown: moved.length })}</p>}
      <MovedDeadlines moved={moved} />
      <Problem error={save.error} />
      <div className="actions dialog-actions">
        <Button type="primary" autoFocus loading={save.isPending} onClick={() => save.mutate()}>
          {t('save')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </Dialog>
  );
}
