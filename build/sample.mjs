/**
 * Makes drizzle/seed/sample.json: real titles, numbers, days and addresses of public documents, with invented people and
 * procedures around them. `node build/sample.mjs FOLDER` reads documents.csv and divisions.csv from FOLDER.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildCalendar } from '../electron/domain/calendar.ts';
import { addWorkingDays, nextWorkingDay } from '../electron/domain/deadline.ts';
import { docTypeOfTitle } from '../electron/domain/docType.ts';
import { readTable } from '../electron/exchange/readTable.ts';
import {
  AGREEING,
  BUREAU,
  DESKS,
  LATE_REASONS,
  OFFICE,
  PARTICULAR,
  PEOPLE,
  RETURN_OPINIONS,
  SECOND_LEADER,
  STORIES,
  TODAY,
} from './sampleStories.mjs';

const FIRST_DAY = '2018-07-01';
const POSTING_WORKING_DAYS = 20;
const REVIEW = ['drafter', 'divisionHead', 'generalOffice', 'leaderInCharge'];
const AGREED = ['proposeDisclosure', 'agree', 'mayDisclose', 'approve'];
const NOTICE =
  '文件标题、发文字号、成文日期、公开日期和网址取自公开网页；处室分工、人员、份数、审查和其余经过均为示例，与所列文件的实际办理无关。';

const root = path.join(import.meta.dirname, '..');
const calendar = buildCalendar(JSON.parse(readFileSync(path.join(root, 'drizzle/seed/holidays.json'), 'utf8')));
const chance = seeded(20190924);

function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const oneOf = (list) => list[Math.floor(chance() * list.length)];
const earlier = (a, b) => [a, b].toSorted()[0];
const workingDaysOn = (day, days) => (days === 0 ? day : addWorkingDays(day, days, calendar).dueOn);

async function records(folder, file) {
  const reading = await readTable(new Uint8Array(readFileSync(path.join(folder, file))));
  if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.problems)}`);
  const { headers, rows } = reading.table;
  return rows.map(({ cells }) => Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ''])));
}

function deskOf(title) {
  return DESKS.find(({ words }) => words.test(title));
}

function personWith(role, division) {
  return PEOPLE.find(({ roles, division: own }) => roles.includes(role) && (!division || own === division)).login;
}

function leaderOf(division) {
  return PEOPLE.filter(({ roles }) => roles.includes('leaderInCharge'))[SECOND_LEADER.includes(division) ? 1 : 0];
}

/** The story of a document: its own, or the everyday one that its data allow. */
function storyOf(row) {
  const isPostable = row.source_url !== '' && row.published_date >= row.written_date && row.published_date <= TODAY;
  const own = STORIES[row.doc_id];
  if (own)
    return {
      attribute: 'PROACTIVE',
      ...(isPostable && own.steps === undefined && { posted: row.published_date }),
      ...own,
    };
  const isRecent = row.written_date >= '2019-06-01';
  const copies = oneOf([[7], [7], [7], [5, 2], [4, 3], [3, 2, 2], isRecent ? [5] : [6, 1]]);
  if (/同意|批复|复函/u.test(row.title) && chance() < 0.45) return { ...PARTICULAR, copies };
  const isNormative = /办法|规定|细则|条例|若干措施|若干意见/u.test(row.title);
  const interpretation = isNormative ? oneOf(['same', 'same', 'before', 'later']) : undefined;
  const base = { attribute: 'PROACTIVE', copies, isNormative, interpretation };
  if (isPostable) return { ...base, posted: row.published_date };
  return { ...base, channel: 'gazette', posted: workingDaysOn(row.written_date, 3 + Math.floor(chance() * 23)) };
}

function documentOf(row, number) {
  const story = storyOf(row);
  const desk = deskOf(row.title);
  const { division } = desk;
  const writtenOn = row.written_date;
  const signedOn = story.signedOn ?? writtenOn;
  const posted = story.posted && earlier(story.posted, TODAY);
  const registeredOn = earlier(nextWorkingDay(writtenOn, calendar), posted ?? TODAY);
  const clerk = chance() < 0.6 ? 'zhouminglan' : 'heyan';
  const context = {
    row,
    story,
    division,
    clerk,
    registeredOn,
    signedOn,
    posted,
    head: personWith('divisionHead', division),
  };
  const facts = [...copyFacts(context), ...reviewFacts(context), ...changeFacts(context), ...postingFacts(context)];
  return {
    source: row.doc_id,
    registeredBy: clerk,
    registeredOn,
    input: filled({
      docNumberRaw: row.doc_number_raw,
      isUnnumbered: row.doc_number_raw === '',
      title: row.title,
      docType: docTypeOfTitle(row.title) ?? row.doc_kind,
      draftingDivision: division,
      drafter: oneOf(desk.drafters),
      signer: leaderOf(division).name,
      signedOn,
      writtenOn,
      printedOn: registeredOn,
      attribute: story.attribute,
      basis: story.basis,
      reason: story.reason,
      ...normativeInput(story, signedOn, number),
      isLeaderRelated: story.isLeaderRelated,
      isJoint: story.isJoint,
      leadAgency: story.leadAgency,
      channel: story.attribute === 'PROACTIVE' ? (story.channel ?? 'website') : '',
      note: row.issuing_body && `发文机关：${row.issuing_body}`,
    }),
    facts: inOrder(facts),
  };
}

function normativeInput(story, signedOn, number) {
  if (!story.isNormative) return {};
  return {
    isNormative: true,
    legalityReviewNumber: `法审〔${signedOn.slice(0, 4)}〕${number}号`,
    legalityReviewOn: signedOn,
    interpretationPlan: '图解先行，附文字解读，与文件同步公布。',
  };
}

function copyFacts({ story, clerk, registeredOn, division }) {
  const deliverers = DESKS.find((desk) => desk.division === division).drafters;
  const facts = story.copies.map((copies, at) => ({
    kind: 'filing',
    on: workingDaysOn(registeredOn, at === 0 ? 0 : at * 4 - 1),
    by: clerk,
    copies,
    deliveredBy: oneOf(deliverers),
    location: '文件柜甲-3',
  }));
  const filed = facts.filter(({ on }) => on <= TODAY);
  const last = filed.at(-1)?.on ?? registeredOn;
  if (story.waiver) filed.push({ kind: 'waiver', on: last, by: clerk, reason: story.waiver });
  if (story.loan) {
    const dueBackOn = workingDaysOn(TODAY, 8);
    filed.push({ kind: 'loan', on: workingDaysOn(last, 2), by: clerk, copyNo: 1, party: '综合规划处', dueBackOn });
  }
  return filed;
}

function reviewFacts(context) {
  const { story, registeredOn, posted } = context;
  if (story.isJoint && story.leadAgency !== BUREAU) return [];
  if (story.attribute !== 'PROACTIVE') return story.steps ? withholdingFacts(context) : [];
  return signatures(context, story.steps ?? (posted ? 4 : 0), registeredOn, posted ?? TODAY);
}

/** Signatures on following working days, not past `end`. */
function signatures({ story, division, clerk, head, row }, count, start, end) {
  const signers = [clerk, head, personWith('officeReviewer'), leaderOf(division).login];
  const isLeaderRelated = story.isLeaderRelated === true;
  let on = start;
  const facts = REVIEW.slice(0, count).map((step, at) => {
    if (at > 0) on = earlier(workingDaysOn(on, 1 + Math.floor(chance() * 2)), end);
    const isLast = at === count - 1;
    const outcome = isLast && story.end ? story.end : story.partial && at === 2 ? 'discloseAfterRedaction' : AGREED[at];
    return filled({
      kind: 'signature',
      on,
      by: signers[at],
      step,
      outcome,
      opinion: opinionOn(outcome),
      basis: outcome === 'discloseAfterRedaction' ? 'personalPrivacy' : undefined,
      isLeaderInfoProofread: isLeaderRelated && step === 'divisionHead',
    });
  });
  if (isLeaderRelated && row.doc_id === 'D03740') {
    facts.push({ kind: 'proofreading', on, by: head, note: '人名、职务、表述逐一核对无误。' });
  }
  if (story.amended) {
    const title = row.title.replace('（暂行）', '（试行）');
    const changes = { title };
    facts.push({ kind: 'amendment', on: workingDaysOn(on, 2), by: clerk, changes, reason: '按会签意见更正标题用语。' });
  }
  return facts;
}

function opinionOn(outcome) {
  if (outcome === 'proposeDisclosure') return '';
  if (outcome === 'discloseAfterRedaction') return '附件联系人信息删去后公开。';
  return RETURN_OPINIONS[outcome] ?? oneOf(AGREEING);
}

function withholdingFacts({ story, clerk, head, registeredOn }) {
  const opinion = story.reason;
  const { basis } = story;
  const dayOf = (at) => workingDaysOn(registeredOn, at);
  return [
    { kind: 'signature', on: dayOf(0), by: clerk, step: 'drafter', outcome: 'proposeWithholding', opinion, basis },
    { kind: 'signature', on: dayOf(1), by: head, step: 'divisionHead', outcome: 'agree' },
    {
      kind: 'signature',
      on: dayOf(2),
      by: personWith('officeReviewer'),
      step: 'generalOffice',
      outcome: 'withhold',
      opinion: RETURN_OPINIONS.withhold,
      basis,
    },
  ];
}

/** 动态调整: the document becomes public after all, with a review and a clock of its own. */
function changeFacts(context) {
  const { story, clerk, row } = context;
  if (!story.change) return [];
  const { on, steps = 4, posted } = story.change;
  const open = { ...context, story: { ...story, end: undefined } };
  const change = {
    kind: 'attributeChange',
    on,
    by: clerk,
    to: 'PROACTIVE',
    reason: '年度动态调整：原不公开情形已消失，予以主动公开。',
  };
  const signed = signatures(open, steps, workingDaysOn(on, 1), posted ?? TODAY);
  if (!posted) return [change, ...signed];
  return [change, ...signed, { kind: 'posting', on: posted, by: clerk, channel: 'gazette', url: row.source_url }];
}

function postingFacts({ row, story, clerk, signedOn, posted }) {
  if (story.attribute !== 'PROACTIVE') return [];
  const interpretedOn = posted ?? workingDaysOn(row.written_date, 4);
  const interpretation = (on) => ({
    kind: 'interpretation',
    on,
    by: clerk,
    title: `《${row.title}》图解`,
    form: 'chart',
    url: `https://sample.invalid/interpretation/${row.doc_id}.html`,
  });
  if (!posted) return story.interpretation ? [interpretation(interpretedOn)] : [];
  if (story.isJoint && story.leadAgency !== BUREAU) return [];
  const isLate = posted > workingDaysOn(signedOn, POSTING_WORKING_DAYS);
  const isInterpretedLater = story.isNormative && story.interpretation === 'later';
  const posting = filled({
    kind: 'posting',
    on: posted,
    by: clerk,
    channel: story.channel ?? 'website',
    url: story.channel ? '' : row.source_url,
    lateReason: isLate ? oneOf(LATE_REASONS) : '',
    exceptionReason: isInterpretedLater ? '解读材料数据待核实，经分管领导同意先行公布文件。' : '',
  });
  if (!story.isNormative) return [posting];
  if (!isInterpretedLater) return [interpretation(posted), posting];
  const on = workingDaysOn(posted, 6);
  return on <= TODAY ? [posting, interpretation(on)] : [posting];
}

/** What is entered twice by mistake is voided the day after. */
function duplicateOf(document) {
  const on = workingDaysOn(document.registeredOn, 1);
  const by = document.registeredBy === 'heyan' ? 'zhouminglan' : 'heyan';
  const reason = '重复登记，以先登记的一条为准。';
  return {
    ...document,
    source: `${document.source}/2`,
    registeredBy: by,
    facts: [{ kind: 'voiding', on, by, reason }],
  };
}

function inOrder(facts) {
  return facts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Without what `readSample` fills in: empty, false and absent values. */
function filled(record) {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  );
}

async function sampleOf(folder) {
  const all = await records(folder, 'documents.csv');
  const rows = all
    .filter((row) => row.written_date >= FIRST_DAY && row.written_date <= TODAY)
    .toSorted((a, b) => (a.written_date < b.written_date ? -1 : a.written_date > b.written_date ? 1 : 0));
  const documents = rows.flatMap((row, at) => {
    const document = documentOf(row, at + 1);
    return STORIES[row.doc_id]?.twice ? [document, duplicateOf(document)] : [document];
  });
  const divisions = (await records(folder, 'divisions.csv'))
    .filter(({ basis }) => basis !== 'other_province_page')
    .map(({ name, short_name: shortName }) => ({ name, shortName, isGeneralOffice: name === OFFICE }));
  return { notice: NOTICE, bureauName: BUREAU, today: TODAY, divisions, people: PEOPLE, documents };
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node build/sample.mjs FOLDER');
  process.exit(2);
}
const sample = await sampleOf(folder);
const lines = sample.documents.map((document) => `    ${JSON.stringify(document)}`).join(',\n');
const head = JSON.stringify({ ...sample, documents: [] }, null, 2);
const text = `${head.replace(/\[\]\n\}$/u, `[\n${lines}\n  ]\n}`)}\n`;
writeFileSync(path.join(root, 'drizzle/seed/sample.json'), text);
console.log(`${sample.documents.length} documents, ${Math.round(text.length / 1024)} thousand characters`);
