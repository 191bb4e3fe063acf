import { describe, expect, it } from 'vitest';

import type { Backend } from '$lib/backend/backend';
import { suggestedName, withEnding } from '$lib/state/transfer.svelte';

import { conversations } from '../src/preview/samples';
import { all, click, find, openWindow, settled, type, words } from './window';

const now = Date.UTC(2026, 10, 21);
const stored = conversations(now);

const button = (id: string): HTMLButtonElement => find(id) as HTMLButtonElement;
const said = (id: string): string => words(find(id)).replace(/\s+/gu, ' ');

type Opened = Awaited<ReturnType<typeof openWindow>>;

const given = ({ backend }: Opened, command: keyof Backend): unknown[][] =>
  backend.calls.filter((call) => call.command === command).map((call) => call.given);

async function openExport(content: Parameters<typeof openWindow>[0] = {}): Promise<Opened> {
  const window = await openWindow({ conversations: stored, ...content });
  window.app.transfer.open({ kind: 'conversation', id: 'mixed' });
  await settled();
  return window;
}

describe('exporting a conversation', () => {
  it('says_that_the_text_leaves_the_encryption_and_that_generated_text_is_labelled', async () => {
    await openExport();
    expect(said('export-dialog')).toContain('The file is not encrypted.');
    expect(said('export-dialog')).toContain('marked as generated text');
    expect(button('export-act').disabled).toBe(true);
  });

  it('writes_all_of_it_to_the_place_that_was_chosen_and_says_where', async () => {
    const window = await openExport({ chosenPath: '/home/clinic/a.docx' });
    await click('export-path-choose');
    await click('export-act');
    expect(given(window, 'exportConversation')).toEqual([
      ['mixed', [], 'docx', '/home/clinic/a.docx'],
    ]);
    expect(said('transfer-done')).toBe('Written: /home/clinic/a.docx (48 kB)');
  });

  it('writes_the_chosen_questions_in_the_order_of_the_conversation', async () => {
    const window = await openExport();
    await type('export-path', '/home/clinic/a.pdf');
    await click('export-some');
    expect(button('export-act').disabled).toBe(true);
    const boxes = all('export-turn');
    for (const box of [...boxes].reverse()) box.click();
    await settled();
    await click('format-pdf');
    await click('export-act');
    const turns = stored.find(({ conversation }) => conversation.id === 'mixed')?.turns ?? [];
    expect(boxes).toHaveLength(turns.length);
    expect(given(window, 'exportConversation')[0]?.[1]).toEqual(turns.map(({ id }) => id));
  });

  it('gives_the_path_the_ending_of_the_format', async () => {
    await openExport();
    await type('export-path', '/home/clinic/a.docx');
    await click('format-json');
    expect((find('export-path') as HTMLInputElement).value).toBe('/home/clinic/a.json');
    expect(withEnding('/home/v1.pdf/notes', 'html')).toBe('/home/v1.pdf/notes');
  });

  it('suggests_a_name_that_says_nothing_of_what_is_inside', () => {
    expect(suggestedName('pdf', now)).toBe('sanad-2026-11-21.pdf');
  });

  it('shows_why_nothing_was_written_and_stays', async () => {
    const { backend } = await openExport();
    backend.fail('exportConversation', 'export-exists', { path: '/a' });
    await type('export-path', '/a');
    await click('export-act');
    expect(find('error').dataset.code).toBe('export-exists');
    expect(find('export-dialog')).toBeTruthy();
  });

  it('is_reached_from_the_settings_for_the_open_conversation', async () => {
    const { app } = await openWindow({ conversations: stored });
    await click('settings-open');
    await click('settings-files');
    expect(button('export-one').disabled).toBe(true);
    await app.open('mixed');
    await settled();
    await click('export-one');
    expect(find('export-dialog')).toBeTruthy();
  });
});

describe('exporting everything', () => {
  it('needs_a_passphrase_typed_twice', async () => {
    const window = await openWindow();
    await click('settings-open');
    await click('settings-files');
    await click('export-everything');
    await type('archive-path', '/media/stick/all.age');
    await type('archive-passphrase', 'one two three');
    await type('archive-repeat', 'one two');
    expect(button('archive-act').disabled).toBe(true);
    await type('archive-repeat', 'one two three');
    await click('archive-act');
    expect(given(window, 'exportEverything')).toEqual([['/media/stick/all.age', 'one two three']]);
    expect(said('transfer-done')).toContain('2.9 MB');
    expect(said('archive-dialog')).toContain('marked as generated text');
  });
});

describe('importing', () => {
  it('says_in_words_what_came_in_and_lists_it', async () => {
    const window = await openWindow();
    window.app.transfer.open({ kind: 'import' });
    await settled();
    await type('import-path', '/media/stick/all.age');
    await type('import-passphrase', 'one two three');
    const listed = given(window, 'listConversations').length;
    await click('import-act');
    expect(said('transfer-done')).toBe(
      'Taken in: 3 conversations with 12 questions. There already: 1 conversation.',
    );
    expect(given(window, 'listConversations').length).toBeGreaterThan(listed);
  });

  it('says_when_nothing_was_new', async () => {
    const imported = { conversations: 0, turns: 0, already_there: 0 };
    const { app } = await openWindow({ imported });
    app.transfer.open({ kind: 'import' });
    await settled();
    await type('import-path', '/a.json');
    await click('import-act');
    expect(said('transfer-done')).toBe('Nothing new was taken in.');
  });

  it('asks_again_for_a_passphrase_that_does_not_open_the_file', async () => {
    const { app, backend } = await openWindow();
    backend.fail('importFile', 'archive-passphrase-wrong');
    app.transfer.open({ kind: 'import' });
    await settled();
    await type('import-path', '/a.age');
    await type('import-passphrase', 'wrong');
    await click('import-act');
    expect(find('import-passphrase').ariaInvalid).toBe('true');
    expect(find('error').dataset.code).toBe('archive-passphrase-wrong');
  });
});
