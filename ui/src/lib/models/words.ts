/** Models in words: what is said of a file, of its memory and of where it came from. */

import type {
  CatalogueFileView,
  FitView,
  InstalledModelView,
  ModelFactsView,
  PreparedView,
  SpeedView,
  VerdictView,
} from '$lib/backend/backend';
import type { L10n, Variables } from '$lib/l10n/l10n.svelte';

/** One fact: what it is about, and what is so. */
export interface Fact {
  id: string;
  name: string;
  value: string;
  /** A name or a number for machines, which is read from left to right. */
  isCode?: boolean;
}

const FITS: Record<VerdictView, string> = {
  fits: 'fit-fits',
  tight: 'fit-tight',
  will_not_fit: 'fit-will-not-fit',
};
const VERDICTS: Record<VerdictView, string> = {
  fits: 'verdict-fits',
  tight: 'verdict-tight',
  will_not_fit: 'verdict-will-not-fit',
};
const ORIGINS = {
  copied: 'origin-copied',
  in_place: 'origin-in-place',
  package: 'origin-package',
} as const;

/** What the header says of a model, in plain words; what it does not say is left out. */
export function factsInWords(facts: ModelFactsView, l10n: L10n): Fact[] {
  const { parameters, context_tokens: context, languages, licence } = facts;
  const said: (Fact | false)[] = [
    fact('size', 'model-size', l10n.size(facts.bytes ?? 0), l10n),
    Boolean(parameters) &&
      fact('parameters', 'model-parameters', l10n.compact(parameters ?? 0), l10n),
    code('format', 'model-format', facts.quantisation, l10n),
    Boolean(context) &&
      fact('context', 'model-context', l10n.text('tokens', { count: context ?? 0 }), l10n),
    code('family', 'model-family', facts.architecture, l10n),
    languages.length > 0 &&
      fact('languages', 'model-languages', languagesInWords(languages, l10n), l10n),
    licence !== '' && code('licence', 'model-licence', licence, l10n),
    fact(
      'template',
      'model-template',
      l10n.text(facts.has_template ? 'model-template-present' : 'model-template-absent'),
      l10n,
    ),
  ];
  return said.filter((one) => one !== false);
}

/** Whether it fits, with the figures, and what would where it does not. */
export function fitInWords(fit: FitView, l10n: L10n): string {
  const said = l10n.text(FITS[fit.verdict], {
    needed: l10n.size(fit.needed_bytes ?? 0),
    available: l10n.size(fit.available_bytes ?? 0),
  });
  if (fit.smaller === '') return said;
  return `${said} ${l10n.text('fit-smaller', { quantisation: fit.smaller })}`;
}

export function memoryFact(fit: FitView, l10n: L10n): Fact {
  return fact('memory', 'model-memory', fitInWords(fit, l10n), l10n);
}

/** Everything that is said of an installed model. */
export function installedInWords(model: InstalledModelView, l10n: L10n): Fact[] {
  const { facts, fit, speed, origin, identity, sha256 } = model;
  return [
    ...facts.flatMap((one) => factsInWords(one, l10n)),
    ...fit.map((one) => memoryFact(one, l10n)),
    ...speed.map((one) => fact('speed', 'model-speed', speedInWords(one, l10n), l10n)),
    fact('origin', 'model-origin', l10n.text(ORIGINS[origin]), l10n),
    fact('identity', 'model-identity', l10n.text(`identity-${identity}`), l10n),
    ...(sha256 === '' ? [] : [code('hash', 'catalogue-hash', sha256, l10n)]),
  ];
}

/** Of a model that was written anew: what it takes, and how near it is to what it was. */
export function preparedInWords(prepared: PreparedView, l10n: L10n): Variables {
  const same = l10n.percent(100 * (prepared.same_likeliest ?? 0));
  return { size: l10n.size(prepared.bytes ?? 0), same };
}

function speedInWords(speed: SpeedView, l10n: L10n): string {
  const rate = (of: number | null): string => l10n.number(Math.round(10 * (of ?? 0)) / 10);
  return l10n.text('model-speed-rates', { read: rate(speed.read), written: rate(speed.written) });
}

/** Codes become names; what is no code stays as its publisher wrote it. */
export function languagesInWords(codes: readonly string[], l10n: L10n): string {
  const name = (code: string): string =>
    /^[a-z]{2,3}$/u.test(code) ? l10n.languageName(code) : code;
  return l10n.list(codes.map(name));
}

export function fact(id: string, label: string, value: string, l10n: L10n): Fact {
  return { id, name: l10n.text(label), value };
}

export function code(id: string, label: string, value: string, l10n: L10n): Fact {
  return { ...fact(id, label, value, l10n), isCode: true };
}

/** Whether a file of the catalogue fits here; empty where its size is not known. */
export function verdictInWords(file: CatalogueFileView, l10n: L10n): string {
  const [verdict] = file.verdict;
  return verdict === undefined
    ? ''
    : l10n.text(VERDICTS[verdict], {
        size: l10n.size(file.memory_bytes ?? 0),
      });
}
