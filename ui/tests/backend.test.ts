import { beforeEach, describe, expect, it, vi } from 'vitest';

import { BackendError } from '$lib/backend/backend';
import { commands } from '$lib/backend/bindings';
import { TauriBackend } from '$lib/backend/tauri';

beforeEach(() => {
  // What the web view puts there, as far as a channel needs it.
  vi.stubGlobal('__TAURI_INTERNALS__', { transformCallback: () => 1 });
});

const internal = { status: 'error' as const, error: { code: 'busy', arguments: [] } };

describe('the backend over the bridge', () => {
  it('gives_the_data_of_a_command', async () => {
    const start = {
      screen: 'locked' as const,
      preferences: { language: 'ar', theme: 'dark', digits: 'latn', text_size: 100 },
      version: '1',
      has_recovery_code: false,
      unlocks_with_keychain: false,
      notice: '',
    };
    vi.spyOn(commands, 'startState').mockResolvedValue({ status: 'ok', data: start });
    expect(await new TauriBackend().startState()).toEqual(start);
  });

  it('throws_the_error_of_a_command_as_the_one_type_that_the_window_knows', async () => {
    vi.spyOn(commands, 'unlock').mockResolvedValue(internal);
    const thrown = await new TauriBackend().unlock('x').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(BackendError);
    expect((thrown as BackendError).view).toEqual(internal.error);
  });

  it('gives_a_failure_of_the_bridge_itself_a_code', async () => {
    vi.spyOn(commands, 'ask').mockRejectedValue(new Error('payload too large'));
    const thrown = await new TauriBackend()
      .ask('', 'question', '', () => undefined)
      .catch((error: unknown) => error);
    expect((thrown as BackendError).view.code).toBe('unexpected');
  });

  it('hands_on_what_a_channel_brings', async () => {
    const watch = vi.spyOn(commands, 'watchEngine').mockResolvedValue({ status: 'ok', data: null });
    const seen: unknown[] = [];
    await new TauriBackend().watchEngine((engine) => seen.push(engine));
    watch.mock.lastCall?.[0].onmessage({ kind: 'ready' });
    expect(seen).toEqual([{ kind: 'ready' }]);
  });
});
