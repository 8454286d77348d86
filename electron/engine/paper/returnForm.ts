/** 文件退回通知, ready to be drawn: as it was issued, however often it is printed. */

import { say } from '../../domain/wording/say.ts';
import { findReturn, type ReturnRow } from '../../store/desk.ts';
import { divisionScope } from '../actor.ts';
import { os, registryOf } from '../procedure.ts';
import { refusal } from '../refusal.ts';
import type { Look } from '../registry.ts';
import { type Form, recordForm } from './formFacts.ts';
import type { NoticeAsked } from './noticeForm.ts';
import { handOut, paperFacts } from './paperFacts.ts';
import { fontsFor } from './paperFonts.ts';
import { returnRecord } from './returning.ts';

export function returnForm(
  look: Look,
  row: ReturnRow,
  { language, facts }: Pick<NoticeAsked, 'language' | 'facts'>,
): Form {
  const { number, title, docNumber, deliveredBy, reasons, note, returnedOn, answerBy, divisionName, issuedBy } =
    returnRecord(look, row);
  const slip = {
    ...{ language, number, bureau: facts.bureau, unit: facts.unit, division: divisionName, title, docNumber },
    ...{ deliveredBy, reasons, note, returnedOn, answerBy, issuedBy },
  };
  const writer = () => import('../../print/returnSlip.ts');
  return {
    number,
    mark: row.id,
    isNew: false,
    said: slip,
    print: async (fonts, madeAt) => (await writer()).printReturnSlip(fonts, slip, madeAt),
    draw: async (paper) => (await writer()).drawReturnSlip(paper, slip, true),
  };
}

export const returnSlip = os.printing.returnSlip.handler(async ({ context: { engine, token, actor }, input }) => {
  const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
  const { fonts, faces } = await fontsFor(engine, 'return');
  const paper = await registryOf(engine).write(actor, async (work) => {
    const row = findReturn(work.db, input.id);
    const scope = divisionScope(actor);
    if (!row || (scope !== undefined && row.divisionId !== scope)) throw refusal('NOT_FOUND');
    const made = returnForm(work, row, { language: input.language, facts: paperFacts(work) });
    recordForm(work, 'return', { ...made, faces }, { kind: 'return', id: row.id, label: row.title });
    return {
      name: `${say(input.language, 'paper.return')} ${made.number}`,
      content: await made.print(fonts, work.now),
      missing: missingCharacters(fonts, textsOf(made.said)),
    };
  });
  return handOut({ engine, token }, paper);
});
