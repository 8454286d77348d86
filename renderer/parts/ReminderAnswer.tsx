/** One reminder: say what was done about it, or put it off to a later day. */

import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ReminderRecord } from '../../electron/contract/duties.ts';
import { addDays, type Day } from '../../electron/domain/day.ts';
import { client, queryClient } from '../client.ts';
import { useSeat } from '../session.ts';
import { boardText } from '../text/board.ts';
import { useText } from '../text/index.ts';
import { DayField } from './DayField.tsx';
import { Dialog } from './Dialog.tsx';
import { Labelled } from './Labelled.tsx';
import { Problem } from './Problem.tsx';
import { WhyDate } from './WhyDate.tsx';

type Props = { readonly reminder: ReminderRecord; readonly onDone: () => void };

export function ReminderAnswer({ reminder, onDone }: Props) {
  const { t } = useText(boardText);
  const { state } = useSeat();
  const [answer, setAnswer] = useState('');
  const [until, setUntil] = useState<Day | null>(addDays(state.today, 1));
  const finished = {
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  };
  const answering = useMutation({
    mutationFn: () => client.duties.answerReminder({ id: reminder.id, answer }),
    ...finished,
  });
  const snoozing = useMutation({
    mutationFn: (day: Day) => client.duties.snoozeReminder({ id: reminder.id, until: day }),
    ...finished,
  });
  return (
    <Dialog title={reminder.subject.number || t('unnumbered')} onClose={onDone}>
      <p>{reminder.subject.title}</p>
      <Labelled label={t('answerLabel')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoFocus
            rows={3}
            value={answer}
            maxLength={1000}
            onChange={(event) => setAnswer(event.target.value)}
          />
        )}
      </Labelled>
      <div className="actions reminder-actions">
        <Button
          type="primary"
          disabled={answer.trim() === ''}
          loading={answering.isPending}
          onClick={() => answering.mutate()}
        >
          {t('answer')}
        </Button>
      </div>
      <Labelled label={t('snoozeLabel')}>
        {(id) => <DayField id={id} value={until} today={state.today} onChange={(day) => setUntil(day)} />}
      </Labelled>
      <div className="actions reminder-actions">
        <Button
          disabled={until === null}
          loading={snoozing.isPending}
          onClick={() => until !== null && snoozing.mutate(until)}
        >
          {t('snooze')}
        </Button>
      </div>
      <Problem error={answering.error ?? snoozing.error} />
      <WhyDate subject={reminder.subject} rule={reminder.rule} />
    </Dialog>
  );
}
