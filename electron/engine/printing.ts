/** The print centre's procedures. */

import { register, series } from './registers.ts';

export const printing = { register, series };
