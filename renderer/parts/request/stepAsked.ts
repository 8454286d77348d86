/** Which dialog the page of a request opens. */

import type { RequestStepKind } from '../../../electron/domain/foiRequest.ts';

export type StepAsked = {
  readonly step: RequestStepKind | 'amended';
  readonly consultationId?: string;
};
