import { describe, expect, it, vi } from 'vitest';

import type { FolderView, TranscriptView } from '$lib/backend/backend';
import { plainSpan } from '$lib/backend/fake';

import { transcript } from '../src/preview/samples';
import { all, click, find, openWindow, press, settled, type, words } from './window';

const folder = (id: string, name: string): FolderView => ({
  id,
  name: [plainSpan(name)],
  direction: 'ltr',
  plain_name: name,
});

const HOUR = 3_600_000;
const now = Date.now();
const three = (): TranscriptView[] => [
  transcript('a', 'Asthma', 'ltr', now - HOUR),
  transcript('b', 'Burns', 'ltr', now - 2 * HOUR),
  transcript('c', 'Croup', 'ltr', now - 3 * HOUR, [], { folder: 'f' }),
];

const listed = (): (string | undefined)[] =>
  all('conversation-item').map(({ dataset }) => dataset.id);
const row = (id: string): HTMLElement =>
  all('conversation-item').find(({ dataset }) => dataset.id === id) as HTMLElement;

async function act(id: string, action: string): Promise<void> {
  row(id).focus();
  await press('F10', { shiftKey: true });
  await click(action);
}

describe('the menu of a conversation', () => {
  it('is_reached_by_key_and_gives_the_focus_back', async () => {
    await openWindow({ conversations: three() });
    row('a').focus();
    await press('F10', { shiftKey: true });
    expect(document.activeElement).toBe(find('rename'));
    await press('End');
    expect(document.activeElement).toBe(find('delete'));
    await press('Escape');
    expect(all('actions')).toHaveLength(0);
    expect(document.activeElement).toBe(row('a'));
  });

  it('opens_where_the_other_mouse_button_is_pressed', async () => {
    await openWindow({ conversations: three() });
    row('b').dispatchEvent(
      new MouseEvent('contextmenu', { clientX: 40, clientY: 50, bubbles: true, cancelable: true }),
    );
    await settled();
    expect(find('actions').style.left).toBe('40px');
  });

  it('pins_to_the_top', async () => {
    await openWindow({ conversations: three() });
    await act('b', 'pin');
    expect(listed()).toEqual(['b', 'a', 'c']);
    expect(words(find('conversation-list').querySelector('h2') as Element)).toBe('Pinned');
  });

  it('archives_with_a_way_back', async () => {
    await openWindow({ conversations: three() });
    await act('a', 'archive');
    expect(listed()).toEqual(['b', 'c']);
    await click('show-archive');
    expect(listed()).toEqual(['a']);
    await click('show-daily');
    await click('undo');
    expect(listed()).toEqual(['a', 'b', 'c']);
  });

  it('keeps_what_the_model_is_told', async () => {
    const { backend } = await openWindow({ conversations: three() });
    await act('a', 'about');
    await type('persona', ' You advise a rural clinic. ');
    find('persona').closest('form')?.requestSubmit();
    await settled();
    expect(backend.calls.filter(({ command }) => command.startsWith('setConversation'))).toEqual([
      { command: 'setConversationPersona', given: ['a', 'You advise a rural clinic.'] },
    ]);
    expect(all('about-dialog')).toHaveLength(0);
  });
});

describe('a deleted conversation', () => {
  it('comes_back_by_undo', async () => {
    const { backend } = await openWindow({ conversations: three() });
    row('a').focus();
    await press('Delete');
    expect(listed()).toEqual(['b', 'c']);
    expect(document.activeElement).toBe(row('b'));
    await press('z', { ctrlKey: true });
    expect(listed()).toEqual(['a', 'b', 'c']);
    expect(backend.calls.at(-1)).toEqual({ command: 'undeleteConversation', given: ['a'] });
  });

  it('lies_in_the_bin_until_it_is_erased_by_somebody_who_was_told_of_backups', async () => {
    const { backend } = await openWindow({ conversations: three() });
    await act('a', 'delete');
    await click('show-bin');
    expect(listed()).toEqual(['a']);
    await act('a', 'erase');
    expect(words(find('erase-dialog'))).toContain('Backups made earlier still hold it');
    await click('erase-cancel');
    expect(listed()).toEqual(['a']);
    await act('a', 'erase');
    await click('erase-confirm');
    expect(listed()).toEqual([]);
    expect(backend.calls.at(-1)?.command).toBe('eraseConversation');
  });

  it('is_not_looked_at_any_more', async () => {
    const { app } = await openWindow({ conversations: three() });
    await click('conversation-item');
    const { id } = app.conversation;
    await act(id, 'delete');
    expect(app.conversation.id).toBe('');
  });

  it('is_spoken_of_for_some_seconds', async () => {
    vi.useFakeTimers();
    await openWindow({ conversations: three() });
    await act('a', 'delete');
    expect(all('undo')).toHaveLength(1);
    find('undo').focus();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(all('undo')).toHaveLength(1);
    find('composer').focus();
    await vi.advanceTimersByTimeAsync(60_000);
    await settled();
    expect(all('undo')).toHaveLength(0);
    vi.useRealTimers();
  });
});

describe('a folder', () => {
  const content = { conversations: three(), folders: [folder('f', 'Children')] };

  it('is_looked_into_and_left', async () => {
    await openWindow(content);
    expect(listed()).toEqual(['a', 'b', 'c']);
    await click('folder');
    expect(listed()).toEqual(['c']);
    expect(words(find('shelf'))).toBe('Children');
    await click('show-daily');
    expect(listed()).toEqual(['a', 'b', 'c']);
  });

  it('takes_a_conversation_by_menu', async () => {
    const { backend } = await openWindow(content);
    await act('a', 'move');
    await click('move-to');
    expect(backend.calls.at(-1)).toEqual({ command: 'moveConversation', given: ['a', 'f'] });
  });

  it('takes_a_conversation_that_is_dropped_on_it', async () => {
    const { backend } = await openWindow(content);
    row('b').closest('li')?.dispatchEvent(new Event('dragstart'));
    const over = new Event('dragover', { cancelable: true });
    const place = find('folder').closest('li');
    place?.dispatchEvent(over);
    expect(over.defaultPrevented).toBe(true);
    place?.dispatchEvent(new Event('drop', { cancelable: true }));
    await settled();
    expect(backend.calls.at(-1)).toEqual({ command: 'moveConversation', given: ['b', 'f'] });
  });

  it('is_made_where_the_first_conversation_is_moved', async () => {
    const { backend } = await openWindow({ conversations: three() });
    await act('a', 'move');
    await type('new-folder-name', 'الأطفال');
    find('new-folder-name').closest('form')?.requestSubmit();
    await settled();
    expect(all('folder').map(words)).toEqual(['الأطفال']);
    expect(backend.calls.at(-1)).toEqual({ command: 'moveConversation', given: ['a', 'folder-1'] });
  });

  it('that_goes_leaves_its_conversations', async () => {
    await openWindow(content);
    await click('folder-actions');
    await click('remove-folder');
    await click('remove-folder-confirm');
    expect(all('folder')).toHaveLength(0);
    expect(listed()).toEqual(['a', 'b', 'c']);
  });

  it('gets_another_name_by_key', async () => {
    const { backend } = await openWindow(content);
    find('folder').focus();
    await press('F2');
    const field = find('rename-field') as HTMLInputElement;
    field.focus();
    field.value = 'Paediatrics';
    await press('Enter');
    expect(backend.calls.at(-1)).toEqual({ command: 'renameFolder', given: ['f', 'Paediatrics'] });
  });
});

describe('a long list', () => {
  const many = Array.from({ length: 250 }, (_, index) =>
    transcript(`c${index}`, `Conversation ${index}`, 'ltr', now - index * 1000),
  );

  it('comes_in_pages_of_a_hundred', async () => {
    const { backend } = await openWindow({ conversations: many });
    expect(listed()).toHaveLength(100);
    await click('more-conversations');
    expect(listed()).toHaveLength(200);
    await click('more-conversations');
    expect(listed()).toHaveLength(250);
    expect(all('more-conversations')).toHaveLength(0);
    expect(backend.calls.filter(({ command }) => command === 'listConversations')).toHaveLength(3);
  });

  it('does_not_show_a_row_before_the_page_that_it_belongs_to', async () => {
    const { app } = await openWindow({ conversations: many });
    const last = many.at(-1)?.conversation;
    if (last) app.list.put({ ...last, plain_title: 'renamed elsewhere' });
    expect(app.list.row('c249')).toBeUndefined();
    expect(listed()).toHaveLength(100);
  });
});
