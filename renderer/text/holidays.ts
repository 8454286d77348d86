/** Names of public holidays in English; a notice names them in Chinese. */

import type { Language } from './index.ts';

const ENGLISH: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  抗战胜利70周年纪念日: 'Victory Day',
};

/** A name that joins two holidays is translated part by part; one that is not known stands as the notice has it. */
export function holidayName(name: string, language: Language): string {
  if (language === 'zh') return name;
  return name
    .replace(/调休上班$/, '')
    .split('、')
    .map((part) => ENGLISH[part] ?? part)
    .join(', ');
}
