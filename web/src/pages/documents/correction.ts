// A statement as fields that a person corrects, and back: one list of fields for each kind, in the order of its sentence.
import { whenWords } from '../../parts/when.ts';
import { edtfFrom } from './edtf.ts';
import type { Part } from './words.ts';

/** A statement in the parts of the interface: words, lists of words, numbers. */
export type Statement = { readonly kind: string } & Readonly<Record<string, unknown>>;

type Type = 'whose' | 'words' | 'resource' | 'quantity' | 'when' | 'choice' | 'list' | 'number';

export interface FieldOf {
  readonly key: string;
  readonly name: string;
  readonly type: Type;
  /** The part of the sentence it stands for. */
  readonly part?: Part['part'];
  readonly choices?: readonly string[];
  /** May stay empty: the source does not say. */
  readonly optional?: true;
}

const PEOPLE_STAGES = ['promised', 'training', 'ready', 'deployed', 'home', 'lost'];
const OTHER_STAGES = ['shipped', 'in_service', 'out_of_service', 'committed', 'paid', 'spent', 'withheld'];
const STEPS = [
  ...['pledge', 'enter_training', 'certify', 'deploy', 'rotate', 'repatriate', 'withdraw', 'lose'],
  ...['ship', 'deliver', 'break_down', 'repair', 'return', 'commit', 'pay', 'spend', 'withhold', 'release'],
];

const WHOSE: FieldOf = { key: 'whose', name: 'Of whom', type: 'whose', part: 'whose' };
const RESOURCE: FieldOf = { key: 'resource', name: 'Of what', type: 'resource', part: 'resource' };
const UNITS: FieldOf = { key: 'units', name: 'Named units', type: 'list', optional: true };
const QUANTITY: FieldOf = { key: 'quantity', name: 'How many', type: 'quantity', part: 'quantity' };
const SPAN: FieldOf = { key: 'span', name: 'When', type: 'when', part: 'when' };
const words = (key: string, name: string): FieldOf => ({ key, name, type: 'words', optional: true });
const choice = (key: string, name: string, choices: readonly string[]): FieldOf => ({
  key,
  name,
  type: 'choice',
  part: 'what',
  choices,
});

const FIELDS: Readonly<Record<string, readonly FieldOf[]>> = {
  count: [
    WHOSE,
    RESOURCE,
    choice('stage', 'Stage', [...PEOPLE_STAGES, ...OTHER_STAGES]),
    QUANTITY,
    { ...SPAN, key: 'as_of', name: 'As of' },
    words('place', 'Where'),
    UNITS,
  ],
  movement: [
    WHOSE,
    RESOURCE,
    choice('step', 'Step', STEPS),
    QUANTITY,
    { ...SPAN, key: 'during' },
    words('from', 'From'),
    words('to', 'To'),
    { key: 'ordinal', name: 'Which contingent', type: 'number', optional: true },
    UNITS,
  ],
  ceiling: [
    RESOURCE,
    QUANTITY,
    { ...SPAN, key: 'in_force', name: 'In force' },
    words('instrument', 'By which text'),
  ],
  mandate: [
    choice('act', 'Act', ['authorise', 'extend', 'amend', 'convert', 'end', 'propose']),
    words('body', 'By whom'),
    words('instrument', 'By which text'),
    SPAN,
    { key: 'until', name: 'Until', type: 'words' },
  ],
  site: [
    { key: 'site', name: 'Site', type: 'words' },
    choice('status', 'Status', ['held', 'retaken', 'lost', 'safeguarded', 'handed_over', 'closed']),
    { ...WHOSE, key: 'holder', name: 'Held by' },
    SPAN,
  ],
  engagement: [
    WHOSE,
    choice('form', 'Form', ['meeting', 'call', 'briefing', 'visit', 'statement']),
    { key: 'participants', name: 'With', type: 'list', optional: true },
    { key: 'topics', name: 'About', type: 'list', optional: true },
    words('place', 'Where'),
    SPAN,
  ],
  concern: [
    WHOSE,
    RESOURCE,
    choice('about', 'About', ['delay', 'personnel', 'equipment', 'funding', 'conduct', 'security', 'appeal']),
    { key: 'also', name: 'And about', type: 'list', optional: true },
    { ...QUANTITY, optional: true },
    SPAN,
    UNITS,
  ],
};

/** The fields of a kind of statement; none for a kind that is not known here. */
export function fieldsOf(kind: string): readonly FieldOf[] {
  return FIELDS[kind] ?? [];
}

/** What stands in each field before anything is corrected. */
export function valuesOf(statement: Statement): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(statement.kind).map(({ key, type }) => {
      const value = statement[key];
      if (value === null || value === undefined) return [key, ''];
      if (Array.isArray(value)) return [key, value.join(', ')];
      if (type === 'when') return [key, whenWords(String(value))];
      return [
        key,
        typeof value === 'string' || typeof value === 'number' ? String(value) : quantityWords(value),
      ];
    }),
  );
}

export interface Faulty {
  readonly key: string;
  readonly words: string;
}

/** The statement that the fields tell, or what is wrong in which of them. What nobody touched stays as it was. */
export function statementFrom(
  before: Statement,
  values: Readonly<Record<string, string>>,
): { statement: Statement } | { faults: readonly Faulty[] } {
  const untouched = valuesOf(before);
  const statement: Record<string, unknown> = { ...before };
  const faults: Faulty[] = [];
  for (const { key, name, type, optional } of fieldsOf(before.kind)) {
    const text = (values[key] ?? '').trim();
    if (text === untouched[key]) continue;
    if (text === '' && optional) {
      statement[key] = type === 'list' ? [] : null;
      continue;
    }
    switch (type) {
      case 'when': {
        const edtf = edtfFrom(text);
        if (edtf === null) {
          faults.push({
            key,
            words: `“${text}” is no time: write such as 11 Oct 2024, Oct 2024, by 7 Jan 2024, since 2025`,
          });
        } else statement[key] = edtf;
        break;
      }
      case 'list':
        statement[key] = text
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '');
        break;
      case 'number':
        if (/^[1-9]\d{0,3}$/.test(text)) statement[key] = Number(text);
        else faults.push({ key, words: `“${text}” is no number: write such as 4 for the fourth` });
        break;
      case 'whose':
        if (text === '')
          faults.push({ key, words: `${name}: write such as KEN, BHS+BLZ, mission, or unstated` });
        else statement[key] = whoseCode(text);
        break;
      default:
        if (text === '')
          faults.push({ key, words: `${name}: write it, or unstated where the source does not say` });
        else statement[key] = text;
    }
  }
  return faults.length > 0 ? { faults } : { statement: statement as Statement };
}

/** Codes are capitals; the words for nobody in particular are not. */
function whoseCode(text: string): string {
  const lower = text.toLowerCase();
  return lower === 'mission' || lower === 'unstated'
    ? lower
    : text.toUpperCase().replaceAll(/[ ,]+/g, '+').replaceAll(/\++/g, '+');
}

/** A number given as hedge and numbers apart, as one types it. */
function quantityWords(value: unknown): string {
  const {
    hedge = 'exactly',
    n = null,
    m = null,
  } = value as { hedge?: string; n?: number | null; m?: number | null };
  if (hedge === 'some' || n === null) return 'some';
  if (hedge === 'between') return `between ${n} and ${m ?? n}`;
  const said =
    { exactly: '', at_least: 'at least ', up_to: 'up to ', under: 'fewer than ' }[hedge] ?? `${hedge} `;
  return `${said}${n}`;
}
