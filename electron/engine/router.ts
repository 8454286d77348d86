/** Joins the subjects into the one router that every door serves. */

import type { Router } from '@orpc/server';
import type { contract } from '../contract/procedures.ts';
import { archive } from './documents/archive.ts';
import { copies } from './documents/copies.ts';
import { documents } from './documents/documents.ts';
import { normative } from './documents/normative.ts';
import { publications } from './documents/publications.ts';
import { reviews } from './documents/reviews.ts';
import { calendar } from './duties/calendar.ts';
import { chasing } from './duties/chasing.ts';
import { duties } from './duties/duties.ts';
import { rules } from './duties/rules.ts';
import { statistics } from './duties/statistics.ts';
import { importing } from './exchange/importing.ts';
import { imports } from './exchange/imports.ts';
import { matters } from './matters/matters.ts';
import { columnSets } from './paper/columnSets.ts';
import { ledgers } from './paper/ledgers.ts';
import { printing } from './paper/printing.ts';
import { returning } from './paper/returning.ts';
import { typefaces } from './paper/typefaces.ts';
import { people } from './people/people.ts';
import type { Door } from './procedure.ts';
import { reassessments } from './reassessment/reassessments.ts';
import { registryAffairs } from './registryAffairs.ts';
import { annualReports } from './report/annualReports.ts';
import { requests } from './requests/requests.ts';
import { sample } from './sample/sample.ts';

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
