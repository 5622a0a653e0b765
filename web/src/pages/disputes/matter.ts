// What a dispute is about, in words and in its address. Its address is made of what it is about, so that it stays while
// its sides change.
import { day, dayWords } from '../../address/day.ts';
import type { Dispute, OpenScope, Side, Unexplained } from '../../api/shapes.ts';
import { number, range } from '../../parts/amount.ts';
import { stageLook } from '../../parts/stages.ts';

/** What can be opened on the screen. */
export type Item =
  | { readonly kind: 'dispute'; readonly id: string; readonly of: Dispute }
  | { readonly kind: 'gap'; readonly id: string; readonly of: Unexplained }
  | { readonly kind: 'scope'; readonly id: string; readonly of: OpenScope };

const DONE: Readonly<Record<string, string>> = {
  pledge: 'were pledged',
  'enter training': 'began training',
  certify: 'became ready',
  deploy: 'were deployed',
  rotate: 'were relieved',
  repatriate: 'went home',
  withdraw: 'were withdrawn',
  lose: 'were lost',
  ship: 'were shipped',
  deliver: 'were delivered',
  pay: 'was paid',
  commit: 'was committed',
  spend: 'was spent',
};

/** `how many were deployed at once`, `how much was paid`. */
export function matterWords({
  matter,
  stage_or_step,
  resource,
}: Pick<Dispute, 'matter' | 'stage_or_step' | 'resource'>): string {
  const money = resource.startsWith('money');
  const [many, are] = money ? ['how much', 'is'] : ['how many', 'are'];
  const done = DONE[stage_or_step] ?? `took part (${stage_or_step})`;
  switch (matter) {
    case 'strength':
      return `${many} ${are} ${stageLook(stage_or_step).words}`;
    case 'promised_in_all':
      return `${many} ${are} promised in all`;
    case 'event':
      return `${many} ${done} at once`;
    case 'how_many_events':
      return `whether ${resourceWords(resource) || 'they'} ${done} once or more often`;
  }
}

/** A resource where it is not people as such: `helicopters`, `USD`. */
export function resourceWords(resource: string): string {
  const [kind, what] = resource.split('/');
  return resource === 'people' ? '' : (what ?? kind ?? '');
}

export function itemsOf(answer: {
  readonly disputes: readonly Dispute[];
  readonly unexplained: readonly Unexplained[];
  readonly scopes: readonly OpenScope[];
}): Item[] {
  const items: Item[] = [
    ...answer.disputes.map((of) => ({ kind: 'dispute' as const, id: disputeId(of), of })),
    ...answer.unexplained.map((of) => ({ kind: 'gap' as const, id: gapId(of), of })),
    ...answer.scopes.map((of) => ({ kind: 'scope' as const, id: scopeId(of), of })),
  ];
  const seen = new Map<string, number>();
  return items.map((item) => {
    const before = seen.get(item.id) ?? 0;
    seen.set(item.id, before + 1);
    return before === 0 ? item : { ...item, id: `${item.id}~${before + 1}` };
  });
}

const joined = (...parts: readonly (string | null)[]) =>
  parts
    .filter((part) => part !== null && part !== '')
    .join('~')
    .replaceAll(/[ /]/g, '-');

export function disputeId({ whose, resource, matter, stage_or_step, day }: Dispute): string {
  return joined(whose.code, resource, matter, stage_or_step, day);
}

export function gapId({ whose, resource, stage, by }: Unexplained): string {
  return joined('untold', whose.code, resource, stage, by);
}

export function scopeId({ resource, stage, day, said }: OpenScope): string {
  return joined('whose', resource, stage, day, said.claims[0]?.short ?? null);
}

/** The head of an opened item. */
export function itemWords(item: Item): string {
  switch (item.kind) {
    case 'dispute':
      return `${whoseWords(item.of)}: ${matterWords(item.of)}`;
    case 'gap':
      return `${whoseWords(item.of)}: ${gapWords(item.of)}`;
    case 'scope':
      return `Whose: ${item.of.said.words} ${stageLook(item.of.stage).words}`;
  }
}

function whoseWords({ whose, resource }: { whose: { name: string }; resource: string }): string {
  const of = resourceWords(resource);
  return of === '' ? whose.name : `${whose.name}, ${of}`;
}

/** `16 fewer deployed than reckoned`. */
export function gapWords({ amount, stage }: Pick<Unexplained, 'amount' | 'stage'>): string {
  return `${number(Math.abs(amount))} ${amount < 0 ? 'fewer' : 'more'} ${stageLook(stage).words} than told of`;
}

/** The day that an item speaks of. */
export function itemDay(item: Item): string {
  const on = item.kind === 'gap' ? item.of.by : item.of.day;
  const found = day(on);
  return `${item.kind === 'gap' ? 'by ' : ''}${found ? dayWords(found) : on}`;
}

/** What a side gives, where its words do not say it themselves: `900–1,100` beside `about 1,000`. */
export function sideBounds({ words, low, best, high }: Side): string | null {
  const shown = range(low, high);
  return low === high || words === shown || (best === null && low <= 1) ? null : shown;
}
