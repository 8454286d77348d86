/** A day that an act outside of a dialog needs, under its label: what is missing or no date is told beside it. */

import type { ReactNode } from 'react';
import type { Day } from '../../electron/domain/day.ts';
import { useSeat } from '../session.ts';
import { DayField } from './DayField.tsx';
import { Labelled } from './Labelled.tsx';

/** Either a day, or the text that is none. */
export type Asked = { readonly day: Day | null; readonly unread?: string | undefined };

type Props = {
  readonly label: ReactNode;
  readonly asked: Asked;
  readonly onAsked: (asked: Asked) => void;
  /** What to say where nothing is entered. */
  readonly missing: string | undefined;
};

export function AskedDay({ label, asked, onAsked, missing }: Props) {
  const { today } = useSeat().state;
  const isEmpty = asked.day === null && asked.unread === undefined;
  return (
    <Labelled label={label} problem={isEmpty ? missing : undefined}>
      {(id, told) => (
        <DayField
          {...told}
          id={id}
          value={asked.day}
          unread={asked.unread}
          today={today}
          onChange={(day, unread) => onAsked({ day, unread })}
        />
      )}
    </Labelled>
  );
}
