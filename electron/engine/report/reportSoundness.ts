/** Whether each signed annual report is still what was signed, by the person whose key it was. */

import { figuresOf, listReports, type ReportRow } from '../../store/annualReports.ts';
import type { ReadableDb } from '../../store/open.ts';
import { ownerOfKey } from '../../store/people.ts';
import type { Finding } from '../../store/soundness.ts';
import { isSignature } from '../people/passwords.ts';
import { reportHash, signedReportContent } from './annualReport.ts';

export function verifyReports(db: ReadableDb): Finding {
  const signed = listReports(db).filter(({ signedAt }) => signedAt !== null);
  const problems = signed.flatMap((row) => {
    const name = `${row.year}-${row.edition}`;
    return [
      ...(reportHash(row, figuresOf(db, row.id)) === row.contentHash ? [] : [`report.altered ${name}`]),
      ...(isSigned(db, row) ? [] : [`report.forged ${name}`]),
    ];
  });
  return { checked: signed.length, problems };
}

function isSigned(db: ReadableDb, row: ReportRow): boolean {
  const { publicKey, signature } = row;
  if (!publicKey || !signature || ownerOfKey(db, publicKey) !== row.signerId) return false;
  return isSignature(publicKey, signedReportContent(row), signature);
}
