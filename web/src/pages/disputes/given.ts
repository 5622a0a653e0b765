// Claims and disputes for tests, each with only what the test is about said otherwise.
import type { ClaimCard, Decision, Dispute, Disputes } from '../../api/shapes.ts';

export function claim(id: string, otherwise: Partial<ClaimCard> = {}): ClaimCard {
  return {
    id,
    short: id.slice(0, 8),
    mission: 'MSS',
    kind: 'movement',
    words: `claim ${id}`,
    modality: 'fact',
    speaker: null,
    grade: 'C3',
    published: { day: '2024-06-26', basis: 'given' },
    when: '2024-06-25',
    marking: 'public',
    standing: 'undecided',
    replaced_by: null,
    whose: { code: 'KEN', kind: 'party', name: 'Kenya' },
    resource: 'people/police',
    stage_or_step: 'deploy',
    quantity: { words: '200', low: 200, high: 200 },
    source: { kind: 'by_hand', by: 'Ada' },
    rule: null,
    entered: '2026-11-21T12:00:00Z',
    ...otherwise,
  } as ClaimCard;
}

export function dispute(otherwise: Partial<Dispute> = {}): Dispute {
  return {
    whose: { code: 'KEN', kind: 'party', name: 'Kenya' },
    resource: 'people',
    about: '',
    matter: 'event',
    stage_or_step: 'deploy',
    day: '2024-06-25',
    taken: { words: '200', low: 200, best: 200, high: 200, claims: [claim('a')] },
    outvoted: [
      {
        said: { words: '400', low: 400, best: 400, high: 400, claims: [claim('b')] },
        cost: '',
        if_right: null,
        by: [],
        untold_if_right: 400,
        figure_if_right: null,
        within_rounding: false,
      },
    ],
    cost: '',
    why: null,
    bears: true,
    figure: null,
    decisions: [],
    ...otherwise,
  };
}

export function disputes(of: readonly Dispute[], otherwise: Partial<Disputes> = {}): Disputes {
  return {
    asked: { mission: 'MSS', as_of: '2025-10-02', known_on: '2025-10-02' },
    disputes: [...of],
    unexplained: [],
    scopes: [],
    decisions: [],
    decided: [],
    ...otherwise,
  };
}

export function decision(
  ruling: Decision['ruling'],
  on: string,
  made: string,
  other: string | null = null,
): Decision {
  return {
    decision: `${ruling}-${on}-${made}`,
    claim: on,
    ruling,
    other,
    words: '',
    by: 'Ada',
    why: 'because',
    made,
  };
}
