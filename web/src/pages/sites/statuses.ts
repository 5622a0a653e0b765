// How a site's status is named and drawn: a shape of its own each, so that none is told by colour alone.

export interface StatusLook {
  /** Its word in the API. */
  readonly status: string;
  readonly name: string;
  readonly means: string;
  /** Its outline in a square of 16 by 16. */
  readonly path: string;
}

/** In the order of the legend: in the mission's hands first, then what left them. */
export const STATUSES: readonly StatusLook[] = [
  { status: 'held', name: 'Held', means: 'in the mission’s hands', path: 'M2 2h12v12H2z' },
  { status: 'retaken', name: 'Retaken', means: 'taken back from others', path: 'M8 1l7 13H1z' },
  {
    status: 'safeguarded',
    name: 'Safeguarded',
    means: 'guarded',
    path: 'M8 1l6 2v5c0 3-2.5 5.5-6 7-3.5-1.5-6-4-6-7V3z',
  },
  { status: 'lost', name: 'Lost', means: 'in the hands of others', path: 'M2 2l12 12M14 2L2 14' },
  {
    status: 'handed over',
    name: 'Handed over',
    means: 'given to local forces or to another contributor',
    path: 'M1 8l7-7 7 7-7 7z',
  },
  {
    status: 'closed',
    name: 'Closed',
    means: 'no longer in use',
    path: 'M8 2a6 6 0 1 0 .01 0zM3.8 3.8l8.4 8.4',
  },
];

/** A status's look; one that is not known here is drawn as a ring, under its own word. */
export function statusLook(status: string): StatusLook {
  return (
    STATUSES.find((look) => look.status === status) ?? {
      status,
      name: status.charAt(0).toUpperCase() + status.slice(1),
      means: status,
      path: 'M8 2a6 6 0 1 0 .01 0z',
    }
  );
}
