/** Words of the check of a printed ledger and of printing one again. */

import { catalogue } from './index.ts';

export const paperCheckText = catalogue(
  {
    heading: '核验已印台账、登记簿',
    hint: '拖入 PDF，或输入编号、扫描首页二维码',
    number: '编号或核验码',
    check: '核验',
    choose: '选择 PDF',
    checking: '正在核对……',
    again: '重印',
    againOf: '重印 {number}',
    rows: '共 {rows} 行，{at} 由 {name} 打印',
    changed: '打印后有 {count} 件变动',
    changedFirst: '打印后有 {count} 件变动，列出前 {shown} 件',
    position: '第 {position} 行',
    none: '（空）',
    close: '关闭结果',
  },
  {
    heading: 'Check a printed ledger or register',
    hint: 'Drop its PDF here, or enter its number or scan the code on its first page',
    number: 'Number or check code',
    check: 'Check',
    choose: 'Choose a PDF',
    checking: 'Comparing…',
    again: 'Print again',
    againOf: 'Print {number} again',
    rows: '{rows} rows, printed at {at} by {name}',
    changed: '{count} rows changed since it was printed',
    changedFirst: '{count} rows changed since it was printed; the first {shown}',
    position: 'row {position}',
    none: '(empty)',
    close: 'Close the result',
  },
);
