/** Rows of the register of a number series (发文字号登记簿), gaps and voids in their places. */

import { yearOf } from '../../domain/day.ts';
import type { KeptRow } from '../../domain/ledgerPaper.ts';
import { seriesLines, seriesTotals } from '../../domain/numberSeries.ts';
import { say } from '../../domain/wording/say.ts';
import type { SeriesRow } from '../../print/registers/series.ts';
import { seriesDocuments, seriesKeys } from '../../store/registers.ts';
import { refuseBroken } from '../refusal.ts';
import type { Look } from '../registry.ts';
import type { RegisterAsked } from './registerRows.ts';

/** 辽市监发〔2019〕, or the name alone of a series that runs through the years. */
export function seriesName({
  agencyCode,
  docYear,
}: {
  readonly agencyCode: string;
  readonly docYear: number | null;
}): string {
  return docYear === null ? agencyCode : `${agencyCode}〔${docYear}〕`;
}

export function seriesRows(look: Look, series: string, { language, divisionId }: RegisterAsked) {
  const key = seriesKeys(look.db).find((each) => seriesName(each) === series);
  if (!key) refuseBroken('register.seriesUnknown', 'series');
  const entries = seriesDocuments(look.db, key).map((each) => ({
    ...each,
    seq: each.document.docSeq ?? 0,
    isVoided: each.document.voidedAt !== null,
  }));
  const rows = seriesLines(entries).map((line): KeptRow<SeriesRow> => {
    const numbers = { state: line.state, from: line.from, to: line.to };
    if (line.state === 'gap') {
      const none = { docNumber: '', title: '', docType: '', division: '', signer: '', signedOn: null };
      return { id: `gap ${line.from}`, row: { ...numbers, ...none, attribute: '', remark: '' } };
    }
    const { document, divisionName } = line.entry;
    // A number is everybody's to see; whose document it is, only within the own division.
    const isForeign = divisionId !== undefined && document.draftingDivisionId !== divisionId;
    const { docNumber, title, docType, signer, signedOn } = document;
    const row = {
      ...numbers,
      docNumber: docNumber ?? '',
      ...(isForeign
        ? { title: '', docType: '', signer: '', signedOn: null, attribute: '', remark: '' }
        : {
            ...{ title, docType, signer, signedOn },
            attribute: say(language, `attribute.${document.attribute}`),
            remark:
              document.voidedAt === null ? '' : say(language, 'ledgerRemark.voided', { reason: document.voidReason }),
          }),
      division: divisionName,
    };
    return { id: document.id, row };
  });
  const isClosed = key.docYear !== null && key.docYear < yearOf(look.today);
  return { rows, totals: seriesTotals(entries), isClosed };
}
