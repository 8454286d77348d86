/** Chooses a division by name or by the initials of its pinyin. */

import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client.ts';
import { Combo } from './Combo.tsx';
import type { ControlProps } from './Field.tsx';

type Props = Partial<ControlProps> & {
  readonly id: string;
  readonly value: string;
  readonly unread: string | undefined;
  readonly onChange: (divisionId: string, unread: string | undefined) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
};

export function DivisionSelect({ value, ...props }: Props) {
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  const options = (divisions.data ?? [])
    .filter(({ id, closedOn }) => closedOn === null || id === value)
    .map(({ id, name, shortName }) => ({ value: id, label: name, ...(shortName !== name && { hint: shortName }) }));
  return <Combo {...props} value={value} options={options} isStrict />;
}
