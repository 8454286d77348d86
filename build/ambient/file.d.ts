/** The few web types that the contract's payloads need, so that contract and domain see neither DOM nor Node. */

interface Blob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
}

interface File extends Blob {
  readonly name: string;
}

declare var File: new (parts: readonly (Uint8Array | string)[], name: string, options?: { type?: string }) => File;

interface AbortSignal {
  readonly aborted: boolean;
}
