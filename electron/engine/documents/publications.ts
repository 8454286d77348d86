/** Publication (公开发布): postings with their evidence, withdrawals, interpretations. */

import { findAttachment, insertAttachment } from '../../store/attachments.ts';
import { evidenceOwner, interpretationsOf, publicationsOf } from '../../store/documents.ts';
import { divisionScope } from '../actor.ts';
import { fileOf } from '../exchange/listExport.ts';
import { newId } from '../newId.ts';
import { os, read, registryOf, write } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import { brokenOnTexts } from '../texts.ts';
import { detailOf } from './documentDetail.ts';
import { interpretDocument, postDocument, withdrawPosting } from './publishing.ts';
import { lineOf } from './summaries.ts';

const post = os.publications.post.handler(async ({ context: { engine, actor }, input }) => {
  const { evidence, ...posting } = input;
  // Bytes are read before the transaction begins, so that no writer waits for a file.
  const content = evidence && new Uint8Array(await evidence.arrayBuffer());
  return registryOf(engine).write(actor, async (work) => {
    const isKnown = publicationsOf(work.db, input.documentId).some(({ id }) => id === input.id);
    if (isKnown) {
      work.record({ act: 'publications.postAgain', entity: 'document', entityId: input.documentId, label: '' });
      return detailOf(work, input.documentId);
    }
    let evidenceId: string | null = null;
    if (evidence && content) {
      refuseIfBroken(brokenOnTexts({ evidence: evidence.name }));
      evidenceId = newId();
      const { name, type } = evidence;
      insertAttachment(work.db, { id: evidenceId, name, mediaType: type, content, enteredAt: work.now });
    }
    postDocument(work, { ...posting, evidenceId }, { isHistorical: false });
    return detailOf(work, input.documentId);
  });
});

const withdraw = os.publications.withdraw.handler(
  write(async (work) => detailOf(work, withdrawPosting(work, work.input))),
);

const interpret = os.publications.interpret.handler(
  write(async (work) => {
    const { db, input } = work;
    if (interpretationsOf(db, input.documentId).some(({ id }) => id === input.id)) {
      work.record({ act: 'publications.interpretAgain', entity: 'document', entityId: input.documentId, label: '' });
    } else interpretDocument(work, input);
    return detailOf(work, input.documentId);
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
