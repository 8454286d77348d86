/** Starts the engine's process, starts it again when it dies, and hands each window a port to it. */
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import { ENGINE_PORT } from './bridge.ts';
import type { FromEngine, Reminders, ToEngine } from './engineMessages.ts';

export type EngineHostOptions = {
  readonly program: string;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly onReminders: (reminders: Reminders) => void;
  /** The registry could not be opened; the host waits until `restart` is called. */
  readonly onFailed: (message: string) => void;
};

export type EngineHost = {
  /** Hands the page a new port whose calls come from the seat that `token` names. */
  readonly connect: (page: WebContents, token: string) => void;
  readonly resumed: () => void;
  readonly restart: () => void;
  /** Lets the engine finish (its daily backup included); resolves when it is gone. */
  readonly close: () => Promise<void>;
};

const CLOSING_LIMIT_MS = 20_000;
const CALM_AFTER_MS = 60_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

export function startEngineHost(options: EngineHostOptions): EngineHost {
  let engine: UtilityProcess | undefined;
  let deaths = 0;
  let startedAt = 0;
  let isClosing = false;
  let hasFailed = false;
  const waiting = new Map<WebContents, string>();

  function start(): void {
    if (isClosing) return;
    hasFailed = false;
    startedAt = Date.now();
    const child = utilityProcess.fork(
      options.program,
      [`--data=${options.dataFolder}`, `--resources=${options.resourcesFolder}`],
      { serviceName: 'Registry engine', stdio: 'inherit' },
    );
    engine = child;
    child.on('message', (message: FromEngine) => receive(message));
    child.on('exit', () => {
      if (engine === child) engine = undefined;
      startAgain();
    });
    for (const [page, token] of waiting) handPort(child, page, token);
    waiting.clear();
  }

  /** The first death in a while is answered at once; an engine that keeps dying is given ever more time. */
  function startAgain(): void {
    if (isClosing || hasFailed) return;
    deaths = Date.now() - startedAt > CALM_AFTER_MS ? 1 : deaths + 1;
    const pauseMs = deaths === 1 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (deaths - 2), LONGEST_PAUSE_MS);
    setTimeout(start, pauseMs);
  }

  function receive(message: FromEngine): void {
    if (message.kind === 'reminders') options.onReminders(message);
    if (message.kind === 'failed') {
      hasFailed = true;
      options.onFailed(message.message);
    }
  }

  function tell(message: ToEngine): void {
    engine?.postMessage(message);
  }

  start();
  return {
    connect: (page, token) => {
      if (engine) handPort(engine, page, token);
      else waiting.set(page, token);
    },
    resumed: () => tell({ kind: 'resumed' }),
    restart: () => {
      deaths = 0;
      const failed = engine;
      if (!failed) return start();
      failed.once('exit', start);
      failed.kill();
    },
    close: async () => {
      isClosing = true;
      if (engine) await closed(engine);
    },
  };
}

function handPort(engine: UtilityProcess, page: WebContents, token: string): void {
  if (page.isDestroyed()) return;
  const { port1, port2 } = new MessageChannelMain();
  const message: ToEngine = { kind: 'port', token };
  engine.postMessage(message, [port1]);
  page.mainFrame.postMessage(ENGINE_PORT, null, [port2]);
}

function closed(engine: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => engine.kill(), CLOSING_LIMIT_MS);
    engine.once('exit', () => {
      clearTimeout(limit);
      resolve();
    });
    engine.on('message', (message: FromEngine) => {
      if (message.kind === 'closed') engine.kill();
    });
    const message: ToEngine = { kind: 'closing' };
    engine.postMessage(message);
  });
}
