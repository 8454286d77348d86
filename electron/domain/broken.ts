/** The value that a broken rule is. Rules return all their findings; the engine refuses, the form shows. */

export type BrokenParams = Readonly<Record<string, string | number>>;

export type Broken = {
  /** `subject.problem`; its sentence in both languages stands in `wording/`. */
  readonly code: string;
  /** Name of the input field that has to change. */
  readonly field: string;
  readonly params?: BrokenParams;
};

export function broken(code: string, field: string, params?: BrokenParams): Broken {
  return params === undefined ? { code, field } : { code, field, params };
}

/** A reason that stands against openness or order says at least this much, so that 「内部文件」 is not enough. */
export const REASON_LENGTH = 10;

/** Characters a reason or opinion really says: code points, blanks not counted, so that spaces cannot fill it up. */
export function saidLength(text: string | undefined): number {
  return Array.from((text ?? '').replace(/\s+/gu, '')).length;
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
