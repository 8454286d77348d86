/** The engine of one data folder: at most one open registry, a clock, papers waiting to be fetched, the log of faults. */

import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { REGISTRY_FILE } from '../dataFolder.ts';
import { allDocumentIds } from '../store/documents.ts';
import { readInstallation, setStandingForm } from '../store/installation.ts';
import { migrate, readMigrations } from '../store/migrate.ts';
import { connect } from '../store/open.ts';
import { type Actor, systemActor } from './actor.ts';
import { backUpFile } from './backupFiles.ts';
import { restand, STANDING_FORM } from './documents/standing.ts';
import { openTrials, type Trials } from './exchange/importTrials.ts';
import { openPapers, type Papers } from './paper/papers.ts';
import { openRegistry, type Registry } from './registry.ts';

export type EngineOptions = {
  readonly dataFolder: string;
  /** Built resources: `migrations`, `seed`, `fonts`. */
  readonly resources: { readonly migrations: string; readonly seed: string; readonly fonts: string };
  readonly clock?: () => Date;
  readonly appVersion?: string;
  /** Leaves a registry that cannot be opened alone, so that a copy can be put in its place. */
  readonly isLeftClosed?: boolean;
};

export type Engine = {
  readonly dataFolder: string;
  readonly resources: EngineOptions['resources'];
  readonly appVersion: string;
  readonly clock: () => Date;
  readonly registry: Registry | undefined;
  readonly papers: Papers;
  readonly trials: Trials;
  /** Opens the registry file, which has to exist or to be made new. */
  readonly open: () => Registry;
  /** Closes the registry, lets the caller exchange its file, opens it again whatever happens. */
  readonly exchangeFile: (exchange: (file: string) => void) => void;
  readonly noteRefusal: (actor: Actor, procedure: string) => void;
  /** Logs what went wrong and answers the number under which the log holds it. */
  readonly logFault: (procedure: string, error: unknown) => string;
  readonly close: () => void;
};

export function openEngine(options: EngineOptions): Engine {
  const { dataFolder, resources, appVersion = '0.1.0', clock = () => new Date() } = options;
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = path.join(dataFolder, REGISTRY_FILE);
  let registry: Registry | undefined;

  function open(): Registry {
    const connection = connect(file, { readonly: false });
    try {
      migrate(connection, readMigrations(resources.migrations), () => {
        backUpFile(connection, dataFolder, 'migration', clock());
      });
    } finally {
      connection.close();
    }
    registry = openRegistry(file, clock);
    projectAnew(registry);
    return registry;
  }

  if (fs.existsSync(file) && !options.isLeftClosed) open();

  return {
    dataFolder,
    resources,
    appVersion,
    clock,
    papers: openPapers(),
    trials: openTrials(),
    get registry() {
      return registry;
    },
    open,
    exchangeFile: (exchange) => {
      registry?.close();
      registry = undefined;
      try {
        exchange(file);
      } finally {
        if (fs.existsSync(file)) open();
      }
    },
    noteRefusal: (actor, procedure) => {
      void registry
        ?.write(actor, async ({ record }) => {
          record({ act: procedure, entity: 'procedure', entityId: procedure, label: procedure, result: 'NOT_ALLOWED' });
        })
        .catch((error: unknown) => logFault(dataFolder, clock(), procedure, error));
    },
    logFault: (procedure, error) => logFault(dataFolder, clock(), procedure, error),
    close: () => {
      registry?.close();
      registry = undefined;
    },
  };
}

/** Standings told in an older form are told again, all in one transaction: a kill leaves them to the next opening. */
function projectAnew({ store, look }: Registry): void {
  const installation = readInstallation(store.readable);
  if (installation === undefined || installation.standingForm >= STANDING_FORM) return;
  const seen = { ...look(SYSTEM, store.writable), db: store.writable };
  store.writer.transaction(() => {
    for (const id of allDocumentIds(store.readable)) restand(seen, id);
    setStandingForm(store.writable, STANDING_FORM);
  })();
}

/** The program's own actor on this machine. */
export const SYSTEM = systemActor('');

/** One JSON line per fault. Stack and code only: titles and names stay out of logs. */
function logFault(dataFolder: string, at: Date, procedure: string, error: unknown): string {
  const faultNumber = `F${randomBytes(4).toString('hex').toUpperCase()}`;
  const { stack, code } = (error ?? {}) as { stack?: string; code?: string };
  const where = stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  const kind = error instanceof Error ? error.name : typeof error;
  const line = JSON.stringify({
    faultNumber,
    at: at.toISOString(),
    procedure,
    kind,
    code,
    message: plainMessage(error),
    where,
  });
  fs.appendFileSync(path.join(dataFolder, 'faults.log'), `${line}\n`, { mode: 0o600 });
  return faultNumber;
}

/** Messages of the database may quote values; only their first words are kept. */
function plainMessage(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120).replace(/[^\x20-\x7e]+/g, '…') : '';
}
