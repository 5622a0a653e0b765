// Files and texts on their way into the ledger, one after the other: what waits, what came of each.
import { client } from '../../api/client.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/send.ts';
import type { DocumentEntered, DocumentsEntered } from '../../api/shapes.ts';
import { written } from '../../api/written.svelte.ts';

/** What is told of files, the same for all that are dropped together; what is empty is left to the page itself. */
export interface Told {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly address: string;
  readonly marking: string;
  readonly grade: string;
}

export type Came =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | {
      readonly kind: 'entered';
      readonly documents: readonly DocumentEntered[];
      readonly notRead: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface Entering {
  readonly id: number;
  readonly name: string;
  readonly came: Came;
}

/** A file larger than this is refused by the server as well; said before it is sent. */
export const LARGEST = 32 * 1024 * 1024;

/** What became of a document, in a sentence. */
export function outcomeWords({ outcome, claims, new_claims, findings }: DocumentEntered): string {
  const counted = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
  const numbers = findings === 0 ? '' : `, ${counted(findings, 'number')} that became no claim`;
  if (outcome === 'seen_before') {
    return new_claims === 0
      ? `seen before: the ledger has it already, with ${counted(claims, 'claim')}`
      : `seen before; ${counted(new_claims, 'claim')} more read from it now${numbers}`;
  }
  return claims === 0
    ? `entered; it makes no claim${numbers}`
    : `entered: ${counted(claims, 'claim')} to decide${numbers}`;
}

export class Queue {
  items = $state.raw<readonly Entering[]>([]);
  #sources: { readonly id: number; readonly body: Blob; readonly told: Told }[] = [];
  #next = 0;
  #working = false;

  get busy(): boolean {
    return this.items.some(({ came }) => came.kind === 'waiting' || came.kind === 'sending');
  }

  add(name: string, body: Blob, told: Told): void {
    const id = this.#next++;
    const tooLarge = body.size > LARGEST ? tooLargeProblem(body.size) : null;
    const came: Came = tooLarge ? { kind: 'refused', problem: tooLarge } : { kind: 'waiting' };
    this.items = [{ id, name, came }, ...this.items];
    if (tooLarge) return;
    this.#sources.push({ id, body, told });
    if (!this.#working) void this.#work();
  }

  /** Takes the finished ones from the list. */
  clear(): void {
    this.items = this.items.filter(({ came }) => came.kind === 'waiting' || came.kind === 'sending');
  }

  async #work(): Promise<void> {
    this.#working = true;
    const entered: string[] = [];
    for (let source = this.#sources.shift(); source !== undefined; source = this.#sources.shift()) {
      const { id, body, told } = source;
      const name = this.items.find((item) => item.id === id)?.name ?? '';
      this.#came(id, { kind: 'sending' });
      const outcome = await sendFile(name, body, told);
      if ('problem' in outcome) {
        this.#came(id, { kind: 'refused', problem: outcome.problem });
      } else {
        const { documents, not_read } = outcome.answer;
        this.#came(id, { kind: 'entered', documents, notRead: not_read });
        entered.push(...documents.map(({ id }) => id));
      }
    }
    this.#working = false;
    written.tell(entered);
  }

  #came(id: number, came: Came): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, came } : item));
  }
}

function tooLargeProblem(size: number): Problem {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return {
    status: 413,
    code: 'too_large',
    title: 'The file is too large',
    detail: `It has ${megabytes(size)} MB; at most ${megabytes(LARGEST)} MB are taken at once.`,
    hint: 'Enter it on the server with `muster enter`, or in parts.',
  };
}

function sendFile(
  name: string,
  body: Blob,
  told: Told,
): Promise<{ answer: DocumentsEntered } | { problem: Problem }> {
  const query = Object.fromEntries(Object.entries({ name, ...told }).filter(([, value]) => value !== ''));
  return send(
    client.POST('/api/v1/documents', {
      params: { query },
      // The body is the file as it is, whatever it says it is.
      body: body as never,
      bodySerializer: (blob: unknown) => blob as Blob,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
}
