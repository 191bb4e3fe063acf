/**
 * Every word that the window says comes from here, and this file holds none of them.
 *
 * The messages are the `.ftl` files under `ui/locales`, which the Rust side reads too.
 */

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';

import type { ErrorArgument, ErrorView } from '$lib/backend/backend';

export type Direction = 'ltr' | 'rtl';

interface Language {
  /** BCP 47 tag with pinned digits and calendar: plain `ar` shows other digits in WebKitGTK than in Chromium. */
  locale: string;
  direction: Direction;
}

const LANGUAGES: Record<string, Language> = {
  en: { locale: 'en-u-nu-latn-ca-gregory', direction: 'ltr' },
  ar: { locale: 'ar-u-nu-latn-ca-gregory', direction: 'rtl' },
};

/** In the order that the language switch offers them. */
export const LANGUAGE_CODES: readonly string[] = Object.keys(LANGUAGES);

const FALLBACK = 'en';

const sources = import.meta.glob<string>('../../../locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export type Variables = Record<string, FluentVariable>;

export class L10n {
  #code = $state(FALLBACK);
  readonly #language = $derived(LANGUAGES[this.#code] as Language);
  readonly #bundle = $derived(bundle(this.#code));

  /** Of the language, without region or extensions. */
  get code(): string {
    return this.#code;
  }

  get direction(): Direction {
    return this.#language.direction;
  }

  /** An unknown language leaves the present one. */
  choose(code: string): void {
    if (code in LANGUAGES) this.#code = code;
  }

  has(id: string): boolean {
    return this.#bundle.hasMessage(id);
  }

  /** The message `id`, or its attribute when the id is written as `id.attribute`. */
  readonly text = (id: string, variables: Variables = {}): string =>
    this.#format(id, variables) ?? id;

  /** As `text`, but empty where the language has no such message or attribute. */
  readonly textIfAny = (id: string, variables: Variables = {}): string =>
    this.#format(id, variables) ?? '';

  /** What failed, and what to do about it. */
  error(error: ErrorView): { message: string; hint: string } {
    const id = `error-${error.code}`;
    if (!this.has(id)) {
      return {
        message: this.text('failure-unknown', { code: error.code }),
        hint: this.text('failure-unknown.hint'),
      };
    }
    const variables = asVariables(error.arguments);
    return { message: this.text(id, variables), hint: this.textIfAny(`${id}.hint`, variables) };
  }

  /** `of` is between 0 and 100. */
  percent(of: number): FluentNumber {
    return new FluentNumber(of / 100, { style: 'percent', maximumFractionDigits: 0 });
  }

  /** The language's own word for a language, such as `Arabic` or `العربية` for `ar`. */
  languageName(code: string): string {
    return new Intl.DisplayNames(this.#language.locale, { type: 'language' }).of(code) ?? code;
  }

  dateAndTime(milliseconds: number): string {
    return new Intl.DateTimeFormat(this.#language.locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(milliseconds);
  }

  #format(id: string, variables: Variables): string | undefined {
    const [name = '', attribute] = id.split('.');
    const message = this.#bundle.getMessage(name);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    return pattern ? this.#bundle.formatPattern(pattern, variables, []) : undefined;
  }
}

/** Numbers arrive as text; Fluent chooses plural forms by number only. */
export function asVariables(list: readonly ErrorArgument[]): Variables {
  const isNumber = /^-?\d{1,15}(\.\d+)?$/;
  return Object.fromEntries(
    list.map(({ name, value }) => [name, isNumber.test(value) ? Number(value) : value]),
  );
}

const bundles = new Map<string, FluentBundle>();

function bundle(code: string): FluentBundle {
  const known = bundles.get(code);
  if (known) return known;

  const made = new FluentBundle((LANGUAGES[code] as Language).locale);
  for (const [path, source] of Object.entries(sources)) {
    if (path.includes(`/locales/${code}/`)) made.addResource(new FluentResource(source));
  }
  bundles.set(code, made);
  return made;
}
