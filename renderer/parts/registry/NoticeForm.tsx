/** The quick form of a holiday notice: one line for each holiday, or the whole from a file. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { HolidayNotice } from '../../../electron/domain/calendar.ts';
import { type Day, toDay } from '../../../electron/domain/day.ts';
import { client } from '../../client.ts';
import { chooseFile } from '../../native.ts';
import { useSeat } from '../../session.ts';
import { calendarText } from '../../text/calendar.ts';
import { useText } from '../../text/index.ts';
import { DayField } from '../DayField.tsx';
import '../Field.css';
import { Labelled } from '../Labelled.tsx';
import { Problem } from '../Problem.tsx';
import { emptyLine, type LineProblem, linesFor, linesOf, type NoticeEntry, type NoticeLine } from './noticeEntry.ts';
import './NoticeForm.css';

type Props = {
  readonly entry: NoticeEntry;
  readonly notices: readonly HolidayNotice[];
  readonly onEntry: (entry: NoticeEntry) => void;
  readonly problems: readonly LineProblem[];
};

export function NoticeForm({ entry, notices, onEntry, problems }: Props) {
  const { t } = useText(calendarText);
  const { today } = useSeat().state;
  const [isTyped, setTyped] = useState(false);
  const set = (part: Partial<NoticeEntry>) => onEntry({ ...entry, ...part });
  /** Another year has other standing days; days that were typed stay. */
  const setYear = (year: number) => set({ year, ...(!isTyped && { lines: linesFor(year, notices) }) });
  const read = useMutation({
    mutationFn: async () => {
      const file = await chooseFile('calendar');
      return file && client.calendar.readFile({ file });
    },
    onSuccess: (notice) => {
      if (!notice) return;
      const { year, number, issuedOn, url, days } = notice;
      setTyped(true);
      onEntry({ year, number, issuedOn, url, lines: linesOf(days) });
    },
  });
  return (
    <div className="notice-form">
      <div className="actions">
        <Button loading={read.isPending} onClick={() => read.mutate()}>
          {t('fromFile')}
        </Button>
        <span className="grey">{t('fromFileHint')}</span>
      </div>
      <Problem error={read.error} />
      <div className="notice-head">
        <Labelled label={t('year')}>
          {(id) => (
            <input
              id={id}
              className="in"
              type="number"
              min={2008}
              max={2100}
              value={entry.year}
              onChange={(event) => setYear(Number(event.target.value))}
            />
          )}
        </Labelled>
        <Labelled label={`${t('number')} *`}>
          {(id) => (
            <input
              id={id}
              className="in"
              maxLength={100}
              placeholder={t('numberHint')}
              value={entry.number}
              onChange={(event) => set({ number: event.target.value })}
              data-first-focus
            />
          )}
        </Labelled>
        <div className="labelled">
          <span aria-hidden="true">{t('issuedOn')} *</span>
          <LineDay
            label={t('issuedOn')}
            value={entry.issuedOn}
            inYear={today}
            onChange={(issuedOn) => set({ issuedOn })}
          />
        </div>
        <Labelled label={t('url')}>
          {(id) => (
            <input
              id={id}
              className="in"
              type="url"
              maxLength={500}
              value={entry.url}
              onChange={(event) => set({ url: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      <Lines
        lines={entry.lines}
        year={entry.year}
        onLines={(lines) => {
          setTyped(true);
          set({ lines });
        }}
      />
      <ul className="plain-list" aria-live="polite">
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)} className="field-problem">
            {t(problem.code, problem)}
          </li>
        ))}
      </ul>
    </div>
  );
}

type LinesProps = {
  readonly lines: readonly NoticeLine[];
  readonly year: number;
  readonly onLines: (lines: readonly NoticeLine[]) => void;
};

function Lines({ lines, year, onLines }: LinesProps) {
  const { t } = useText(calendarText);
  const inYear = year >= 2008 && year <= 2100 ? toDay(`${year}-01-01`) : undefined;
  const set = (key: number, part: Partial<NoticeLine>) =>
    onLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <>
      <table className="notice-lines">
        <thead>
          <tr>
            <th scope="col">{t('festival')}</th>
            <th scope="col">{t('offFrom')}</th>
            <th scope="col">{t('offTo')}</th>
            <th scope="col">{t('makeUps')}</th>
            <th scope="col">
              <span className="offscreen">{t('removeShort')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, from, to, makeUps }, at) => (
            <tr key={key}>
              <td>
                <input
                  className="in"
                  aria-label={`${t('festival')} ${at + 1}`}
                  maxLength={40}
                  value={name}
                  onChange={(event) => set(key, { name: event.target.value })}
                />
              </td>
              <td>
                <LineDay
                  label={`${name} ${t('offFrom')}`}
                  value={from}
                  inYear={inYear}
                  onChange={(day) => set(key, { from: day })}
                />
              </td>
              <td>
                <LineDay
                  label={`${name} ${t('offTo')}`}
                  value={to}
                  inYear={inYear}
                  onChange={(day) => set(key, { to: day })}
                />
              </td>
              <td>
                <input
                  className="in"
                  aria-label={`${name} ${t('makeUps')}`}
                  value={makeUps}
                  onChange={(event) => set(key, { makeUps: event.target.value })}
                />
              </td>
              <td>
                <button
                  type="button"
                  className="link-button"
                  aria-label={t('removeLine', { at: at + 1 })}
                  onClick={() => onLines(lines.filter((line) => line.key !== key))}
                >
                  {t('removeShort')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions">
        <Button size="small" onClick={() => onLines([...lines, emptyLine()])}>
          {t('addLine')}
        </Button>
        <span className="grey">{t('makeUpsHint')}</span>
      </div>
    </>
  );
}

type DayProps = {
  readonly label: string;
  readonly value: Day | null;
  /** A date typed without its year is of this day's year. */
  readonly inYear: Day | undefined;
  readonly onChange: (day: Day | null) => void;
};

/** Keeps what was typed and is no date in sight. */
function LineDay({ label, value, inYear, onChange }: DayProps) {
  const id = useId();
  const [unread, setUnread] = useState<string>();
  return (
    <>
      <label htmlFor={id} className="offscreen">
        {label}
      </label>
      <DayField
        id={id}
        value={value}
        unread={unread}
        {...(inYear && { today: inYear })}
        onChange={(day, text) => {
          setUnread(text);
          onChange(day);
        }}
      />
    </>
  );
}
