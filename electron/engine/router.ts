/** Joins the subjects into the one router that every door serves. */

import type { Router } from '@orpc/server';
import type { contract } from '../contract/procedures.ts';
import { annualReports } from './annualReports.ts';
import { archive } from './archive.ts';
import { calendar } from './calendar.ts';
import { chasing } from './chasing.ts';
import { columnSets } from './columnSets.ts';
import { copies } from './copies.ts';
import { documents } from './documents.ts';
import { duties } from './duties.ts';
import { importing } from './importing.ts';
import { imports } from './imports.ts';
import { ledgers } from './ledgers.ts';
import { matters } from './matters.ts';
import { normative } from './normative.ts';
import { people } from './people.ts';
import { printing } from './printing.ts';
import type { Door } from './procedure.ts';
import { publications } from './publications.ts';
import { reassessments } from './reassessments.ts';
import { registryAffairs } from './registryAffairs.ts';
import { requests } from './requests.ts';
import { returning } from './returning.ts';
import { reviews } from './reviews.ts';
import { rules } from './rules.ts';
import { sample } from './sample.ts';
import { statistics } from './statistics.ts';
import { typefaces } from './typefaces.ts';

export const router = {
  registry: { ...registryAffairs, ...sample, import: importing },
  people,
  documents,
  copies,
  reviews,
  publications,
  requests,
  normative,
  reassessments,
  duties,
  rules,
  calendar,
  ledgers,
  columnSets,
  reports: annualReports,
  printing,
  imports,
  matters,
  archive,
  chasing,
  returning,
  statistics,
  typefaces,
} satisfies Router<typeof contract, Door>;
