// What an opened dispute reads from its sides, and what its figure hangs on.
import type { Dispute, Figure } from '../../api/shapes.ts';
import { number } from '../../parts/amount.ts';

/** Whether the sides are readings of the same reports, so that these need to stand there once. */
export function sidesShareClaims({ taken, outvoted }: Dispute): boolean {
  const ids = (claims: readonly { id: string }[]) =>
    claims
      .map((claim) => claim.id)
      .sort()
      .join();
  return (
    taken.claims.length > 0 &&
    outvoted.length > 0 &&
    outvoted.every(({ said }) => ids(said.claims) === ids(taken.claims))
  );
}

/** `Its most, 761, is what it would be without haitilibre.com.` */
export function hangsWords(figure: Figure, { bound, source }: Figure['hangs_on'][number]): string {
  const on = source ?? 'one source without a name';
  switch (bound) {
    case 'low':
      return `Its least, ${number(figure.low)}, is what it would be without ${on}.`;
    case 'high':
      return figure.high === null
        ? `Without ${on} it would have no most.`
        : `Its most, ${number(figure.high)}, is what it would be without ${on}.`;
    case 'all':
      return `All of it hangs on ${on}: without it nothing would be told.`;
  }
}
