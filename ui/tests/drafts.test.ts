import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { transcript } from '../src/preview/samples';
import { ask, click, composer, find, openWindow, press, settled, type, words } from './window';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a draft', () => {
  it('is_kept_when_the_question_cannot_be_stored', async () => {
    const { backend } = await openWindow();
    backend.fail('ask', 'store-full', { path: '/data' });
    await type('composer', 'جرعة amoxicillin 5-10 mg');
    await press('Enter');
    expect(composer().value).toBe('جرعة amoxicillin 5-10 mg');
    expect(composer().readOnly).toBe(false);
    expect(words(find('error'))).toContain('/data');
    expect(backend.drafts.get('')).toBe('جرعة amoxicillin 5-10 mg');
  });

  it('is_cleared_by_the_asked_event_and_not_before', async () => {
    const { backend } = await openWindow();
    await type('composer', 'What is triage?');
    let before = '';
    const storing = backend.ask.bind(backend);
    backend.ask = async (...given) => {
      await settled();
      before = composer().value;
      await storing(...given);
    };
    await press('Enter');
    await settled();
    expect(before).toBe('What is triage?');
    expect(composer().value).toBe('');
    expect(backend.drafts.get('')).toBe('');
  });

  it('is_saved_when_typing_pauses', async () => {
    const { backend } = await openWindow();
    await type('composer', 'ما');
    await type('composer', 'ما الجرعة');
    expect(backend.drafts.get('')).toBe('');
    await vi.advanceTimersByTimeAsync(500);
    expect(backend.drafts.get('')).toBe('ما الجرعة');
    expect(backend.calls.filter(({ command }) => command === 'saveDraft')).toHaveLength(1);
  });

  it('is_saved_at_once_when_the_composer_is_left', async () => {
    const { backend } = await openWindow();
    await type('composer', 'half a question');
    composer().blur();
    await settled();
    expect(backend.drafts.get('')).toBe('half a question');
  });

  it('stays_with_its_conversation', async () => {
    const { backend } = await openWindow({
      conversations: [{ ...transcript('one', 'One', 'ltr', 2), draft: 'about one' }],
      newDraft: 'about something new',
    });
    expect(composer().value).toBe('about something new');
    await type('composer', 'about something else');
    await click('conversation-item');
    expect(composer().value).toBe('about one');
    expect(backend.drafts.get('')).toBe('about something else');
    await click('new-conversation');
    expect(composer().value).toBe('about something else');
  });

  it('typed_while_an_answer_is_written_survives_the_end_of_the_answer', async () => {
    const window = await openWindow();
    const turn = await ask(window, 'first');
    turn.write('some words ');
    await type('composer', 'second, not sent');
    await press('Enter');
    turn.finish('some words ', [], 'engine_failed');
    await settled();
    expect(composer().value).toBe('second, not sent');
    expect(window.backend.asked).toHaveLength(1);
  });

  it('that_cannot_be_saved_says_so_and_stays', async () => {
    const { backend } = await openWindow();
    backend.fail('saveDraft', 'store-full', { path: '/data' });
    await type('composer', 'half a question');
    await vi.advanceTimersByTimeAsync(500);
    expect(words(find('error'))).toContain('/data');
    expect(composer().value).toBe('half a question');
    backend.succeed('saveDraft');
    await type('composer', 'half a question more');
    await vi.advanceTimersByTimeAsync(500);
    expect(document.querySelector('[role=alert]')).toBeNull();
  });

  it('of_a_question_that_was_sent_does_not_come_back_through_a_late_save', async () => {
    const window = await openWindow();
    await ask(window, 'sent');
    await vi.advanceTimersByTimeAsync(2000);
    expect(window.backend.drafts.get('')).toBe('');
    expect([...window.backend.drafts.values()]).not.toContain('sent');
  });
});
