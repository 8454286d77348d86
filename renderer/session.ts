/** Who sits here, on what day, in which registry: known to every page inside the sign-in gate. */

import type { InferContractRouterOutputs } from '@orpc/contract';
import { createContext, useContext } from 'react';
import type { contract } from '../electron/contract/procedures.ts';
import type { Role } from '../electron/domain/roles.ts';

type Outputs = InferContractRouterOutputs<typeof contract>;
export type RegistryState = Outputs['registry']['state'];
export type Actor = NonNullable<Outputs['people']['session']['actor']>;

export type Seat = { readonly actor: Actor; readonly state: RegistryState };

export const SeatContext = createContext<Seat | undefined>(undefined);

export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (seat === undefined) throw new Error('outside the sign-in gate');
  return seat;
}

/** Whether the actor holds one of the roles; only hides what the engine would refuse. */
export function holds(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}
