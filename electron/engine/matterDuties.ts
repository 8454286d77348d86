/** What matters owe, for board, calendar, reminders, lists and statistics. */

import { listMatters } from '../store/matters.ts';
import type { DutySource } from './dutySource.ts';
import { dutiesOfMatter, matterNumber, publicationsByMatter } from './matterRecords.ts';

export const matterDuties: DutySource = (look, { divisionId, openOnly }) => {
  const lines = listMatters(look.db, { divisionId, isOpen: openOnly });
  const publications = publicationsByMatter(look.db, lines);
  return lines.flatMap(({ matter, divisionName }) => {
    const { id, title, divisionId: owner } = matter;
    const subject = {
      kind: 'matter',
      id,
      number: matterNumber(matter),
      title,
      divisionId: owner,
      divisionName,
    } as const;
    return dutiesOfMatter(matter, publications.get(id) ?? [], look)
      .filter(({ doneOn }) => !openOnly || doneOn === null)
      .map((duty) => ({ subject, duty }));
  });
};
