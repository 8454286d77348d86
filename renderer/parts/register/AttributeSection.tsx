/** Disclosure attribute, its basis and reason, and the cases that bring further duties. */

import { BASES } from '../../../electron/domain/attribute.ts';
import { CHANNELS } from '../../../electron/domain/publication.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { useTerms } from '../../text/terms.ts';
import { AttributePicker, BasisPicker } from '../AttributePicker.tsx';
import { Combo } from '../Combo.tsx';
import { Field } from '../Field.tsx';
import { useForm } from './FormContext.ts';
import { DateField, TextField } from './fields.tsx';

export function AttributeSection() {
  const { t } = useText(registerText);
  const terms = useTerms();
  const { form, amendedId, set, setRead, problems, leave, meanwhile } = useForm();
  const { attribute, isNormative, isJoint } = form.input;
  return (
    <>
      <h2 className="section">{t('sectionAttribute')}</h2>
      <Field
        name="attribute"
        label={
          <span id="attribute-label">
            {terms('field.attribute')}
            {t('attributeKeys')}
          </span>
        }
        isRequired
        span={3}
        problems={problems('attribute')}
        hint={meanwhile('attribute')}
      >
        {(control) => (
          <AttributePicker
            {...control}
            value={attribute}
            isDisabled={amendedId !== null}
            onChange={(chosen) => set({ attribute: chosen })}
            onBlur={() => leave('attribute')}
          />
        )}
      </Field>
      <Cases />
      {attribute !== null && attribute !== 'PROACTIVE' && <WithheldFields />}
      {isNormative && (
        <>
          <TextField name="legalityReviewNumber" span={2} isRequired />
          <DateField name="legalityReviewOn" isRequired />
          <TextField name="interpretationPlan" span={3} isRequired />
        </>
      )}
      {isJoint && <TextField name="leadAgency" span={3} isRequired />}
      {attribute === 'PROACTIVE' && (
        <Field name="channel" label={terms('field.channel')} span={isJoint ? 3 : 2} problems={problems('channel')}>
          {(control) => (
            <Combo
              {...control}
              value={form.input.channel}
              options={CHANNELS.map((channel) => ({ value: channel, label: terms(`channel.${channel}`) }))}
              unread={form.unread.channel}
              onChange={(channel, unread) => setRead('channel', channel, unread)}
              isStrict
            />
          )}
        </Field>
      )}
      <TextField name="note" span={attribute === 'PROACTIVE' && !isJoint ? 4 : 6} />
    </>
  );
}

function Cases() {
  const { t } = useText(registerText);
  const terms = useTerms();
  const { form, set } = useForm();
  const cases = [
    { name: 'isNormative', label: terms('field.isNormative') },
    { name: 'isLeaderRelated', label: t('leaderShort') },
    { name: 'isJoint', label: terms('field.isJoint') },
  ] as const;
  return (
    <fieldset className="field span3 cases">
      <legend className="field-label">{t('cases')}</legend>
      <div className="in">
        {cases.map(({ name, label }) => (
          <label key={name}>
            <input
              type="checkbox"
              id={name}
              checked={form.input[name]}
              onChange={(event) => set({ [name]: event.target.checked })}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function WithheldFields() {
  const terms = useTerms();
  const { form, setRead, problems, leave, meanwhile } = useForm();
  const { attribute, basis } = form.input;
  if (attribute === null) return null;
  const needsLaw = BASES.find(({ code }) => code === basis)?.needsLaw === true;
  return (
    <>
      <Field
        name="basis"
        label={terms('field.basis')}
        isRequired={attribute === 'NOT_DISCLOSED'}
        span={3}
        problems={problems('basis')}
        hint={meanwhile('basis')}
      >
        {(control) => (
          <BasisPicker
            {...control}
            attribute={attribute}
            value={basis}
            unread={form.unread.basis}
            onChange={(chosen, unread) => setRead('basis', chosen, unread)}
            onBlur={() => leave('basis')}
          />
        )}
      </Field>
      <TextField name="reason" span={3} isRequired />
      {needsLaw && <TextField name="basisLaw" span={6} isRequired />}
    </>
  );
}
