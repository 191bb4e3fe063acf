import { describe, expect, it } from 'vitest';

import type { FakeContent } from '$lib/backend/fake';
import { pathOf } from '$lib/models/address-code';
import { openShortcutOf } from '$lib/screens/shortcuts';

import { models } from '../src/preview/models';
import {
  all,
  click,
  find,
  openWindow,
  type OpenedWindow,
  press,
  settled,
  type,
  words,
} from './window';

const said = (id: string): string =>
  words(find(id))
    .replace(/[\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ');
const given = ({ backend }: OpenedWindow, command: string): unknown[][] =>
  backend.calls.filter((call) => call.command === command).map((call) => call.given);
const row = (name: string): HTMLElement => {
  const found = all('model-row').find((one) => one.textContent.includes(name));
  if (!found) throw new Error(`no row has the name ${name}`);
  return found;
};
const within = (element: HTMLElement, id: string): HTMLElement | null =>
  element.querySelector(`[data-testid='${id}']`);

async function openModels(content: Partial<FakeContent> = {}): Promise<OpenedWindow> {
  const window = await openWindow({ ...models(), ...content });
  await click('models-open');
  return window;
}

async function choose(id: string, value: string): Promise<void> {
  const list = find(id) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

const NO_MODEL = { name: '', file: '', sha256: '', notices: [] };
const stick = {
  path: '/media/STICK/clinic.gguf',
  file: 'clinic.gguf',
  root: '/media/STICK',
  bytes: 4_683_073_952,
};

describe('the models window', () => {
  it('opens_by_key_also_on_an_arabic_keyboard_and_closes_by_escape', async () => {
    const arabic = new KeyboardEvent('keydown', { key: 'ة', code: 'KeyM', ctrlKey: true });
    expect(openShortcutOf(arabic)).toBe('models');
    await openWindow(models());
    await press('m', { ctrlKey: true });
    expect(all('models')).toHaveLength(1);
    await press('Escape');
    expect(all('models')).toHaveLength(0);
  });

  it('says_of_each_model_what_it_is_whether_it_fits_and_what_is_wrong_with_it', async () => {
    await openModels();
    const usual = row('Qwen2.5-7B').textContent.replace(/[\u2066-\u2069]/gu, '');
    for (const part of ['Usually asked', '7.6 billion', 'Q4_K', 'Fits: it needs', 'very file']) {
      expect(usual).toContain(part);
    }
    expect(row('SILMA').textContent).toContain('Tight: it needs');
    expect(within(row('SILMA'), 'model-is-default-for')?.textContent).toContain('Arabic');
    expect(row('Clinic model').querySelector("[data-code='model-changed']")).toBeTruthy();
    expect(row('Discharge').textContent).toContain('Adapter');
  });

  it('imports_what_was_looked_at_with_progress_and_keeps_nothing_of_what_was_stopped', async () => {
    const window = await openModels();
    const { backend } = window;
    await type('model-path', stick.path);
    await click('model-look');
    expect(given(window, 'examineImport')).toEqual([[stick.path]]);
    expect(said('model-looked')).toContain('Clinic model');
    expect(said('model-looked')).toContain('7.6 billion');
    await click('model-import-act');
    backend.imports[0]?.is(1_200_000_000, 4_683_073_952);
    await settled();
    expect(said('model-importing')).toContain('1.2 GB of 4.7 GB');
    await click('model-import-stop');
    expect(said('models-done')).toContain('Nothing was kept.');
    await click('model-use-in-place');
    await click('model-import-act');
    expect(given(window, 'importModel')).toEqual([
      [stick.path, false],
      [stick.path, true],
    ]);
    const asked = given(window, 'models').length;
    backend.imports[1]?.finish();
    await settled();
    expect(said('models-done')).toContain('Clinic model is installed.');
    expect(given(window, 'models').length).toBe(asked + 1);
    expect(given(window, 'model').length).toBeGreaterThan(1);
  });

  it('brings_in_what_lies_on_a_stick_at_one_press_where_there_is_no_model_yet', async () => {
    const window = await openWindow({ ...models(), model: NO_MODEL });
    window.backend.offers([stick]);
    await settled();
    await click('model-bring-in');
    expect(given(window, 'examineImport')).toEqual([[stick.path]]);
    expect(given(window, 'importModel')).toEqual([[stick.path, false]]);
    window.backend.imports[0]?.finish();
    await settled();
    expect(given(window, 'model').length).toBeGreaterThan(1);
  });

  it('shows_one_on_a_stick_that_will_not_fit_before_it_is_copied', async () => {
    const content = models();
    const fit = content.looked.fit.map((one) => ({ ...one, verdict: 'will_not_fit' as const }));
    const looked = { ...content.looked, fit };
    const window = await openWindow({ ...content, looked, model: NO_MODEL });
    window.backend.offers([stick]);
    await settled();
    await click('model-bring-in');
    expect(given(window, 'importModel')).toEqual([]);
    expect(said('model-looked')).toContain('Will not fit');
  });

  it('prepares_a_model_that_would_be_faster_and_says_what_that_took', async () => {
    const { models: here } = models();
    const [usual, ...others] = here.installed;
    if (!usual) throw new Error('one is installed');
    const installed = [{ ...usual, prepared_bytes: 150_000_000 }, ...others];
    const window = await openModels({ models: { ...here, installed } });
    expect(all('model-prepare')).toHaveLength(1);
    expect(row('Qwen2.5-7B').textContent).toMatch(/150\sMB/u);
    await click('model-prepare');
    expect(said('model-importing')).toContain('Preparing Qwen2.5-7B-Instruct');
    await click('model-import-stop');
    expect(said('models-done')).toContain('Nothing was kept.');
    await click('model-prepare');
    const asked = given(window, 'models').length;
    window.backend.imports[1]?.finish();
    await settled();
    expect(said('models-done')).toContain('takes 144 MB');
    expect(said('models-done')).toContain('same in 99% of places');
    expect(given(window, 'models').length).toBe(asked + 1);
  });

  it('measures_a_model_that_fits_and_says_where_the_machine_was_too_busy', async () => {
    const { backend } = await openModels({ measured: 'busy' });
    expect(within(row('SILMA'), 'model-measure')).toBeNull();
    expect(row('Qwen2.5-7B').textContent).toContain('41.2');
    await click('model-measure');
    expect(said('model-importing')).toContain('Measuring Qwen2.5-7B-Instruct');
    backend.imports[0]?.finish();
    await settled();
    expect(said('models-done')).toContain('measure again');
  });

  it('says_why_an_import_failed_and_what_to_do', async () => {
    const { backend } = await openModels();
    backend.fail('examineImport', 'model-zip', { path: stick.path });
    await type('model-path', stick.path);
    await click('model-look');
    expect(find('models').querySelectorAll("[data-code='model-zip']")).toHaveLength(1);
    backend.succeed('examineImport');
    await click('model-look');
    expect(find('models').querySelectorAll("[data-code='model-zip']")).toHaveLength(0);
    await click('model-import-act');
    backend.imports[0]?.fail('model-source-gone');
    await settled();
    const failure = find('models').querySelector<HTMLElement>("[data-code='model-source-gone']");
    expect(failure?.textContent).toContain('plug the stick in again');
  });

  it('takes_a_file_that_is_let_go_over_the_window', async () => {
    const { backend } = await openWindow(models());
    backend.drops({ kind: 'over' });
    await settled();
    expect(all('drop-here')).toHaveLength(1);
    backend.drops({ kind: 'dropped', paths: [stick.path] });
    await settled();
    expect(all('drop-here')).toHaveLength(0);
    expect(said('model-looked')).toContain('Clinic model');
  });

  it('offers_what_is_on_a_stick_and_says_so_where_nobody_looks_at_models', async () => {
    const window = await openWindow(models());
    window.backend.offers([stick]);
    await settled();
    expect(document.body.textContent.replace(/[\u2066-\u2069]/gu, '')).toContain(
      'A model that can be imported was found: clinic.gguf',
    );
    await click('models-open');
    expect(said('models-offered')).toContain('clinic.gguf · 4.7 GB');
    await click('model-offer-look');
    expect(given(window, 'examineImport')).toEqual([[stick.path]]);
    window.backend.offers([]);
    await settled();
    expect(all('models-offered')).toHaveLength(0);
  });

  it('lets_a_model_be_asked_usually_or_in_one_language', async () => {
    const window = await openModels();
    const usual = find('model-usual') as HTMLSelectElement;
    expect([...usual.options].map(({ text }) => text)).toEqual([
      'Qwen2.5-7B-Instruct',
      'SILMA-9B-Instruct-v1.0',
    ]);
    await choose('model-usual', usual.options[1]?.value ?? '');
    expect((find('model-for-ar') as HTMLSelectElement).selectedOptions[0]?.text).toContain('SILMA');
    await choose('model-for-ar', '');
    await choose('model-for-fa', usual.options[0]?.value ?? '');
    expect(given(window, 'setDefaultModel')).toEqual([
      [usual.options[1]?.value, ''],
      ['', 'ar'],
      [usual.options[0]?.value, 'fa'],
    ]);
  });

  it('asks_before_it_removes_and_says_what_that_frees', async () => {
    const window = await openModels();
    within(row('Qwen2.5-7B'), 'model-remove')?.click();
    await settled();
    expect(said('model-remove-dialog')).toContain('This frees 4.7 GB');
    await click('model-remove-cancel');
    expect(given(window, 'removeModel')).toEqual([]);
    within(row('SILMA'), 'model-remove')?.click();
    await settled();
    expect(said('model-remove-dialog')).toContain('The file stays where it lies.');
    await click('model-remove-confirm');
    expect(all('model-row')).toHaveLength(3);
  });

  it('loads_a_changed_file_only_after_it_was_confirmed', async () => {
    const window = await openModels();
    await click('model-confirm');
    expect(given(window, 'confirmModel')).toEqual([
      ['/home/clinic/.local/share/sanad/models/clinic.gguf'],
    ]);
    window.backend.imports[0]?.finish();
    await settled();
    expect(all('model-importing')).toHaveLength(0);
  });

  it('watches_a_folder_until_that_is_ended', async () => {
    const window = await openModels({ chosenPath: '/home/clinic/Downloads' });
    await click('models-watched-choose');
    expect(said('models-watched')).toBe('/home/clinic/Downloads');
    await click('models-watched-end');
    expect(all('models-watched')).toHaveLength(0);
    expect(given(window, 'setWatchedFolder')).toEqual([['/home/clinic/Downloads'], ['']]);
  });
});

describe('the catalogue', () => {
  const shown = (): string[] => all('catalogue-entry').map((one) => one.dataset.model ?? '');

  it('is_narrowed_by_language_purpose_and_memory', async () => {
    await openModels();
    expect(shown()).toEqual(['apollo2-7b', 'qwen2.5-7b-instruct']);
    await choose('catalogue-language', 'he');
    expect(shown()).toEqual(['apollo2-7b']);
    await click('catalogue-fits');
    expect(shown()).toEqual([]);
    expect(said('catalogue-none')).toContain('Nothing in the catalogue');
    await choose('catalogue-language', '');
    expect(shown()).toEqual(['qwen2.5-7b-instruct']);
    await click('catalogue-fits');
    await click('catalogue-medical');
    expect(shown()).toEqual(['apollo2-7b']);
  });

  it('shows_an_address_as_text_and_code_and_what_to_carry_back', async () => {
    const window = await openModels();
    all('catalogue-obtain').at(-1)?.click();
    await settled();
    const address = find('obtain-address').textContent;
    expect(address).toContain('Qwen2.5-7B-Instruct-Q4_K_M.gguf');
    expect(given(window, 'addressCode')).toEqual([[address]]);
    expect(all('address-code')).toHaveLength(1);
    const words = said('obtain');
    expect(words).toContain('4.7 GB (4,683,073,952 bytes)');
    expect(words).toContain('3e357ab3eda2c442f25c0080bb8998eedc05fd16ce1728eacff9ccc5c3d240c6');
    // Nothing in it leads out of the window.
    expect(find('models').querySelectorAll('a')).toHaveLength(0);
    expect(find('obtain').querySelectorAll('a')).toHaveLength(0);
  });

  it('says_where_a_hash_is_not_known_that_the_identity_stays_unknown', async () => {
    await openModels();
    all('catalogue-obtain')[0]?.click();
    await settled();
    expect(said('obtain')).toContain('its identity will stay unknown');
  });

  it('shows_figures_with_the_paper_they_stand_in', async () => {
    await openModels();
    const cells = [...find('catalogue-figures').querySelectorAll('td')];
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      'MedQA',
      'ar',
      '41.2 accuracy %',
      '2501.09825, Table 1',
    ]);
  });

  it('says_what_is_wrong_with_a_clinic_s_own', async () => {
    const failure = [{ code: 'catalogue-form', arguments: [{ name: 'line', value: '12' }] }];
    await openModels({ catalogue: { models: [], failure } });
    expect(find('catalogue').querySelector("[data-code='catalogue-form']")).toBeTruthy();
  });
});

describe('an address code', () => {
  it('draws_every_dark_module_once_inside_a_quiet_zone', () => {
    const modules = [true, true, false, false, true, false, true, false, true];
    expect(pathOf({ width: 3, modules })).toBe('M4 4h2v1h-2zM5 5h1v1h-1zM4 6h1v1h-1zM6 6h1v1h-1z');
  });
});
