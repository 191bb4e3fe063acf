import { describe, expect, it } from 'vitest';

import { BackendError } from '$lib/backend/backend';
import { FakeBackend } from '$lib/backend/fake';
import { App } from '$lib/state/app.svelte';

import { all, click, composer, find, openWindow, press, settled, type, words } from './window';

const button = (id: string): HTMLButtonElement => find(id) as HTMLButtonElement;

describe('the first run', () => {
  it('makes_a_store_only_with_the_same_passphrase_twice', async () => {
    const { backend } = await openWindow({ screen: 'first_run' });
    expect(document.activeElement).toBe(find('first-run-passphrase'));
    await type('first-run-passphrase', 'بسم correct horse 7');
    expect(button('first-run-create').disabled).toBe(true);
    await type('first-run-repeat', 'بسم correct hearse');
    expect(document.body.textContent).toContain('The two passphrases differ.');
    expect(button('first-run-create').disabled).toBe(true);
    await type('first-run-repeat', 'بسم correct horse 7');
    await click('first-run-create');
    expect(backend.calls).toContainEqual({
      command: 'createStore',
      given: ['بسم correct horse 7'],
    });
    await click('recovery-later');
    expect(document.activeElement).toBe(composer());
  });

  it('does_not_complain_while_the_passphrase_is_being_repeated', async () => {
    await openWindow({ screen: 'first_run' });
    await type('first-run-passphrase', 'correct horse');
    await type('first-run-repeat', 'corr');
    expect(document.body.textContent).not.toContain('differ');
  });

  it('says_what_the_app_is_for_and_what_opens_the_conversations', async () => {
    await openWindow({ screen: 'first_run' });
    expect(document.body.textContent).toContain('it does not replace their judgement');
    expect(document.body.textContent).toContain(
      'Two things open your conversations: your passphrase and a recovery code.',
    );
  });

  it('stays_when_the_store_cannot_be_made', async () => {
    const { backend } = await openWindow({ screen: 'first_run' });
    backend.fail('createStore', 'passphrase-short', { least: '8' });
    await type('first-run-passphrase', 'abc');
    await type('first-run-repeat', 'abc');
    await click('first-run-create');
    expect(find('error').dataset.code).toBe('passphrase-short');
    expect(all('composer')).toHaveLength(0);
  });
});

describe('unlocking', () => {
  it('opens_nothing_with_a_wrong_passphrase', async () => {
    await openWindow({ screen: 'locked' });
    await type('unlock-passphrase', 'wrong');
    await click('unlock-submit');
    expect(find('error').dataset.code).toBe('passphrase-wrong');
    expect(all('composer')).toHaveLength(0);
    expect((find('unlock-passphrase') as HTMLInputElement).value).toBe('');
    expect(document.activeElement).toBe(find('unlock-passphrase'));
  });

  it('leads_to_the_composer', async () => {
    await openWindow({ screen: 'locked' });
    await type('unlock-passphrase', 'correct horse battery');
    await click('unlock-submit');
    expect(document.activeElement).toBe(composer());
  });

  it('warns_of_caps_lock', async () => {
    await openWindow({ screen: 'locked' });
    await press('A', { modifierCapsLock: true });
    expect(document.body.textContent).toContain('Caps lock is on.');
    await press('a');
    expect(document.body.textContent).not.toContain('Caps lock is on.');
  });

  it('shows_the_passphrase_only_when_asked_to', async () => {
    await openWindow({ screen: 'locked' });
    const field = find('unlock-passphrase') as HTMLInputElement;
    expect(field.type).toBe('password');
    document.querySelector<HTMLElement>('[aria-pressed]')?.click();
    await settled();
    expect(field.type).toBe('text');
  });
});

describe('a start that fails', () => {
  it('says_why_and_can_be_tried_again', async () => {
    const { app, backend } = await openWindow();
    backend.fail('startState', 'store-in-use', { path: '/data' });
    await app.start();
    await settled();
    expect(find('error').dataset.code).toBe('store-in-use');
    backend.succeed('startState');
    [...document.querySelectorAll('button')].find((one) => words(one) === 'Try again')?.click();
    await settled();
    expect(find('composer')).toBeTruthy();
  });

  it('of_a_kind_that_nobody_foresaw_is_a_failure_with_a_code_too', async () => {
    const backend = new FakeBackend();
    backend.startState = () => Promise.reject(new TypeError('what'));
    const app = new App(backend);
    await app.start();
    expect(app.screen).toBe('failed');
    expect(app.failure).toEqual({ code: 'unexpected', arguments: [] });
    expect(new BackendError({ code: 'busy', arguments: [] }).message).toBe('busy');
  });
});
