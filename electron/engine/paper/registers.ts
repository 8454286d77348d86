/** Registers (登记簿、汇总表、清单) on paper: composed at one moment, numbered, kept with all they say. */

import type { NumberSeries } from '../../contract/printing.ts';
import { broken } from '../../domain/broken.ts';
import { seriesTotals } from '../../domain/numberSeries.ts';
import { say } from '../../domain/wording/say.ts';
import { sha256Of } from '../../store/attachments.ts';
import { seriesDocuments, seriesKeys } from '../../store/registers.ts';
import { nextFormNumber } from '../../store/snapshots.ts';
import { os, read, work } from '../procedure.ts';
import { refuseIfBroken } from '../refusal.ts';
import { brokenOnTexts } from '../texts.ts';
import { told } from '../told.ts';
import { isKept } from './keepingPaper.ts';
import { handOut } from './paperFacts.ts';
import { fontsFor } from './paperFonts.ts';
import { gatherRegister } from './registerGathering.ts';
import { seriesName } from './seriesRegister.ts';

export const register = os.printing.register.handler(
  work('printing.register', async function* ({ input, context, signal, registry }) {
    const { engine, actor, token } = context;
    const { from, to, recipientName } = input;
    refuseIfBroken([
      ...brokenOnTexts({ recipientName }),
      ...(from !== null && to !== null && from > to ? [broken('register.periodTurned', 'from', { day: to })] : []),
    ]);
    const { fonts, faces } = await fontsFor(engine, 'register');
    for (;;) {
      const draft = await gatherRegister(registry, actor, input);
      const { number, rows, printedAt: madeAt } = draft.snapshot;
      const content = yield* told(
        (onProgress, stop) => draft.print(fonts, { madeAt, onProgress, signal: stop }),
        signal,
      );
      const kept = {
        row: { ...draft.snapshot, pdfSha256: sha256Of(content) },
        content: { ...draft.content, pdf: content },
        // Numbers of forms and registers are handed out by the trail: both carry the act of a printed form.
        ...{ nextNumber: nextFormNumber, act: 'ledgers.form', entity: 'register' },
        changes: [
          { field: 'form', before: '', after: input.register },
          { field: 'filter', before: '', after: draft.snapshot.filter },
          ...faces,
        ],
      };
      if (!(await isKept(registry, actor, kept))) continue;
      const name = `${say(input.language, `register.${input.register}`)} ${number}`;
      const paper = await handOut({ engine, token }, { name, content, missing: draft.missing(fonts) });
      yield { kind: 'result' as const, result: { ...paper, number, rows } };
      return;
    }
  }),
);

export const series = os.printing.series.handler(
  read(
    async ({ db }): Promise<NumberSeries[]> =>
      seriesKeys(db).map((key) => {
        const entries = seriesDocuments(db, key).map(({ document }) => ({
          seq: document.docSeq ?? 0,
          isVoided: document.voidedAt !== null,
        }));
        return { series: seriesName(key), ...seriesTotals(entries) };
      }),
  ),
);
