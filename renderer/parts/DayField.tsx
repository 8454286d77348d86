/** A date typed as it comes (2019.9.3, 20190903, 9-3, 二〇一九年九月三日) and shown as it is understood; ↑ ↓ move by a day. */

import { useState } from 'react';
import { addDays, type Day, readDay, yearOf } from '../../electron/domain/day.ts';
import { useText } from '../text/index.ts';
import { registerText } from '../text/register.ts';
import { type ControlProps, UnreadNote, unreadControl } from './Field.tsx';
import { isComposing } from './shortcuts.ts';
import './Field.css';

type Props = Partial<ControlProps> & {
  readonly id: string;
  readonly value: Day | null;
  /** Text that was entered and is no date; shown in the place of the day. */
  readonly unread?: string | undefined;
  /** A date without a year is of this day's year; without it such a text is no date. */
  readonly today?: Day;
  readonly onChange: (day: Day | null, unread: string | undefined) => void;
  readonly onBlur?: () => void;
};

function understand(text: string, today: Day | undefined): Day | undefined {
  const withoutYear = /^(\d{1,2})[-./月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim());
  if (withoutYear === null || today === undefined) return readDay(text);
  return readDay(`${yearOf(today)}-${withoutYear[1]}-${withoutYear[2]}`);
}

export function DayField({ value, unread, today, onChange, onBlur, ...control }: Props) {
  const { t } = useText(registerText);
  const [typed, setTyped] = useState<string>();
  const isUnread = typed === undefined && unread !== undefined && unread !== '';
  const noteId = `${control.id}-unread`;

  function type(text: string): void {
    setTyped(text);
    const day = understand(text, today);
    onChange(day ?? null, day === undefined && text.trim() !== '' ? text : undefined);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    // A form is sent from here, a list filtered: what was typed is judged as if the field were left.
    if (event.key === 'Enter') setTyped(undefined);
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    const from = value ?? today;
    if (from === undefined) return;
    event.preventDefault();
    setTyped(undefined);
    onChange(value === null ? from : addDays(from, step), undefined);
  }

  return (
    <>
      <input
        {...control}
        {...unreadControl(control, noteId, isUnread)}
        className="in"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('dayPlaceholder')}
        value={typed ?? (isUnread ? unread : (value ?? ''))}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setTyped(undefined);
          onBlur?.();
        }}
      />
      {isUnread && <UnreadNote id={noteId}>{t('dayUnread')}</UnreadNote>}
    </>
  );
}
