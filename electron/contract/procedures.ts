/** Everything that may be asked of the engine, by subject: the page to read first. */

import type { ContractRouterClient } from '@orpc/contract';
import { columnSets } from './columnSets.ts';
import { copies } from './copies.ts';
import { archive, chasing, returning } from './desk.ts';
import { documents } from './documents.ts';
import { calendar, duties } from './duties.ts';
import { imports } from './imports.ts';
import { ledgers } from './ledgers.ts';
import { matters } from './matters.ts';
import { normative, reassessments } from './normative.ts';
import { printing } from './printing.ts';
import { people, registry } from './registry.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { publications, reviews } from './reviews.ts';
import { rules } from './rules.ts';
import { statistics } from './statistics.ts';
import { typefaces } from './typefaces.ts';

export const contract = {
  registry,
  people,
  documents,
  copies,
  reviews,
  publications,
  requests,
  duties,
  rules,
  calendar,
  ledgers,
  columnSets,
  reports,
  printing,
  imports,
  matters,
  normative,
  reassessments,
  archive,
  chasing,
  returning,
  statistics,
  typefaces,
};

export type EngineClient = ContractRouterClient<typeof contract>;
