/** Bundled and run inside the page by the typing bench: prints ledgers over a port of its own until it is told to stop. */

import { client } from '../../renderer/client.ts';

type Printing = { isStopped: boolean; printed: number };

declare global {
  var printing: Printing | undefined;
}

const request = {
  preset: 'brief',
  language: 'zh',
  filter: {},
  sort: { by: 'docNumber', direction: 'asc' },
  period: '',
} as const;

async function printOn(state: Printing): Promise<void> {
  while (!state.isStopped) {
    for await (const step of await client.ledgers.compose(request)) {
      if (step.kind === 'result') state.printed += 1;
      if (state.isStopped) break;
    }
  }
}

globalThis.printing = { isStopped: false, printed: 0 };
void printOn(globalThis.printing);
