// Something written through the API: what came of it, or the problem in its place.
import { problemFrom, UNREACHABLE, type Problem } from './problem.ts';

/** Waits for a request of the client; never throws. */
export async function send<A>(
  request: Promise<{ data?: A; error?: unknown; response: Response }>,
): Promise<{ answer: A } | { problem: Problem }> {
  try {
    const { data, error, response } = await request;
    return response.ok ? { answer: data as A } : { problem: problemFrom(response.status, error) };
  } catch {
    return { problem: UNREACHABLE };
  }
}
