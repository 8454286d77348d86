/** Normative documents (规范性文件): filing with the government, validity, counts of a year. */

import { normativeCounts } from '../../domain/normative.ts';
import { normativeFacts, normativeFilingsOf, validityChangesOf } from '../../store/normative.ts';
import { divisionScope } from '../actor.ts';
import { os, read, write } from '../procedure.ts';
import { detailOf } from './documentDetail.ts';
import { changeValidityOf, fileNormative } from './normativeWork.ts';
import { lineOf } from './summaries.ts';

const file = os.normative.file.handler(
  write(async (work) => {
    const { db, input, actor } = work;
    lineOf(work, input.documentId, divisionScope(actor));
    if (normativeFilingsOf(db, input.documentId).some(({ id }) => id === input.id)) {
      work.record({ act: 'normative.fileAgain', entity: 'document', entityId: input.documentId, label: '' });
    } else fileNormative(work, input);
    return detailOf(work, input.documentId);
  }),
);

const changeValidity = os.normative.changeValidity.handler(
  write(async (work) => {
    const { db, input } = work;
    if (validityChangesOf(db, input.documentId).some(({ id }) => id === input.id)) {
      work.record({ act: 'normative.changeValidityAgain', entity: 'document', entityId: input.documentId, label: '' });
    } else changeValidityOf(work, input);
    return detailOf(work, input.documentId);
  }),
);

export const normative = {
  file,
  changeValidity,
  counts: os.normative.counts.handler(read(async ({ db, input }) => normativeCounts(normativeFacts(db), input.year))),
};
