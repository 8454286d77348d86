/** Columns of the 简表, the 全表 and the 上报表, and own ones: what each shows and how wide it is. */

import { yearOf } from '../domain/day.ts';
import { columnWidth, type LedgerColumnName, ORDER_WIDTH } from '../domain/ledgerColumnSet.ts';
import type { LedgerPreset } from '../domain/ledgerPreset.ts';
import { readableAddress } from '../domain/webAddress.ts';
import { say } from '../domain/wording/say.ts';
import { type LedgerRow, type LedgerSheet, MORE_FIELDS, type MoreField } from './ledgerSheet.ts';
import { LEDGER_WORDS, type LedgerWords } from './ledgerWords.ts';
import type { Align } from './sheet.ts';

export type LedgerColumn = {
  readonly header: string;
  readonly align: Align;
  /** Points; a pair = as wide as the widest text between these; 0 = what the others leave. */
  readonly width: number | readonly [least: number, most: number];
  readonly text: (row: LedgerRow, words: LedgerWords, index: number) => string;
};

type Width = LedgerColumn['width'];

type PresetColumn = Omit<LedgerColumn, 'header'> & { readonly name: keyof LedgerWords['columns'] };

function column(
  name: PresetColumn['name'],
  width: Width,
  text: LedgerColumn['text'],
  align: Align = 'center',
): PresetColumn {
  return { name, align, width, text };
}

function stacked(...parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join('\n');
}

function overdueInWords(row: LedgerRow, words: LedgerWords): string {
  if (row.dueOn === null) return words.none;
  const { overdueWorkingDays: days, postedOn } = row;
  if (days > 0) return postedOn === null ? words.lateOpen(days) : words.late(days);
  return postedOn === null ? words.notDue : words.onTime;
}

function dueInWords({ dueOn, isProvisional }: LedgerRow, words: LedgerWords): string {
  return dueOn === null ? words.none : stacked(dueOn, isProvisional ? words.provisional : null);
}

function postedInWords({ dueOn, postedOn }: LedgerRow, words: LedgerWords): string {
  return postedOn ?? (dueOn === null ? words.none : words.notPosted);
}

/** The year only where it is not the year of signing. */
function reviewInWords({ review, reviewedOn, signedOn }: LedgerRow): string {
  if (reviewedOn === null) return review;
  const isSameYear = signedOn !== null && yearOf(signedOn) === yearOf(reviewedOn);
  return isSameYear ? `${reviewedOn.slice(5)} ${review}` : stacked(reviewedOn, review);
}

const copies = (row: LedgerRow) => `${row.copiesReceived}/${row.copiesRequired}`;

const docNumberOf: LedgerColumn['text'] = (row, words) => row.docNumber || words.noNumber;

function brief(language: LedgerSheet['language']): readonly PresetColumn[] {
  const isChinese = language === 'zh';
  return [
    column('order', 29, (_, __, index) => String(index + 1)),
    column('docNumber', [84, 118], docNumberOf),
    column('title', 0, (row) => row.title, 'left'),
    column('division', isChinese ? [52, 64] : [56, 84], (row) => row.division),
    column('signedOn', 54, (row, words) => row.signedOn ?? words.none),
    column('attribute', isChinese ? 54 : 62, (row) => row.attribute),
    column('copies', isChinese ? 32 : 36, copies),
    column('review', isChinese ? [54, 66] : 60, reviewInWords),
    column('dueOn', isChinese ? 54 : 60, dueInWords),
    column('postedOn', 54, postedInWords),
    column('overdue', isChinese ? 54 : 60, overdueInWords),
  ];
}

function full(language: LedgerSheet['language']): readonly PresetColumn[] {
  const isChinese = language === 'zh';
  const date = isChinese ? 51 : 56;
  return [
    column('order', 28, (_, __, index) => String(index + 1)),
    column('docNumber', [80, 112], docNumberOf),
    column('title', 0, (row) => row.title, 'left'),
    column('docType', isChinese ? 52 : 54, (row, words) =>
      stacked(row.docType, row.isNormative ? words.normative : null),
    ),
    column('division', isChinese ? [50, 60] : [54, 76], (row) => row.division),
    column('signer', 38, (row) => row.signer),
    column('signedAndWritten', date, (row, words) => stacked(row.signedOn ?? words.none, row.writtenOn ?? words.none)),
    column('attribute', isChinese ? 38 : 62, (row) => row.attribute),
    column('basis', 86, (row) => row.basis, 'left'),
    column('review', date, (row) => stacked(row.review, row.reviewedOn)),
    column('copiesAndDay', date, (row) => stacked(copies(row), row.filedOn)),
    column('dueOn', date, dueInWords),
    column('postedOn', date, postedInWords),
    column('channel', 96, (row) => stacked(row.channel, readableAddress(row.url)), 'left'),
    column('interpretation', date, (row, words) => stacked(row.interpretation, row.interpretedOn) || words.none),
    column('overdueAndReason', 66, (row, words) => stacked(overdueInWords(row, words), row.overdueReason)),
    column('handler', 38, (row) => row.handler),
    column('remark', 50, (row) => row.remark, 'left'),
  ];
}

/** What the office above asks for: what was opened, on what ground, when and where (上报表). */
function report(language: LedgerSheet['language']): readonly PresetColumn[] {
  const isChinese = language === 'zh';
  const date = isChinese ? 54 : 57;
  return [
    column('order', 28, (_, __, index) => String(index + 1)),
    column('docNumber', [80, 110], docNumberOf),
    column('title', 0, (row) => row.title, 'left'),
    column('division', isChinese ? [50, 60] : [54, 76], (row) => row.division),
    column('signedOn', date, (row, words) => row.signedOn ?? words.none),
    column('attribute', isChinese ? 38 : 62, (row) => row.attribute),
    column('basis', 76, (row) => row.basis, 'left'),
    column('postedOn', date, postedInWords),
    column('channel', 122, (row) => stacked(row.channel, readableAddress(row.url)), 'left'),
    column('overdue', isChinese ? 54 : 60, overdueInWords),
  ];
}

const PRESETS: Readonly<Record<LedgerPreset, (language: LedgerSheet['language']) => readonly PresetColumn[]>> = {
  brief,
  full,
  report,
};

type OwnText = { readonly text: LedgerColumn['text']; readonly align?: Align };

const day = (value: string | null, words: LedgerWords) => value ?? words.none;

const OWN_TEXTS: Readonly<Record<Exclude<LedgerColumnName, (typeof MORE_FIELDS)[MoreField]>, OwnText>> = {
  docNumber: { text: docNumberOf },
  title: { text: (row) => row.title, align: 'left' },
  docType: { text: (row) => row.docType },
  division: { text: (row) => row.division },
  drafter: { text: (row) => row.handler },
  signer: { text: (row) => row.signer },
  signedOn: { text: (row, words) => day(row.signedOn, words) },
  writtenOn: { text: (row, words) => day(row.writtenOn, words) },
  attribute: { text: (row) => row.attribute },
  normative: { text: (row, words) => (row.isNormative ? words.yes : '') },
  copies: { text: copies },
  review: { text: (row) => stacked(row.review, row.reviewedOn) },
  dueOn: { text: dueInWords },
  postedOn: { text: postedInWords },
  deadline: { text: overdueInWords },
  postedChannel: { text: (row) => row.channel },
  postedUrl: { text: (row) => readableAddress(row.url), align: 'left' },
  interpretedOn: { text: (row, words) => stacked(row.interpretation, row.interpretedOn) || words.none },
};

const LONG_TEXTS: readonly LedgerColumnName[] = [
  'basis',
  'reason',
  'interpretationUrl',
  'heldBy',
  'remarkNote',
  'note',
];

function ownText(name: LedgerColumnName): OwnText {
  if (name in OWN_TEXTS) return OWN_TEXTS[name as keyof typeof OWN_TEXTS];
  const field = (Object.keys(MORE_FIELDS) as MoreField[]).find((known) => MORE_FIELDS[known] === name);
  const text: LedgerColumn['text'] = (row) => (field ? (row[field] ?? '') : '');
  return LONG_TEXTS.includes(name) ? { text, align: 'left' } : { text };
}

function own(names: readonly LedgerColumnName[], language: LedgerSheet['language']): readonly LedgerColumn[] {
  const order = { header: LEDGER_WORDS[language].columns.order, align: 'center', width: ORDER_WIDTH } as const;
  return [
    { ...order, text: (_, __, index) => String(index + 1) },
    ...names.map((name) => ({
      ...{ align: 'center' as const, ...ownText(name) },
      header: say(language, `ledgerColumn.${name}`),
      width: columnWidth(name),
    })),
  ];
}

type Chosen = Pick<LedgerSheet, 'preset' | 'columns' | 'language'>;

export function ledgerColumns({ preset, columns, language }: Chosen): readonly LedgerColumn[] {
  if (columns !== undefined) return own(columns, language);
  const heads = LEDGER_WORDS[language].columns;
  return PRESETS[preset](language).map(({ name, ...column }) => ({ ...column, header: heads[name] }));
}
