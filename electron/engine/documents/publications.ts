/** Publication (公开发布): postings with their evidence, withdrawals, interpretations. */

import { findAttachment } from '../../store/attachments.ts';
import { evidenceOwner, interpretationsOf, publicationsOf } from '../../store/documents.ts';
import { divisionScope } from '../actor.ts';
import { readEvidence } from '../evidence.ts';
import { fileOf } from '../exchange/listExport.ts';
import { os, read, write, writeOnce } from '../procedure.ts';
import { refusal } from '../refusal.ts';
import { detailOf } from './documentDetail.ts';
import { interpretDocument, postDocument, withdrawPosting } from './publishing.ts';
import { lineOf } from './summaries.ts';

const post = os.publications.post.handler(
  writeOnce({
    prepare: ({ evidence }) => readEvidence(evidence),
    isKnown: ({ db, input }) => publicationsOf(db, input.documentId).some(({ id }) => id === input.id),
    again: ({ input: { documentId } }) => ({
      act: 'publications.postAgain',
      entity: 'document',
      entityId: documentId,
      label: '',
    }),
    act: (work, keep) => {
      const { evidence: _, ...posting } = work.input;
      postDocument(work, { ...posting, evidenceId: keep(work) }, { isHistorical: false });
    },
    answer: (work) => detailOf(work, work.input.documentId),
  }),
);

const withdraw = os.publications.withdraw.handler(
  write(async (work) => detailOf(work, withdrawPosting(work, work.input))),
);

const interpret = os.publications.interpret.handler(
  writeOnce({
    isKnown: ({ db, input }) => interpretationsOf(db, input.documentId).some(({ id }) => id === input.id),
    again: ({ input: { documentId } }) => ({
      ...{ act: 'publications.interpretAgain', entity: 'document', entityId: documentId, label: '' },
    }),
    act: (work) => interpretDocument(work, work.input),
    answer: (work) => detailOf(work, work.input.documentId),
  }),
);

const evidence = os.publications.evidence.handler(
  read(async (look) => {
    const documentId = evidenceOwner(look.db, look.input.evidenceId);
    const file = findAttachment(look.db, look.input.evidenceId);
    if (!documentId || !file) throw refusal('NOT_FOUND');
    lineOf(look, documentId, divisionScope(look.actor));
    return fileOf(file.content, file.name, file.mediaType);
  }),
);

export const publications = { post, withdraw, interpret, evidence };
