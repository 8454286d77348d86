/** Holds a printed ledger or register against the registry: is it the one that was printed, and what has changed since. */

import type { PaperCheck } from '../../contract/ledgers.ts';
import type { RegisterRequest } from '../../contract/printing.ts';
import { broken } from '../../domain/broken.ts';
import type { Day } from '../../domain/day.ts';
import { fitsCode, type LedgerCode, ledgerChanges, paperVerdict, readLedgerCode } from '../../domain/ledgerPaper.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import { sha256Of } from '../../store/attachments.ts';
import { findByPdf, findContent, type LedgerContent } from '../../store/ledgerContents.ts';
import { openMoment } from '../../store/open.ts';
import { findSnapshot } from '../../store/snapshots.ts';
import { entryAt } from '../../store/trail.ts';
import type { Actor } from '../actor.ts';
import { os, registryOf } from '../procedure.ts';
import { refuseIfBroken } from '../refusal.ts';
import type { Look, Registry } from '../registry.ts';
import { hashOfSlices, openSlice } from './keptRows.ts';
import { type LedgerAsked, rowsNow } from './ledgerSlices.ts';
import { isRegister, rowsOfRegister } from './registerSources.ts';
import { maySeeSnapshot, type PrintedSnapshot, snapshotRecord } from './snapshotRecord.ts';

const MOST_CHANGES = 200;

/** What was handed in: the bytes of a file, or a number or code as typed or scanned. */
export type Presented = { readonly pdf: Uint8Array } | { readonly text: string };

export const verifyPaper = os.ledgers.verifyPaper.handler(async ({ context: { engine, actor }, input }) => {
  const presented = input.file ? { pdf: new Uint8Array(await input.file.arrayBuffer()) } : { text: input.number };
  return checkPaper(registryOf(engine), actor, presented);
});

export async function checkPaper(registry: Registry, actor: Actor, presented: Presented): Promise<PaperCheck> {
  if ('text' in presented && readLedgerCode(presented.text) === undefined) {
    refuseIfBroken([broken('paper.numberUnread', 'number', { text: presented.text })]);
  }
  const moment = openMoment(registry.store.file);
  try {
    return await checkOf(registry.look(actor, moment.db), presented);
  } finally {
    moment.close();
  }
}

type Found = {
  readonly paper: PaperCheck['paper'];
  readonly reprint: number;
  readonly snapshot: PrintedSnapshot | undefined;
  readonly code: LedgerCode | undefined;
};

async function checkOf(look: Look, presented: Presented): Promise<PaperCheck> {
  const { paper, reprint, snapshot, code } =
    'pdf' in presented ? foundByPdf(look, presented.pdf) : foundByText(look, presented.text);
  const nothing = { ...{ isCodeRight: true, isOnTrail: true, isKept: true }, changed: 0, changes: [] };
  if (!snapshot || !maySeeSnapshot(look.actor, snapshot)) {
    return { ...nothing, paper: 'unknown', reprint: 0, snapshot: null, isSound: false };
  }
  const content = findContent(look.db, snapshot.id);
  const isKept = content !== undefined && hashOfSlices(content.slices) === snapshot.rowsHash;
  const isOnTrail = entryAt(look.db, snapshot.headSeq)?.hash === snapshot.headHash;
  const isCodeRight = code === undefined || fitsCode(code, snapshot);
  const changes = content ? await changesSince(look, snapshot, content) : [];
  const findings = { paper, isKept, isOnTrail, isCodeRight, changed: changes.length };
  return {
    ...findings,
    reprint,
    snapshot: snapshotRecord(snapshot),
    isSound: paperVerdict(findings) === 'sound',
    changes: changes.slice(0, MOST_CHANGES),
  };
}

function foundByPdf({ db }: Look, pdf: Uint8Array): Found {
  const known = findByPdf(db, sha256Of(pdf));
  if (known) {
    const paper = known.ordinal === 0 ? 'original' : 'reprint';
    return { paper, reprint: known.ordinal, snapshot: findSnapshot(db, { id: known.snapshotId }), code: undefined };
  }
  const number = numberIn(pdf);
  const snapshot = number === undefined ? undefined : findSnapshot(db, { number });
  return { paper: 'altered', reprint: 0, snapshot, code: undefined };
}

/** The identifier that our papers carry in plain text; nothing else of a foreign file is read. */
function numberIn(pdf: Uint8Array): string | undefined {
  return /<dc:identifier>((?:TZ|DJ)-\d{4}-\d{4,9})<\/dc:identifier>/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
}

function foundByText({ db }: Look, text: string): Found {
  const code = readLedgerCode(text);
  const snapshot = code && findSnapshot(db, { number: code.number });
  return { paper: 'number', reprint: 0, snapshot, code };
}

/** What a row of any ledger or register says. */
type SaidRow = Readonly<Record<string, Value>>;
type Value = string | number | boolean | null;

/** Compared as of the day of printing: that a deadline has come nearer since is no change of the registry. */
async function changesSince(
  look: Look,
  { preset, filter }: PrintedSnapshot,
  content: LedgerContent,
): Promise<PaperCheck['changes']> {
  const { filledOn, language } = JSON.parse(content.sheet) as { readonly filledOn: Day; readonly language: Language };
  const then = { ...look, today: filledOn };
  const now = isRegister(preset)
    ? rowsOfRegister(then, preset, JSON.parse(filter) as RegisterRequest)
    : await rowsNow(then, { ...(JSON.parse(filter) as LedgerAsked), language });
  const before = content.slices.flatMap((slice) => openSlice<SaidRow>(slice));
  /** Rows are in words but for the state of a number. */
  const inWords = (field: string, value: Value) =>
    preset === 'series' && field === 'state' ? say(language, `seriesState.${value}`) : textOf(value);
  return ledgerChanges<SaidRow>(before, now).map(({ kind, position, row, fields }) => ({
    ...{ kind, position, ...nameOf(row) },
    fields: fields.map((change) => ({
      field: change.field,
      before: inWords(change.field, change.before),
      after: inWords(change.field, change.after),
    })),
  }));
}

/** A document; where the row tells of none, the numbers of a gap or the division. */
function nameOf({ docNumber, title, division, from, to }: SaidRow): { docNumber: string; title: string } {
  const numbers = from === to ? textOf(from ?? null) : `${from}—${to}`;
  return { docNumber: textOf(docNumber ?? null) || numbers, title: textOf(title ?? division ?? null) };
}

function textOf(value: Value): string {
  if (typeof value === 'boolean') return value ? '✓' : '';
  return value === null ? '' : String(value);
}
