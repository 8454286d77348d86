/** Why this date (期限计算说明): the counted days of one deadline, week by week, with days off and make-up days named. */

import { addDays, type Day, formatDay, weekday } from '../domain/day.ts';
import type { CountedDay, ExplainedDeadline } from '../domain/deadline.ts';
import type { FontSet } from './fonts.ts';
import { BODY, drawForm, drawParagraph, drawTitle, FORM_TITLE, label, NOTE, openFormPaper, value } from './form.ts';
import type { Paper, PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet } from './sheet.ts';

export type WhyDate = {
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly unit: string;
  readonly title: string;
  readonly docNumber: string;
  readonly division: string;
  /** What is owed, in words. */
  readonly duty: string;
  /** Source of the period in words. */
  readonly article: string;
  /** What the clock starts from, in words, such as 签发日期. */
  readonly trigger: string;
  readonly deadline: ExplainedDeadline;
  /** Numbers of the holiday notices that the count rests on. */
  readonly notices: readonly string[];
  readonly printedBy: string;
  readonly printedAt: string;
};

const zh = {
  title: '公开期限计算说明',
  docTitle: '文件标题',
  docNumber: '发文字号',
  division: '起草处室',
  duty: '办理事项',
  article: '依据',
  dueOn: '截止日',
  provisional: '（暂定）',
  rule: (why: WhyDate, from: string, to: string) =>
    `　　自${why.trigger}${from}的次日起计算，当日不计入；第 ${why.deadline.period} 个${why.deadline.unit === 'WD' ? '工作日' : '自然日'}为${to}，该日全天有效。${why.deadline.unit === 'WD' ? '工作日按国务院办公厅放假安排确定：法定节假日和周末不计，调休上班日计入。' : ''}`,
  open: '　　计算涉及尚未公布放假安排的年份，该日期为暂定；放假安排公布后以更新日期为准。',
  moved: (to: string) => `　　截止日为休息日，按民法典第二百零三条顺延至${to}，建议仍按截止日办理。`,
  notices: '放假安排：',
  segments: '分段计算：',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  onWeekday: (date: string, name: string) => `${date}　${name}`,
  ordinal: (ordinal: number) => `第${ordinal}日`,
  start: '起算',
  due: '截止',
  weekend: '周末',
  makeUp: '调休上班',
  legend: '灰底为不计入的日子；粗框为截止日；双线框为调休上班日。',
  calendar: (version: string) => `工作日历 ${version}`,
  printed: (by: string, at: string) => `打印人 ${by}　${at}`,
};

const en: typeof zh = {
  title: 'How the Due Date Was Counted',
  docTitle: 'Title',
  docNumber: 'Document number',
  division: 'Drafting division',
  duty: 'Duty',
  article: 'Source',
  dueOn: 'Due on',
  provisional: ' (provisional)',
  rule: (why, from, to) =>
    `Counted from the day after ${from} (${why.trigger}), which itself does not count; ${why.deadline.unit === 'WD' ? 'working day' : 'calendar day'} no. ${why.deadline.period} is ${to}, and the whole of that day counts.${why.deadline.unit === 'WD' ? ' Working days are those of the State Council’s holiday notices: holidays and weekends do not count, make-up working days do.' : ''}`,
  open: 'The count reaches into a year whose holiday notice is not yet published; the date is provisional until then.',
  moved: (to) =>
    `The due day is a day off; Article 203 of the Civil Code moves it to ${to}, but keeping the date is advised.`,
  notices: 'Holiday notices: ',
  segments: 'By segments: ',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  onWeekday: (date, name) => `${name}, ${date}`,
  ordinal: (ordinal) => `day ${ordinal}`,
  start: 'start',
  due: 'due',
  weekend: 'weekend',
  makeUp: 'make-up day',
  legend: 'Grey: days that do not count. Heavy frame: due day. Double frame: make-up working day.',
  calendar: (version) => `working-day calendar ${version}`,
  printed: (by, at) => `printed by ${by}, ${at}`,
};

const WORDS = { zh, en };

/** Holidays as the notices name them; other names stand as they are. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn',
  国庆节: 'National Day',
};

export async function printWhyDate(fonts: FontSet, why: WhyDate, madeAt: string): Promise<Uint8Array> {
  const words = WORDS[why.language];
  const paper = await openFormPaper(fonts, why, `${words.title} ${why.docNumber}`, madeAt);
  const sheet = paper.addSheet(A4_PORTRAIT);
  drawTitle(sheet, words.title, (sheet.left + sheet.right) / 2, sheet.top + mm(6), FORM_TITLE[why.language]);
  let y = drawFacts(sheet, paper, why, sheet.top + mm(13)) + mm(4);
  y = drawReasons(sheet, paper, why, y) + mm(3);
  const footTop = sheet.bottom - mm(30);
  y = drawWeeks(sheet, why, y, footTop - mm(6));
  drawFoot(sheet, paper, why, y + mm(5));
  return paper.finish();
}

function drawFacts(sheet: Sheet, paper: Paper, why: WhyDate, y: number): number {
  const words = WORDS[why.language];
  const { dueOn, provisional } = why.deadline;
  const dueText = words.onWeekday(formatDay(dueOn, why.language), words.weekdays[weekday(dueOn) - 1] ?? '');
  const rows = [
    { least: 10, cells: [label(words.docTitle, 17), value(why.title, 83)] },
    {
      least: 8,
      cells: [label(words.docNumber, 17), value(why.docNumber, 33), label(words.division, 17), value(why.division, 33)],
    },
    {
      least: 8,
      cells: [
        label(words.duty, 17),
        value(why.duty, 33),
        label(words.dueOn, 17),
        value(dueText + (provisional ? words.provisional : ''), 33),
      ],
    },
    { least: 8, cells: [label(words.article, 17), value(why.article, 83)] },
  ];
  return drawForm(sheet, paper, rows, { x: sheet.left, y, width: sheet.width, bottom: y + mm(80) });
}

function drawReasons(sheet: Sheet, paper: Paper, why: WhyDate, y: number): number {
  const words = WORDS[why.language];
  const { trigger, dueOn, provisional, movedTo } = why.deadline;
  const date = (day: Day) => formatDay(day, why.language);
  const texts = [
    words.rule(why, date(trigger), date(dueOn)),
    ...(provisional ? [words.open] : []),
    ...(movedTo ? [words.moved(date(movedTo))] : []),
  ];
  return texts.reduce(
    (top, text) =>
      drawParagraph(sheet, paper, text, { x: sheet.left, y: top, width: sheet.width, style: BODY, leading: 17 }),
    y,
  );
}

/** Weeks from Monday to Sunday, as low as they must be for all of them to fit. */
function drawWeeks(sheet: Sheet, why: WhyDate, y: number, bottom: number): number {
  const words = WORDS[why.language];
  const { days, trigger, dueOn } = why.deadline;
  const byDay = new Map(days.map((counted) => [counted.day, counted]));
  const monday = addDays(trigger, 1 - weekday(trigger));
  const weeks: Day[] = [];
  for (let day = monday; day <= dueOn; day = addDays(day, 7)) weeks.push(day);
  const width = sheet.width / 7;
  const headHeight = mm(6);
  const height = Math.min(mm(15), (bottom - y - headHeight) / weeks.length);
  words.weekdays.forEach((name, index) => {
    sheet.text(name, sheet.left + (index + 0.5) * width, y + mm(4.2), { face: 'hei', size: 9 }, 'center');
  });
  const top = y + headHeight;
  weeks.forEach((first, week) => {
    for (let index = 0; index < 7; index++) {
      const counted = byDay.get(addDays(first, index));
      const place = { x: sheet.left + index * width, y: top + week * height, width, height };
      if (counted) drawDay(sheet, why, counted, place);
    }
  });
  return top + weeks.length * height;
}

type DayPlace = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function drawDay(sheet: Sheet, why: WhyDate, counted: CountedDay, place: DayPlace): void {
  const { x, y, width, height } = place;
  const words = WORDS[why.language];
  const isCounted = counted.ordinal !== undefined;
  const isDue = counted.day === why.deadline.dueOn;
  if (!isCounted && counted.kind !== 'trigger') sheet.shade(x, y, width, height, 0.9);
  sheet.box(x, y, width, height);
  if (isDue) sheet.box(x + 1.2, y + 1.2, width - 2.4, height - 2.4, 2.4);
  else if (counted.kind === 'makeUp') sheet.box(x + 2, y + 2, width - 4, height - 4, 0.5);
  const small = Math.min(8, height / 4.2);
  sheet.text(counted.day.slice(5), x + 5, y + small + 3, { face: 'song', size: small });
  if (isDue) sheet.text(words.due, x + width - 5, y + small + 3, { face: 'hei', size: small }, 'right');
  const main = isCounted ? words.ordinal(counted.ordinal ?? 0) : counted.kind === 'trigger' ? words.start : '';
  const mainSize = Math.min(11, height / 3.4);
  sheet.text(main, x + width / 2, y + height * 0.62, { face: isDue ? 'hei' : 'song', size: mainSize }, 'center');
  const name = dayName(why, counted);
  const nameY = main ? y + height - 4.5 : y + height * 0.66;
  sheet.text(name, x + width / 2, nameY, { face: 'song', size: small }, 'center');
}

function dayName({ language, trigger }: WhyDate, { kind, name }: CountedDay): string {
  const words = WORDS[language];
  if (kind === 'trigger') return trigger;
  if (kind === 'makeUp') return words.makeUp;
  if (kind === 'weekend') return words.weekend;
  if (!name) return '';
  if (language === 'zh') return name;
  return name
    .split(/[、，]/)
    .map((part) => HOLIDAYS[part] ?? part)
    .join(', ');
}

function drawFoot(sheet: Sheet, paper: Paper, why: WhyDate, y: number): void {
  const words = WORDS[why.language];
  const { segments, calendarVersion } = why.deadline;
  const short = (day: Day) => day.slice(5);
  const counted = segments.map(({ from, to, firstOrdinal, lastOrdinal }) =>
    from === to ? `${short(from)} #${firstOrdinal}` : `${short(from)} — ${short(to)} #${firstOrdinal}-${lastOrdinal}`,
  );
  const separator = why.language === 'zh' ? '；' : '; ';
  const lines = [
    words.legend,
    `${words.segments}${counted.join(separator)}`,
    ...(why.notices.length > 0 ? [`${words.notices}${why.notices.join(why.language === 'zh' ? '、' : ', ')}`] : []),
  ];
  lines.reduce(
    (top, text) =>
      drawParagraph(sheet, paper, text, { x: sheet.left, y: top, width: sheet.width, style: NOTE, leading: 13 }),
    y,
  );
  sheet.text(words.calendar(calendarVersion), sheet.left, sheet.bottom, NOTE);
  sheet.text(words.printed(why.printedBy, why.printedAt), sheet.right, sheet.bottom, NOTE, 'right');
}
