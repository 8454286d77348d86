/** One field of a matter, drawn by its type. */

import { LEVEL_CODES } from '../../../electron/domain/matters/authorityList.ts';
import type { MatterBody, MatterValue } from '../../../electron/domain/matters/body.ts';
import { dayIn, listIn, numberIn, textIn, yesNoIn } from '../../../electron/domain/matters/body.ts';
import type { MatterField, MatterKind } from '../../../electron/domain/matters/kind.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, DialogField, RadioField, TextField } from '../form/DialogField.tsx';
import { NumberEntry } from './NumberEntry.tsx';

type Props = {
  readonly kind: MatterKind;
  readonly field: MatterField;
  readonly body: MatterBody;
  readonly onChange: (value: MatterValue) => void;
};

/** Sentences that explain single fields, by key. */
const HINTS = {
  shortenedReason: 'shortenedHint',
  declassifyingNote: 'declassifyingHint',
  publishWithin: 'publishWithinHint',
  periodFrom: 'periodHint',
  [LEVEL_CODES[0]]: 'codeHint',
} as const;

const NEEDED = { closing: 'neededForClosing', publication: 'neededForPublication' } as const;

export function MatterFieldEntry({ kind, field, body, onChange }: Props) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const { key, type, needed, choices = [] } = field;
  const hint = HINTS[key as keyof typeof HINTS] ?? NEEDED[needed as keyof typeof NEEDED];
  const common = {
    name: key,
    label: terms(`field.${key}`),
    isRequired: needed === 'opening',
    ...(hint !== undefined && { hint: t(hint) }),
  };
  switch (type) {
    case 'day':
      return <DayEntry {...common} isHalf value={dayIn(body, key)} onChange={onChange} />;
    case 'number':
      return <NumberEntry {...common} isHalf value={numberIn(body, key)} onChange={onChange} />;
    case 'choice':
      return (
        <ChoiceField
          {...common}
          isHalf
          value={textIn(body, key)}
          onChange={onChange}
          empty={t('chooseResult')}
          options={choices.map((choice) => ({ value: choice, label: terms(`${key}.${choice}`) }))}
        />
      );
    case 'yesNo':
      return (
        <RadioField
          {...common}
          value={{ true: 'yes', false: 'no' }[String(yesNoIn(body, key))] ?? 'notSaid'}
          onChange={(value) => onChange(value === 'notSaid' ? null : value === 'yes')}
          options={(['yes', 'no', 'notSaid'] as const).map((value) => ({ value, label: t(value) }))}
        />
      );
    case 'channels':
      return <ChannelTicks common={common} kind={kind} chosen={listIn(body, key)} onChange={onChange} />;
    default:
      return (
        <TextField
          {...common}
          isHalf={type === 'text'}
          isLong={type === 'long' || type === 'reason'}
          type={type === 'url' ? 'url' : 'text'}
          maxLength={type === 'text' ? 300 : type === 'url' ? 2000 : 4000}
          value={textIn(body, key)}
          onChange={onChange}
        />
      );
  }
}

type TicksProps = {
  readonly common: { readonly name: string; readonly label: string; readonly isRequired: boolean };
  readonly kind: MatterKind;
  readonly chosen: readonly string[];
  readonly onChange: (channels: readonly string[]) => void;
};

function ChannelTicks({ common, kind, chosen, onChange }: TicksProps) {
  const terms = useTerms();
  return (
    <DialogField {...common}>
      {({ id, 'aria-describedby': describedBy, 'aria-invalid': isInvalid }) => (
        <fieldset id={id} aria-label={common.label} aria-describedby={describedBy} className="channel-ticks">
          {kind.channels.map((channel) => (
            <label key={channel}>
              <input
                type="checkbox"
                aria-invalid={isInvalid}
                checked={chosen.includes(channel)}
                onChange={(event) =>
                  onChange(
                    kind.channels.filter((each) => (each === channel ? event.target.checked : chosen.includes(each))),
                  )
                }
              />
              {terms(`channel.${channel}`)}
            </label>
          ))}
        </fieldset>
      )}
    </DialogField>
  );
}
