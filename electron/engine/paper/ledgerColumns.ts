/** Columns of an exported ledger: those of the screen by their names, and those that only a file carries, so that it can be imported again. */

import type { DocumentSummary } from '../../contract/records.ts';
import type { LedgerColumnName } from '../../domain/ledgerColumnSet.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { SheetCell, SheetColumn } from '../../exchange/sheet.ts';
import { MORE_FIELDS, type MoreField } from '../../print/ledgerSheet.ts';
import type { FirstHung } from '../../store/documents.ts';
import type { LedgerLine } from '../../store/ledgerQuery.ts';

/** One document as the columns see it, with what was looked up in other tables for a slice of them. */
export type ExportedRow = {
  readonly line: LedgerLine;
  readonly summary: DocumentSummary;
  readonly hung: FirstHung;
  readonly language: Language;
};

export type LedgerColumn = Omit<SheetColumn, 'header'> & {
  /** As the ledger on the screen calls it; several columns may stand for one of the screen. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly value: (row: ExportedRow) => SheetCell;
};

type Value = LedgerColumn['value'];

const text = (id: string, zh: string, en: string, width: number, value: Value) =>
  ({ id, zh, en, width, kind: 'text', value }) as const;
const day = (id: string, zh: string, en: string, value: Value) =>
  ({ id, zh, en, width: 12, kind: 'day', value }) as const;
const number = (id: string, zh: string, en: string, value: Value) =>
  ({ id, zh, en, width: 10, kind: 'number', value }) as const;

function yes(is: boolean, language: Language): string {
  if (!is) return '';
  return language === 'zh' ? '是' : 'Yes';
}

function word(language: Language, prefix: string, code: string | null): string {
  return code === null || code === '' ? '' : say(language, `${prefix}.${code}`);
}

/** The delivery that stands for all: the first, which began the filing. */
function firstFiling({ hung, line, summary }: ExportedRow) {
  return summary.copiesReceived > 0 ? hung.filings.get(line.document.id) : undefined;
}

function firstInterpretation({ hung, line }: ExportedRow) {
  return line.standing.interpretedOn === null ? undefined : hung.interpretations.get(line.document.id);
}

/** In the order of the full ledger. */
export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  text(
    'docNumber',
    '发文字号',
    'Document number',
    24,
    ({ summary, language }) => summary.docNumber ?? (language === 'zh' ? '无文号' : 'No number'),
  ),
  text('title', '文件标题', 'Title', 60, ({ summary }) => summary.title),
  text('docType', '文种', 'Document type', 8, ({ summary }) => summary.docType),
  text('division', '起草处室', 'Drafting division', 16, ({ summary }) => summary.divisionName),
  text('drafter', '拟稿人', 'Drafter', 10, ({ summary }) => summary.drafter),
  text('signer', '签发人', 'Signer', 10, ({ summary }) => summary.signer),
  day('signedOn', '签发日期', 'Signed on', ({ summary }) => summary.signedOn),
  day('writtenOn', '成文日期', 'Written on', ({ summary }) => summary.writtenOn),
  day('printedOn', '印发日期', 'Printed on', ({ summary }) => summary.printedOn),
  text('attribute', '公开属性', 'Disclosure attribute', 12, ({ summary, language }) =>
    word(language, 'attribute', summary.attribute),
  ),
  text('basis', '认定依据', 'Basis', 20, ({ summary, language }) => word(language, 'basis', summary.basis)),
  text('basisLaw', '依据的法律', 'Law named', 20, ({ line }) => line.document.basisLaw),
  text('reason', '理由', 'Reason', 30, ({ summary }) => summary.reason),
  text('normative', '是否规范性文件', 'Normative document', 10, ({ summary, language }) =>
    yes(summary.isNormative, language),
  ),
  text('leader', '涉及党和国家领导人信息', 'Leader information', 12, ({ summary, language }) =>
    yes(summary.isLeaderRelated, language),
  ),
  text('joint', '是否联合发文', 'Joint', 10, ({ line, language }) => yes(line.document.isJoint, language)),
  text('leadAgency', '牵头机关', 'Lead agency', 16, ({ line }) => line.document.leadAgency),
  text(
    'legality',
    '合法性审查意见书号',
    'Legality review number',
    18,
    ({ line }) => line.document.legalityReviewNumber,
  ),
  day('legality', '合法性审查日期', 'Legality review on', ({ line }) => line.document.legalityReviewOn),
  number('copies', '应送份数', 'Copies required', ({ summary }) => summary.copiesRequired),
  number('copies', '实收份数', 'Copies received', ({ summary }) => summary.copiesReceived),
  day('filing', '备案日期', 'Date filed', (row) => firstFiling(row)?.deliveredOn ?? null),
  text('filing', '送件人', 'Delivered by', 10, (row) => firstFiling(row)?.deliveredBy ?? ''),
  text('review', '保密审查', 'Confidentiality review', 14, ({ summary, language }) =>
    summary.reviewStage === 'none' ? '' : word(language, 'stage', summary.reviewStage),
  ),
  day('review', '审查日期', 'Reviewed on', ({ summary }) => summary.reviewApprovedOn),
  day('dueOn', '应公开截止日', 'Due on', ({ summary }) => summary.posting?.dueOn ?? null),
  day('postedOn', '公开日期', 'Posted on', ({ summary }) => summary.postedOn),
  text('deadline', '期限', 'Deadline', 12, ({ summary, language }) =>
    summary.posting === null ? '' : word(language, 'dutyState', summary.posting.state),
  ),
  number('deadline', '逾期工作日数', 'Working days overdue', ({ summary }) =>
    summary.posting === null ? null : summary.posting.overdueWorkingDays,
  ),
  text('postedChannel', '公开渠道', 'Channel', 12, ({ summary, language }) =>
    word(language, 'channel', summary.postedChannel),
  ),
  text('postedUrl', '网址', 'Web address', 40, ({ summary }) => summary.postedUrl ?? ''),
  day('interpretedOn', '解读日期', 'Interpreted on', ({ summary }) => summary.interpretedOn),
  text('interpretationUrl', '解读网址', 'Interpretation URL', 40, (row) => firstInterpretation(row)?.url ?? ''),
  text('validity', '有效性', 'Validity', 8, ({ summary, language }) => word(language, 'validity', summary.validity)),
  text('heldBy', '卡在', 'Held up by', 20, ({ summary, language }) => {
    const first = summary.blockers[0];
    return first === undefined ? '' : say(language, `blocker.${first.code}`, first.params);
  }),
  text('state', '文件状态', 'State', 12, ({ summary, language }) => word(language, 'state', summary.state)),
  text('enteredAt', '登记时间', 'Entered at', 18, ({ summary }) => summary.enteredAt.slice(0, 19).replace('T', ' ')),
  text('remarkNote', '附注', 'Remark', 20, ({ line }) => line.document.remarkNote),
  text('note', '备注', 'Note', 30, ({ line }) => line.document.note),
];

/** The columns that are shown on the screen, in the screen's order; all of them where none is named. */
export function chosenColumns(ids: readonly string[] | undefined): readonly LedgerColumn[] {
  return ids === undefined ? LEDGER_COLUMNS : ids.flatMap((id) => LEDGER_COLUMNS.filter((column) => column.id === id));
}

type MoreTexts = { readonly [Field in MoreField]?: string };

/** What own columns say beyond the fields of every printed row: the very words of the table file, below one another. */
export function moreFields(names: readonly LedgerColumnName[]): (row: ExportedRow) => MoreTexts {
  const fields = (Object.keys(MORE_FIELDS) as MoreField[])
    .filter((field) => names.includes(MORE_FIELDS[field]))
    .map((field) => ({ field, columns: chosenColumns([MORE_FIELDS[field]]) }));
  return (row) =>
    Object.fromEntries(
      fields.map(({ field, columns }) => {
        const said = columns.map(({ value }) => value(row)).filter((value) => value !== null && value !== '');
        return [field, said.join('\n')];
      }),
    );
}
