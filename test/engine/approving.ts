/** The way of a document onto the web in two calls: signed by all four, then posted. */

import type { DocumentDetail } from '../../electron/contract/documentDetail.ts';
import type { EngineClient } from '../../electron/contract/procedures.ts';
import { type ReviewStepName, SECRECY_TICKS } from '../../electron/domain/review.ts';
import { newId } from '../../electron/engine/newId.ts';
import { PASSWORD, type PersonKey, type World } from '../world.ts';

const NO_TICKS = Object.fromEntries(SECRECY_TICKS.map((tick) => [tick, false]));

/** A fresh seat: sessions end with the day, and these stories go on for months. */
export function seat(world: World, person: PersonKey): EngineClient {
  return world.atSeat(world.newSeat(person));
}

/** One signature of today over the document as it stands. */
export async function sign(
  world: World,
  documentId: string,
  [person, step, outcome]: Signature,
  special: object = {},
): Promise<DocumentDetail> {
  const { contentHash } = await seat(world, 'auditor').documents.get({ id: documentId });
  return seat(world, person).reviews.sign({
    ...{ id: newId(), documentId, step, outcome, contentHash, signedOn: world.registry().today() },
    ...{ opinion: '', ticks: step === 'drafter' ? NO_TICKS : null, basis: null, onBehalfOf: '', overrideReason: '' },
    ...{ isLeaderInfoProofread: false, password: PASSWORD },
    ...special,
  });
}

type Signature = readonly [person: PersonKey, step: ReviewStepName, outcome: string];

export async function approve(world: World, documentId: string, head: PersonKey = 'foodHead'): Promise<DocumentDetail> {
  await sign(world, documentId, ['clerk', 'drafter', 'proposeDisclosure']);
  await sign(world, documentId, [head, 'divisionHead', 'agree']);
  await sign(world, documentId, ['officeReviewer', 'generalOffice', 'mayDisclose']);
  return sign(world, documentId, ['leaderInCharge', 'leaderInCharge', 'approve']);
}

export function post(world: World, documentId: string, exceptionReason = '') {
  return seat(world, 'clerk').publications.post({
    ...{ id: newId(), documentId, channel: 'website', url: 'https://www.example.gov.cn/a/1.html', exceptionReason },
    ...{ postedOn: world.registry().today(), lateReason: '', evidence: null },
  });
}
