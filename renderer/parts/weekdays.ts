/** Names of the days of the week and short dates for running text. */

import { type Day, monthOf, weekday } from '../../electron/domain/day.ts';
import type { Language } from '../text/index.ts';

const LONG = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
const SHORT = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
/** Heads of the columns of a week. */
export const WEEK = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
} as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function weekdayName(day: Day, language: Language, form: 'long' | 'short' = 'short'): string {
  return (form === 'long' ? LONG : SHORT)[language][weekday(day) - 1] ?? '';
}

/** 9 月 20 日, 20 Sep */
export function monthAndDay(day: Day, language: Language): string {
  const dayOfMonth = Number(day.slice(8));
  if (language === 'zh') return `${monthOf(day)} 月 ${dayOfMonth} 日`;
  return `${dayOfMonth} ${MONTHS[monthOf(day) - 1] ?? ''}`;
}
