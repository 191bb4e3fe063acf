/** Language, digits and theme: applied to the page at once, kept by the app. How much contrast is for the system to say. */

import type { Backend, PreferencesView } from '$lib/backend/backend';
import { type Digits, DIGITS, type L10n } from '$lib/l10n/l10n.svelte';
import { wantNastaliq } from '$lib/letters/nastaliq';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** In percent of what is usual. */
export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const;
const USUAL_SIZE = 100;

export class Preferences {
  #theme = $state<Theme>('system');
  #systemIsDark = $state(false);
  #wantsContrast = $state(false);
  #textSize = $state(USUAL_SIZE);

  constructor(
    private readonly backend: Backend,
    private readonly l10n: L10n,
  ) {
    this.#follow('(prefers-color-scheme: dark)', (isDark) => {
      this.#systemIsDark = isDark;
    });
    this.#follow('(prefers-contrast: more)', (wantsContrast) => {
      this.#wantsContrast = wantsContrast;
    });
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** How large everything is, in percent. The app enlarges the page by itself. */
  get textSize(): number {
    return this.#textSize;
  }

  get nextTheme(): Theme {
    return after(THEMES, this.#theme);
  }

  /** What was kept from last time. */
  take({ language, theme, digits, text_size }: PreferencesView): void {
    this.l10n.choose(language);
    this.l10n.chooseDigits(DIGITS.find((known) => known === digits) ?? 'latn');
    this.#theme = THEMES.find((known) => known === theme) ?? 'system';
    this.#textSize = text_size;
    this.#apply();
  }

  chooseLanguage(code: string): Promise<void> {
    this.l10n.choose(code);
    return this.#keep();
  }

  chooseDigits(digits: Digits): Promise<void> {
    this.l10n.chooseDigits(digits);
    return this.#keep();
  }

  chooseTheme(theme: Theme): Promise<void> {
    this.#theme = theme;
    return this.#keep();
  }

  /** What the system says now, and each time that it says otherwise. */
  #follow(query: string, take: (matches: boolean) => void): void {
    const media = window.matchMedia(query);
    take(media.matches);
    media.addEventListener('change', ({ matches }) => {
      take(matches);
      this.#apply();
    });
  }

  chooseTextSize(percent: number): Promise<void> {
    this.#textSize = percent;
    return this.#keep();
  }

  #keep(): Promise<void> {
    this.#apply();
    const { code: language, digits } = this.l10n;
    return this.backend.setPreferences({
      language,
      theme: this.#theme,
      digits,
      text_size: this.#textSize,
    });
  }

  #apply(): void {
    const page = document.documentElement;
    page.lang = this.l10n.code;
    page.dir = this.l10n.direction;
    if (this.l10n.code === 'ur') void wantNastaliq();
    const isDark = this.#theme === 'dark' || (this.#theme === 'system' && this.#systemIsDark);
    page.dataset.theme = isDark ? 'dark' : 'light';
    if (this.#wantsContrast) page.dataset.contrast = 'more';
    else delete page.dataset.contrast;
  }
}

function after<T>(list: readonly T[], present: T): T {
  return list[(list.indexOf(present) + 1) % list.length] as T;
}
