import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { EditView, TranscriptView } from '$lib/backend/backend';
import { FakeBackend } from '$lib/backend/fake';
import { App } from '$lib/state/app.svelte';

import { paragraph } from '../src/preview/compose';
import { answer, transcript, turn } from '../src/preview/samples';
import {
  all,
  click,
  composer,
  find,
  lastTurn,
  type OpenedWindow,
  openWindow,
  press,
  settled,
  type,
  words,
} from './window';

const SAVE_PAUSE_MS = 500;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A conversation of so many questions, each answered. */
function asked(count: number, edit: EditView | null = null): TranscriptView {
  const turns = Array.from({ length: count }, (_, index) =>
    turn(`t${index}`, `question ${index}`, 'ltr', {
      answers: [answer(`a${index}`, [paragraph(`Answer ${index}.`)])],
    }),
  );
  return { ...transcript('c', 'Title', 'ltr', 1, turns), draft: 'half a question', edit };
}

async function opened(conversation: TranscriptView): Promise<OpenedWindow> {
  const window = await openWindow({ conversations: [conversation] });
  await click('conversation-item');
  return window;
}

async function edited(index: number, words: string): Promise<void> {
  all('edit-question')[index]?.click();
  await settled();
  await type('composer', words);
}

const questions = (): string[] =>
  all('question').map((one) => words(one).replace('Question', '').trim());

describe('a question that is being edited', () => {
  it('is_kept_when_typing_pauses', async () => {
    const { backend } = await opened(asked(2));
    await edited(1, 'other');
    await type('composer', 'other words');
    expect(backend.edits.get('c')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE_MS);
    expect(backend.edits.get('c')).toEqual({ turn: 't1', text: 'other words' });
    expect(backend.calls.filter(({ command }) => command === 'saveEdit')).toHaveLength(1);
    expect(backend.drafts.get('c')).toBe('half a question');
  });

  it('goes_on_when_its_conversation_is_opened', async () => {
    await opened(asked(2, { turn: 't0', text: 'ما الجرعة 5-10 mg' }));
    expect(composer().value).toBe('ما الجرعة 5-10 mg');
    expect(document.activeElement).toBe(composer());
    expect(words(find('editing'))).toContain('You are editing');
    expect(document.querySelector('.edited')?.textContent).toContain('question 0');
    await press('Escape');
    expect(composer().value).toBe('half a question');
  });

  it('is_there_again_after_another_conversation_was_looked_at', async () => {
    const { backend } = await opened(asked(2));
    await edited(0, 'other words');
    await click('new-conversation');
    expect(composer().value).toBe('');
    expect(all('editing')).toHaveLength(0);
    expect(backend.edits.get('c')?.text).toBe('other words');
    await click('conversation-item');
    expect(composer().value).toBe('other words');
  });

  it('is_kept_with_its_last_words_when_the_app_is_locked', async () => {
    const { app, backend } = await opened(asked(1));
    await edited(0, 'other words');
    await app.lock();
    expect(backend.edits.get('c')?.text).toBe('other words');
  });

  it('is_forgotten_when_it_is_given_up', async () => {
    const { backend } = await opened(asked(1));
    await edited(0, 'other words');
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE_MS);
    await click('end-edit');
    expect(backend.edits.size).toBe(0);
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE_MS);
    await click('new-conversation');
    await click('conversation-item');
    expect(composer().value).toBe('half a question');
    expect(all('editing')).toHaveLength(0);
  });

  it('is_forgotten_when_it_is_asked_and_no_late_save_brings_it_back', async () => {
    const { backend } = await opened(asked(2));
    await edited(0, 'other words');
    await press('Enter');
    expect(questions()).toEqual(['other words']);
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE_MS);
    expect(backend.edits.size).toBe(0);
    expect(composer().value).toBe('half a question');
  });

  it('stays_when_it_cannot_be_asked', async () => {
    const { backend } = await opened(asked(1));
    backend.fail('editQuestion', 'store-full', { path: '/data' });
    await edited(0, 'other words');
    await press('Enter');
    expect(composer().value).toBe('other words');
    expect(backend.edits.get('c')?.text).toBe('other words');
  });

  it('gives_way_to_another_one_in_the_store_too', async () => {
    const { backend } = await opened(asked(2));
    await edited(0, 'words for the first');
    await edited(1, 'words for the second');
    await vi.advanceTimersByTimeAsync(SAVE_PAUSE_MS);
    expect(backend.edits.get('c')).toEqual({ turn: 't1', text: 'words for the second' });
  });

  it('goes_on_while_other_branches_are_looked_at_and_is_asked_on_its_own', async () => {
    const { backend } = await opened(asked(2));
    await edited(0, 'other first');
    await press('Enter');
    lastTurn(backend).finish('Another.', [paragraph('Another.')]);
    await settled();
    await click('previous-wording');
    expect(questions()).toEqual(['question 0', 'question 1']);

    await edited(1, 'other second');
    await click('next-wording');
    expect(questions()).toEqual(['other first']);
    expect(composer().value).toBe('other second');
    await type('composer', 'other second indeed');
    await press('Enter');
    expect(questions()).toEqual(['question 0', 'other second indeed']);
  });

  it('is_asked_in_its_place_from_far_above_what_is_held', async () => {
    const conversations = [asked(100, { turn: 't3', text: 'other words' })];
    const backend = new FakeBackend({ conversations });
    const app = new App(backend);
    await app.start();
    await app.open('c');
    expect(app.conversation.window.find('t3')).toBeUndefined();
    void app.conversation.send();
    await settled();
    const shown = app.conversation.turns.map(({ view }) => view.question);
    expect(shown).toEqual(['question 0', 'question 1', 'question 2', 'other words']);
    expect(backend.edits.size).toBe(0);
  });

  it('outlives_the_escape_that_takes_found_words_off', async () => {
    const { app } = await opened(asked(1));
    await edited(0, 'other words');
    app.conversation.mark({ turn: 't0', answer: '', ranges: [] });
    await press('Escape');
    expect(composer().value).toBe('other words');
    await press('Escape');
    expect(composer().value).toBe('half a question');
  });
});
