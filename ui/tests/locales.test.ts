// @vitest-environment node

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Entry, parse, type Pattern, Visitor } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';

import { L10n } from '$lib/l10n/l10n.svelte';

const LOCALES = 'locales';
const REFERENCE = 'en';
const languages = readdirSync(LOCALES);

interface Said {
  variables: Set<string>;
  plurals: Set<string>[];
  texts: string[];
}

function entries(language: string): Entry[] {
  return readdirSync(join(LOCALES, language)).flatMap(
    (file) => parse(readFileSync(join(LOCALES, language, file), 'utf8'), {}).body,
  );
}

/** Every message and attribute of a language, under the name it is asked for by. */
function messages(language: string): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const entry of entries(language)) {
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
  const result: Said = { variables: new Set(), plurals: [], texts: [] };
  class Reader extends Visitor {
    override visitVariableReference(node: { id: { name: string } }): void {
      result.variables.add(node.id.name);
    }
    override visitTextElement(node: { value: string }): void {
      result.texts.push(node.value);
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

const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const reference = messages(REFERENCE);

describe.each(languages)('the language %s', (language) => {
  const own = messages(language);

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

  it('types_no_digits_into_a_message', () => {
    for (const [name, { texts }] of own) {
      expect([name, texts.filter((text) => /\p{Nd}/u.test(text))]).toEqual([name, []]);
    }
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
    expect(asked.filter((id) => !reference.has(id))).toEqual([]);
  });

  it.each([
    ['engine', ['off', 'loading', 'ready', 'reading', 'writing', 'failed']],
    ['incomplete', ['stopped', 'engine-failed', 'length-limit', 'app-ended']],
    ['group', ['today', 'yesterday', 'week', 'older']],
    ['strength', ['empty', 'very-weak', 'weak', 'fair', 'strong']],
    ['theme', ['system', 'light', 'dark']],
    ['language', languages],
    ['notice', ['english-only', 'not-clinical']],
  ])('exists_in_each_of_its_kinds_for_%s', (prefix, kinds) => {
    expect(kinds.filter((kind) => !reference.has(`${prefix}-${kind}`))).toEqual([]);
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

  it('isolates_what_is_put_into_a_sentence', () => {
    const l10n = new L10n();
    l10n.choose('ar');
    expect(l10n.text('failure-unknown', { code: 'x-1' })).toContain('\u2068x-1\u2069');
  });
});
