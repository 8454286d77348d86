/** The form of a holiday notice: one line for each holiday, or the whole from a file. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { MovedDeadline } from '../../../electron/contract/duties.ts';
import { buildCalendar, type HolidayNotice } from '../../../electron/domain/calendar.ts';
import { brokenOnNotice } from '../../../electron/domain/notice.ts';
import { client } from '../../client.ts';
import { chooseFile } from '../../native.ts';
import { calendarText } from '../../text/calendar.ts';
import { useText } from '../../text/index.ts';
import { DayEntry, DialogField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { Problem } from '../Problem.tsx';
import { NoticeLines } from './NoticeLines.tsx';
import { linesFor, linesOf, type NoticeEntry, readLines, standingOf } from './noticeEntry.ts';

export type Tried = {
  readonly entry: NoticeEntry;
  readonly notice: HolidayNotice;
  readonly moved: readonly MovedDeadline[];
};

type Props = {
  readonly entry: NoticeEntry;
  readonly notices: readonly HolidayNotice[];
  readonly titleOf: (year: number) => string;
  readonly onTried: (tried: Tried) => void;
  readonly onCancel: () => void;
};

export function NoticeForm({ entry, notices, titleOf, onTried, onCancel }: Props) {
  const { t } = useText(calendarText);
  const [isTyped, setTyped] = useState(false);
  const known = useMemo(() => buildCalendar(notices), [notices]);
  const readOf = ({ lines, year }: NoticeEntry) => readLines(lines, year, standingOf(notices, year));
  const form = useDialogForm<NoticeEntry, Tried | null>({
    initial: entry,
    check: (value) => {
      const { days, problems } = readOf(value);
      return [...brokenOnNotice({ ...value, days }, known), ...problems];
    },
    write: async (value) => {
      const { year, number, issuedOn, url } = value;
      if (issuedOn === null) return null;
      const notice = { year, number, issuedOn, url, days: [...readOf(value).days] };
      return { entry: value, notice, moved: await client.calendar.previewNotice(notice) };
    },
    onDone: (tried) => tried && onTried(tried),
  });
  const { value, set } = form;
  /** Another year has other standing days; days that were typed stay. */
  const setYear = (year: number) => set({ year, ...(!isTyped && { lines: linesFor(year, notices) }) });
  return (
    <FormDialog title={titleOf(value.year)} width={820} confirm={t('preview')} form={form} onCancel={onCancel}>
      <FromFile
        onRead={(read) => {
          setTyped(true);
          set(read);
        }}
      />
      <TextField
        name="number"
        label={t('number')}
        hint={t('numberHint')}
        isRequired
        isHalf
        maxLength={100}
        value={value.number}
        onChange={(number) => set({ number })}
      />
      <DayEntry
        name="issuedOn"
        label={t('issuedOn')}
        isRequired
        isHalf
        value={value.issuedOn}
        onChange={(issuedOn) => set({ issuedOn })}
      />
      <DialogField name="year" label={t('year')} isRequired isHalf>
        {(control) => (
          <input
            {...control}
            className="in"
            type="number"
            min={2008}
            max={2100}
            value={value.year}
            onChange={(event) => setYear(Number(event.target.value))}
          />
        )}
      </DialogField>
      <TextField
        name="url"
        label={t('url')}
        type="url"
        isHalf
        maxLength={500}
        value={value.url}
        onChange={(url) => set({ url })}
      />
      <NoticeLines
        lines={value.lines}
        year={value.year}
        onLines={(lines) => {
          setTyped(true);
          set({ lines });
        }}
      />
    </FormDialog>
  );
}

function FromFile({ onRead }: { readonly onRead: (entry: NoticeEntry) => void }) {
  const { t } = useText(calendarText);
  const read = useMutation({
    mutationFn: async () => {
      const file = await chooseFile('calendar');
      return file && client.calendar.readFile({ file });
    },
    onSuccess: (notice) => {
      if (!notice) return;
      const { year, number, issuedOn, url, days } = notice;
      onRead({ year, number, issuedOn, url, lines: linesOf(days) });
    },
  });
  return (
    <div>
      <div className="actions">
        <Button loading={read.isPending} onClick={() => read.mutate()}>
          {t('fromFile')}
        </Button>
        <span className="grey">{t('fromFileHint')}</span>
      </div>
      <Problem error={read.error} />
    </div>
  );
}
