// Which missions there are and what day it is there: asked once, when the screens start.
import type { Missions, Session } from './shapes.ts';
import type { Ask } from './ask.svelte.ts';
import { day, type Day } from '../address/day.ts';

class Known {
  missions = $state.raw<Ask<Missions> | null>(null);
  session = $state.raw<Ask<Session> | null>(null);

  /** Today in the missions' area; null until the server has said it. */
  get today(): Day | null {
    return day(this.missions?.answer?.today ?? '');
  }
}

/** What all screens know of the server; the frame asks it. */
export const known = new Known();
