import { describe, expect, it, vi } from 'vitest';

import { list, paragraph, table } from '../src/preview/compose';
import { turn as turnView, transcript } from '../src/preview/samples';
import {
  all,
  ask,
  click,
  composer,
  find,
  lastTurn,
  openWindow,
  press,
  settled,
  words,
} from './window';

describe('an answer that is being written', () => {
  it('grows_in_one_text_node', async () => {
    const turn = await ask(await openWindow(), 'سؤال');
    turn.write('أعطِ ', { direction: 'rtl' });
    await settled();
    const block = find('open-block');
    const node = block.firstChild;
    const written = ['المريض ', '\u20665-10 mg\u2069 ', 'كل ', 'ثماني ', 'ساعات.'];
    for (const word of written) {
      turn.write(word, { direction: 'rtl' });
      await settled();
    }
    expect(find('open-block')).toBe(block);
    expect(block.childNodes).toHaveLength(1);
    expect(block.firstChild).toBe(node);
    expect((node as Text).data).toBe(`أعطِ ${written.join('')}`);
    expect(block.dir).toBe('rtl');
  });

  it('never_draws_a_finished_block_again', async () => {
    const turn = await ask(await openWindow(), 'question');
    turn.write('First ');
    turn.close([paragraph('First paragraph.')]);
    await settled();
    const first = find('answer').querySelector('p');
    turn.write('Second ');
    turn.close([paragraph('Second paragraph.')]);
    await settled();
    const drawn = [...find('answer').querySelectorAll('p')];
    expect(drawn.map((element) => element.textContent)).toEqual([
      'First paragraph.',
      'Second paragraph.',
    ]);
    expect(drawn[0]).toBe(first);
  });

  it('shows_nothing_twice_when_a_block_is_finished', async () => {
    const turn = await ask(await openWindow(), 'question');
    turn.write('Once ');
    await settled();
    turn.close([paragraph('Once only.')]);
    turn.write('Next ');
    await settled();
    expect(words(find('answer').querySelector('.prose') as Element)).toMatch(
      /^Once only\.\s*Next$/u,
    );
  });

  it('joins_items_and_rows_that_arrive_in_pieces', async () => {
    const turn = await ask(await openWindow(), 'question');
    turn.close([list(['one'])]);
    turn.close([{ ...list(['two']), continued: true }]);
    turn.close([table([['head'], ['first']])]);
    turn.close([{ ...table([[], ['second']]), continued: true }]);
    await settled();
    expect(find('answer').querySelectorAll('ul')).toHaveLength(1);
    expect([...find('answer').querySelectorAll('li')].map(words)).toEqual(['one', 'two']);
    expect([...find('answer').querySelectorAll('td')].map(words)).toEqual(['first', 'second']);
  });

  it('draws_the_number_of_an_item_without_making_it_text', async () => {
    const turn = await ask(await openWindow(), 'question');
    turn.write('third thing ', { kind: 'list_item', number: 3 });
    await settled();
    expect(find('open-block').dataset.marker).toBe('3.');
    expect(find('open-block').textContent).toBe('third thing ');
  });

  it('has_no_open_block_between_two_blocks', async () => {
    const turn = await ask(await openWindow(), 'question');
    turn.write('First ');
    turn.closeAll([paragraph('First.')]);
    await settled();
    expect(all('open-block')).toHaveLength(0);
    expect(find('answer').querySelectorAll('p')).toHaveLength(1);
  });

  it('is_no_answer_before_its_first_word', async () => {
    const window = await openWindow();
    window.backend.engineIs({ kind: 'reading', percent: 40 });
    const turn = await ask(window, 'question');
    expect(all('answer')).toHaveLength(0);
    expect(words(find('waiting'))).toBe('Reading the question 40%');
    turn.write('Now ');
    await settled();
    expect(find('answer').dataset.state).toBe('writing');
    expect(all('waiting')).toHaveLength(0);
  });

  it('is_stopped_by_its_button_and_by_escape', async () => {
    for (const stop of [() => click('stop'), () => press('Escape')]) {
      const window = await openWindow();
      const turn = await ask(window, 'question');
      turn.onStop = () => turn.finish('As far as', [paragraph('As far as')], 'stopped');
      turn.write('As far as ');
      await settled();
      await stop();
      expect(window.backend.calls.at(-1)).toEqual({ command: 'stop', given: [turn.view.id] });
      expect(find('answer').dataset.state).toBe('stopped');
      expect(words(find('incomplete'))).toContain('stopped before its end');
      expect(document.activeElement).toBe(composer());
      document.body.replaceChildren();
    }
  });

  it('goes_on_while_another_conversation_is_looked_at', async () => {
    const window = await openWindow({ conversations: [transcript('other', 'Other', 'ltr', 1)] });
    const turn = await ask(window, 'question');
    turn.write('one ');
    await settled();
    all('conversation-item').at(-1)?.click();
    await settled();
    expect(all('answer')).toHaveLength(0);
    turn.write('two ');
    all('conversation-item')[0]?.click();
    await settled();
    expect(words(find('open-block'))).toBe('one two');
    turn.write('three');
    expect(words(find('open-block'))).toBe('one two three');
  });

  it('is_taken_from_the_store_when_its_end_never_arrives', async () => {
    vi.useFakeTimers();
    const window = await openWindow();
    window.backend.regenerate = () => Promise.resolve();
    const turn = await ask(window, 'question');
    turn.finish('Whole.', [paragraph('Whole.')]);
    await settled();
    await click('regenerate');
    expect(all('waiting')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3000);
    await settled();
    expect(words(find('answer').querySelector('.prose') as Element)).toBe('Whole.');
    expect(all('waiting')).toHaveLength(0);
    vi.useRealTimers();
  });

  it('that_breaks_says_why_and_shows_what_the_store_has', async () => {
    const window = await openWindow();
    const turn = await ask(window, 'question');
    turn.write('some words ');
    turn.break('engine-failed');
    await settled();
    expect(find('error').dataset.code).toBe('engine-failed');
    expect(all('question')).toHaveLength(1);
    expect(all('stop')).toHaveLength(0);
    expect(find('send')).toBeTruthy();
  });
});

describe('a finished answer', () => {
  it('is_announced_once_and_its_tokens_never', async () => {
    const turn = await ask(await openWindow(), 'question');
    turn.write('Drink ');
    await settled();
    expect(words(find('announcer'))).toBe('');
    turn.finish('Drink water.', [paragraph('Drink water.')]);
    await settled();
    expect(words(find('announcer'))).toMatch(/^Answer finished\.\s+Drink water\.$/);
  });

  it('says_that_it_is_generated_by_which_model_and_how_fast', async () => {
    const window = await openWindow({
      model: {
        name: 'Small',
        file: 's.gguf',
        sha256: 'a'.repeat(64),
        notices: ['notice-english-only', 'notice-not-clinical'],
      },
    });
    const turn = await ask(window, 'question');
    turn.finish('Yes.', [paragraph('Yes.')]);
    await settled();
    const said = words(find('answer'));
    for (const part of ['Generated text', 'English only', 'Not for clinical use', 'Small']) {
      expect(said).toContain(part);
    }
    expect(words(find('pace'))).toContain('31.7 tokens per second');
    expect(words(find('pace'))).toContain('first word after 0.4 seconds');
  });

  it('is_kept_beside_another_one', async () => {
    const window = await openWindow();
    const first = await ask(window, 'question');
    first.finish('First.', [paragraph('First.')]);
    await settled();
    await click('regenerate');
    lastTurn(window.backend).finish('Second.', [paragraph('Second.')]);
    await settled();
    expect(words(find('answer').querySelector('.prose') as Element)).toBe('Second.');
    expect(words(find('answer-switcher'))).toBe('2 of 2');
    find('answer-switcher').querySelector('button')?.click();
    await settled();
    expect(words(find('answer').querySelector('.prose') as Element)).toBe('First.');
  });

  it('can_be_written_again_wherever_it_stands', async () => {
    const window = await openWindow();
    for (const question of ['one', 'two']) {
      const turn = await ask(window, question);
      turn.finish('Yes.', [paragraph('Yes.')]);
      await settled();
    }
    expect(all('copy-answer')).toHaveLength(2);
    expect(all('regenerate')).toHaveLength(2);
  });
});

describe('a question that the model cannot answer', () => {
  it('is_declined_with_a_reason_and_a_next_step', async () => {
    const window = await openWindow({
      conversations: [
        transcript('c', 'سؤال', 'rtl', 1, [
          turnView('t', 'سؤال', 'rtl', {
            declined: 'declined-language-unsupported',
            declined_language: 'ar',
          }),
        ]),
      ],
    });
    await click('conversation-item');
    expect(words(find('declined'))).toContain('Fake model does not know Arabic');
    expect(words(find('declined'))).toContain('Ask in English');
    await window.app.chooseLanguage('ar');
    await settled();
    expect(words(find('declined'))).toContain('اللغة العربية');
  });
});
