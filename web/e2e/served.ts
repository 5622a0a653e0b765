// `muster serve --demo` on a free port, with its clock stopped at a moment, and its answers for programs.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The moment at which the demo is looked at: the day on which the mandate of the mission in Haiti ends. */
export const NOW = '2025-10-02T12:00:00Z';
export const TODAY = '2025-10-02';
export const MISSION = 'MSS';

const BINARY = process.env['MUSTER_BINARY'] ?? '../target/debug/muster';
/** How long a server may take to begin on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

export interface Served {
  /** Where it is served, without a stroke at the end. */
  readonly address: string;
  /** The link with which one becomes its administrator. */
  readonly link: string;
  /** An answer to a program that is not logged in. */
  get<Answer>(path: string): Promise<Answer>;
  stop(): Promise<void>;
}

export async function serve(now: string = NOW): Promise<Served> {
  if (!existsSync(BINARY))
    throw new Error(`there is no ${BINARY}: run \`make e2e\`, or name it in MUSTER_BINARY`);
  const child = spawn(BINARY, ['serve', '--demo', '--port', '0'], {
    env: { PATH: process.env['PATH'] ?? '', MUSTER_NOW: now },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { address, link } = await begun(child);
  return {
    address,
    link,
    async get<Answer>(path: string) {
      // What was written just now is to be in it.
      const response = await fetch(address + path, { headers: { 'cache-control': 'no-cache' } });
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Waits until all that a server prints when it begins is printed. */
function begun(child: ChildProcess): Promise<{ address: string; link: string }> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const failed = (why: string) => reject(new Error(`muster serve ${why}; it printed:\n${printed}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      failed('did not begin in time');
    }, PATIENCE);
    const heard = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /served at (http:\/\/\S+?)\/?\s/.exec(printed)?.[1];
      if (address === undefined || !printed.includes('Ctrl-C')) return;
      clearTimeout(timer);
      resolve({ address, link: /http:\/\/\S+\/password#\S+/.exec(printed)?.[0] ?? '' });
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(`ended with ${String(code)}`);
    });
  });
}
