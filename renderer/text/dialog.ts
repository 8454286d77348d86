/** Words that every dialog with fields has. */

import { catalogue } from './index.ts';

export const dialogText = catalogue(
  {
    confirmKey: 'Ctrl+Enter',
    cancel: '取消',
    cancelKey: 'Esc',
    discardTitle: '放弃已填的内容？',
    discard: '放弃',
    keep: '继续填写',
    problems: '尚有 {count} 处须更正，F8 跳到下一处。',
    notOffered: '没有可选的“{typed}”，请从列表中选择。',
  },
  {
    confirmKey: 'Ctrl+Enter',
    cancel: 'Cancel',
    cancelKey: 'Esc',
    discardTitle: 'Discard what you entered?',
    discard: 'Discard',
    keep: 'Go on editing',
    problems: '{count} {count|entry needs|entries need} correction; F8 jumps to the next.',
    notOffered: 'There is no “{typed}” to choose. Take one from the list.',
  },
);
