// The days of a view as the API takes them.
import type { Address } from '../address/address.ts';

/** `as_of` and `known_on`, each left out where it is today. */
export function daysAsked({ asOf, knownOn }: Pick<Address, 'asOf' | 'knownOn'>): {
  as_of?: string;
  known_on?: string;
} {
  return { ...(asOf === null ? {} : { as_of: asOf }), ...(knownOn === null ? {} : { known_on: knownOn }) };
}
