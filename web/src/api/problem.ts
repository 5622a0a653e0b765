// What went wrong, as a screen shows it: RFC 9457 from the server, or that no answer came at all.

export interface Problem {
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** A stable word for the kind of problem, such as `unknown_mission`. */
  readonly code: string;
  readonly title: string;
  /** What was wrong with this request, in a sentence. */
  readonly detail: string | null;
  /** What to do instead. */
  readonly hint: string | null;
  /** Which field of the body is at fault, by its name. */
  readonly field?: string;
}

/** The problem that a refused request's body tells of. A body that is none (a proxy's page) still becomes one. */
export function problemFrom(status: number, body: unknown): Problem {
  const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof told[name] === 'string' && told[name] !== '' ? told[name] : null);
  const field = text('pointer')?.replace(/^\//, '');
  return {
    ...(field ? { field } : {}),
    status,
    code: text('code') ?? 'unexpected_answer',
    title: text('title') ?? `Muster answered with ${status}`,
    detail: text('detail'),
    hint:
      text('hint') ?? (status >= 500 ? 'Try again; if it stays, the server’s log says what happened.' : null),
  };
}

/** No answer came: the server is stopped, or the line to it is cut. */
export const UNREACHABLE: Problem = {
  status: 0,
  code: 'unreachable',
  title: 'Muster does not answer',
  detail: 'No answer came from the server that these screens belong to.',
  hint: 'Check that `muster serve` is running and the network is up, then try again.',
};
