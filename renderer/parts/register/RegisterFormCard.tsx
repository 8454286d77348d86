/** The form itself: its sections, its buttons with their keys, and what it says about saving. */

import { Alert, App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { DocumentSummary } from '../../../electron/contract/records.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import { readSettings } from '../../../electron/domain/settings.ts';
import { copiesRequiredOf } from '../../../electron/domain/standing.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { shellText } from '../../text/shell.ts';
import { useTerms } from '../../text/terms.ts';
import { Field } from '../Field.tsx';
import { Problem } from '../Problem.tsx';
import { FormPrinting } from '../paper/FormPrinting.tsx';
import { loadPinyin } from '../pinyin.ts';
import { useShortcuts } from '../shortcuts.ts';
import { usePaper } from '../usePaper.ts';
import { AttributeSection } from './AttributeSection.tsx';
import { CopiesSection } from './CopiesSection.tsx';
import { FileSection } from './FileSection.tsx';
import { FormContext, useForm } from './FormContext.ts';
import { goToFirstField, goToFirstProblem, goToNextProblem, onEnterGoOn } from './formKeys.ts';
import { RegisterAside } from './RegisterAside.tsx';
import { RegisterHeading } from './RegisterHeading.tsx';
import type { RegisterForm } from './registerForm.ts';
import { useRegisterForm } from './useRegisterForm.ts';

type Props = {
  readonly draftKey: string;
  readonly start: RegisterForm;
  readonly restoredAt: string | undefined;
  readonly amended: DocumentDetail | undefined;
  readonly stored: readonly { readonly key: string; readonly value: string }[];
};

type Saved = { readonly document: DocumentSummary; readonly warnings: readonly Broken[] };

export function RegisterFormCard({ draftKey, start, restoredAt, amended, stored }: Props) {
  const { t } = useText(registerText);
  const { t: shell } = useText(shellText);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const element = useRef<HTMLFormElement>(null);
  const [last, setLast] = useState<Saved>();
  const [isRestored, setRestored] = useState(restoredAt !== undefined);
  const paper = usePaper();
  const register = useRegisterForm(draftKey, start, restoredAt !== undefined, amended);
  const { tools, missing, save, draft } = register;
  const settings = readSettings(Object.fromEntries(stored.map(({ key, value }) => [key, JSON.parse(value)])));
  const required = copiesRequiredOf({ attribute: tools.form.input.attribute, isVoided: false }, settings);
  const isAmending = amended !== undefined;

  useEffect(() => {
    goToFirstField(element.current);
    void loadPinyin();
  }, []);

  async function saved(): Promise<Saved | undefined> {
    const answer = await register.trySave();
    if (answer === undefined) setTimeout(() => goToFirstProblem(element.current));
    else setRestored(false);
    return answer;
  }
  async function saveAndOpen(): Promise<void> {
    const answer = await saved();
    if (answer !== undefined) void navigate(`/documents/${answer.document.id}`);
  }
  async function saveAndNext(): Promise<void> {
    const answer = await saved();
    if (answer === undefined) return;
    setLast(answer);
    register.startNext();
    void message.success(t('saved', { label: labelOf(answer.document) }));
    setTimeout(() => goToFirstField(element.current));
  }
  function printReceipt(): void {
    if (last !== undefined) paper.mutate({ form: 'receipt', documentId: last.document.id });
  }

  useShortcuts([
    { keys: ['Enter'], label: shell('keyNext') },
    { keys: ['↑', '↓'], label: t('keyDay') },
    { keys: ['F8'], label: shell('keyProblem'), run: () => goToNextProblem(element.current) },
    { keys: ['Ctrl+S'], label: shell('keySave'), run: () => void saveAndOpen() },
    ...(isAmending
      ? []
      : [
          { keys: ['Ctrl+Enter'], label: shell('keySaveNext'), run: () => void saveAndNext() },
          { keys: ['Ctrl+P'], label: t('keyReceipt'), run: printReceipt },
        ]),
  ]);

  return (
    <FormContext value={tools}>
      <RegisterHeading isAmending={isAmending} isCarried={tools.form.isCarried} />
      {isRestored && (
        <Alert
          className="problem"
          type="info"
          title={t('draftRestored', { time: clockTime(restoredAt) })}
          action={
            !isAmending && (
              <Button
                size="small"
                onClick={() => {
                  setRestored(false);
                  void register.startEmpty();
                }}
              >
                {t('draftClear')}
              </Button>
            )
          }
        />
      )}
      {register.isSecret && <Alert className="problem" type="error" role="alert" title={t('secretStopped')} />}
      <div className="register">
        <form
          ref={element}
          className="card register-form"
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={(event) => onEnterGoOn(event, () => undefined)}
        >
          <FileSection />
          <AttributeSection />
          {isAmending ? <ReasonForChange /> : <CopiesSection required={required} />}
          <Problem error={save.error} fields={FIELDS_WITH_PLACE} />
          {last !== undefined && last.warnings.length > 0 && <Warnings saved={last} />}
          <div className="register-foot actions">
            {isAmending ? (
              <Button type="primary" loading={save.isPending} onClick={() => void saveAndOpen()}>
                {t('saveAmend')} <kbd>Ctrl+S</kbd>
              </Button>
            ) : (
              <>
                <Button type="primary" loading={save.isPending} onClick={() => void saveAndNext()}>
                  {t('saveNext')} <kbd>Ctrl+Enter</kbd>
                </Button>
                <Button disabled={save.isPending} onClick={() => void saveAndOpen()}>
                  {t('save')} <kbd>Ctrl+S</kbd>
                </Button>
                <Button disabled={last === undefined} loading={paper.isPending} onClick={printReceipt}>
                  {t('receipt')} <kbd>Ctrl+P</kbd>
                </Button>
              </>
            )}
            <span className="grow" />
            <span className="grey" role="status">
              {draft.hasFailed
                ? t('draftFailed')
                : draft.savedAt !== undefined && t('draftSaved', { time: clockTime(draft.savedAt) })}
            </span>
          </div>
          <Problem error={paper.error} />
        </form>
        <RegisterAside settings={settings} required={required} missing={missing} />
      </div>
      <FormPrinting toPrint={paper.toPrint} onClose={paper.leave} />
    </FormContext>
  );
}

/** Fields that show their own broken rules. */
const FIELDS_WITH_PLACE = [
  ...['docNumberRaw', 'title', 'docType', 'draftingDivisionId', 'drafter', 'signer', 'signedOn', 'writtenOn'],
  ...['printedOn', 'attribute', 'basis', 'basisLaw', 'reason', 'leadAgency', 'legalityReviewNumber'],
  ...['legalityReviewOn', 'interpretationPlan', 'channel', 'annexes', 'remarkNote', 'note', 'copies', 'deliveredBy'],
  ...['location', 'reasonForChange'],
];

function labelOf({ docNumber, title }: DocumentSummary): string {
  return docNumber === null ? title : `${docNumber} ${title}`;
}

/** Time of day at this workstation. */
function clockTime(instant: string | undefined): string {
  return instant === undefined ? '' : new Date(instant).toLocaleTimeString('en-GB');
}

function Warnings({ saved }: { readonly saved: Saved }) {
  const { t } = useText(registerText);
  const terms = useTerms();
  return (
    <Alert
      className="problem"
      type="warning"
      title={`${t('savedWarnings')} ${labelOf(saved.document)}`}
      description={saved.warnings.map(({ code, params }) => <div key={code}>{terms(code, params)}</div>)}
    />
  );
}

function ReasonForChange() {
  const terms = useTerms();
  const { form, setForm, problems, leave } = useForm();
  return (
    <Field
      name="reasonForChange"
      label={terms('field.reasonForChange')}
      isRequired
      span={6}
      problems={problems('reasonForChange')}
    >
      {(control) => (
        <input
          {...control}
          className="in"
          autoComplete="off"
          value={form.reasonForChange}
          onChange={(event) => setForm((before) => ({ ...before, reasonForChange: event.target.value }))}
          onBlur={() => leave('reasonForChange')}
        />
      )}
    </Field>
  );
}
