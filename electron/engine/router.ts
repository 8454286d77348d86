/** Joins the subjects into the one router that every door serves. */

import { people } from './people.ts';
import { registryAffairs } from './registryAffairs.ts';

export const router = {
  registry: registryAffairs,
  people,
};
