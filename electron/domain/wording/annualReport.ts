/** Words of the annual report on open government information: its format, its checks, its refusals. */

import { catalogue } from './catalogue.ts';

export const annualReportWording = catalogue(
  {
    'report.label': '{year}年度报告',
    'report.labelEdition': '{year}年度报告（第{edition}版）',
    'report.place': '{table:reportTable} · {row:reportRow} · {column:reportColumn}：',
    'report.textPlace': '{section:reportSection}：',
    'report.cellUnknown': '这一年度的报告格式没有这一格。',
    'report.figureBad':
      '{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列：请填整数；金额以万元计，最多六位小数。',
    'report.sourceMissing': '{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列：手工填写的数须注明来源。',
    'report.overrideReasonMissing':
      '{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列：与登记库的数不同，须写明理由。',
    'report.yearTooEarly': '现行格式自{year}年度起适用。',
    'report.yearNotBegun': '这一年度尚未开始。',
    'report.yearNotOver': '{year}年尚未结束，年度报告不能签发。',
    'report.textMissing': '“{section:reportSection}”还没有文字。',
    'report.figuresMissing':
      '还有 {count} 格没有填，第一格在{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列。',
    'report.rowTotal':
      '{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列：各列之和为 {expected}，现为 {found}。',
    'report.columnTotal':
      '{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列：各行之和为 {expected}，现为 {found}。',
    'report.balance':
      '{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列：第一项加第二项为 {expected}，第三项（七）加第四项为 {found}，应相等。',
    'report.carriedIn':
      '{table:reportTable}“{row:reportRow}”行“{column:reportColumn}”列：上年报告结转 {expected} 件，现为 {found} 件。',
    'report.opened': '这一年度的报告已在编制。',
    'report.frozen': '报告已签发，不能再改；更正须另出新版。',
    'report.notSigned': '报告尚未签发。',
    'report.draftOpen': '这一年度已有正在编制的更正版。',
    'report.correctionReasonMissing': '请写明更正理由。',
    'report.urlBad': '请填写公布网址，以 http:// 或 https:// 开头。',
    'report.postedOnBad': '公布日期须在签发之日或以后，且不晚于今日。',
    'report.posted': '这一版已登记公布。',
    'report.dutyTitle': '{year}年政府信息公开工作年度报告',
    'report.none': '没有{year}年度的报告格式。',
    'report.unbalanced': '勾稽不平，共 {count} 处。',

    'report.overview':
      '{year}年，本机关共制发公文 {documents} 件，其中主动公开 {proactive} 件，依申请公开 {onRequest} 件，不予公开 {notDisclosed} 件；已上网公开 {posted} 件，组织政策解读 {interpreted} 件，动态调整公开属性 {changes} 件。',
    'paper.annualReport': '政府信息公开工作年度报告',
    'reportSection.overview': '一、总体情况',
    'reportSection.disclosed': '二、主动公开政府信息情况',
    'reportSection.requests': '三、收到和处理政府信息公开申请情况',
    'reportSection.disputes': '四、政府信息公开行政复议、行政诉讼情况',
    'reportSection.problems': '五、存在的主要问题及改进情况',
    'reportSection.other': '六、其他需要报告的事项',
    'reportTable.disclosed': '表二',
    'reportTable.requests': '表三',
    'reportTable.disputes': '表四',
    'reportBlock.item1': '第二十条第（一）项',
    'reportBlock.item5': '第二十条第（五）项',
    'reportBlock.item6': '第二十条第（六）项',
    'reportBlock.item8': '第二十条第（八）项',
    'reportBlock.item9': '第二十条第（九）项',
    'reportHead.content': '信息内容',
    'reportHead.flow': '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    'reportHead.applicants': '申请人情况',

    'reportOrigin.typed': '手工填写',
    'reportOrigin.registry': '登记库',
    'reportOrigin.sum': '合计',
  },
  {
    'report.label': 'Annual report for {year}',
    'report.labelEdition': 'Annual report for {year}, edition {edition}',
    'report.place': '{table:reportTable}, {row:reportRow}, {column:reportColumn}: ',
    'report.textPlace': '{section:reportSection}: ',
    'report.cellUnknown': 'The format of this year’s report has no such cell.',
    'report.figureBad':
      '{table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”: enter a whole number; amounts are in units of 10,000 yuan with up to six decimals.',
    'report.sourceMissing':
      '{table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”: name the source of a figure entered by hand.',
    'report.overrideReasonMissing':
      '{table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”: the registry has another figure; give the reason.',
    'report.yearTooEarly': 'The present formats apply from {year} on.',
    'report.yearNotBegun': 'That year has not begun.',
    'report.yearNotOver': '{year} is not over; its report cannot be signed yet.',
    'report.textMissing': '“{section:reportSection}” has no text yet.',
    'report.figuresMissing':
      '{count} {count|cell is|cells are} still empty, the first in {table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”.',
    'report.rowTotal':
      '{table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”: the columns add up to {expected}, not {found}.',
    'report.columnTotal':
      '{table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”: the rows add up to {expected}, not {found}.',
    'report.balance':
      '{table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”: I plus II is {expected}, III(7) plus IV is {found}; they must be equal.',
    'report.carriedIn':
      '{table:reportTable}, row “{row:reportRow}”, column “{column:reportColumn}”: last year’s report carried over {expected}, not {found}.',
    'report.opened': 'The report of that year is already being drawn up.',
    'report.frozen': 'The report is signed and stays as it is; a correction needs a new edition.',
    'report.notSigned': 'The report is not signed yet.',
    'report.draftOpen': 'A corrected edition of that year’s report is already being drawn up.',
    'report.correctionReasonMissing': 'Give the reason for the correction.',
    'report.urlBad': 'Enter the web address, beginning with http:// or https://.',
    'report.postedOnBad': 'The day of publication must not be before the signature or after today.',
    'report.posted': 'The publication of this edition is already recorded.',
    'report.dutyTitle': 'Annual report on open government information, {year}',
    'report.none': 'There is no format for the report of {year}.',
    'report.unbalanced': 'The tables do not balance in {count} {count|place|places}.',

    'report.overview':
      'In {year} this agency issued {documents} documents: {proactive} to be disclosed proactively, {onRequest} on request, {notDisclosed} not to be disclosed; {posted} were posted, {interpreted} interpreted, and the attribute of {changes} was changed.',
    'paper.annualReport': 'annual-report',
    'reportSection.overview': 'I. Overview',
    'reportSection.disclosed': 'II. Information disclosed proactively',
    'reportSection.requests': 'III. Requests received and handled',
    'reportSection.disputes': 'IV. Administrative reconsideration and litigation',
    'reportSection.problems': 'V. Main problems and improvements',
    'reportSection.other': 'VI. Other matters to be reported',
    'reportTable.disclosed': 'Table II',
    'reportTable.requests': 'Table III',
    'reportTable.disputes': 'Table IV',
    'reportBlock.item1': 'Article 20, item (1)',
    'reportBlock.item5': 'Article 20, item (5)',
    'reportBlock.item6': 'Article 20, item (6)',
    'reportBlock.item8': 'Article 20, item (8)',
    'reportBlock.item9': 'Article 20, item (9)',
    'reportHead.content': 'Content',
    'reportHead.flow': '(In each column I plus II equals III plus IV)',
    'reportHead.applicants': 'Applicants',

    'reportOrigin.typed': 'by hand',
    'reportOrigin.registry': 'registry',
    'reportOrigin.sum': 'sum',
  },
);
