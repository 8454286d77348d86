/** The end of a list that is handed over (移送清单): giver on the left, taker on the right, each with name, day and room for a seal. */

import { senderName } from './form.ts';
import type { Paper, PaperLanguage } from './page.ts';
import { mm, type Sheet, type TextStyle } from './sheet.ts';

export type Handover = {
  readonly language: PaperLanguage;
  readonly bureau: string;
  readonly unit: string;
  readonly recipient: string;
};

const WORDS = {
  zh: {
    from: '移送单位（盖章）：',
    to: '接收单位（盖章）：',
    giver: '移送人（签字）：',
    taker: '接收人（签字）：',
    day: '　　　　年　　月　　日',
    isDayRuled: false,
    twice: '本清单一式两份，移送单位、接收单位各执一份；当月没有主动公开的政府信息的，亦以零清单移送。',
  },
  en: {
    from: 'Handed over by (seal): ',
    to: 'Received by (seal): ',
    giver: 'Signature:',
    taker: 'Signature:',
    day: 'Date:',
    isDayRuled: true,
    twice: 'Made out twice, one list for each side. A month without anything disclosed is handed over as a nil list.',
  },
};

const TEXT: TextStyle = { face: 'song', size: 10.5 };
const SMALL: TextStyle = { face: 'song', size: 9, grey: 0.25 };
const LEADING = 15;
const SIGNATURE = mm(45);

/** Two squares for seals side by side, with the sentence about both copies above them. */
export const HANDOVER_HEIGHT = mm(50);

export function drawHandover(page: Sheet, paper: Paper, handover: Handover, y: number): void {
  const words = WORDS[handover.language];
  page.text(words.twice, page.left, y + 14, SMALL);
  const half = page.width / 2;
  const side = (x: number, heading: string, unit: string, signature: string) => {
    const lines = paper.linesOf(heading + unit, TEXT, half - mm(12));
    lines.forEach((line, index) => {
      page.text(line, x, y + mm(14) + index * LEADING, TEXT);
    });
    const below = y + mm(28);
    page.text(signature, x, below, TEXT);
    const ruleX = x + paper.widthOf(signature, TEXT) + 3;
    page.line(ruleX, below + 3, ruleX + SIGNATURE, below + 3);
    page.text(words.day, x, below + mm(12), TEXT);
    if (words.isDayRuled) {
      const dayX = x + paper.widthOf(words.day, TEXT) + 3;
      page.line(dayX, below + mm(12) + 3, ruleX + SIGNATURE, below + mm(12) + 3);
    }
  };
  side(page.left, words.from, senderName(handover), words.giver);
  side(page.left + half + mm(6), words.to, handover.recipient, words.taker);
}
