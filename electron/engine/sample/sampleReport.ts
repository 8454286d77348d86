/** The sample's annual report for 2019: in the making, with what other systems reported so far and its sources. */

import { cellKey } from '../../domain/annualReport/layout.ts';
import { layoutOf, reportCells } from '../../domain/annualReport/report.ts';
import { newId } from '../newId.ts';
import type { Work } from '../registry.ts';
import { composeReport } from '../report/annualReport.ts';
import { amendReport, openReport } from '../report/annualReportActs.ts';

const YEAR = 2019;

const TEXTS = {
  overview: [
    '2019年，我局认真贯彻落实新修订的《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，各项工作有序推进。',
    '（一）主动公开。及时发布机构职能、规范性文件、行政许可、行政处罚、监督抽检等信息，规范性文件与解读同步发布。',
    '（二）依申请公开。规范登记、审核、办理、答复、归档各环节，依法按时答复申请人。',
    '（三）政府信息管理。公文在拟制时确定公开属性，公开前逐件进行保密审查，建立文件公开台账。',
    '（四）平台建设。调整门户网站栏目，落实栏目责任处室。',
    '（五）监督保障。将政务公开纳入处室年度考核，定期通报公开时效。',
  ].join('\n'),
  problems:
    '存在的主要问题：一是个别文件解读形式较为单一，以文字为主；二是部分处室报送备案文件不够及时。改进措施：推广图表、视频等解读形式；健全备案提醒机制，按月通报。',
  other: '本年度未收取政府信息处理费。',
} as const;

const LICENSING = '省政务服务平台办件统计（截至2019年9月20日）';
const ENFORCEMENT = '执法稽查局行政处罚案件统计（截至2019年9月20日）';
const FINANCE = '财务处非税收入台账（截至2019年9月20日）';
const PURCHASES = '财务处政府采购台账（截至2019年9月20日）';
const LEGAL = '政策法规处行政复议、行政诉讼案件台账';
const OFFICE = '办公室依申请公开登记簿';

const TOLD: readonly (readonly [row: string, column: string, block: string, value: number, source: string])[] = [
  ['rules', 'newlyMade', 'item1', 0, LEGAL],
  ['rules', 'newlyOpened', 'item1', 0, LEGAL],
  ['rules', 'openInAll', 'item1', 0, LEGAL],
  ['licences', 'itemsBefore', 'item5', 32, LICENSING],
  ['licences', 'itemsChange', 'item5', -3, LICENSING],
  ['licences', 'decisions', 'item5', 12_486, LICENSING],
  ['otherServices', 'itemsBefore', 'item5', 41, LICENSING],
  ['otherServices', 'itemsChange', 'item5', 2, LICENSING],
  ['otherServices', 'decisions', 'item5', 3_174, LICENSING],
  ['penalties', 'itemsBefore', 'item6', 868, ENFORCEMENT],
  ['penalties', 'itemsChange', 'item6', 12, ENFORCEMENT],
  ['penalties', 'decisions', 'item6', 57, ENFORCEMENT],
  ['coercion', 'itemsBefore', 'item6', 46, ENFORCEMENT],
  ['coercion', 'itemsChange', 'item6', 0, ENFORCEMENT],
  ['coercion', 'decisions', 'item6', 4, ENFORCEMENT],
  ['fees', 'itemsBefore', 'item8', 3, FINANCE],
  ['fees', 'itemsChange', 'item8', 0, FINANCE],
  ['procurement', 'purchases', 'item9', 18, PURCHASES],
  // 436.52万元, in fen.
  ['procurement', 'purchaseAmount', 'item9', 436_520_000, PURCHASES],
];

/** The General Office's clerk opens the report and fills in what is known; table three and four are nil where no register tells more. */
export function tellAnnualReport(work: Work): void {
  const id = newId();
  openReport(work, { id, year: YEAR });
  const told = new Map(
    TOLD.map(([row, column, block, value, sourceNote]) => [
      cellKey('disclosed', block, row, column),
      { value, sourceNote },
    ]),
  );
  const layout = layoutOf(YEAR);
  if (!layout) return;
  const { known } = composeReport(work, YEAR, undefined);
  const figures = reportCells(layout)
    .filter(({ key, sumOf }) => sumOf === null && !(key in known))
    .map(({ key, table }) => {
      const nil = { value: 0, sourceNote: table === 'disputes' ? LEGAL : OFFICE };
      return { key, overrideReason: '', ...(told.get(key) ?? nil) };
    });
  amendReport(work, { id, version: 1, texts: TEXTS, figures });
}
