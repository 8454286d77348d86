/** The divisions of the bureau with their people, former names and successors; the administrator changes them. */

import { useState } from 'react';
import type { DivisionRecord, PersonRecord } from '../../../electron/contract/records.ts';
import { useText } from '../../text/index.ts';
import { peopleText } from '../../text/people.ts';
import { RowTable } from '../RowTable.tsx';
import { useRowKeys } from '../useRowKeys.ts';
import { DivisionDialog } from './DivisionDialog.tsx';
import { ListCard } from './ListCard.tsx';

type Props = {
  readonly people: readonly PersonRecord[];
  readonly divisions: readonly DivisionRecord[];
  readonly mayChange: boolean;
};

export function DivisionList({ people, divisions, mayChange }: Props) {
  const { t } = useText(peopleText);
  const [showsClosed, setShowsClosed] = useState(false);
  const [amended, setAmended] = useState<DivisionRecord | 'new'>();
  const rows = divisions.filter(({ closedOn }) => closedOn === null || showsClosed);
  const nameOf = (divisionId: string) => divisions.find(({ id }) => id === divisionId)?.name;
  const staffOf = (division: DivisionRecord) =>
    people.filter(({ divisionId, isActive }) => isActive && divisionId === division.id);
  const { rowProps } = useRowKeys(
    rows,
    ({ id }) => id,
    (division) => mayChange && setAmended(division),
  );
  return (
    <ListCard
      name={t('tab.divisions')}
      count={t('countDivisions', { count: rows.length })}
      all={{ label: t('showClosed'), isShown: showsClosed, onShow: setShowsClosed }}
      add={t('addDivision')}
      onAdd={mayChange ? () => setAmended('new') : undefined}
      none={rows.length === 0 ? t('emptyDivisions') : undefined}
    >
      <RowTable
        name={t('tab.divisions')}
        columns={[
          ...(['divisionName', 'shortName', 'people', 'state'] as const).map((id) => ({
            id,
            heading: t(`column.${id}`),
          })),
          ...(mayChange ? [{ id: 'acts', heading: t('amend'), isOffscreen: true }] : []),
        ]}
        isHidden={rows.length === 0}
      >
        {rows.map((division) => (
          <tr key={division.id} {...rowProps(division)}>
            <td>
              {division.name}
              {division.formerNames.map(({ name, replacedOn }) => (
                <small key={replacedOn} className="former grey">
                  {t('formerName', { name, day: replacedOn })}
                </small>
              ))}
            </td>
            <td>{division.shortName}</td>
            <td>
              {staffOf(division)
                .map(({ name }) => name)
                .join(' ')}
            </td>
            <td className={division.closedOn === null ? 'number state-on' : 'number state-off'}>
              {division.closedOn === null ? t('open') : t('closedOn', { day: division.closedOn })}
              {division.successorId !== null && (
                <small className="former grey">{t('succeededBy', { name: nameOf(division.successorId) ?? '' })}</small>
              )}
            </td>
            {mayChange && (
              <td className="acts">
                <button type="button" className="link-button" onClick={() => setAmended(division)}>
                  {t('amend')}
                </button>
              </td>
            )}
          </tr>
        ))}
      </RowTable>
      {amended !== undefined && (
        <DivisionDialog division={amended === 'new' ? undefined : amended} onDone={() => setAmended(undefined)} />
      )}
    </ListCard>
  );
}
