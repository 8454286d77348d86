/** Enters or amends a year's holiday notice: typed or from a file, then what it would move, then the entry itself. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { HolidayNotice } from '../../../electron/domain/calendar.ts';
import { client, queryClient, untilAnswered } from '../../client.ts';
import { newId } from '../../newId.ts';
import { calendarText } from '../../text/calendar.ts';
import { useText } from '../../text/index.ts';
import { Dialog } from '../Dialog.tsx';
import { Problem } from '../Problem.tsx';
import { MovedDeadlines } from './MovedDeadlines.tsx';
import { NoticeForm, type Tried } from './NoticeForm.tsx';
import { linesFor, type NoticeEntry, standingOf } from './noticeEntry.ts';

type Props = {
  readonly year: number;
  /** All notices of the registry; those of the year are amended, not replaced. */
  readonly notices: readonly HolidayNotice[];
  readonly onDone: () => void;
};

export function NoticeDialog({ year, notices, onDone }: Props) {
  const { t } = useText(calendarText);
  const [entry, setEntry] = useState<NoticeEntry>(() => ({
    ...{ year, number: '', issuedOn: null, url: '' },
    lines: linesFor(year, notices),
  }));
  const [tried, setTried] = useState<Tried>();
  const titleOf = (asked: number) =>
    standingOf(notices, asked).length > 0 ? t('amendTitle', { year: asked }) : t('noticeTitle');
  if (tried !== undefined) {
    const title = titleOf(tried.entry.year);
    return <Effect title={title} tried={tried} onBack={() => setTried(undefined)} onDone={onDone} />;
  }
  return (
    <NoticeForm
      entry={entry}
      notices={notices}
      titleOf={titleOf}
      onTried={(next) => {
        setEntry(next.entry);
        setTried(next);
      }}
      onCancel={onDone}
    />
  );
}

type EffectProps = {
  readonly title: string;
  readonly tried: Tried;
  readonly onBack: () => void;
  readonly onDone: () => void;
};

function Effect({ title, tried: { notice, moved }, onBack, onDone }: EffectProps) {
  const { t } = useText(calendarText);
  const [id] = useState(newId);
  const save = useMutation({
    mutationFn: () => untilAnswered(() => client.calendar.addNotice({ ...notice, days: [...notice.days], id })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (save.data !== undefined) {
    const said = { year: notice.year, count: save.data.length };
    return (
      <Dialog title={title} width={820} onClose={onDone}>
        <p className="notice good" role="status">
          {t(save.data.length === 0 ? 'savedNone' : 'savedSome', said)}
        </p>
        <MovedDeadlines moved={save.data} />
        <div className="actions dialog-actions">
          <Button type="primary" autoFocus onClick={onDone}>
            {t('close')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={title} width={820} onClose={onBack}>
      <p role="status">{t(moved.length === 0 ? 'previewNone' : 'previewSome', { count: moved.length })}</p>
      <MovedDeadlines moved={moved} />
      <Problem error={save.error} />
      <div className="actions dialog-actions">
        <Button type="primary" autoFocus loading={save.isPending} onClick={() => save.mutate()}>
          {t('confirm')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </Dialog>
  );
}
