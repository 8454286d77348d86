/** Forms of one document, printed one by one: receipt slip, review form, reminder, counted days. Each leaves its number in the trail. */

import { say } from '../../domain/wording/say.ts';
import { divisionScope } from '../actor.ts';
import { labelOf } from '../documents/revising.ts';
import { dutiesOfLine, lineOf } from '../documents/summaries.ts';
import { os, registryOf } from '../procedure.ts';
import { type Form, type FormAsked, numberingOf, receiptOf, recordForm, reviewOf, whyDateOf } from './formFacts.ts';
import { noticeOf } from './noticeForm.ts';
import { handOut, paperFacts } from './paperFacts.ts';
import { fontsFor } from './paperFonts.ts';

type FormName = 'receipt' | 'review' | 'notice' | 'whyDate';

const FORMS: Readonly<Record<FormName, (asked: FormAsked) => Form>> = {
  receipt: receiptOf,
  review: reviewOf,
  notice: noticeOf,
  whyDate: whyDateOf,
};

export const form = os.ledgers.form.handler(async ({ context: { engine, token, actor }, input }) => {
  const { missingCharacters, textsOf } = await import('../../print/fonts.ts');
  const { fonts, faces } = await fontsFor(engine, input.form);
  const { language, rule } = input;
  const { name, content, missing } = await registryOf(engine).write(actor, async (work) => {
    const line = lineOf(work, input.documentId, divisionScope(actor));
    const duties = dutiesOfLine(line, work);
    const asked = { look: work, line, duties, rule, language, facts: paperFacts(work), numbering: numberingOf(work) };
    const made = FORMS[input.form](asked);
    const about = { kind: 'document', id: line.document.id, label: labelOf(line.document) };
    recordForm(work, input.form, { ...made, faces }, about);
    const kind = say(language, `paper.${input.form}`);
    return {
      name: `${kind} ${made.number || (line.document.docNumber ?? line.document.title.slice(0, 40))}`,
      content: await made.print(fonts, work.now),
      missing: missingCharacters(fonts, textsOf(made.said)),
    };
  });
  return handOut({ engine, token }, { name, content, missing });
});
