/** Beside the form: what follows from what was typed, what is still missing, what looks unusual, which keys work. */

import { skipToken, useQuery } from '@tanstack/react-query';
import type { Broken } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import type { DutyRuleId } from '../../../electron/domain/dutyRules.ts';
import { warningsOnRegistering } from '../../../electron/domain/issuing.ts';
import type { RegistrySettings } from '../../../electron/domain/settings.ts';
import { isLedByOther } from '../../../electron/domain/standing.ts';
import { orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { shellText } from '../../text/shell.ts';
import { useTerms } from '../../text/terms.ts';
import { monthAndDay, weekdayName } from '../weekdays.ts';
import { useForm } from './FormContext.ts';
import { inputOf } from './registerForm.ts';

type Props = {
  readonly settings: RegistrySettings;
  readonly required: number;
  readonly missing: readonly Broken[];
};

export function RegisterAside({ settings, required, missing }: Props) {
  const { t } = useText(registerText);
  const terms = useTerms();
  const { form, amendedId } = useForm();
  const copiesMissing = amendedId === null ? Math.max(0, required - form.copies) : 0;
  const lacking = new Set([...missing.map(({ field }) => field), ...Object.keys(form.unread)]);
  const remarks = warningsOnRegistering(inputOf(form));
  return (
    <aside className="card register-aside">
      <h2>{t('afterwards')}</h2>
      <Afterwards settings={settings} required={required} copiesMissing={copiesMissing} />
      <h2>{t('missing')}</h2>
      {lacking.size === 0 && copiesMissing === 0 ? (
        <p className="grey">{t('missingNothing')}</p>
      ) : (
        <ul>
          {[...lacking].map((field) => (
            <li key={field}>{terms(`field.${field}`)}</li>
          ))}
          {copiesMissing > 0 && <li className="grey">{t('copiesNotBlocking', { missing: copiesMissing })}</li>}
        </ul>
      )}
      {remarks.length > 0 && (
        <>
          <h2>{t('remarks')}</h2>
          <ul className="warns">
            {remarks.map(({ code, params }) => (
              <li key={code}>{terms(code, params)}</li>
            ))}
          </ul>
        </>
      )}
      <Keys />
    </aside>
  );
}

type AfterProps = { readonly settings: RegistrySettings; readonly required: number; readonly copiesMissing: number };

const CLOCKS = {
  printed: ['printedOn', 'writtenOn', 'signedOn'],
  signed: ['signedOn', 'writtenOn'],
  posted: [],
} as const;

function Afterwards({ settings, required, copiesMissing }: AfterProps) {
  const { t } = useText(registerText);
  const { state } = useSeat();
  const { form, amendedId } = useForm();
  const { input } = form;
  const first = (fields: readonly ('signedOn' | 'writtenOn' | 'printedOn')[]): Day | null =>
    fields.map((field) => input[field]).find((day) => day !== null) ?? null;
  const isLed = isLedByOther(input, state.bureauName);
  const isPosted = input.attribute === 'PROACTIVE' && !isLed;
  const division = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 })).data?.find(
    ({ id }) => id === input.draftingDivisionId,
  );
  const steps = settings.reviewStepsRequired.map((step) =>
    step === 'divisionHead' ? t('headOf', { division: division?.name ?? '' }) : t(`step.${step}`),
  );
  return (
    <dl className="facts">
      <dt>{t('posting')}</dt>
      <dd>
        <Posting isPosted={isPosted} isLed={isLed} from={first(['signedOn', 'writtenOn'])} />
      </dd>
      {isPosted && input.isNormative && (
        <>
          <dt>{t('interpretation')}</dt>
          <dd>
            <Due rule="interpretation" from={first(CLOCKS[settings.interpretationClock])} suffix={t('withDocument')} />
          </dd>
        </>
      )}
      {amendedId === null && (
        <>
          <dt>{t('copies')}</dt>
          <dd>
            <Copies required={required} missing={copiesMissing} from={first(CLOCKS[settings.copiesClock])} />
          </dd>
        </>
      )}
      {isPosted && (
        <>
          <dt>{t('review')}</dt>
          <dd>{steps.join(' → ')}</dd>
        </>
      )}
    </dl>
  );
}

type PostingProps = Omit<DueProps, 'rule'> & { readonly isPosted: boolean; readonly isLed: boolean };

function Posting({ isPosted, isLed, from }: PostingProps) {
  const { t } = useText(registerText);
  const { attribute, leadAgency } = useForm().form.input;
  if (isPosted) return <Due rule="posting" from={from} />;
  if (attribute === null) return <span className="grey">{t('notKnown')}</span>;
  return isLed ? t('ledByOther', { agency: leadAgency }) : t('notPosted');
}

/** What a rule makes of a trigger day. */
function usePreview(rule: DutyRuleId, from: Day | null) {
  const asked = useQuery(
    orpc.duties.preview.queryOptions({ input: from === null ? skipToken : { from, rule }, staleTime: 60_000 }),
  );
  return asked.data ?? undefined;
}

type DueProps = {
  readonly rule: DutyRuleId;
  readonly from: Day | null;
  readonly suffix?: string;
};

function Due({ rule, from, suffix = '' }: DueProps) {
  const { t, language } = useText(registerText);
  const due = usePreview(rule, from);
  if (from === null) return <span className="grey">{t('notKnown')}</span>;
  if (due === undefined) return null;
  const weekday = weekdayName(due.dueOn, language);
  const { days } = due;
  return (
    <>
      <b>{due.dueOn}</b>
      {due.isMakeUp ? t('workingDaysMakeUp', { days, weekday }) : t('workingDays', { days })}
      {suffix}
      {due.provisional && <span className="warns"> {t('provisional')}</span>}
    </>
  );
}

type CopiesProps = Omit<DueProps, 'rule'> & { readonly required: number; readonly missing: number };

function Copies({ required, missing, from }: CopiesProps) {
  const { t, language } = useText(registerText);
  const due = usePreview('copies', from);
  if (required === 0) return t('copiesNone');
  if (missing === 0) return t('copiesFull', { required });
  return due === undefined
    ? t('copiesShortNoDay', { missing })
    : t('copiesShort', { missing, day: monthAndDay(due.dueOn, language) });
}

function Keys() {
  const { t } = useText(registerText);
  const { t: shell } = useText(shellText);
  const keys = [
    ['Enter', shell('keyNext')],
    ['F8', shell('keyProblem')],
    ['↑ ↓', t('keyDay')],
    ['Shift+? F1', shell('keyHelp')],
  ] as const;
  return (
    <>
      <h2>{t('keys')}</h2>
      <dl className="facts">
        {keys.map(([key, label]) => (
          <div key={key} className="key-row">
            <dt>{key}</dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
