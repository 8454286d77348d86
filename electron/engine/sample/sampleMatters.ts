/** Matters of the sample registry, told act by act through the engine's own rules, as a year at the desk went. */

import fs from 'node:fs';
import path from 'node:path';
import type { Day } from '../../domain/day.ts';
import type { MatterBody } from '../../domain/matters/body.ts';
import { findMatter, type MatterRow, matterAfter } from '../../store/matters.ts';
import { keepEvidence } from '../evidence.ts';
import { amendMatter, closeMatter, type MatterPublishing, openMatter, publishMatter } from '../matters/matterActs.ts';
import { openNextPeriods } from '../matters/matterPeriods.ts';
import { newId } from '../newId.ts';
import type { Work } from '../registry.ts';

type Step = {
  readonly on: Day;
  readonly by: string;
  readonly publish?: Omit<MatterPublishing, 'id' | 'matterId' | 'postedOn' | 'evidenceId' | 'isReviewed'> & {
    readonly evidence: string;
  };
  /** Fields that became known. */
  readonly amend?: MatterBody;
  readonly close?: string;
  /** The morning after a period, when the next one is opened. */
  readonly turn?: boolean;
};

type SampleMatter = {
  readonly kind: string;
  readonly title: string;
  readonly division: string;
  readonly on: Day;
  readonly by: string;
  readonly openedOn: Day;
  readonly body: MatterBody;
  readonly steps: readonly Step[];
};

type MatterEvent = { readonly on: Day; readonly by: string; readonly act: (work: Work) => void };

export function matterEvents(seed: string, divisionIdOf: ReadonlyMap<string, string>): readonly MatterEvent[] {
  const text = fs.readFileSync(path.join(seed, 'sampleMatters.json'), 'utf8');
  const { matters } = JSON.parse(text) as { readonly matters: readonly SampleMatter[] };
  return matters.flatMap(({ division, steps, on, by, ...entry }): readonly MatterEvent[] => {
    const id = newId();
    const divisionId = divisionIdOf.get(division) ?? '';
    return [
      { on, by, act: (work) => openMatter(work, id, { ...entry, divisionId }) },
      ...steps.map((step) => ({ on: step.on, by: step.by, act: (work: Work) => take(work, id, step) })),
    ];
  });
}

/** A step of the oldest period that is not closed yet; of everything else there is but one. */
function current(work: Work, id: string): MatterRow {
  const row = findMatter(work.db, id);
  if (!row) throw new Error('A step of the sample before its matter');
  const next = row.closedOn === null ? undefined : matterAfter(work.db, id);
  return next ? current(work, next.id) : row;
}

function take(work: Work, first: string, step: Step): void {
  const matter = current(work, first);
  const { id, version, kind, title, divisionId, openedOn, body } = matter;
  if (step.publish) {
    const { evidence, ...told } = step.publish;
    const proof = evidence === '' ? null : keep(work, evidence, `${title} ${told.url}`);
    publishMatter(work, { ...told, id: newId(), matterId: id, postedOn: step.on, evidenceId: proof, isReviewed: true });
  } else if (step.amend) {
    const changed = { ...body, ...step.amend };
    amendMatter(work, { id, version, kind, title, divisionId, openedOn, body: changed, reasonForChange: '' });
  } else if (step.close !== undefined) closeMatter(work, { id, version, closedOn: step.on, note: step.close });
  else openNextPeriods(work, matter);
}

function keep(work: Work, name: string, words: string): string {
  const page = `<!doctype html><meta charset="utf-8"><title>${name}</title><p>示例凭证：${words}</p>`;
  return keepEvidence(work, { name, mediaType: 'text/html', content: new TextEncoder().encode(page) });
}
