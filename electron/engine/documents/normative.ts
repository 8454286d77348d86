/** Normative documents (规范性文件): filing with the government, validity, counts of a year. */

import { normativeCounts } from '../../domain/normative.ts';
import { normativeFacts, normativeFilingsOf, validityChangesOf } from '../../store/normative.ts';
import { divisionScope } from '../actor.ts';
import { os, read, writeOnce } from '../procedure.ts';
import { detailOf } from './documentDetail.ts';
import { changeValidityOf, fileNormative } from './normativeWork.ts';
import { lineOf } from './summaries.ts';

const file = os.normative.file.handler(
  writeOnce({
    isKnown: ({ db, input }) => normativeFilingsOf(db, input.documentId).some(({ id }) => id === input.id),
    again: ({ input: { documentId } }) => ({
      act: 'normative.fileAgain',
      entity: 'document',
      entityId: documentId,
      label: '',
    }),
    act: (work) => {
      lineOf(work, work.input.documentId, divisionScope(work.actor));
      fileNormative(work, work.input);
    },
    answer: (work) => detailOf(work, work.input.documentId),
  }),
);

const changeValidity = os.normative.changeValidity.handler(
  writeOnce({
    isKnown: ({ db, input }) => validityChangesOf(db, input.documentId).some(({ id }) => id === input.id),
    again: ({ input: { documentId } }) => ({
      ...{ act: 'normative.changeValidityAgain', entity: 'document', entityId: documentId, label: '' },
    }),
    act: (work) => changeValidityOf(work, work.input),
    answer: (work) => detailOf(work, work.input.documentId),
  }),
);

export const normative = {
  file,
  changeValidity,
  counts: os.normative.counts.handler(read(async ({ db, input }) => normativeCounts(normativeFacts(db), input.year))),
};
