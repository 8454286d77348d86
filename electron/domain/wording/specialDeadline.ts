/** Words of deadlines by special laws. */

import { catalogue } from './catalogue.ts';

export const specialDeadlineWording = catalogue(
  {
    'specialDeadline.lawMissing': '请写明法律、法规名称和条款。',
    'specialDeadline.reasonMissing': '请写明理由。',
    'specialDeadline.oneOfTwo': '请填期限或到期日，二者填一。',
    'specialDeadline.periodBad': '期限须为 1 至 {most} 的整数。',
    'specialDeadline.beforeTrigger': '到期日须晚于起算日{day:day}。',
    'specialDeadline.notOwed': '此件不计上网期限。',
    'specialDeadline.posted': '此件已上网，期限不再变动。',
    'specialDeadline.already': '已有专门期限，请先撤销。',
    'specialDeadline.none': '没有专门期限可以撤销。',
    'field.specialLaw': '专门规定',
    'field.specialDays': '专门期限',
    'field.specialDueOn': '专门到期日',
  },
  {
    'specialDeadline.lawMissing': 'Enter the law and the article.',
    'specialDeadline.reasonMissing': 'Enter the reason.',
    'specialDeadline.oneOfTwo': 'Enter a period or a due day, one of the two.',
    'specialDeadline.periodBad': 'The period is a whole number from 1 to {most}.',
    'specialDeadline.beforeTrigger': 'The due day comes after {day:day}, from which it is counted.',
    'specialDeadline.notOwed': 'This document has no posting deadline.',
    'specialDeadline.posted': 'The document is on the web: its deadline does not move any more.',
    'specialDeadline.already': 'There is a special deadline already: withdraw it first.',
    'specialDeadline.none': 'There is no special deadline to withdraw.',
    'field.specialLaw': 'Special law',
    'field.specialDays': 'Special period',
    'field.specialDueOn': 'Special due day',
  },
);
