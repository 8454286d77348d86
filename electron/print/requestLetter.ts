/** Letters of a request for information (依申请公开文书) as official letters; the words of each stand in a file per language. */

import type { FontSet } from './fonts.ts';
import type { LetterFacts, LetterWords } from './letterFacts.ts';
import { printOfficialLetter } from './officialLetter.ts';
import type { PaperLanguage } from './page.ts';
import { enLetters } from './requestLetterEn.ts';
import { zhLetters } from './requestLetterZh.ts';

const WORDS: Readonly<Record<PaperLanguage, LetterWords>> = { zh: zhLetters, en: enLetters };

export function printRequestLetter(fonts: FontSet, letter: LetterFacts, madeAt: string): Promise<Uint8Array> {
  const { language, bureau, unit, number, addressee, day, isDraft, matter } = letter;
  const words = WORDS[language];
  return printOfficialLetter(
    fonts,
    {
      ...{ language, bureau, number, addressee, day },
      title: words.titles[matter.kind],
      paragraphs: words.paragraphs(letter).filter((text) => text !== ''),
      contact: words.contact(unit),
      draftMark: isDraft ? words.draftMark : '',
    },
    madeAt,
  );
}
