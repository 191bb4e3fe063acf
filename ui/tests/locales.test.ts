// @vitest-environment node

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Entry, type Pattern, Visitor } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';

import { KINDS } from '$lib/audit/kinds';
import { DIGITS, isBeta, L10n, LANGUAGE_CODES } from '$lib/l10n/l10n.svelte';
import { CHECK_FORMATS } from '$lib/selfcheck/formats';
import { OUTCOMES } from '$lib/state/check-result.svelte';
import { ARCHIVES, PERIODS } from '$lib/state/search.svelte';
import { FIGURES } from '$lib/settings/rows';
import { SECTIONS } from '$lib/state/settings.svelte';
import { FIELD_KINDS } from '$lib/state/template-edit.svelte';
import { FORMATS } from '$lib/state/transfer.svelte';

import { entriesOf, typedValues } from './messages';

const LOCALES = 'locales';
/** Files of items, most of which have a subject. */
const ITEMS = '../src-tauri/crates/selfcheck/items';
function subjects(): string[] {
  const files = readdirSync(ITEMS).filter((file) => file.endsWith('.json'));
  const found = files.flatMap((file) => {
    const items = JSON.parse(readFileSync(`${ITEMS}/${file}`, 'utf8')) as { subject?: string }[];
    return items.flatMap(({ subject }) => subject ?? []);
  });
  return [...new Set(found)];
}
const REFERENCE = 'en';
const languages = readdirSync(LOCALES);
/**
 * What a clinical score counts is given in figures; from left to right they need no isolates.
 * It is clinical content, so languages that no native reader has checked leave it to English.
 */
const DEFINITIONS = 'bedside.ftl';
const CHECKED_LANGUAGES = ['en', 'ar'];

/** Codes of what keeps data safe: Rust makes them, and the window shows them. */
const RELIED_ON = [
  'unlock-delayed',
  'recovery-code-wrong',
  'recovery-code-mistyped',
  'recovery-code-differs',
  'backup-folder-missing',
  'backup-none',
  'backup-broken-off',
  'audit-broken',
  'keychain-unavailable',
  'keychain-empty',
  'import-newer',
  'import-foreign',
  'import-damaged',
  'archive-passphrase-wrong',
  'export-exists',
  'folder-missing',
  'name-empty',
  'answer-not-cut',
  'answer-other-model',
  'import-running',
  'model-zip',
  'model-safetensors',
  'model-part-missing',
  'model-no-room',
  'model-unwritable',
  'model-name-taken',
  'model-already-installed',
  'model-source-gone',
  'model-changed',
  'model-not-ours',
  'adapter-without-base',
  'adapter-without-named-base',
  'catalogue-unreadable',
  'catalogue-form',
  'catalogue-unsound',
];

interface Said {
  variables: Set<string>;
  plurals: Set<string>[];
}

function entries(language: string, without = ''): Entry[] {
  return readdirSync(join(LOCALES, language))
    .filter((file) => file !== without)
    .flatMap((file) => entriesOf(readFileSync(join(LOCALES, language, file), 'utf8')));
}

/** Every message and attribute of a language, under the name it is asked for by. */
function messages(language: string, without = ''): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const entry of entries(language, without)) {
    if (entry.type !== 'Message') continue;
    const name = entry.id.name;
    if (found.has(name)) throw new Error(`${language} says ${name} twice`);
    if (entry.value) found.set(name, said(entry.value));
    for (const attribute of entry.attributes) {
      found.set(`${name}.${attribute.id.name}`, said(attribute.value));
    }
  }
  return found;
}

function said(pattern: Pattern): Said {
  const result: Said = { variables: new Set(), plurals: [] };
  class Reader extends Visitor {
    override visitVariableReference(node: { id: { name: string } }): void {
      result.variables.add(node.id.name);
    }
    override visitSelectExpression(node: { variants: { key: { type: string } }[] }): void {
      const keys = node.variants.map(({ key }) => key as { type: string; name?: string });
      if (keys.every(({ name }) => name !== undefined && PLURALS.has(name))) {
        result.plurals.push(new Set(keys.map(({ name }) => name as string)));
      }
      this.genericVisit(node as never);
    }
  }
  new Reader().visit(pattern);
  return result;
}

const WARNINGS = ['override', 'unbalanced', 'invisible-tag', 'control-touches-digit', 'look-alike'];
/** What Rust finds wrong with an entry, with an edit, and with a file besides. */
const TEMPLATE_ENTRIES = [
  'missing',
  'too-long',
  'not-a-number',
  'below',
  'above',
  'no-unit',
  'no-choice',
  'not-a-day',
];
const TEMPLATE_FAULTS = ['missing', 'value', 'twice', 'placeholder', 'alone', 'part', 'too-long'];
const TEMPLATE_FILES = ['syntax', 'unknown', 'newer', 'gone', 'unfinished'];
const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const all = messages(REFERENCE);

describe.each(languages)('the language %s', (language) => {
  const without = CHECKED_LANGUAGES.includes(language) ? '' : DEFINITIONS;
  const own = messages(language, without);
  const reference = messages(REFERENCE, without);

  it('parses_without_junk', () => {
    expect(entries(language).filter(({ type }) => type === 'Junk')).toEqual([]);
  });

  it('says_every_message_and_no_other', () => {
    expect([...own.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it('uses_no_variable_that_is_not_given', () => {
    for (const [name, { variables }] of own) {
      const given = reference.get(name)?.variables ?? new Set();
      expect([name, [...variables].filter((variable) => !given.has(variable))]).toEqual([name, []]);
    }
  });

  it('leaves_out_no_variable_but_a_count_that_is_written_as_a_word', () => {
    for (const [name, { variables }] of reference) {
      const missing = [...variables].filter((variable) => !own.get(name)?.variables.has(variable));
      expect([name, missing]).toEqual([name, []]);
    }
  });

  it('has_every_plural_form_of_its_grammar', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [name, { plurals }] of own) {
      for (const present of plurals) {
        expect([name, [...present].sort()]).toEqual([name, [...forms].sort()]);
      }
    }
  });

  it('counts_where_the_reference_counts', () => {
    for (const [name, { plurals }] of reference) {
      expect([name, own.get(name)?.plurals.length]).toEqual([name, plurals.length]);
    }
  });

  it('types_no_digits_or_units_into_a_message', () => {
    const l10n = new L10n();
    l10n.choose(language);
    const lets = l10n.direction === 'ltr' ? DEFINITIONS : '';
    expect(typedValues(entries(language, lets))).toEqual([]);
  });

  it('says_of_itself_that_no_native_reader_has_checked_it_where_that_is_so', () => {
    const l10n = new L10n();
    l10n.choose(language);
    expect(l10n.text('beta')).not.toBe('beta');
    expect(isBeta(language)).toBe(!['en', 'ar'].includes(language));
  });
});

describe('the languages', () => {
  it('are_those_that_the_menu_offers', () => {
    expect([...languages].sort()).toEqual([...LANGUAGE_CODES].sort());
  });

  it('have_their_own_names_in_every_language', () => {
    for (const code of LANGUAGE_CODES) {
      const names = languages.map((language) => {
        const l10n = new L10n();
        l10n.choose(language);
        return l10n.text(`language-${code}`);
      });
      expect([code, new Set(names).size]).toEqual([code, 1]);
    }
  });
});

describe('the lint against digits and units in messages', () => {
  it.each([
    'a = At most 8 characters',
    'a = بحد أقصى ٨ محارف',
    'a = حداکثر ۸ نویسه',
    'a = Give { $dose } mg',
    'a = أعط { $dose } مجم',
    'a = תן { $dose } מ״ג',
    'a = { $share } %',
    'a = ضغط فوق 160 أو أكثر',
    'a = \u2066160\u2069 mmHg',
    'a = “{ "µg" }” can be misread',
    'a = x\n    .hint = at 37 °C',
    'a = { $count ->\n    [one] 1 token\n   *[other] { $count } tokens\n    }',
  ])('finds_%j', (source) => {
    expect(typedValues(entriesOf(`${source}\n`))).toHaveLength(1);
  });

  it.each([
    'a = { $dose } { $unit } for { $days } days',
    'a = write “microgram” or «وحدة»',
    'a = Umm, a GGUF file',
    'a = مملوء',
    'a = NEWS2, CURB-65, PaO₂/FiO₂, CHA₂DS₂-VASc',
    'a = ضغط فوق \u2066160 mmHg\u2069 أو أكثر',
    '# At most 8 characters\na = x',
  ])('lets_%j_be', (source) => {
    expect(typedValues(entriesOf(`${source}\n`))).toEqual([]);
  });
});

describe('every message that the window asks for', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/u.test(file) && !file.startsWith('preview'))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .join('\n');

  it('exists', () => {
    const asked = [...sources.matchAll(/l10n\s*\.text(?:IfAny)?\(\s*'([^']+)'/gu)].map(
      ([, id]) => id as string,
    );
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((id) => !all.has(id))).toEqual([]);
  });

  it.each([
    ['engine', ['off', 'loading', 'ready', 'reading', 'writing', 'failed']],
    ['incomplete', ['stopped', 'engine-failed', 'length-limit', 'app-ended']],
    ['group', ['today', 'yesterday', 'week', 'older']],
    ['strength', ['empty', 'very-weak', 'weak', 'fair', 'strong']],
    ['theme', ['system', 'light', 'dark']],
    ['language', languages],
    ['notice', ['english-only', 'not-clinical']],
    ['digits', DIGITS],
    ['dialect', ['egy', 'lev', 'glf', 'mag']],
    ['warning', WARNINGS],
    ['warning', WARNINGS.map((code) => `${code}.hint`)],
    ['removed', ['direction-control', 'invisible-tag', 'invisible', 'control']],
    ['record', ['generated']],
    ['locked', ['idle', 'suspend', 'by-user']],
    ['settings', SECTIONS],
    ['figure', FIGURES],
    ['figure', FIGURES.map((figure) => `${figure}.hint`)],
    ['replaced', [...FIGURES, 'threads', 'context', 'lock_after']],
    ['set-theme', ['system', 'light', 'dark']],
    ['format', FORMATS],
    ['export', ['whole', 'some']],
    ['filter', ['period', 'first', 'last', 'folder', 'archive', 'model']],
    ['period', PERIODS],
    ['archive', ARCHIVES],
    ['audit', KINDS],
    ['audit', ['whole', 'continues', 'unknown']],
    ['store', ['whole']],
    ['check-state', ['running', 'paused', 'complete']],
    ['check-right', ['en', 'ar']],
    ['check-standing', ['no-better-than-guessing', 'not-shown-above-half', 'above-half']],
    ['check-outcome', OUTCOMES],
    ['check-format', CHECK_FORMATS],
    ['check', ['begin-quick', 'begin-full', 'offer-asks-quick', 'offer-asks-full']],
    ['check-subject', subjects()],
    ['template-entry', TEMPLATE_ENTRIES],
    ['template-fault', TEMPLATE_FAULTS],
    ['template-kind', FIELD_KINDS],
    ['template-origin', ['changed', 'own']],
    ['template-remove', ['changed', 'own']],
    ['template-clash', ['keep_both', 'replace', 'keep_both.hint', 'replace.hint']],
    ['template-imported', ['added', 'already_there']],
    ['error-template', TEMPLATE_FAULTS],
    ['error-template', [...TEMPLATE_FAULTS, ...TEMPLATE_FILES].map((code) => `${code}.hint`)],
    ['recovery-code', ['later', 'copy', 'copied', 'kept']],
    ['passphrase', ['new', 'present', 'changed']],
    ['keychain', ['on', 'on.hint']],
    ['fit', ['fits', 'tight', 'will-not-fit']],
    ['verdict', ['fits', 'tight', 'will-not-fit']],
    ['identity', ['same', 'different', 'unknown']],
    ['origin', ['copied', 'in-place', 'package']],
    ['permits', ['any-use', 'conditions', 'non-commercial', 'research']],
    ['model-import', ['copy', 'copy.hint', 'in-place', 'in-place.hint', 'stopped']],
    ['error', RELIED_ON],
    ['error', RELIED_ON.map((code) => `${code}.hint`)],
  ])('exists_in_each_of_its_kinds_for_%s', (prefix, kinds) => {
    expect(kinds.filter((kind) => !all.has(`${prefix}-${kind}`))).toEqual([]);
  });
});

describe('a size', () => {
  it.each([
    ['latn', 0, '0 B'],
    ['latn', 999, '999 B'],
    ['latn', 1000, '1.0 kB'],
    ['latn', 999_500, '1.0 MB'],
    ['latn', 48_200_000, '48 MB'],
    ['latn', 4_700_000_000, '4.7 GB'],
    ['arab', 4_700_000_000, '٤٫٧ GB'],
  ] as const)(
    'in_%s_digits_of_%i_bytes_reads_as_the_app_says_it_in_its_errors',
    (digits, bytes, said) => {
      const l10n = new L10n();
      l10n.choose(digits === 'latn' ? 'en' : 'ar');
      l10n.chooseDigits(digits);
      expect(l10n.size(bytes).replace('\u00a0', ' ')).toBe(said);
    },
  );
});

describe('a date', () => {
  it.each(LANGUAGE_CODES)('in_%s_is_gregorian_and_in_latin_digits', (language) => {
    const l10n = new L10n();
    l10n.choose(language);
    const date = l10n.dateAndTime(Date.UTC(2026, 10, 20, 8, 30));
    expect(date).toContain('2026');
    expect(date).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/u);
  });
});

describe('arabic', () => {
  it.each([
    [0, 'لا رموز'],
    [1, 'رمز واحد'],
    [2, 'رمزان'],
    [3, '3 رموز'],
    [11, '11 رمزًا'],
    [100, '100 رمز'],
  ])('counts_%i_in_its_own_form', (count, expected) => {
    const l10n = new L10n();
    l10n.choose('ar');
    expect(l10n.text('tokens', { count }).replace(/[\u2066-\u2069]/gu, '')).toBe(expected);
  });

  it('writes_numbers_and_dates_in_latin_digits', () => {
    const l10n = new L10n();
    l10n.choose('ar');
    const date = l10n.dateAndTime(Date.UTC(2026, 10, 20, 8, 30));
    expect(date).toMatch(/2026/u);
    expect(date).not.toMatch(/[\u0660-\u0669]/u);
    expect(l10n.text('engine-loading', { percent: l10n.percent(62) })).toMatch(/62/u);
  });

  it.each([
    ['arab', '٢٠٢٦', '٦٢', '٣ رموز'],
    ['arabext', '۲۰۲۶', '۶۲', '۳ رموز'],
  ] as const)('writes_them_in_%s_digits_where_those_are_chosen', (digits, year, share, count) => {
    const l10n = new L10n();
    l10n.choose('ar');
    l10n.chooseDigits(digits);
    expect(l10n.dateAndTime(Date.UTC(2026, 10, 20, 8, 30))).toContain(year);
    expect(l10n.text('engine-loading', { percent: l10n.percent(62) })).toContain(share);
    expect(l10n.text('tokens', { count: 3 }).replace(/[\u2066-\u2069]/gu, '')).toBe(count);
  });

  it('isolates_what_is_put_into_a_sentence', () => {
    const l10n = new L10n();
    l10n.choose('ar');
    expect(l10n.text('failure-unknown', { code: 'x-1' })).toContain('\u2068x-1\u2069');
  });
});
