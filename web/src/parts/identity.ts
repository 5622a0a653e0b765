// What follows when it changes who looks: everything on the screens is asked anew, with other eyes.
import { known } from '../api/missions.svelte.ts';

/** To be told after logging in or out. */
export function looksAnew(): void {
  known.session?.again();
  known.missions?.again();
}
