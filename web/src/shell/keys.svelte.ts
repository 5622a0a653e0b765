// Keys that do something on a screen. Each is named on the help sheet by the same line that makes it work, and single
// keys can be switched off (WCAG 2.1.4), for those who speak to their machine or brush against keys.

export interface Key {
  /** One key (`?`, `j`), or two in turn (`g o`). */
  readonly keys: string;
  readonly does: string;
  readonly act: () => void;
}

export interface KeyGroup {
  /** The frame's: a page may give its keys another meaning. */
  readonly frame?: true;
  readonly name: string;
  readonly keys: readonly Key[];
}

const KEPT = 'muster.keys';
/** How long the second key of two is waited for, in milliseconds. */
const PATIENCE = 1500;

class Keys {
  groups = $state.raw<readonly KeyGroup[]>([]);
  on = $state(localStorage.getItem(KEPT) !== 'off');
  #all: readonly KeyGroup[] = [];
  #first: { key: string; at: number } | null = null;

  switch(on: boolean): void {
    this.on = on;
    localStorage.setItem(KEPT, on ? 'on' : 'off');
  }

  /** Makes a group's keys work; answers how to take them away. */
  add(group: KeyGroup): () => void {
    // Effects add keys. What they write here must not make them run again, and when one is taken down it must find what
    // others have added meanwhile: a state read then answers with its value of before.
    this.#all = [...this.#all, group];
    this.groups = this.#all;
    return () => {
      this.#all = this.#all.filter((other) => other !== group);
      this.groups = this.#all;
    };
  }

  /** Does what a pressed key is for. Keys typed into a field are text; keys with Ctrl, Alt or Meta are the browser's. */
  press(event: KeyboardEvent): void {
    if (
      !this.on ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      isTyping(event.target)
    )
      return;
    const first =
      this.#first !== null && event.timeStamp - this.#first.at < PATIENCE ? this.#first.key : null;
    this.#first = null;
    const wanted = first === null ? event.key : `${first} ${event.key}`;
    // A page's keys go before the frame's, and the newest group first.
    const newest = [...this.#all].reverse();
    const all = [...newest.filter(({ frame }) => !frame), ...newest.filter(({ frame }) => frame)].flatMap(
      (group) => group.keys,
    );
    const key = all.find(({ keys }) => keys === wanted);
    if (key) {
      event.preventDefault();
      key.act();
    } else if (all.some(({ keys }) => keys.startsWith(`${event.key} `))) {
      this.#first = { key: event.key, at: event.timeStamp };
    }
  }
}

export const keys = new Keys();

/** Keys that work while the component lives. The keys may depend on its state. */
export function pageKeys(group: () => KeyGroup): void {
  $effect(() => keys.add(group()));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=range], [type=checkbox]), textarea, select'))
  );
}
