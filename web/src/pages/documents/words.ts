// A claim as a sentence of parts that a person confirms: "Kenya - police - deployed - nearly 400 - as of 11 Oct 2024 - says William Ruto".
import type { ClaimCard } from '../../api/shapes.ts';
import { stageLook } from '../../parts/stages.ts';
import { whenWords } from '../../parts/when.ts';

/** A part of a claim; each is corrected by itself. */
export interface Part {
  readonly part: 'whose' | 'resource' | 'what' | 'quantity' | 'when' | 'modality' | 'speaker';
  /** What the part is called, for those who correct it. */
  readonly name: string;
  readonly words: string;
  /** Nobody says it: shown paler, for it is often what a correction puts right. */
  readonly unstated?: true;
}

type Said = Pick<
  ClaimCard,
  'kind' | 'whose' | 'resource' | 'stage_or_step' | 'quantity' | 'when' | 'modality' | 'speaker'
>;

const STEP_WORDS: Readonly<Record<string, string>> = {
  pledge: 'promised',
  enter_training: 'enter training',
  certify: 'declared ready',
  deploy: 'deployed',
  rotate: 'relieved, go home',
  repatriate: 'go home for good',
  withdraw: 'promise taken back',
  lose: 'lost',
  ship: 'shipped',
  deliver: 'delivered',
  break_down: 'broke down',
  repair: 'repaired',
  return: 'taken home',
  commit: 'committed',
  pay: 'paid',
  spend: 'spent',
  withhold: 'withheld',
  release: 'released',
};

/** In which stage strength stands after a step. */
const STAGE_AFTER: Readonly<Record<string, string>> = {
  pledge: 'promised',
  withdraw: 'promised',
  enter_training: 'training',
  certify: 'ready',
  deploy: 'deployed',
  rotate: 'home',
  repatriate: 'home',
  lose: 'lost',
  ship: 'shipped',
  deliver: 'in_service',
  break_down: 'out_of_service',
  repair: 'in_service',
  return: 'home',
  commit: 'committed',
  pay: 'paid',
  spend: 'spent',
  withhold: 'withheld',
  release: 'committed',
};

const COLOURED: ReadonlySet<string> = new Set(['promised', 'training', 'ready', 'deployed', 'home', 'lost']);

/** A word of the interface, however it parts its words. */
function key(word: string): string {
  return word.replaceAll(' ', '_');
}

/** The stage that a claim speaks of: a count's own, or where a movement leads; null for one of another kind. */
export function stageOf({ kind, stage_or_step }: Pick<ClaimCard, 'kind' | 'stage_or_step'>): string | null {
  if (stage_or_step === null) return null;
  if (kind === 'count') return key(stage_or_step);
  return kind === 'movement' ? (STAGE_AFTER[key(stage_or_step)] ?? null) : null;
}

/** The class under which a claim's line is drawn: one of the six stages that have a colour, else `other`. */
export function lookOf(claim: Pick<ClaimCard, 'kind' | 'stage_or_step'>): string {
  const stage = stageOf(claim);
  return stage !== null && COLOURED.has(stage) ? stage : 'other';
}

/** `people/police` as `police`, `people` as itself. */
function resourceWords(resource: string): string {
  return resource === 'unstated' ? 'of what is not said' : resource.replace(/^[a-z]+\//, '');
}

function plain(word: string): string {
  return word.replaceAll('_', ' ');
}

function whatWords({ kind, stage_or_step: word }: Said): string {
  if (kind === 'ceiling') return 'may be there at most';
  if (word === null) return plain(kind);
  if (kind === 'count') return stageLook(word).words === word ? plain(word) : stageWords(word);
  if (kind === 'movement') return STEP_WORDS[key(word)] ?? plain(word);
  if (kind === 'mandate') return `mandate: ${plain(word)}`;
  if (kind === 'concern') return `concern: ${plain(word)}`;
  return plain(word);
}

/** A count of the promised is all that was ever promised, not what is still owed. */
function stageWords(stage: string): string {
  return stage === 'promised' ? 'promised in all' : stageLook(stage).words;
}

const BEFORE_WHEN: Readonly<Record<string, string>> = { count: 'as of ', ceiling: 'in force ' };

/** The parts of a claim in the order of a sentence. */
export function partsOf(claim: Said): Part[] {
  const parts: Part[] = [];
  const whose = claim.whose;
  if (whose) {
    const unstated = whose.kind === 'unstated' ? ({ unstated: true } as const) : {};
    parts.push({
      part: 'whose',
      name: 'of whom',
      words: whose.kind === 'unstated' ? 'of whom is not said' : whose.name,
      ...unstated,
    });
  } else if (claim.kind === 'ceiling') {
    parts.push({ part: 'whose', name: 'of whom', words: 'the whole mission' });
  }
  if (claim.resource !== null) {
    const unstated = claim.resource === 'unstated' ? ({ unstated: true } as const) : {};
    parts.push({ part: 'resource', name: 'of what', words: resourceWords(claim.resource), ...unstated });
  }
  parts.push({ part: 'what', name: claim.kind === 'count' ? 'stage' : 'what', words: whatWords(claim) });
  if (claim.quantity) parts.push({ part: 'quantity', name: 'how many', words: claim.quantity.words });
  const when = whenWords(claim.when);
  parts.push(
    when === ''
      ? { part: 'when', name: 'when', words: 'when is not said', unstated: true }
      : {
          part: 'when',
          name: 'when',
          words: /^(by|since) /.test(when) ? when : `${BEFORE_WHEN[claim.kind] ?? ''}${when}`,
        },
  );
  if (claim.modality !== 'fact' && claim.modality !== 'reported') {
    parts.push({ part: 'modality', name: 'how surely', words: claim.modality });
  }
  parts.push({
    part: 'speaker',
    name: 'who says so',
    words: claim.speaker === null ? 'says the document' : `says ${claim.speaker}`,
  });
  return parts;
}

/** The parts as one line. */
export function sentenceOf(claim: Said): string {
  return partsOf(claim)
    .map(({ words }) => words)
    .join(' - ');
}
