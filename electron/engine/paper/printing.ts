/** The print centre's procedures. */

import { batch, batchSize } from './batches.ts';
import { excerpt } from './excerpts.ts';
import { labels } from './labels.ts';
import { notice } from './noticeForm.ts';
import { register, series } from './registers.ts';
import { returnSlip } from './returnForm.ts';

export const printing = { register, series, batch, batchSize, labels, notice, returnSlip, excerpt };
