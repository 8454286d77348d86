/** The way of a document onto the web in two calls: signed by all four, then posted. */

import type { EngineClient } from '../../electron/contract/procedures.ts';
import { SECRECY_TICKS } from '../../electron/domain/review.ts';
import { newId } from '../../electron/engine/newId.ts';
import { PASSWORD, type PersonKey, type World } from '../world.ts';

const NO_TICKS = Object.fromEntries(SECRECY_TICKS.map((tick) => [tick, false]));

/** A fresh seat: sessions end with the day, and these stories go on for months. */
export function seat(world: World, person: PersonKey): EngineClient {
  return world.atSeat(world.newSeat(person));
}

export async function approve(world: World, documentId: string, head: PersonKey = 'foodHead'): Promise<void> {
  const steps = [
    ['clerk', 'drafter', 'proposeDisclosure'],
    [head, 'divisionHead', 'agree'],
    ['officeReviewer', 'generalOffice', 'mayDisclose'],
    ['leaderInCharge', 'leaderInCharge', 'approve'],
  ] as const;
  for (const [person, step, outcome] of steps) {
    const { contentHash } = await seat(world, 'auditor').documents.get({ id: documentId });
    await seat(world, person).reviews.sign({
      ...{ id: newId(), documentId, step, outcome, contentHash, signedOn: world.registry().today() },
      ...{ opinion: '', ticks: step === 'drafter' ? NO_TICKS : null, basis: null, onBehalfOf: '', overrideReason: '' },
      ...{ isLeaderInfoProofread: false, password: PASSWORD },
    });
  }
}

export function post(world: World, documentId: string, exceptionReason = '') {
  return seat(world, 'clerk').publications.post({
    ...{ id: newId(), documentId, channel: 'website', url: 'https://www.example.gov.cn/a/1.html', exceptionReason },
    ...{ postedOn: world.registry().today(), lateReason: '', evidence: null },
  });
}
