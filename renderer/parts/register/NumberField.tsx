/** The document number, read while it is typed: what was repaired, why it is refused, what may have been meant. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { Broken } from '../../../electron/domain/broken.ts';
import { yearOf } from '../../../electron/domain/day.ts';
import { type DocNumberReading, parseDocNumber } from '../../../electron/domain/docNumber.ts';
import { orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';
import { shellText } from '../../text/shell.ts';
import { useTerms } from '../../text/terms.ts';
import { Field } from '../Field.tsx';
import { useShortcuts } from '../shortcuts.ts';

const TAKE_KEY = 'Alt+A';

type Props = {
  readonly value: string;
  readonly typedNumber: string;
  readonly isUnnumbered: boolean;
  readonly exceptId: string | null;
  readonly problems: readonly Broken[];
  readonly onChange: (text: string) => void;
  readonly onUnnumbered: (isUnnumbered: boolean) => void;
  readonly onBlur: () => void;
};

export function NumberField(props: Props) {
  const { value, isUnnumbered, onChange, onUnnumbered, onBlur, problems } = props;
  const { t } = useText(registerText);
  const { t: shell } = useText(shellText);
  const terms = useTerms();
  const reading = parseDocNumber(value);
  const suggestion = useSuggestion(value, reading);
  useShortcuts(
    suggestion === undefined
      ? []
      : [{ keys: [TAKE_KEY], label: shell('keySuggestion'), run: () => onChange(suggestion) }],
  );
  return (
    <Field
      name="docNumberRaw"
      label={terms('field.docNumberRaw')}
      isRequired={!isUnnumbered}
      span={2}
      problems={problems}
      hint={isUnnumbered ? undefined : <NumberHint {...props} reading={reading} suggestion={suggestion} />}
    >
      {(control) => (
        <div className="with-check">
          <input
            {...control}
            className="in"
            autoComplete="off"
            spellCheck={false}
            placeholder={isUnnumbered ? '' : t('numberPlaceholder')}
            disabled={isUnnumbered}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
          <label className="check">
            <input
              type="checkbox"
              tabIndex={value === '' ? 0 : -1}
              checked={isUnnumbered}
              onChange={(event) => onUnnumbered(event.target.checked)}
            />
            {t('unnumbered')}
          </label>
        </div>
      )}
    </Field>
  );
}

/** A bare number is taken for the next one of the series used most. */
function useSuggestion(value: string, reading: DocNumberReading): string | undefined {
  const { state } = useSeat();
  const bare = /^\d{1,6}(?=号?$)/.exec(value.normalize('NFKC').trim())?.[0];
  const codes = useQuery(
    orpc.documents.suggestions.queryOptions({
      input: { field: 'agencyCode', divisionId: null },
      enabled: bare !== undefined,
      staleTime: 60_000,
    }),
  );
  if (reading.ok) return undefined;
  if (reading.suggestion !== undefined) return reading.suggestion;
  const code = codes.data?.[0];
  if (bare === undefined || code === undefined) return undefined;
  const whole = parseDocNumber(`${code}〔${yearOf(state.today)}〕${Number(bare)}号`);
  return whole.ok ? whole.number.text : undefined;
}

type HintProps = Props & { readonly reading: DocNumberReading; readonly suggestion: string | undefined };

function NumberHint({ value, typedNumber, reading, suggestion, exceptId, onChange, problems }: HintProps) {
  const { t } = useText(registerText);
  const { t: shell } = useText(shellText);
  const terms = useTerms();
  const typed = parseDocNumber(typedNumber);
  const isTyped = reading.ok && typed.ok && typed.fixes.length > 0 && typed.number.text === value;
  const repaired = isTyped ? typed : reading.ok && reading.fixes.length > 0 ? reading : undefined;
  const isRefusedYet = problems.length > 0 || value.trim() === '';
  return (
    <>
      {repaired && (
        <div>
          {t('repaired', {
            raw: repaired.raw.trim(),
            fixes: repaired.fixes.map((fix) => terms(`docNumberFix.${fix}`)).join(shell('listSeparator')),
          })}
        </div>
      )}
      {!reading.ok && !isRefusedYet && <div className="warns">{terms(reading.code, reading.params)}</div>}
      {suggestion !== undefined && (
        <div className="warns">
          {t('suggestion', { text: suggestion, key: TAKE_KEY })}{' '}
          <Button size="small" tabIndex={-1} onClick={() => onChange(suggestion)}>
            {t('takeSuggestion')}
          </Button>
        </div>
      )}
      {reading.ok && <SameNumber docNumber={reading.number.text} exceptId={exceptId} />}
    </>
  );
}

/** A second document with the number is a warning that shows the first, not an obstacle. */
function SameNumber({ docNumber, exceptId }: { readonly docNumber: string; readonly exceptId: string | null }) {
  const { t } = useText(registerText);
  const asked = useQuery(orpc.documents.sameNumber.queryOptions({ input: { docNumberRaw: docNumber, exceptId } }));
  const first = asked.data?.[0];
  if (first === undefined) return null;
  return (
    <div className="warns">
      {t(first.isVoided ? 'sameNumberVoided' : 'sameNumber', { title: first.title })}{' '}
      <Link to={`/documents/${first.id}`} tabIndex={-1}>
        {t('open')}
      </Link>
    </div>
  );
}
