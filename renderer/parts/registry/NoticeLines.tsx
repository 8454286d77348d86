/** The lines of a holiday notice: a holiday each, its days off from one to another, and the weekends that work. */

import { Button } from 'antd';
import { useId } from 'react';
import { type Day, toDay } from '../../../electron/domain/day.ts';
import { calendarText } from '../../text/calendar.ts';
import { useText } from '../../text/index.ts';
import { useBrokenText } from '../../text/terms.ts';
import { DayField } from '../DayField.tsx';
import { useProblems, useUnread } from '../form/DialogField.tsx';
import { emptyLine, type NoticeLine } from './noticeEntry.ts';
import './NoticeLines.css';

type LinesProps = {
  readonly lines: readonly NoticeLine[];
  readonly year: number;
  readonly onLines: (lines: readonly NoticeLine[]) => void;
};

export function NoticeLines({ lines, year, onLines }: LinesProps) {
  const { t } = useText(calendarText);
  const inYear = year >= 2008 && year <= 2100 ? toDay(`${year}-01-01`) : undefined;
  const set = (key: number, part: Partial<NoticeLine>) =>
    onLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <div>
      <Problems name="days" />
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
                <LineText
                  name={`name ${key}`}
                  label={`${t('festival')} ${at + 1}`}
                  value={name}
                  onChange={(text) => set(key, { name: text })}
                />
              </td>
              <td>
                <LineDay
                  name={`from ${key}`}
                  label={`${name} ${t('offFrom')}`}
                  value={from}
                  {...(inYear && { inYear })}
                  onChange={(day) => set(key, { from: day })}
                />
              </td>
              <td>
                <LineDay
                  name={`to ${key}`}
                  label={`${name} ${t('offTo')}`}
                  value={to}
                  {...(inYear && { inYear })}
                  onChange={(day) => set(key, { to: day })}
                />
              </td>
              <td>
                <LineText
                  name={`makeUps ${key}`}
                  label={`${name} ${t('makeUps')}`}
                  value={makeUps}
                  onChange={(text) => set(key, { makeUps: text })}
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
    </div>
  );
}

function Problems({ name }: { readonly name: string }) {
  const brokenText = useBrokenText();
  const problems = useProblems(name);
  return (
    <div id={noteIdOf(name)} aria-live="polite">
      {problems.map((problem) => (
        <div key={JSON.stringify(problem)} className="field-problem">
          {brokenText(problem)}
        </div>
      ))}
    </div>
  );
}

type EntryProps<Value> = {
  /** Tells the field from the others of the dialog. */
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

function LineText({ name, label, value, onChange }: EntryProps<string>) {
  return (
    <>
      <input
        className="in"
        aria-label={label}
        aria-invalid={useProblems(name).length > 0}
        aria-describedby={noteIdOf(name)}
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Problems name={name} />
    </>
  );
}

/** `inYear`: a date typed without its year is of this day's year. */
function LineDay({ name, label, value, inYear, onChange }: EntryProps<Day | null> & { readonly inYear?: Day }) {
  const id = useId();
  const [unread, setUnread] = useUnread(name);
  const isBroken = useProblems(name).length > 0;
  return (
    <>
      <label htmlFor={id} className="offscreen">
        {label}
      </label>
      <DayField
        id={id}
        aria-invalid={isBroken}
        aria-describedby={noteIdOf(name)}
        value={value}
        unread={unread}
        {...(inYear && { today: inYear })}
        onChange={(day, text) => {
          setUnread(text);
          onChange(day);
        }}
      />
      <Problems name={name} />
    </>
  );
}

function noteIdOf(name: string): string {
  return `notice-${name.replace(' ', '-')}`;
}
