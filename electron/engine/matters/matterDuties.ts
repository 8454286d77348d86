/** What matters owe, for board, calendar, reminders, lists and statistics. */

import { NOTHING_KEPT } from '../../domain/keptDuty.ts';
import { matterNumber } from '../../domain/matters/kinds.ts';
import { knowDivisions } from '../../store/divisions.ts';
import { keptDutiesOfKind } from '../../store/keptDuties.ts';
import { listMatters } from '../../store/matters.ts';
import type { DutySource } from '../duties/dutySource.ts';
import { dutiesOfMatter, publicationsByMatter } from './matterRecords.ts';

export const matterDuties: DutySource = (look, { divisionId, openOnly }) => {
  const divisions = knowDivisions(look.db);
  const lines = listMatters(look.db, { divisionId, isOpen: openOnly });
  const publications = publicationsByMatter(look.db, lines);
  const kept = keptDutiesOfKind(look.db, 'matter');
  return lines.flatMap(({ matter }) => {
    const { id, title } = matter;
    const owner = divisions.present(matter.divisionId);
    const subject = {
      kind: 'matter',
      id,
      number: matterNumber(matter),
      title,
      divisionId: owner.id,
      divisionName: owner.name,
    } as const;
    return dutiesOfMatter(matter, publications.get(id) ?? [], kept.get(id) ?? NOTHING_KEPT, look)
      .filter(({ doneOn }) => !openOnly || doneOn === null)
      .map((duty) => ({ subject, duty }));
  });
};
