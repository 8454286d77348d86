/** The fixed words of an Excel file: its parts, styles, page set-up. ECMA-376 part 1, SpreadsheetML. */

import type { SheetColumn } from './sheet.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Place of each kind among the cell formats below; 0 is the plain one. */
export const STYLES: Readonly<Record<SheetColumn['kind'] | 'header', number>> = {
  text: 1,
  day: 2,
  number: 3,
  amount: 4,
  header: 5,
};

const TEXT_FORMAT = 49;
const WHOLE_FORMAT = 1;
const DAY_FORMAT = 164;
const AMOUNT_FORMAT = 165;
const A4 = 9;

function format(number: number, { isWrapped = false, isHead = false } = {}): string {
  const across = isHead ? ' horizontal="center"' : '';
  const wrapped = isWrapped ? ' wrapText="1"' : '';
  return `<xf numFmtId="${number}" fontId="${isHead ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment${across} vertical="${isHead ? 'center' : 'top'}"${wrapped}/></xf>`;
}

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const FORMATS = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  format(TEXT_FORMAT, { isWrapped: true }),
  format(DAY_FORMAT),
  format(WHOLE_FORMAT),
  format(AMOUNT_FORMAT),
  format(TEXT_FORMAT, { isWrapped: true, isHead: true }),
];

export const STYLE_SHEET =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  `<numFmts count="2"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="${AMOUNT_FORMAT}" formatCode="0.######"/></numFmts>` +
  `<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

export const PACKAGE_LINKS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, at) => part(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'));
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${each.join('')}` +
    `${part('/xl/styles.xml', 'styles')}${part('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`
  );
}

export function workbookLinks(sheets: number): string {
  const link = (at: number, type: string, target: string) =>
    `<Relationship Id="rId${at}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const each = Array.from({ length: sheets }, (_, at) => link(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  const others = [link(sheets + 1, 'styles', 'styles.xml'), link(sheets + 2, 'sharedStrings', 'sharedStrings.xml')];
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${[...each, ...others].join('')}</Relationships>`;
}

export type WrittenSheet = { readonly name: string; readonly columns: number; readonly rows: number };

/** The first row is repeated on every printed page and carries the filter. */
export function workbook(sheets: readonly WrittenSheet[]): string {
  const named = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, at) => {
    const place = escaped(`'${sheet.name.replaceAll("'", "''")}'`);
    const [, corner] = rangeOf(sheet).split(':') as [string, string];
    const last = corner.replace(/^([A-Z]+)(\d+)$/u, '$$$1$$$2');
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${place}!$A$1:${last}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${place}!$1:$1</definedName>`,
    ];
  });
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
}

/** All of a sheet before its rows. */
export function sheetHead(columns: readonly SheetColumn[]): string {
  const cols = columns.map(
    ({ width, kind }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${STYLES[kind]}" customWidth="1"/>`,
  );
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`
  );
}

export function sheetFoot(sheet: WrittenSheet): string {
  return (
    `</sheetData><autoFilter ref="${rangeOf(sheet)}"/>` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>'
  );
}

export const STRINGS_HEAD = `${HEAD}<sst xmlns="${MAIN}">`;
export const STRINGS_FOOT = '</sst>';

function rangeOf({ columns, rows }: WrittenSheet): string {
  return `A1:${columnName(columns - 1)}${rows}`;
}

/** A for 0, Z for 25, AA for 26. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (mark) => MARKUP[mark] ?? mark);
}
