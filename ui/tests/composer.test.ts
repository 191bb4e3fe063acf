import { describe, expect, it } from 'vitest';

import { composer, find, openWindow, press, type } from './window';

describe('the composer', () => {
  it('sends_with_enter', async () => {
    const { backend } = await openWindow();
    await type('composer', 'What is triage?');
    const event = await press('Enter');
    expect(event.defaultPrevented).toBe(true);
    expect(backend.asked.map(({ view }) => view.question)).toEqual(['What is triage?']);
  });

  it('breaks_the_line_with_shift_and_enter', async () => {
    const { backend } = await openWindow();
    await type('composer', 'first line');
    const event = await press('Enter', { shiftKey: true });
    expect(event.defaultPrevented).toBe(false);
    expect(backend.asked).toHaveLength(0);
  });

  it('does_not_send_the_enter_that_ends_an_input_method', async () => {
    const { backend } = await openWindow();
    await type('composer', 'にほんご');
    await press('Enter', { isComposing: true });
    await press('Enter', { keyCode: 229 });
    expect(backend.asked).toHaveLength(0);
    await press('Enter');
    expect(backend.asked).toHaveLength(1);
  });

  it('sends_nothing_blank', async () => {
    const { backend } = await openWindow();
    await type('composer', ' \n\t ');
    await press('Enter');
    expect(backend.asked).toHaveLength(0);
    expect((find('send') as HTMLButtonElement).disabled).toBe(true);
  });

  it('keeps_every_character_of_the_question', async () => {
    const { backend } = await openWindow();
    const question = '  می\u200cخواهم 5-10 mg\n👩🏽‍⚕️ ٥-١٠ ';
    await type('composer', question);
    await press('Enter');
    expect(backend.asked[0]?.view.question).toBe(question);
  });

  it.each([
    ['', 'ltr'],
    ['amoxicillin للأطفال', 'rtl'],
    ['Amoxicillin clavulanate 875/125 كل 12 ساعة', 'rtl'],
    ['What does شكرا mean in this clinical note here?', 'ltr'],
    ['5-10', 'ltr'],
  ])('writes_%j_from_the_right_side', async (text, direction) => {
    await openWindow();
    await type('composer', text);
    expect(composer().dir).toBe(direction);
  });

  it('begins_from_the_right_in_arabic', async () => {
    await openWindow({
      preferences: { language: 'ar', theme: 'light', digits: 'latn', text_size: 100 },
    });
    expect(composer().dir).toBe('rtl');
  });

  it('has_the_focus_when_the_window_opens_and_after_its_key_is_pressed', async () => {
    await openWindow();
    expect(document.activeElement).toBe(composer());
    find('theme-switch').focus();
    await press('l', { ctrlKey: true });
    expect(document.activeElement).toBe(composer());
  });

  it('answers_to_the_same_keys_on_an_arabic_keyboard', async () => {
    await openWindow();
    find('theme-switch').focus();
    await press('م', { code: 'KeyL', ctrlKey: true });
    expect(document.activeElement).toBe(composer());
  });
});
