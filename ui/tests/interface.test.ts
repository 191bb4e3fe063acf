import { describe, expect, it } from 'vitest';

import { transcript } from '../src/preview/samples';
import { all, click, composer, find, openWindow, press, settled, type, words } from './window';

async function choose(language: string): Promise<void> {
  await click('language-switch');
  await click(`language-${language}`);
}

const items = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[role^="menuitem"]'),
];

describe('the language menu', () => {
  it('mirrors_the_window_at_once_and_is_remembered', async () => {
    const { backend } = await openWindow();
    expect(document.documentElement.dir).toBe('ltr');
    await choose('ar');
    expect(document.documentElement.dir).toBe('rtl');
    expect(document.documentElement.lang).toBe('ar');
    expect(words(find('new-conversation'))).toBe('محادثة جديدة');
    expect(backend.calls.at(-1)).toEqual({
      command: 'setPreferences',
      given: [{ language: 'ar', theme: 'light', digits: 'latn', text_size: 100 }],
    });
    await choose('en');
    expect(document.documentElement.dir).toBe('ltr');
  });

  it.each([
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['he', 'rtl'],
    ['fr', 'ltr'],
  ])('speaks_%s_from_the_side_it_is_read_from', async (language, direction) => {
    await openWindow();
    await choose(language);
    expect(document.documentElement.lang).toBe(language);
    expect(document.documentElement.dir).toBe(direction);
  });

  it('names_each_language_in_itself_and_says_which_no_native_reader_has_checked', async () => {
    await openWindow();
    expect(words(find('language-switch'))).toBe('English');
    await click('language-switch');
    const offered = ['en', 'ar', 'fa', 'ur', 'he', 'fr'].map((code) =>
      words(find(`language-${code}`)),
    );
    const beta = ' beta: not yet checked by a native reader';
    expect(offered.map((said) => said.replace(/\s+/gu, ' '))).toEqual([
      'English',
      'العربية',
      `فارسی${beta}`,
      `اردو${beta}`,
      `עברית${beta}`,
      `Français${beta}`,
    ]);
    expect(find('language-fa').querySelector('[lang="fa"]')).not.toBeNull();
  });

  it('is_worked_by_keyboard_alone', async () => {
    await openWindow();
    find('language-switch').focus();
    await press('ArrowDown');
    expect(document.activeElement).toBe(find('language-en'));
    await press('ArrowDown');
    expect(document.activeElement).toBe(find('language-ar'));
    await press('End');
    expect(document.activeElement).toBe(find('digits-arabext'));
    await press('ArrowDown');
    expect(document.activeElement).toBe(find('language-en'));
    await press('Escape');
    expect(items()).toHaveLength(0);
    expect(document.activeElement).toBe(find('language-switch'));
  });

  it('closes_when_the_focus_leaves_it', async () => {
    await openWindow();
    await click('language-switch');
    expect(items()).not.toHaveLength(0);
    composer().focus();
    await settled();
    expect(items()).toHaveLength(0);
  });

  it('keeps_what_is_being_typed', async () => {
    await openWindow();
    await type('composer', 'half a question');
    await choose('ar');
    expect(composer().value).toBe('half a question');
  });

  it('is_on_every_screen', async () => {
    for (const screen of ['first_run', 'locked', 'open'] as const) {
      await openWindow({ screen });
      expect(all('language-switch')).toHaveLength(1);
      expect(all('theme-switch')).toHaveLength(1);
      document.body.replaceChildren();
    }
  });
});

describe('the digits of the window', () => {
  it.each([
    ['latn', '62%'],
    ['arab', '٦٢'],
    ['arabext', '۶۲'],
  ])('in_%s_are_used_for_what_the_window_counts', async (digits, expected) => {
    const { backend } = await openWindow();
    backend.engineIs({ kind: 'loading', percent: 62 });
    await click('language-switch');
    await click(`digits-${digits}`);
    expect(words(find('engine-state'))).toContain(expected);
    expect(backend.calls.at(-1)?.given).toEqual([
      { language: 'en', theme: 'light', digits, text_size: 100 },
    ]);
  });

  it('are_kept_from_last_time_and_ticked', async () => {
    await openWindow({
      preferences: { language: 'ar', theme: 'light', digits: 'arab', text_size: 100 },
    });
    await click('language-switch');
    const ticked = items().filter(({ ariaChecked }) => ariaChecked === 'true');
    expect(ticked.map(({ dataset }) => dataset.testid)).toEqual(['language-ar', 'digits-arab']);
  });

  it('are_latin_where_those_kept_are_not_known', async () => {
    const { app } = await openWindow({
      preferences: { language: 'en', theme: 'light', digits: 'roman', text_size: 100 },
    });
    expect(app.l10n.digits).toBe('latn');
  });
});

describe('the theme switch', () => {
  it('goes_round_system_light_and_dark', async () => {
    await openWindow({
      preferences: { language: 'en', theme: 'system', digits: 'latn', text_size: 100 },
    });
    const seen = [];
    for (let step = 0; step < 3; step += 1) {
      seen.push([find('theme-switch').dataset.themeChoice, document.documentElement.dataset.theme]);
      await click('theme-switch');
    }
    expect(seen).toEqual([
      ['system', 'light'],
      ['light', 'light'],
      ['dark', 'dark'],
    ]);
  });
});

describe('an error', () => {
  it('is_said_in_the_language_of_the_window_with_what_to_do', async () => {
    const { backend } = await openWindow();
    backend.fail('ask', 'store-full', { path: '/data' });
    await type('composer', 'question');
    await press('Enter');
    const english = [...find('error').querySelectorAll('p')].map(words);
    expect(english).toHaveLength(2);
    expect(english[0]).toContain('/data');
    await choose('ar');
    const arabic = [...find('error').querySelectorAll('p')].map(words);
    expect(arabic).toHaveLength(2);
    expect(arabic[0]).toMatch(/[\u0600-\u06ff].*\/data/u);
  });

  it('of_an_unknown_kind_is_still_a_sentence', async () => {
    const { backend } = await openWindow();
    backend.fail('ask', 'from-the-future');
    await type('composer', 'question');
    await press('Enter');
    expect(words(find('error'))).toContain('Something went wrong (from-the-future).');
  });

  it('can_be_dismissed', async () => {
    const { backend } = await openWindow();
    backend.fail('setPreferences', 'store-read-only', { path: '/data' });
    await click('theme-switch');
    find('error').querySelector('button')?.click();
    await settled();
    expect(all('error')).toHaveLength(0);
  });
});

describe('the engine', () => {
  it.each([
    [{ kind: 'off' }, 'Engine off'],
    [{ kind: 'loading', percent: 62 }, 'Loading the model 62%'],
    [{ kind: 'ready' }, 'Ready'],
    [{ kind: 'reading', percent: 5 }, 'Reading the question 5%'],
    [{ kind: 'writing' }, 'Writing'],
  ] as const)('shows_that_it_is_%o', async (state, said) => {
    const { backend } = await openWindow();
    backend.engineIs(state);
    await settled();
    expect(find('engine-state').dataset.kind).toBe(state.kind);
    expect(words(find('engine-state'))).toBe(said);
  });

  it('that_failed_says_why_and_what_to_do', async () => {
    const { backend } = await openWindow();
    backend.engineIs({ kind: 'failed', error: { code: 'engine-failed', arguments: [] } });
    await settled();
    expect(find('engine-state').dataset.kind).toBe('failed');
    expect([...find('error').querySelectorAll('p')]).toHaveLength(2);
  });

  it('says_beside_the_model_what_is_to_be_said_of_it', async () => {
    await openWindow({
      model: { name: 'Small', file: 's.gguf', sha256: '', notices: ['notice-english-only'] },
    });
    expect(words(find('model-name'))).toBe('Small');
    expect(words(document.querySelector('[data-notice]') as Element)).toBe('English only');
  });

  it('without_a_model_is_said_to_have_none', async () => {
    await openWindow({ model: { name: '', file: '', sha256: '', notices: [] } });
    expect(words(find('model-name'))).toBe('No model');
  });
});

describe('the conversations', () => {
  const conversations = [
    transcript('old', 'جرعة ⟦12.5 mg⟧ للأطفال', 'rtl', Date.now() - 40 * 86_400_000),
    transcript('new', 'Asthma', 'ltr', Date.now()),
  ];

  it('are_listed_by_day_with_the_newest_first', async () => {
    await openWindow({ conversations });
    expect(all('conversation-item').map(({ dataset }) => dataset.id)).toEqual(['new', 'old']);
    expect([...find('conversation-list').querySelectorAll('h2')].map(words)).toEqual([
      'Today',
      'Earlier',
    ]);
  });

  it('keep_a_dose_in_a_title_in_its_own_direction', async () => {
    await openWindow({ conversations });
    const island = all('conversation-item')[1]?.querySelector('bdi');
    expect(island?.dir).toBe('ltr');
    expect(island?.textContent).toBe('12.5 mg');
  });

  it('keep_it_in_their_tooltips_too', async () => {
    await openWindow({ conversations });
    expect(all('conversation-item')[1]?.title).toContain(
      '\u2067جرعة \u206612.5 mg\u2069 للأطفال\u2069',
    );
  });

  it('can_be_renamed_by_keyboard', async () => {
    await openWindow({ conversations });
    all('conversation-item')[0]?.focus();
    await press('F2');
    const field = find('rename-field') as HTMLInputElement;
    expect(field.value).toBe('Asthma');
    field.focus();
    field.value = 'الربو';
    await press('Enter');
    expect(words(all('conversation-item')[0] as Element)).toBe('الربو');
  });

  it('keep_their_title_when_renaming_is_given_up', async () => {
    const { backend } = await openWindow({ conversations });
    await click('row-actions');
    await click('rename');
    const field = find('rename-field') as HTMLInputElement;
    field.focus();
    field.value = 'another';
    await press('Escape');
    expect(backend.calls.some(({ command }) => command === 'renameConversation')).toBe(false);
  });

  it('begin_anew_with_control_and_n', async () => {
    const { app } = await openWindow({ conversations });
    all('conversation-item')[0]?.click();
    await settled();
    expect(app.conversation.id).toBe('new');
    await press('n', { ctrlKey: true });
    expect(app.conversation.id).toBe('');
    expect(document.activeElement).toBe(composer());
  });
});
