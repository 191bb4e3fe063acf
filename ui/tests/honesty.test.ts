import axe from 'axe-core';
import { describe, expect, it } from 'vitest';

import type { AnswerView, HelpPageView, TranscriptView } from '$lib/backend/backend';
import { plainSpan } from '$lib/backend/fake';
import { grouped, licences } from '$lib/help/licences';
import { type Answered, remindedTurn } from '$lib/safeguards/verify';

import { paragraph } from '../src/preview/compose';
import { conversations } from '../src/preview/samples';
import { all, ask, click, find, openWindow, press, settled, type, words } from './window';

const LIMITS_UNREAD = { intended_use_version: 1, is_acknowledged: false, signs_records: false };
const SIGNED = { intended_use_version: 1, is_acknowledged: true, signs_records: true };

const PAGES: HelpPageView[] = ['first-question', 'calculators'].map((id) => ({
  id,
  title: [plainSpan(`About ${id}`)],
  direction: 'ltr',
  picture: id,
  caption: `A picture of ${id}`,
  blocks: [paragraph(`The page ${id}.`)],
}));

describe('intended use', () => {
  it('stands_before_the_conversations_until_it_is_acknowledged', async () => {
    const { backend } = await openWindow({ safeguards: LIMITS_UNREAD });
    expect(all('composer')).toHaveLength(0);
    expect(words(find('intended-use'))).toContain('in an emergency');
    await click('intended-use-acknowledge');
    expect(all('composer')).toHaveLength(1);
    expect(backend.calls.map(({ command }) => command)).toContain('acknowledgeIntendedUse');
  });

  it('is_not_passed_by_a_key', async () => {
    await openWindow({ safeguards: LIMITS_UNREAD });
    for (const key of [',', 'm', 'e']) await press(key, { ctrlKey: true });
    await press('F1');
    for (const panel of ['settings', 'models', 'checks', 'help'])
      expect(all(panel)).toHaveLength(0);
  });

  it('stays_where_the_acknowledgement_could_not_be_kept', async () => {
    const { backend } = await openWindow({ safeguards: LIMITS_UNREAD });
    backend.fail('acknowledgeIntendedUse', 'store-full', { path: '/x' });
    await click('intended-use-acknowledge');
    expect(all('composer')).toHaveLength(0);
    expect(all('error')).toHaveLength(1);
  });

  it('keeps_nobody_out_when_nothing_is_known_of_it', async () => {
    const window = await openWindow({ screen: 'locked' });
    window.backend.fail('safeguards', 'unexpected');
    await type('unlock-passphrase', 'correct horse battery');
    await click('unlock-submit');
    expect(all('composer')).toHaveLength(1);
  });
});

describe('the reminder to verify', () => {
  const answered = (id: string, figures: number, unsupported = 0): Answered => ({
    view: { id },
    answer: { figures, unsupported },
  });

  it.each<[string, Answered[], boolean, string]>([
    ['the first answer that holds figures', [answered('a', 0), answered('b', 2)], false, 'b'],
    ['no later one', [answered('a', 1), answered('b', 2)], false, 'a'],
    ['none where figures without a source say it', [answered('a', 3, 1)], false, ''],
    ['none after such an answer', [answered('a', 3, 1), answered('b', 2)], false, ''],
    ['none where the beginning is not held', [answered('b', 2)], true, ''],
    ['none without figures', [answered('a', 0)], false, ''],
    ['none without an answer', [{ view: { id: 'a' }, answer: null }], false, ''],
  ])('stands_under_%s', (_says, turns, hasEarlier, expected) => {
    expect(remindedTurn(turns, hasEarlier)).toBe(expected);
  });

  it('is_one_line_that_is_not_copied_and_asks_for_nothing', async () => {
    await opened({ figures: 2 });
    expect(all('verify')).toHaveLength(1);
    expect(find('verify').dataset.copy).toBe('none');
    expect(find('verify').querySelector('button')).toBeNull();
  });
});

/** A conversation whose first answer is like this. */
async function opened(changes: Partial<AnswerView>, safeguards = SIGNED) {
  const [first] = conversations(Date.now());
  if (!first) throw new Error('the preview has conversations');
  const stored: TranscriptView = {
    ...first,
    turns: first.turns.map((turn) => ({
      ...turn,
      answers: turn.answers.map((answer) => ({ ...answer, ...changes })),
    })),
  };
  const window = await openWindow({ conversations: [stored], safeguards });
  await click('conversation-item');
  return window;
}

describe('an answer', () => {
  it('says_which_model_wrote_it', async () => {
    await opened({ model: 'Some-Model-7B' });
    expect(words(find('generated'))).toBe('Generated text, by Some-Model-7B');
  });

  it('says_so_while_it_is_written', async () => {
    const window = await openWindow();
    const turn = await ask(window, 'question');
    turn.write('Yes', {});
    await settled();
    expect(words(find('generated'))).toBe('Generated text, by Fake model');
  });
});

describe('a copy for the record', () => {
  it('is_made_at_once_unless_it_is_to_be_signed', async () => {
    const { backend } = await opened({}, { ...SIGNED, signs_records: false });
    await click('copy-record');
    expect(all('sign-record')).toHaveLength(0);
    expect(backend.calls.map(({ command }) => command)).toContain('recordText');
  });

  it('is_shown_and_needs_a_name_first', async () => {
    const { backend } = await opened({ unsupported: 1 });
    await click('copy-record');
    expect(all('sign-preview')).toHaveLength(1);
    expect(all('unsupported').length).toBeGreaterThan(0);
    expect((find('sign-copy') as HTMLButtonElement).disabled).toBe(true);
    expect(backend.calls.map(({ command }) => command)).not.toContain('signedRecordText');

    await type('sign-name', ' Dr S ');
    expect(words(find('sign-line'))).toContain('Checked by Dr S');
    await click('sign-copy');
    const call = backend.calls.find(({ command }) => command === 'signedRecordText');
    expect(call?.given[2]).toBe('Dr S');
  });

  it('says_so_and_keeps_the_dialog_when_nothing_was_copied', async () => {
    const { backend } = await opened({});
    backend.fail('signedRecordText', 'turn-missing');
    await click('copy-record');
    await type('sign-name', 'Dr S');
    await click('sign-copy');
    expect(all('sign-failed')).toHaveLength(1);
  });

  it('remembers_the_name_until_the_store_is_locked', async () => {
    const { app } = await opened({});
    await click('copy-record');
    await type('sign-name', 'Dr S');
    await click('sign-record-close');
    await click('copy-record');
    expect((find('sign-name') as HTMLInputElement).value).toBe('Dr S');
    await app.lock();
    expect(app.safeguards.signer).toBe('');
  });

  it('is_signed_once_the_setting_says_so', async () => {
    const { backend } = await openWindow();
    await click('settings-open');
    await click('set-sign');
    expect(find('set-sign').getAttribute('aria-checked')).toBe('true');
    expect(backend.calls.at(-1)).toEqual({ command: 'setSignsRecords', given: [true] });
  });
});

describe('the help', () => {
  it('opens_with_its_key_at_the_first_page_and_closes_with_it', async () => {
    await openWindow({ help: PAGES });
    await press('F1');
    await settled();
    expect(find('help-page').dataset.page).toBe('first-question');
    await press('F1');
    expect(all('help')).toHaveLength(0);
  });

  it('shows_the_page_that_is_chosen_and_only_those_that_have_the_words', async () => {
    await openWindow({ help: PAGES });
    await click('help-open');
    await click('help-calculators');
    expect(find('help-page').dataset.page).toBe('calculators');
    await type('help-find', 'first');
    await settled();
    expect(all('help-calculators')).toHaveLength(0);
    expect(all('help-first-question')).toHaveLength(1);
    await type('help-find', 'nothing has this');
    await settled();
    expect(all('help-nothing')).toHaveLength(1);
  });

  it('says_in_other_languages_that_it_is_in_english', async () => {
    const preferences = { language: 'fr', theme: 'light', digits: 'latn', text_size: 100 };
    await openWindow({ help: PAGES, preferences });
    await click('help-open');
    expect(all('help-in-english')).toHaveLength(1);
    expect(find('help-page').lang).toBe('en');
  });

  it('has_nothing_that_axe_finds_wrong', { timeout: 60_000 }, async () => {
    document.title = 'Sanad';
    await openWindow({ help: PAGES });
    await click('help-open');
    for (const page of ['help-calculators', 'help-about', 'help-diagnostics']) {
      await click(page);
      const { violations } = await axe.run(document, {
        rules: { 'color-contrast': { enabled: false }, 'heading-order': { enabled: false } },
      });
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });
});

describe('about', () => {
  it('says_version_use_and_limits_and_has_a_key', async () => {
    await openWindow({ help: PAGES });
    await press('F1', { shiftKey: true });
    await settled();
    expect(words(find('about-version'))).toBe('Version 0.1.0');
    expect(all('intended-use')).toHaveLength(1);
    expect(all('licences')).toHaveLength(1);
  });

  it('has_the_licence_text_of_the_engine_the_store_and_the_letters', async () => {
    const members = (await licences()).flatMap((group) => group.members);
    for (const name of ['llama.cpp', 'SQLCipher', 'OpenSSL', '@fontsource/ibm-plex-sans']) {
      const one = members.find((member) => member.name === name);
      expect(one?.text.length, name).toBeGreaterThan(200);
    }
  });

  it('groups_what_it_is_made_of_by_licence', () => {
    const one = (name: string, licence: string) => ({ name, version: '1', licence, text: 't' });
    const groups = grouped([one('b', 'MIT'), one('c', 'Apache-2.0'), one('a', 'MIT')]);
    expect(groups.map(({ licence }) => licence)).toEqual(['MIT', 'Apache-2.0']);
    expect(groups[0]?.members.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('diagnostics', () => {
  it('are_read_before_they_are_saved', async () => {
    const { backend } = await openWindow({ help: PAGES, diagnostics: '{"format": 1}' });
    await click('help-open');
    await click('help-diagnostics');
    expect(all('diagnostics-save')).toHaveLength(0);
    await click('diagnostics-show');
    expect(words(find('diagnostics-text'))).toBe('{"format": 1}');
    await type('diagnostics-path', '/tmp/d.json');
    await click('diagnostics-save');
    expect(backend.calls.at(-1)).toEqual({ command: 'writeDiagnostics', given: ['/tmp/d.json'] });
    expect(words(find('diagnostics-saved'))).toContain('/tmp/d.json');
  });

  it('say_why_they_could_not_be_saved', async () => {
    const { backend } = await openWindow({ help: PAGES });
    backend.fail('writeDiagnostics', 'export-exists', { path: '/tmp/d.json' });
    await click('help-open');
    await click('help-diagnostics');
    await click('diagnostics-show');
    await type('diagnostics-path', '/tmp/d.json');
    await click('diagnostics-save');
    expect(find('error').dataset.code).toBe('export-exists');
  });
});
