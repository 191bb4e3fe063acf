import { describe, expect, it } from 'vitest';

import { paragraph } from '../src/preview/compose';
import { answer, transcript, turn } from '../src/preview/samples';
import {
  all,
  ask,
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

async function answered(window: OpenedWindow, question: string, text: string): Promise<void> {
  const asked = await ask(window, question);
  asked.finish(text, [paragraph(text)]);
  await settled();
}

const questions = (): string[] =>
  all('question').map((one) => words(one).replace('Question', '').trim());
const answers = (): string[] =>
  all('answer').map((one) => words(one.querySelector('.prose') as Element));

describe('a question that is worded anew', () => {
  async function edited(): Promise<OpenedWindow> {
    const window = await openWindow();
    await answered(window, 'first', 'One.');
    await answered(window, 'second', 'Two.');
    all('edit-question')[0]?.click();
    await settled();
    expect(composer().value).toBe('first');
    await type('composer', 'first, in other words');
    await press('Enter');
    lastTurn(window.backend).finish('Another one.', [paragraph('Another one.')]);
    await settled();
    return window;
  }

  it('begins_a_branch_of_its_own', async () => {
    const window = await edited();
    expect(window.backend.calls.some(({ command }) => command === 'editQuestion')).toBe(true);
    expect(questions()).toEqual(['first, in other words']);
    expect(words(find('wording-switcher'))).toBe('2 of 2');
  });

  it('leaves_the_earlier_wording_and_all_that_followed_it', async () => {
    await edited();
    await click('previous-wording');
    expect(questions()).toEqual(['first', 'second']);
    expect(answers()).toEqual(['One.', 'Two.']);
    expect(document.activeElement).toBe(find('previous-wording'));
    await click('next-wording');
    expect(questions()).toEqual(['first, in other words']);
  });

  it('gives_the_draft_back_that_was_in_the_composer', async () => {
    const window = await openWindow();
    await answered(window, 'first', 'One.');
    await type('composer', 'half a question');
    await click('edit-question');
    await press('Escape');
    expect(composer().value).toBe('half a question');
    expect(all('editing')).toHaveLength(0);
  });

  it('keeps_the_words_that_were_typed_when_its_pencil_is_pressed_again', async () => {
    const window = await openWindow();
    await answered(window, 'first', 'One.');
    await click('edit-question');
    await type('composer', 'other words');
    await click('edit-question');
    expect(composer().value).toBe('other words');
  });

  it('is_never_kept_as_the_draft_of_the_conversation', async () => {
    const window = await openWindow();
    await answered(window, 'first', 'One.');
    await click('edit-question');
    await type('composer', 'other words');
    await window.app.conversation.composer.save();
    expect([...window.backend.drafts.values()]).not.toContain('other words');
  });
});

describe('another answer', () => {
  it('further_up_begins_a_branch_and_the_arrows_lead_back', async () => {
    const window = await openWindow();
    await answered(window, 'first', 'One.');
    await answered(window, 'second', 'Two.');
    all('regenerate')[0]?.click();
    await settled();
    expect(questions()).toEqual(['first']);
    lastTurn(window.backend).finish('Uno.', [paragraph('Uno.')]);
    await settled();
    expect(answers()).toEqual(['Uno.']);
    await click('previous-answer');
    expect(answers()).toEqual(['One.', 'Two.']);
  });

  it('that_cannot_be_had_brings_back_what_the_store_shows', async () => {
    const window = await openWindow();
    await answered(window, 'first', 'One.');
    await answered(window, 'second', 'Two.');
    window.backend.fail('regenerate', 'engine-failed');
    all('regenerate')[0]?.click();
    await settled();
    expect(answers()).toEqual(['One.', 'Two.']);
    expect(find('error').dataset.code).toBe('engine-failed');
  });
});

describe('an answer that was cut', () => {
  const cut = transcript('cut', 'Cut', 'ltr', 1, [
    turn('t', 'question', 'ltr', {
      answers: [answer('a', [paragraph('As far as')], { state: 'stopped', text: 'As far as' })],
    }),
  ]);

  it('goes_on_where_it_ended', async () => {
    const { backend } = await openWindow({ conversations: [cut] });
    await click('conversation-item');
    await click('continue');
    expect(backend.calls.at(-1)).toEqual({ command: 'continueAnswer', given: ['t'] });
    expect(answers()).toEqual(['As far as']);
    const played = lastTurn(backend);
    played.write('As far as we ');
    await settled();
    expect(answers()).toEqual(['As far as we']);
    played.finish('As far as we know.', [paragraph('As far as we know.')]);
    await settled();
    expect(answers()).toEqual(['As far as we know.']);
    expect(all('answer-switcher')).toHaveLength(0);
    expect(all('incomplete')).toHaveLength(0);
  });
});

describe('a fork', () => {
  it('is_a_conversation_of_its_own_up_to_its_turn', async () => {
    const window = await openWindow();
    await answered(window, 'first', 'One.');
    await answered(window, 'second', 'Two.');
    const original = window.app.conversation.id;
    all('fork')[0]?.click();
    await settled();
    expect(window.app.conversation.id).not.toBe(original);
    expect(questions()).toEqual(['first']);
    await window.app.open(original);
    await settled();
    expect(questions()).toEqual(['first', 'second']);
  });
});

describe('a temporary conversation', () => {
  it('is_marked_and_asked_by_a_command_of_its_own', async () => {
    const window = await openWindow();
    await click('new-temporary');
    expect(words(find('temporary-mark'))).toContain('Nothing of it is ever written to the disk');
    await answered(window, 'secret', 'Hush.');
    expect(answers()).toEqual(['Hush.']);
    const commands = window.backend.calls.map(({ command }) => command);
    expect(commands).toContain('askTemporarily');
    expect(commands).not.toContain('ask');
    expect(all('conversation-item')).toHaveLength(0);
  });

  it('writes_no_draft', async () => {
    const window = await openWindow();
    await click('new-temporary');
    await type('composer', 'secret words');
    await window.app.conversation.composer.save();
    await window.app.startNew();
    expect(window.backend.calls.filter(({ command }) => command === 'saveDraft')).toEqual([]);
  });

  it('is_gone_once_it_is_left_and_says_so', async () => {
    const window = await openWindow();
    await click('new-temporary');
    await answered(window, 'secret', 'Hush.');
    await click('new-conversation');
    expect(window.backend.calls.map(({ command }) => command)).toContain('endTemporary');
    expect(words(find('deed-said'))).toBe('The temporary conversation is gone.');
    expect(words(find('announcer'))).toBe('');
    expect(all('temporary-mark')).toHaveLength(0);
  });

  it('is_there_again_after_the_page_was_loaded_anew', async () => {
    await openWindow({
      temporaryTurns: [turn('t', 'secret', 'ltr', { conversation: 'temporary' })],
    });
    expect(all('temporary-mark')).toHaveLength(1);
    expect(questions()).toEqual(['secret']);
  });

  it('stays_when_another_conversation_cannot_be_opened', async () => {
    const window = await openWindow({ conversations: [transcript('c', 'Other', 'ltr', 1)] });
    await click('new-temporary');
    await answered(window, 'secret', 'Hush.');
    window.backend.fail('openConversation', 'store-read-only', { path: '/data' });
    await click('conversation-item');
    expect(answers()).toEqual(['Hush.']);
  });
});
