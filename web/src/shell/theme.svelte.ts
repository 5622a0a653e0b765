// Light, dark, or as the system says: chosen once, kept in this browser.

export type Theme = 'system' | 'light' | 'dark';
const KEPT = 'muster.theme';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

class ThemeChoice {
  #chosen = $state<Theme>('system');

  get chosen(): Theme {
    return this.#chosen;
  }

  /** Takes up what this browser kept. */
  restore(): void {
    const kept = localStorage.getItem(KEPT);
    this.choose(THEMES.find((theme) => theme === kept) ?? 'system');
  }

  choose(theme: Theme): void {
    this.#chosen = theme;
    localStorage.setItem(KEPT, theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }

  /** The next of the three. */
  turn(): void {
    this.choose(THEMES[(THEMES.indexOf(this.#chosen) + 1) % THEMES.length] ?? 'system');
  }
}

export const theme = new ThemeChoice();
