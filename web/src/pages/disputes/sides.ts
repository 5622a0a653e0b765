// What an opened dispute reads from its sides: the figure it bears on, and what that hangs on.
import type { Dispute, Figure, FigureKey } from '../../api/shapes.ts';
import { number } from '../../parts/amount.ts';

/** Where a step leads: the stage whose figure a movement in dispute bears on. */
const LEADS_TO: Readonly<Record<string, string>> = {
  pledge: 'promised',
  enter_training: 'training',
  certify: 'ready',
  deploy: 'deployed',
  rotate: 'deployed',
  repatriate: 'home',
  lose: 'lost',
  ship: 'shipped',
  deliver: 'in service',
  pay: 'paid',
  commit: 'committed',
  spend: 'spent',
  withhold: 'withheld',
};

/** The figure that a dispute bears on; null where its step leads nowhere known. */
export function figureOf({ whose, resource, about }: Dispute): FigureKey | null {
  const stage =
    about.kind === 'promised_in_all'
      ? 'promised in all'
      : (about.stage ?? LEADS_TO[(about.step ?? '').replaceAll(' ', '_')] ?? null);
  return stage === null ? null : { whose: whose.code, resource, stage };
}

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

/** `Its most, 761, hangs on haitilibre.com alone.` */
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
