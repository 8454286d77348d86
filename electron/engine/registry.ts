/** An open registry: its store, its calendar and settings, and the one way to write into it. */

import { buildCalendar, type WorkCalendar } from '../domain/calendar.ts';
import { type Day, daysBetween, todayIn } from '../domain/day.ts';
import type { DutyRule } from '../domain/dutyRules.ts';
import { type RegistrySettings, readSettings } from '../domain/settings.ts';
import { listNotices, newestNoticeId } from '../store/calendar.ts';
import { dutyRuleOf, listDutyRules, newestDutyRuleId, storeBuiltInRules } from '../store/dutyRules.ts';
import { loadReadings } from '../store/initials.ts';
import { readInstallation, storedSettings } from '../store/installation.ts';
import { type Db, openStore, type ReadableDb, type Store } from '../store/open.ts';
import { indexDocuments, type SearchedTexts } from '../store/searchIndex.ts';
import { indexOlderSubjects } from '../store/subjectSearch.ts';
import { appendToTrail, type Change, type TrailAct, type TrailHead } from '../store/trail.ts';
import type { Actor } from './actor.ts';

/** What a procedure sees: rows, the person asking, the day, the law's calendar. */
export type Look = {
  readonly db: ReadableDb;
  readonly actor: Actor;
  readonly now: string;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  readonly settings: RegistrySettings;
  /** The dated rules of duties, in the order they were entered. */
  readonly rules: readonly DutyRule[];
};

export type Act = {
  readonly act: string;
  readonly entity: string;
  readonly entityId: string;
  readonly label: string;
  readonly reason?: string;
  readonly result?: string;
  readonly changes?: readonly Change[];
};

/** What a writing procedure sees besides: the transaction, and the trail that it has to leave. */
export type Work = Omit<Look, 'db'> & {
  readonly db: Db;
  readonly record: (act: Act) => void;
  /** By what a document is found; enters the index when the transaction ends, and no later. */
  readonly index: (texts: SearchedTexts) => void;
};

/** Gives a writing hand to an actor, at this moment or at one of the past. */
export type Casting = (actor: Actor, moment?: { readonly now: string; readonly today: Day }) => Work;

export type Registry = {
  readonly store: Store;
  readonly today: () => Day;
  readonly look: (actor: Actor, db?: ReadableDb) => Look;
  /** One transaction, durable when the promise resolves; it has to leave at least one trail entry. */
  readonly write: <Result>(actor: Actor, body: (work: Work) => Promise<Result>) => Promise<Result>;
  /** One transaction for a history told again: the sample registry, an import. */
  readonly replay: <Result>(body: (as: Casting) => Promise<Result>, longestMs?: number) => Promise<Result>;
  /** Durable as well, for what is no registry data (drafts, views, failed guesses): leaves no trail. */
  readonly jot: <Result>(body: (db: Db) => Promise<Result>) => Promise<Result>;
  readonly close: () => void;
};

/** A body that takes longer has a fault in it; its transaction must not hold up everyone else's. */
const LONGEST_WRITE_MS = 60_000;

export function openRegistry(file: string, clock: () => Date): Registry {
  const store = openStore(file);
  storeBuiltInRules(store, clock().toISOString());
  indexOlderSubjects(store);
  let lastWrite: Promise<unknown> = Promise.resolve();
  let calendar: { readonly newest: string | undefined; readonly value: WorkCalendar } | undefined;
  let rules: { readonly newest: string | undefined; readonly value: readonly DutyRule[] } | undefined;

  function calendarOf(db: ReadableDb): WorkCalendar {
    const newest = newestNoticeId(db);
    if (calendar?.newest !== newest || calendar === undefined) {
      calendar = { newest, value: buildCalendar(listNotices(db)) };
    }
    return calendar.value;
  }

  function rulesOf(db: ReadableDb): readonly DutyRule[] {
    const newest = newestDutyRuleId(db);
    if (rules?.newest !== newest) rules = { newest, value: listDutyRules(db).map(dutyRuleOf) };
    return rules?.value ?? [];
  }

  function today(db: ReadableDb = store.readable): Day {
    return readInstallation(db)?.sampleToday ?? todayIn(clock().toISOString());
  }

  /** In a sample with its own today the clock shows the real time of day on that day. */
  function instant(day: Day): string {
    const real = clock();
    const days = daysBetween(todayIn(real.toISOString()), day);
    return new Date(real.getTime() + days * 86_400_000).toISOString();
  }

  function look(actor: Actor, db: ReadableDb = store.readable): Look {
    const day = today(db);
    return {
      db,
      actor,
      now: instant(day),
      today: day,
      calendar: calendarOf(db),
      settings: readSettings(storedSettings(db)),
      rules: rulesOf(db),
    };
  }

  /** Writers wait for each other, so that a body may await without another one entering its transaction. */
  function inTransaction<Result>(body: () => Promise<Result>, longestMs = LONGEST_WRITE_MS): Promise<Result> {
    const run = lastWrite.then(async () => {
      await loadReadings();
      store.writer.exec('BEGIN IMMEDIATE');
      try {
        const result = await withinTime(body(), longestMs);
        store.writer.exec('COMMIT');
        return result;
      } catch (error) {
        if (store.writer.inTransaction) store.writer.exec('ROLLBACK');
        throw error;
      }
    });
    lastWrite = run.catch(() => undefined);
    return run;
  }

  /** Acts of several people at several moments in one transaction; each act leaves its own trail entry. */
  function replay<Result>(body: (as: Casting) => Promise<Result>, longestMs?: number): Promise<Result> {
    return inTransaction(async () => {
      let head: TrailHead | undefined;
      let common: Look | undefined;
      // The full-text table writes all that it holds back at every statement that could fail halfway: 100 µs each time.
      const searched = new Map<string, SearchedTexts>();
      const index = (texts: SearchedTexts) => void searched.set(texts.documentId, texts);
      const casting: Casting = (actor, moment) => {
        common ??= look(actor, store.writable);
        const seen = { ...common, actor, ...moment };
        const record = (act: Act): void => {
          head = appendToTrail(store.writable, trailAct(actor, seen.now, act), head);
        };
        return { ...seen, db: store.writable, record, index };
      };
      const result = await body(casting);
      if (head === undefined) throw new Error('A write left no trail');
      indexDocuments(store.writable, [...searched.values()]);
      return result;
    }, longestMs);
  }

  return {
    store,
    today,
    look,
    write: (actor, body) => replay((as) => body(as(actor))),
    replay,
    jot: (body) => inTransaction(() => body(store.writable)),
    close: store.close,
  };
}

function trailAct(actor: Actor, at: string, act: Act): TrailAct {
  return {
    at,
    actorId: actor.personId,
    actorName: actor.name,
    roles: actor.roles.join(' '),
    workstation: actor.workstation,
    act: act.act,
    entity: act.entity,
    entityId: act.entityId,
    label: act.label,
    reason: act.reason ?? '',
    result: act.result ?? 'done',
    changes: act.changes ?? [],
  };
}

async function withinTime<Result>(work: Promise<Result>, longestMs: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('A write took too long')), longestMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
