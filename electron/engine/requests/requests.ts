/** Requests for information (依申请公开): the register, one request, and each step of it by its own procedure. */

import type { RequestDetail } from '../../contract/requests.ts';
import type { RequestStep } from '../../domain/foiRequest.ts';
import { requestFee } from '../../domain/requestFee.ts';
import { findAttachment } from '../../store/attachments.ts';
import { findDocument } from '../../store/documents.ts';
import { findRequest, findRequestEvent, requestOfAttachment } from '../../store/requests.ts';
import { changeAttributeOf } from '../documents/changing.ts';
import { readEvidence } from '../evidence.ts';
import { fileOf } from '../exchange/listExport.ts';
import { os, read, write, writeOnce } from '../procedure.ts';
import { refusal } from '../refusal.ts';
import type { Work } from '../registry.ts';
import { requestDetailOf } from './requestDetail.ts';
import { letter } from './requestLetters.ts';
import { requestList } from './requestList.ts';
import { requestFor } from './requestStanding.ts';
import { amendRequest, registerRequest, type Taken, takeStep } from './requestStepping.ts';
import { documentOf, severalAround } from './severalRequests.ts';

const register = os.requests.register.handler(
  writeOnce({
    isKnown: ({ db, input }) => findRequest(db, input.id) !== undefined,
    again: ({ input: { id } }) => ({ act: 'requests.registerAgain', entity: 'request', entityId: id, label: '' }),
    act: (work) => registerRequest(work, work.input),
    answer: (work) => requestDetailOf(work, work.input.id),
  }),
);

const amend = os.requests.amend.handler(
  write(async (work) => {
    amendRequest(work, work.input);
    return requestDetailOf(work, work.input.id);
  }),
);

const get = os.requests.get.handler(read(async (look) => requestDetailOf(look, look.input.id)));

/** A procedure that adds one event. */
function taking<Input extends Taken>(stepOf: (input: Input) => RequestStep) {
  return takenOnce<Input>((work) => takeStep(work, work.input, stepOf(work.input)));
}

type Taking<Input extends Taken = Taken> = Work & { readonly input: Input };

/** An event that is there already is the same one. */
function takenOnce<Input extends Taken>(act: (work: Taking<Input>) => void) {
  return writeOnce<Input, unknown, void, RequestDetail>({
    isKnown: isTaken,
    again: takenAgain,
    act,
    answer: detailAfter,
  });
}

function isTaken({ db, input: { id, requestId } }: Taking): boolean {
  return findRequestEvent(db, id)?.requestId === requestId;
}

function takenAgain({ input: { requestId } }: Taking) {
  return { act: 'requests.stepAgain', entity: 'request', entityId: requestId, label: '' };
}

function detailAfter(work: Taking): RequestDetail {
  return requestDetailOf(work, work.input.requestId);
}

const confirm = os.requests.confirm.handler(taking(() => ({ kind: 'confirmed' })));
const assign = os.requests.assign.handler(taking(({ divisionId }) => ({ kind: 'assigned', divisionId })));
const askCorrection = os.requests.askCorrection.handler(
  taking(({ items, replyBy }) => ({ kind: 'correctionAsked', items, replyBy })),
);
const correct = os.requests.correct.handler(
  taking(({ content, lateReason }) => ({ kind: 'corrected', content, lateReason })),
);
const abandon = os.requests.abandon.handler(taking(({ cause }) => ({ kind: 'abandoned', cause })));
const consult = os.requests.consult.handler(
  taking(({ id, party, name, matter }) => ({ kind: 'consulted', consultationId: id, party, name, matter })),
);
const recordLetterDay = os.requests.recordLetterDay.handler(
  taking(({ consultationId }) => ({ kind: 'letterReceived', consultationId })),
);
const recordOpinion = os.requests.recordOpinion.handler(
  taking(({ consultationId, answer, reason }) => ({ kind: 'consultationAnswered', consultationId, answer, reason })),
);
const extend = os.requests.extend.handler(
  taking(({ workingDays, approver, reason }) => ({ kind: 'extended', workingDays, approver, reason })),
);
const postpone = os.requests.postpone.handler(taking(({ until, reason }) => ({ kind: 'postponed', until, reason })));
const askFee = os.requests.askFee.handler(
  taking(({ basis, count }) => ({ kind: 'feeAsked', basis, count, yuan: requestFee(basis, count) })),
);
const recordPayment = os.requests.recordPayment.handler(
  taking(({ receiptNumber }) => ({ kind: 'feePaid', receiptNumber })),
);
const draft = os.requests.draft.handler(taking((input) => ({ kind: 'drafted', draft: input.draft })));
const returnDraft = os.requests.returnDraft.handler(taking(({ opinion }) => ({ kind: 'returned', opinion })));
const approve = os.requests.approve.handler(taking(({ opinion }) => ({ kind: 'approved', opinion })));
const reply = os.requests.reply.handler(
  taking(({ way, mailNumber, receivedBy }) => ({ kind: 'replied', way, mailNumber, receivedBy })),
);
const archive = os.requests.archive.handler(taking(({ archiveNumber }) => ({ kind: 'archived', archiveNumber })));
const withdraw = os.requests.withdraw.handler(taking(({ reason }) => ({ kind: 'withdrawn', reason })));
const merge = os.requests.merge.handler(taking(({ otherId, reason }) => ({ kind: 'merged', otherId, reason })));

/** Opened to everyone, a document becomes 主动公开 in the same write: a new review and a new clock begin with it. */
const judgeOpening = os.requests.judgeOpening.handler(
  takenOnce((work) => {
    const { input } = work;
    const { answer, reason, on } = input;
    const several = severalAround(work, requestFor(work, input.requestId).row);
    const isNew = several?.answeredOn === null;
    takeStep(work, input, { kind: 'openingJudged', answer, reason });
    const documentId = several && documentOf(several.requests);
    const document = documentId ? findDocument(work.db, documentId) : undefined;
    if (isNew && answer === 'opened' && document && document.attribute !== 'PROACTIVE') {
      const { id, version } = document;
      changeAttributeOf(work, { id, version, to: 'PROACTIVE', basis: null, basisLaw: '', reason, changedOn: on });
    }
  }),
);
const relate = os.requests.relate.handler(taking(({ otherId, reason }) => ({ kind: 'related', otherId, reason })));
const recordRemedy = os.requests.recordRemedy.handler(
  taking(({ caseId, remedy, result, reference }) => ({ kind: 'remedy', caseId, remedy, result, reference })),
);
const voidRequest = os.requests.void.handler(taking(({ reason }) => ({ kind: 'voided', reason })));

const deliver = os.requests.deliver.handler(
  writeOnce({
    prepare: ({ evidence }) => readEvidence(evidence),
    act: (work, keep) => {
      const { evidence: _, receivedBy, proof, ...taken } = work.input;
      takeStep(work, { ...taken, attachmentId: keep(work) }, { kind: 'delivered', receivedBy, proof });
    },
    isKnown: (work) => isTaken(work),
    again: (work) => takenAgain(work),
    answer: (work) => detailAfter(work),
  }),
);

const evidence = os.requests.evidence.handler(
  read(async (look) => {
    const requestId = requestOfAttachment(look.db, look.input.attachmentId);
    const file = findAttachment(look.db, look.input.attachmentId);
    if (!requestId || !file) throw refusal('NOT_FOUND');
    requestFor(look, requestId);
    return fileOf(file.content, file.name, file.mediaType);
  }),
);

export const requests = {
  ...requestList,
  ...{ register, amend, get, confirm, assign, askCorrection, correct, abandon },
  ...{ consult, recordLetterDay, recordOpinion, extend, postpone, askFee, recordPayment },
  ...{ draft, returnDraft, approve, reply, deliver, archive, withdraw, merge, relate, judgeOpening, recordRemedy },
  ...{ void: voidRequest, letter, evidence },
};
