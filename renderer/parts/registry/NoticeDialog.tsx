/** Enters or amends a year's holiday notice: typed or from a file, then what it would move, then the entry itself. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { MovedDeadline } from '../../../electron/contract/duties.ts';
import type { HolidayNotice } from '../../../electron/domain/calendar.ts';
import { client, queryClient, untilAnswered } from '../../client.ts';
import { newId } from '../../newId.ts';
import { calendarText } from '../../text/calendar.ts';
import { useText } from '../../text/index.ts';
import { Dialog } from '../Dialog.tsx';
import { Problem } from '../Problem.tsx';
import { MovedDeadlines } from './MovedDeadlines.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import { linesFor, type NoticeEntry, readLines, standingOf } from './noticeEntry.ts';

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
  const [id] = useState(newId);
  const standing = standingOf(notices, entry.year);
  const { days, problems } = readLines(entry.lines, entry.year, standing);
  const { issuedOn, number, url } = entry;
  const notice = issuedOn && { year: entry.year, number, issuedOn, url, days: [...days] };
  const preview = useMutation({
    mutationFn: (asked: NonNullable<typeof notice>) => client.calendar.previewNotice(asked),
  });
  const save = useMutation({
    mutationFn: (asked: NonNullable<typeof notice>) => untilAnswered(() => client.calendar.addNotice({ ...asked, id })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const isAmended = standing.length > 0;
  if (save.data !== undefined) {
    const said = { year: entry.year, count: save.data.length };
    return (
      <Dialog title={t('noticeTitle')} width={820} onClose={onDone}>
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
    <Dialog title={isAmended ? t('amendTitle', { year: entry.year }) : t('noticeTitle')} width={820} onClose={onDone}>
      {preview.data === undefined ? (
        <NoticeForm
          entry={entry}
          notices={notices}
          onEntry={(next) => {
            setEntry(next);
            preview.reset();
          }}
          problems={problems}
        />
      ) : (
        <Effect moved={preview.data} />
      )}
      <Problem error={save.error ?? preview.error} />
      <div className="actions dialog-actions">
        {preview.data === undefined ? (
          <>
            <Button
              type="primary"
              disabled={notice === null || problems.length > 0}
              loading={preview.isPending}
              onClick={() => notice && preview.mutate(notice)}
            >
              {t('preview')}
            </Button>
            <Button onClick={onDone}>{t('cancel')}</Button>
          </>
        ) : (
          <>
            <Button type="primary" autoFocus loading={save.isPending} onClick={() => notice && save.mutate(notice)}>
              {t('confirm')}
            </Button>
            <Button onClick={() => preview.reset()}>{t('back')}</Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Effect({ moved }: { readonly moved: readonly MovedDeadline[] }) {
  const { t } = useText(calendarText);
  return (
    <>
      <p role="status">{t(moved.length === 0 ? 'previewNone' : 'previewSome', { count: moved.length })}</p>
      <MovedDeadlines moved={moved} />
    </>
  );
}
