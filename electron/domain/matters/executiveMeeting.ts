/** Topics for the executive meeting of the provincial government (政府常务会议议题): a briefing in principle, else the reason. 实施方案三（一）. */

import { type Broken, broken } from '../broken.ts';
import { dayIn, yesNoIn } from './body.ts';
import type { MatterFacts, MatterKind } from './kind.ts';

/** A briefing before the topic was handed in is none about it. */
function brokenOnBody({ body }: MatterFacts): readonly Broken[] {
  const [submitted, briefed] = [dayIn(body, 'submittedOn'), dayIn(body, 'briefingOn')];
  if (submitted === null || briefed === null || briefed >= submitted) return [];
  return [broken('matter.briefingTooEarly', 'briefingOn', { day: submitted })];
}

export const executiveMeeting: MatterKind = {
  key: 'executiveMeeting',
  obligation: 'O12',
  fields: [
    { key: 'topicNumber', type: 'text' },
    { key: 'submittedOn', type: 'day', needed: 'opening', isPast: true },
    { key: 'meetingOn', type: 'day' },
    { key: 'hasBriefing', type: 'yesNo', needed: 'closing' },
    { key: 'briefingOn', type: 'day', needed: 'closing', when: (body) => yesNoIn(body, 'hasBriefing') === true },
    {
      key: 'noBriefingReason',
      type: 'reason',
      needed: 'closing',
      when: (body) => yesNoIn(body, 'hasBriefing') === false,
    },
  ],
  columns: ['submittedOn', 'hasBriefing', 'briefingOn'],
  numberField: 'topicNumber',
  stages: ['posting'],
  channels: ['pressConference', 'website', 'newMedia', 'other'],
  owed: ({ body, closedOn }) => {
    const on = dayIn(body, 'submittedOn');
    if (on === null) return [];
    const isWithout = yesNoIn(body, 'hasBriefing') === false;
    const doneOn = isWithout ? closedOn : dayIn(body, 'briefingOn');
    return [{ rule: 'meetingTopic', trigger: { on, source: 'topicSubmitted' }, doneOn }];
  },
  brokenOnBody,
};
