/** What every paper says about itself: the bureau, the unit that fills it, who printed it and when; and how it is handed out. */

import type { Paper as PaperRecord } from '../../contract/ledgers.ts';
import type { MissingCharacter } from '../../print/fonts.ts';
import { readInstallation } from '../../store/installation.ts';
import { listDivisions } from '../../store/people.ts';
import type { Engine } from '../engine.ts';
import type { Look } from '../registry.ts';

export type PaperFacts = {
  readonly bureau: string;
  readonly unit: string;
  readonly printedBy: string;
  /** Beijing time as people read it. */
  readonly printedAt: string;
};

/** The unit is the division asked for, else the General Office (办公室). */
export function paperFacts({ db, actor, now }: Pick<Look, 'db' | 'actor' | 'now'>, divisionId?: string): PaperFacts {
  const divisions = listDivisions(db);
  const unit = divisions.find(({ id, isGeneralOffice }) => (divisionId ? id === divisionId : isGeneralOffice));
  return {
    bureau: readInstallation(db)?.bureauName ?? '',
    unit: unit?.name ?? '',
    printedBy: actor.name,
    printedAt: readableTime(now),
  };
}

const BEIJING_MS = 8 * 3_600_000;

export function readableTime(instant: string): string {
  return new Date(Date.parse(instant) + BEIJING_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Places named for one missing character. */
const MOST_PLACES = 20;

/** Keeps the finished paper for the seat that asked for it. */
export async function handOut(
  { engine, token }: { readonly engine: Engine; readonly token: string },
  paper: {
    readonly name: string;
    readonly content: Uint8Array;
    readonly missing: readonly MissingCharacter[];
  },
): Promise<PaperRecord> {
  const fileName = `${cleanName(paper.name)}.pdf`;
  const { pageCount } = await import('../../print/pageCount.ts');
  const { content, missing } = paper;
  const kept = keepFile({ engine, token }, { fileName, mediaType: 'application/pdf', content, missing });
  return { ...kept, pages: pageCount(content) };
}

/** Without what file systems refuse. */
export function cleanName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
}

type KeptFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly missing: readonly MissingCharacter[];
};

/** A file that is no paper itself, such as many of them in a zip, has no pages to be shown. */
export function keepFile(
  { engine, token }: { readonly engine: Engine; readonly token: string },
  { fileName, mediaType, content, missing }: KeptFile,
): PaperRecord {
  return {
    paperId: engine.papers.keep({ fileName, mediaType, content, token }),
    fileName,
    pages: 0,
    bytes: content.byteLength,
    missing: missing.map(({ character, code, where }) => ({
      character,
      code,
      where: where.slice(0, MOST_PLACES),
    })),
  };
}
