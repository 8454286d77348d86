/** Why a paper was not printed, with what the print system itself said. */
import type { DesktopRefusal } from './bridge.ts';

export class PrintFailure extends Error {
  readonly refusal: DesktopRefusal;
  constructor(refusal: DesktopRefusal, detail = '') {
    super(detail);
    this.refusal = refusal;
  }
}
