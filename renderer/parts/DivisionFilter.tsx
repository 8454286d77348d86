/** One division or all of them; a division head has one only and is not asked. */

import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client.ts';
import { holds, useSeat } from '../session.ts';
import { Labelled } from './Labelled.tsx';

type Props = {
  readonly label: string;
  /** Words of all divisions. */
  readonly all: string;
  /** Empty for all. */
  readonly value: string;
  readonly onChange: (divisionId: string) => void;
};

export function DivisionFilter({ label, all, value, onChange }: Props) {
  const { actor } = useSeat();
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  if (!holds(actor, ['clerk', 'officeReviewer', 'leaderInCharge', 'auditor'])) return null;
  return (
    <Labelled label={label}>
      {(id) => (
        <select id={id} className="in" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{all}</option>
          {(divisions.data ?? []).map((division) => (
            <option key={division.id} value={division.id}>
              {division.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
