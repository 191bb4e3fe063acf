/**
 * Every word that the window says comes from here, and this file holds none of them.
 *
 * The messages are the `.ftl` files under `ui/locales`, which the Rust side reads too.
 */

import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';

import type { ErrorArgument, ErrorView } from '$lib/backend/backend';

export type Direction = 'ltr' | 'rtl';

interface Language {
  direction: Direction;
  /** No native reader has checked its messages yet. */
  isBeta: boolean;
}

const LANGUAGES: Record<string, Language> = {
  en: { direction: 'ltr', isBeta: false },
  ar: { direction: 'rtl', isBeta: false },
  fa: { direction: 'rtl', isBeta: true },
  ur: { direction: 'rtl', isBeta: true },
  he: { direction: 'rtl', isBeta: true },
  fr: { direction: 'ltr', isBeta: true },
};

/** In the order that the language menu offers them. */
export const LANGUAGE_CODES: readonly string[] = Object.keys(LANGUAGES);

/** Numbering systems by their names in Unicode's CLDR. */
export const DIGITS = ['latn', 'arab', 'arabext'] as const;
export type Digits = (typeof DIGITS)[number];

const FALLBACK = 'en';

/** Each a thousand times the one before. */
const SIZE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
const ROUNDS_TO_A_THOUSAND = 999.5;
const ROUNDS_TO_TEN = 9.95;

/** A longer time is told in hours. */
const MINUTES_TOLD_WHOLE = 90;

/** Not what only the command line and the exports say: it would be read at each start for nothing. */
const sources = import.meta.glob<string>(
  '../../../locales/*/{window,conversations,safety,transfer,checks,models,templates,settings,honesty,errors}.ftl',
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

export type Variables = Record<string, FluentVariable>;

export class L10n {
  #code = $state(FALLBACK);
  #digits = $state<Digits>('latn');
  readonly #language = $derived(LANGUAGES[this.#code] as Language);
  readonly #locale = $derived(locale(this.#code, this.#digits));
  readonly #bundle = $derived(bundle(this.#code, this.#locale));

  /** Of the language, without region or extensions. */
  get code(): string {
    return this.#code;
  }

  get direction(): Direction {
    return this.#language.direction;
  }

  /** Of dates, times, percentages and counts; clinical values are not written by this class. */
  get digits(): Digits {
    return this.#digits;
  }

  /** An unknown language leaves the present one. */
  choose(code: string): void {
    if (code in LANGUAGES) this.#code = code;
  }

  chooseDigits(digits: Digits): void {
    this.#digits = digits;
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

  /** A difference with its sign: `-18` or `+3`. */
  points(of: number): FluentNumber {
    return new FluentNumber(of, { signDisplay: 'exceptZero', maximumFractionDigits: 0 });
  }

  /** In the largest unit that is not too coarse: `40 seconds`, `12 minutes`, `2.5 hours`. */
  duration(seconds: number): string {
    const [value, unit] = inUnit(seconds);
    return new Intl.NumberFormat(this.#locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
      maximumFractionDigits: unit === 'hour' ? 1 : 0,
    }).format(value);
  }

  /** The language's own word for a language, such as `Arabic` or `العربية` for `ar`. */
  languageName(code: string): string {
    return new Intl.DisplayNames(this.#locale, { type: 'language' }).of(code) ?? code;
  }

  /** Several things in one sentence. */
  list(things: readonly string[]): string {
    return new Intl.ListFormat(this.#locale).format(things);
  }

  dateAndTime(milliseconds: number): string {
    return new Intl.DateTimeFormat(this.#locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(milliseconds);
  }

  number(of: number): string {
    return new Intl.NumberFormat(this.#locale).format(of);
  }

  /** A large count in words: `8 billion`, `135 million`. */
  compact(of: number): string {
    return new Intl.NumberFormat(this.#locale, {
      notation: 'compact',
      compactDisplay: 'long',
      maximumFractionDigits: 1,
    }).format(of);
  }

  /** Of a file: `812 kB`, `4.7 GB`; decimal units, as the app says sizes in its errors. */
  size(bytes: number): string {
    let value = bytes;
    let unit = 0;
    while (value >= ROUNDS_TO_A_THOUSAND && unit + 1 < SIZE_UNITS.length) {
      value /= 1000;
      unit += 1;
    }
    const digits = unit > 0 && value < ROUNDS_TO_TEN ? 1 : 0;
    const number = new Intl.NumberFormat(this.#locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return `${number.format(value)}\u00a0${SIZE_UNITS[unit] ?? ''}`;
  }

  #format(id: string, variables: Variables): string | undefined {
    const [name = '', attribute] = id.split('.');
    const message = this.#bundle.getMessage(name);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    return pattern ? this.#bundle.formatPattern(pattern, variables, []) : undefined;
  }
}

function inUnit(seconds: number): [number, 'second' | 'minute' | 'hour'] {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return [Math.ceil(seconds), 'second'];
  return minutes < MINUTES_TOLD_WHOLE ? [minutes, 'minute'] : [seconds / 3600, 'hour'];
}

/** As they are written: a year must not be grouped, and digits stay those of the text. */
export function asWritten(list: readonly ErrorArgument[]): Variables {
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Numbers arrive as text; Fluent chooses plural forms by number only. */
function asVariables(list: readonly ErrorArgument[]): Variables {
  const isNumber = /^-?\d{1,15}(\.\d+)?$/;
  return Object.fromEntries(
    list.map(({ name, value }) => [name, isNumber.test(value) ? Number(value) : value]),
  );
}

export function isBeta(code: string): boolean {
  return LANGUAGES[code]?.isBeta ?? false;
}

/** The first digits of a numbering system, to choose it by. */
export function sampleOf(digits: Digits): string {
  return new Intl.NumberFormat(locale(FALLBACK, digits), { useGrouping: false }).format(12345);
}

/** BCP 47 tag with pinned digits and calendar: plain `ar` shows other digits in WebKitGTK than in Chromium. */
function locale(code: string, digits: Digits): string {
  return `${code}-u-ca-gregory-nu-${digits}`;
}

const bundles = new Map<string, FluentBundle>();

function bundle(code: string, locale: string): FluentBundle {
  const known = bundles.get(locale);
  if (known) return known;

  const made = new FluentBundle(locale);
  for (const [path, source] of Object.entries(sources)) {
    if (path.includes(`/locales/${code}/`)) made.addResource(new FluentResource(source));
  }
  bundles.set(locale, made);
  return made;
}
