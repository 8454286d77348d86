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
import { useTerms } from '../text/terms.ts';
import { type Asked, AskedDay } from './AskedDay.tsx';
import { Dialog } from './Dialog.tsx';
import { Labelled } from './Labelled.tsx';
import { Problem } from './Problem.tsx';
import { WhyDate } from './WhyDate.tsx';

type Props = { readonly reminder: ReminderRecord; readonly onDone: () => void };

export function ReminderAnswer({ reminder, onDone }: Props) {
  const { t } = useText(boardText);
  const terms = useTerms();
  const { state } = useSeat();
  const [answer, setAnswer] = useState('');
  const [until, setUntil] = useState<Asked>({ day: addDays(state.today, 1) });
  const [tried, setTried] = useState<'answer' | 'snooze'>();
  const isAnswerMissing = tried === 'answer' && answer.trim() === '';
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
      <Labelled label={t('answerLabel')} problem={isAnswerMissing ? terms('reminder.answerMissing') : undefined}>
        {(id, told) => (
          <Input.TextArea
            {...told}
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
          loading={answering.isPending}
          onClick={() => {
            setTried('answer');
            if (answer.trim() !== '') answering.mutate();
          }}
        >
          {t('answer')}
        </Button>
      </div>
      <AskedDay
        label={t('snoozeLabel')}
        asked={until}
        onAsked={setUntil}
        missing={tried === 'snooze' ? t('snoozeDayMissing') : undefined}
      />
      <div className="actions reminder-actions">
        <Button
          loading={snoozing.isPending}
          onClick={() => {
            setTried('snooze');
            if (until.day !== null) snoozing.mutate(until.day);
          }}
        >
          {t('snooze')}
        </Button>
      </div>
      <Problem error={answering.error ?? snoozing.error} />
      <WhyDate subject={reminder.subject} rule={reminder.rule} />
    </Dialog>
  );
}
