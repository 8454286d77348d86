/**
 * Who may call what: the one table from which the engine's checks, the walk of the tests and the page of the manual come.
 * A procedure that is not named here is refused. Divisions are checked inside the procedures, on the record asked for.
 */

import type { contract } from '../contract/procedures.ts';
import type { Role } from '../domain/roles.ts';

/** `anyone`: also without a session; `signedIn`: every active person; else one of the roles. */
export type Access = 'anyone' | 'signedIn' | readonly Role[];

type ProcedurePath = {
  [Subject in keyof typeof contract & string]: `${Subject}.${keyof (typeof contract)[Subject] & string}`;
}[keyof typeof contract & string];

const READERS = ['clerk', 'divisionHead', 'officeReviewer', 'leaderInCharge', 'auditor'] as const;
const SIGNERS = ['clerk', 'divisionHead', 'officeReviewer', 'leaderInCharge'] as const;
/** Who sees figures of the whole bureau. */
const OVERSEERS = ['clerk', 'officeReviewer', 'leaderInCharge', 'auditor'] as const;
/** Who takes whole lists out of the registry. */
const EXPORTERS = ['clerk', 'officeReviewer', 'auditor'] as const;
const OFFICE = ['clerk', 'officeReviewer'] as const;

export const ACCESS: Readonly<Record<ProcedurePath, Access>> = {
  'registry.state': 'anyone',
  'registry.create': 'anyone',
  'registry.createSample': 'anyone',
  'registry.samplePeople': 'anyone',
  'registry.setSampleToday': ['clerk', 'administrator'],
  'registry.settings': 'signedIn',
  'registry.setSetting': ['administrator'],
  'registry.import': ['clerk'],
  'registry.verify': ['administrator', 'auditor'],
  'registry.trail': ['auditor'],
  'registry.backups': ['administrator'],
  'registry.backUp': ['administrator'],
  'registry.restore': ['administrator'],

  'people.session': 'anyone',
  'people.signIn': 'anyone',
  'people.signOut': 'signedIn',
  'people.lock': 'signedIn',
  'people.unlock': 'signedIn',
  'people.changePassword': 'signedIn',
  'people.list': 'signedIn',
  'people.add': ['administrator'],
  'people.amend': ['administrator'],
  'people.resetPassword': ['administrator'],
  'people.divisions': 'signedIn',
  'people.addDivision': ['administrator'],
  'people.amendDivision': ['administrator'],

  'documents.register': ['clerk'],
  'documents.amend': ['clerk'],
  'documents.void': ['clerk'],
  'documents.changeAttribute': ['clerk'],
  'documents.setSpecialDeadline': ['clerk'],
  'documents.withdrawSpecialDeadline': ['clerk'],
  'documents.get': READERS,
  'documents.list': READERS,
  'documents.sameNumber': ['clerk'],
  'documents.suggestions': ['clerk'],
  'documents.export': EXPORTERS,
  'documents.loadDraft': 'signedIn',
  'documents.saveDraft': 'signedIn',
  'documents.discardDraft': 'signedIn',
  'documents.listViews': READERS,
  'documents.saveView': READERS,
  'documents.removeView': READERS,

  'copies.deliver': ['clerk'],
  'copies.correct': ['clerk'],
  'copies.waive': ['clerk'],
  'copies.move': ['clerk'],

  'reviews.waiting': SIGNERS,
  'reviews.sign': SIGNERS,
  'reviews.proofread': ['divisionHead'],

  'publications.post': ['clerk', 'divisionHead'],
  'publications.withdraw': ['clerk'],
  'publications.interpret': ['clerk', 'divisionHead'],
  'publications.evidence': READERS,

  'requests.list': READERS,
  'requests.find': READERS,
  'requests.export': EXPORTERS,
  'requests.get': READERS,
  'requests.register': ['clerk'],
  'requests.amend': ['clerk'],
  'requests.confirm': ['clerk'],
  'requests.assign': ['clerk'],
  'requests.askCorrection': ['clerk'],
  'requests.correct': ['clerk'],
  'requests.abandon': ['clerk'],
  'requests.consult': ['clerk'],
  'requests.recordLetterDay': ['clerk'],
  'requests.recordOpinion': ['clerk'],
  'requests.askFee': ['clerk'],
  'requests.recordPayment': ['clerk'],
  'requests.reply': ['clerk'],
  'requests.deliver': ['clerk'],
  'requests.archive': ['clerk'],
  'requests.withdraw': ['clerk'],
  'requests.merge': ['clerk'],
  'requests.relate': ['clerk'],
  'requests.judgeOpening': ['clerk'],
  'requests.recordRemedy': ['clerk'],
  'requests.void': ['clerk'],
  'requests.extend': ['officeReviewer'],
  'requests.postpone': ['officeReviewer'],
  'requests.draft': ['clerk', 'divisionHead'],
  'requests.returnDraft': ['officeReviewer', 'leaderInCharge'],
  'requests.approve': ['officeReviewer', 'leaderInCharge'],
  'requests.letter': SIGNERS,
  'requests.evidence': SIGNERS,
  'normative.file': ['clerk', 'divisionHead'],
  'normative.changeValidity': ['clerk'],
  'normative.counts': READERS,

  'reassessments.list': READERS,
  'reassessments.export': EXPORTERS,
  'reassessments.decide': ['clerk'],
  'reassessments.propose': ['divisionHead'],

  'duties.list': READERS,
  'duties.export': EXPORTERS,
  'duties.calendarFile': READERS,
  'duties.board': READERS,
  'duties.due': READERS,
  'duties.explain': READERS,
  'duties.preview': 'signedIn',
  'duties.reminders': OFFICE,
  'duties.answerReminder': OFFICE,
  'duties.snoozeReminder': OFFICE,

  'rules.list': 'signedIn',
  'rules.preview': ['administrator'],
  'rules.amend': ['administrator'],

  'calendar.notices': 'signedIn',
  'calendar.month': 'signedIn',
  'calendar.readFile': ['administrator'],
  'calendar.previewNotice': ['administrator'],
  'calendar.addNotice': ['administrator'],

  'matters.kinds': READERS,
  'matters.list': READERS,
  'matters.find': READERS,
  'matters.export': EXPORTERS,
  'matters.get': READERS,
  'matters.open': ['clerk', 'divisionHead'],
  'matters.amend': ['clerk', 'divisionHead'],
  'matters.publish': ['clerk', 'divisionHead'],
  'matters.withdraw': ['clerk'],
  'matters.close': ['clerk'],
  'matters.void': ['clerk'],
  'matters.evidence': READERS,
  'matters.staleColumns': READERS,

  'ledgers.compose': READERS,
  'ledgers.form': READERS,
  'ledgers.fetch': READERS,
  'ledgers.snapshots': READERS,
  'ledgers.reprint': READERS,
  'ledgers.verifyPaper': READERS,

  'columnSets.list': READERS,
  'columnSets.save': READERS,
  'columnSets.withdraw': READERS,

  'statistics.figures': READERS,
  'statistics.export': READERS,
  'statistics.circular': OVERSEERS,

  'reports.list': OVERSEERS,
  'reports.get': OVERSEERS,
  'reports.open': ['clerk'],
  'reports.amend': ['clerk'],
  'reports.sign': ['officeReviewer', 'leaderInCharge'],
  'reports.correct': ['clerk'],
  'reports.post': ['clerk'],
  'reports.paper': OVERSEERS,
  'reports.export': OVERSEERS,

  'printing.register': READERS,
  'printing.series': READERS,

  'imports.open': ['clerk'],
  'imports.columns': ['clerk'],
  'imports.judge': ['clerk'],
  'imports.rows': ['clerk'],
  'imports.correct': ['clerk'],
  'imports.refusedFile': ['clerk'],
  'imports.take': ['clerk'],
  'imports.close': ['clerk'],
  'imports.batches': ['clerk'],
  'imports.withdraw': ['clerk'],
  'imports.mappings': ['clerk'],
  'imports.saveMapping': ['clerk'],
  'imports.removeMapping': ['clerk'],
  'printing.batch': READERS,
  'printing.batchSize': READERS,
  'printing.labels': READERS,
  'printing.notice': READERS,
  'printing.returnSlip': READERS,
  'printing.excerpt': READERS,

  'archive.get': READERS,
  'archive.enter': ['clerk'],
  'archive.find': READERS,

  'chasing.contacts': READERS,
  'chasing.contact': OFFICE,

  'returning.list': READERS,
  'returning.issue': OFFICE,

  'typefaces.list': ['administrator', 'auditor'],
  'typefaces.check': ['administrator'],
  'typefaces.add': ['administrator'],
  'typefaces.withdraw': ['administrator'],
  'typefaces.choose': ['administrator'],
  'typefaces.specimen': ['administrator'],
};

/** Callable while the seat is locked. */
export const WHILE_LOCKED: readonly string[] = [
  'registry.state',
  'people.session',
  'people.unlock',
  'people.signOut',
  'people.signIn',
];
