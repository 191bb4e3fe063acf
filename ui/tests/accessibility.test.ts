import axe from 'axe-core';
import { describe, expect, it } from 'vitest';

import { SECTIONS } from '$lib/state/settings.svelte';

import { checks } from '../src/preview/checks';
import { examined } from '../src/preview/drafts';
import { models } from '../src/preview/models';
import { conversations } from '../src/preview/samples';
import { safety } from '../src/preview/safety';
import { warned } from '../src/preview/warned';
import { all, click, openWindow, settled } from './window';

/** Colours, sizes and what lies over what are for a real window: jsdom lays nothing out. */
const RULES = {
  rules: {
    'color-contrast': { enabled: false },
    // Where an answer begins its headings is for the model to say.
    'heading-order': { enabled: false },
  },
};

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document, RULES);
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes.map(({ html }) => html.slice(0, 120)).join(' ');
    return `${impact ?? 'unknown'} ${id}: ${places}`;
  });
}

// The title and the rest of the head are those of `index.html`.
document.title = 'Sanad';

const now = Date.now();
const stored = [warned(now), ...conversations(now)];

async function open(index: number): Promise<void> {
  await openWindow({ conversations: stored });
  all('conversation-item')[index]?.click();
  await settled();
}

/** A look at a whole page takes a second, and many times that on a machine that builds meanwhile. */
const PATIENCE = { timeout: 60_000 };

describe('axe finds nothing wrong with', PATIENCE, () => {
  it.each(['first_run', 'locked', 'open'] as const)('the_screen_%s', async (screen) => {
    await openWindow({ screen });
    expect(await faults()).toEqual([]);
  });

  it('the_language_menu', async () => {
    await openWindow({
      preferences: { language: 'ar', theme: 'light', digits: 'latn', text_size: 100 },
    });
    await click('language-switch');
    expect(await faults()).toEqual([]);
  });

  it.each([0, 1, 2, 3])('conversation_%i', async (index) => {
    await open(index);
    if (all('raw-toggle').length > 0) await click('raw-toggle');
    if (all('unsupported-toggle').length > 0) await click('unsupported-toggle');
    expect(await faults()).toEqual([]);
  });

  it.each(['rename', 'move', 'about'])('a_conversation_whose_menu_leads_to_%s', async (action) => {
    await openWindow({ conversations: stored });
    await click('row-actions');
    expect(await faults()).toEqual([]);
    await click(action);
    expect(await faults()).toEqual([]);
  });

  it('the_bin_and_what_is_asked_before_erasing', async () => {
    await openWindow({ conversations: stored });
    await click('row-actions');
    await click('delete');
    await click('show-bin');
    expect(await faults()).toEqual([]);
    await click('row-actions');
    await click('erase');
    expect(await faults()).toEqual([]);
  });

  it('a_search', async () => {
    const { app } = await openWindow({ conversations: stored });
    await click('open-search');
    app.search.type('INR');
    await app.search.again();
    await settled();
    expect(all('search-hit')).not.toHaveLength(0);
    expect(await faults()).toEqual([]);
  });

  it('a_temporary_conversation', async () => {
    await openWindow();
    await click('new-temporary');
    expect(await faults()).toEqual([]);
  });

  it('a_draft_with_its_notes', async () => {
    const window = await openWindow({ onDraft: examined });
    const { composer } = window.app.conversation;
    composer.type('عندي زغللة 120 / 80 \u202E');
    composer.examination.choose('ar');
    await settled();
    expect(all('draft-preview')).toHaveLength(1);
    expect(all('warnings')).toHaveLength(1);
    await click('question-language');
    expect(await faults()).toEqual([]);
  });

  it.each(SECTIONS)('the_settings_%s', async (section) => {
    await openWindow({ conversations: stored, ...safety('', now) });
    await click('settings-open');
    await click(`settings-${section}`);
    expect(await faults()).toEqual([]);
  });

  it.each(['recovery-renew', 'change-passphrase', 'change-key', 'keychain'])(
    'the_dialog_behind_%s',
    async (opens) => {
      await openWindow(safety('', now));
      await click('settings-open');
      await click('settings-access');
      await click(opens);
      expect(await faults()).toEqual([]);
    },
  );

  it.each([
    { kind: 'conversation', id: 'mixed' },
    { kind: 'everything' },
    { kind: 'import' },
  ] as const)('the_dialog_%j', async (dialog) => {
    const { app } = await openWindow({ conversations: stored });
    app.transfer.open(dialog);
    await settled();
    if (dialog.kind === 'conversation') await click('export-some');
    expect(await faults()).toEqual([]);
  });

  it.each(['en', 'ar'])('a_self_check_in_%s_from_its_offers_to_its_questions', async (language) => {
    const model = { name: 'Fake model', file: 'fake.gguf', sha256: 'f'.repeat(64) };
    const preferences = { language, theme: 'light', digits: 'latn', text_size: 100 };
    const { backend } = await openWindow({
      ...checks(now),
      onCheck: () => undefined,
      installedModels: [model],
      preferences,
    });
    await click('checks-open');
    expect(await faults()).toEqual([]);
    await click('check-measure');
    expect(await faults()).toEqual([]);
    await click('check-begin-quick');
    expect(await faults()).toEqual([]);
    backend.checkRuns[0]?.finish();
    await settled();
    expect(all('check-item')).toHaveLength(4);
    expect(await faults()).toEqual([]);
    await click('check-back');
    await click('check-export');
    expect(await faults()).toEqual([]);
    await click('check-export-close');
    await click('check-delete');
    expect(await faults()).toEqual([]);
  });

  it.each(['en', 'ar'])('the_models_in_%s_from_a_file_to_its_removal', async (language) => {
    const preferences = { language, theme: 'light', digits: 'latn', text_size: 100 };
    const { app, backend } = await openWindow({ ...models(), preferences });
    await click('models-open');
    expect(all('model-row')).toHaveLength(4);
    expect(await faults()).toEqual([]);
    backend.drops({ kind: 'dropped', paths: ['/media/stick/clinic.gguf'] });
    await settled();
    expect(all('model-looked')).toHaveLength(1);
    expect(await faults()).toEqual([]);
    await click('model-import-act');
    backend.imports[0]?.is(1_000_000_000, 4_683_073_952);
    await settled();
    expect(await faults()).toEqual([]);
    backend.imports[0]?.finish();
    await settled();
    expect(app.models.done?.says).toBe('model-imported');
    await click('model-remove');
    expect(await faults()).toEqual([]);
    await click('model-remove-cancel');
    await click('catalogue-obtain');
    expect(await faults()).toEqual([]);
  });

  it('the_screen_for_a_damaged_store', async () => {
    await openWindow({ screen: 'damaged', ...safety('', now) });
    expect(await faults()).toEqual([]);
  });

  it('the_recovery_code_and_its_use', async () => {
    await openWindow({ screen: 'locked', notice: 'locked-idle', ...safety('keychain', now) });
    expect(await faults()).toEqual([]);
    await click('unlock-forgotten');
    expect(await faults()).toEqual([]);
  });

  it('an_error', async () => {
    const { app, backend } = await openWindow();
    backend.fail('startState', 'store-in-use', { path: '/data' });
    await app.start();
    await settled();
    expect(await faults()).toEqual([]);
  });

  it('a_button_without_a_name_is_found', async () => {
    await openWindow();
    document.querySelector('main')?.append(document.createElement('button'));
    expect((await faults()).join()).toContain('button-name');
  });
});
