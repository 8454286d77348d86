/** A day in a filter: what is no date stays in the field with the reason beside it, and the list stays as it was. */

import { useState } from 'react';
import type { Day } from '../../electron/domain/day.ts';
import { useSeat } from '../session.ts';
import { DayField } from './DayField.tsx';
import './FilterDay.css';

type Props = {
  readonly id: string;
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
};

export function FilterDay({ id, value, onChange }: Props) {
  const { today } = useSeat().state;
  const [unread, setUnread] = useState<{ readonly text: string; readonly beside: Day | null }>();
  return (
    <div className="filter-day">
      <DayField
        id={id}
        value={value}
        // A day that is chosen elsewhere, or taken off there, takes the place of the text.
        unread={unread?.beside === value ? unread.text : undefined}
        today={today}
        onChange={(day, text) => {
          setUnread(text === undefined ? undefined : { text, beside: value });
          if (text === undefined) onChange(day);
        }}
      />
    </div>
  );
}
