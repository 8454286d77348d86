/** What an engine does by itself while it runs: hourly reminders, a short log file, the copy of the day. */

import { todayIn } from '../domain/day.ts';
import { readInstallation } from '../store/installation.ts';
import { backUpFile, listBackups, thinOutBackups } from './backupFiles.ts';
import { type Sweep, sweepReminders } from './duties/reminders.ts';
import type { Engine } from './engine.ts';
import { openDuePeriods } from './matters/matterPeriods.ts';

const HOUR_MS = 3_600_000;
const IDLE_MS = 30_000;
/** The window comes first: it asks for the state of the registry just when the engine has opened. */
const FIRST_SWEEP_MS = 1_000;

export type Upkeep = {
  /** After the machine slept: what was due meanwhile is looked at now. */
  readonly resumed: () => void;
  /** Lets running writes finish, makes the copy of the day and closes the engine. */
  readonly close: () => Promise<void>;
};

/** Reminders are looked for at once, hourly and after sleep; what goes wrong there is logged and stops nothing else. */
export function startUpkeep(engine: Engine, onSwept: (sweep: Sweep) => void): Upkeep {
  let sweeping: Promise<void> = Promise.resolve();
  async function sweep(): Promise<void> {
    const isFounded = engine.registry && readInstallation(engine.registry.store.readable);
    if (!isFounded) return;
    await openDuePeriods(engine);
    onSwept(await sweepReminders(engine));
  }
  function sweepSafely(): void {
    sweeping = sweeping.then(sweep).catch((error: unknown) => void engine.logFault('reminders', error));
  }
  const hourly = setInterval(sweepSafely, HOUR_MS);
  const idle = setInterval(checkpointWhenIdle(engine), IDLE_MS);
  const first = setTimeout(sweepSafely, FIRST_SWEEP_MS);
  return {
    resumed: sweepSafely,
    close: async () => {
      clearTimeout(first);
      clearInterval(hourly);
      clearInterval(idle);
      await sweeping;
      await engine.registry?.jot(async () => undefined);
      makeDailyCopy(engine);
      engine.close();
    },
  };
}

/** Empties the write-ahead log once nothing was written for a while: whoever copies only the main file then loses little. */
function checkpointWhenIdle(engine: Engine): () => void {
  let seen = -1;
  let isEmptied = false;
  return () => {
    const writer = engine.registry?.store.writer;
    if (!writer?.open || writer.inTransaction) return;
    const changes = writer.prepare('SELECT total_changes()').pluck().get() as number;
    if (changes !== seen) {
      seen = changes;
      isEmptied = false;
      return;
    }
    if (isEmptied) return;
    // Does not wait for other programs: the next turn comes soon.
    writer.pragma('busy_timeout = 0');
    const [outcome] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    writer.pragma('busy_timeout = 5000');
    isEmptied = outcome?.busy === 0;
  };
}

/** A copy that fails is logged and keeps nobody from closing. */
function makeDailyCopy(engine: Engine): void {
  const { registry, dataFolder, clock } = engine;
  if (!registry) return;
  const today = todayIn(clock().toISOString());
  const isMade = listBackups(dataFolder).some(
    ({ occasion, madeAt }) => occasion === 'daily' && todayIn(madeAt) === today,
  );
  if (isMade) return;
  try {
    backUpFile(registry.store.reader, dataFolder, 'daily', clock());
    thinOutBackups(dataFolder);
  } catch (error) {
    engine.logFault('backup.daily', error);
  }
}
