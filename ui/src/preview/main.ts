/**
 * The window on a made-up backend, for looking at it: `?screen=open&lang=ar&theme=dark&state=streaming&open=mixed`;
 * `long` makes a conversation of that name with so many turns; `search` is looked for, `draft` is typed, `paste` pasted, each `type=id=words` typed, `ask` asked, and the element with the test id `press` pressed.
 * Its page is no input of the shipped build.
 */

import type { EngineView, StartScreen, TranscriptView } from '$lib/backend/backend';
import { FakeBackend, type FakeTurn } from '$lib/backend/fake';

import { openWindow } from '../window';
import { list, paragraph } from './compose';
import { checks } from './checks';
import { examined, received } from './drafts';
import { models } from './models';
import {
  conversations,
  folders,
  longConversation,
  STARTER,
  STREAMED_ARABIC,
  STREAMED_ENGLISH,
} from './samples';
import { safety } from './safety';
import { warned } from './warned';

const given = new URLSearchParams(location.search);
const lang = given.get('lang') ?? 'en';
const state = given.get('state') ?? '';

const ENGINES: Record<string, EngineView> = {
  loading: { kind: 'loading', percent: 62 },
  reading: { kind: 'reading', percent: 37 },
  failed: { kind: 'failed', error: { code: 'engine-failed', arguments: [] } },
};

const backend = new FakeBackend({
  screen: (given.get('screen') ?? 'open') as StartScreen,
  preferences: {
    language: lang,
    theme: given.get('theme') ?? 'light',
    digits: given.get('digits') ?? 'latn',
    text_size: 100,
  },
  model: state === 'no-model' ? { name: '', file: '', sha256: '', notices: [] } : STARTER,
  engine: ENGINES[state] ?? { kind: state === 'no-model' ? 'off' : 'ready' },
  conversations: given.has('new') ? [] : stored(),
  folders: given.has('new') ? [] : folders(),
  onTurn: (turn) => void play(turn),
  onDraft: examined,
  onPaste: received,
  notice: given.get('notice') ?? '',
  ...safety(state, Date.now()),
  ...checks(Date.now()),
  ...models(),
  installedModels: [STARTER],
});
if (state === 'delayed') backend.fail('unlock', 'unlock-delayed', { seconds: '42' });
if (state === 'error') backend.fail('ask', 'store-full', { path: '/home/clinic' });

const app = await openWindow(backend);
const open = given.get('open');
if (open) await app.open(open);
const search = given.get('search');
if (search) app.search.type(search);
const ask = given.get('ask');
if (ask) {
  app.conversation.composer.type(ask);
  void app.conversation.send();
}

for (const text of given.getAll('type')) {
  const [id, ...words] = text.split('=');
  const field = document.querySelector<HTMLInputElement>(`[data-testid='${id ?? ''}']`);
  if (field) field.value = words.join('=');
  field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const draft = given.get('draft');
if (draft) app.conversation.composer.type(draft);
const paste = given.get('paste');
if (paste) {
  const { composer } = app.conversation;
  await composer.paste(paste, (text) => {
    composer.type(text);
    return 0;
  });
}
for (const id of given.getAll('press')) {
  await pause(50);
  document.querySelector<HTMLElement>(`[data-testid='${id}']`)?.click();
}

function stored(): TranscriptView[] {
  const now = Date.now();
  const count = Number(given.get('long') ?? 0);
  const long = count > 0 ? [longConversation(now, count)] : [];
  return [warned(now), ...conversations(now), ...long];
}

const WORD_EVERY_MS = 60;

async function play(turn: FakeTurn): Promise<void> {
  const isArabic = lang === 'ar';
  const text = (isArabic ? STREAMED_ARABIC : STREAMED_ENGLISH).repeat(2);
  const direction = isArabic ? 'rtl' : 'ltr';
  const stop = new AbortController();
  turn.onStop = () => stop.abort();
  if (state === 'reading') return;

  backend.engineIs({ kind: 'reading', percent: 40 });
  await pause(300);
  backend.engineIs({ kind: 'writing' });
  turn.write('', { direction });
  turn.close([paragraph(islands(text), direction)], direction);
  let written = '';
  for (const word of text.match(/\S+\s*/gu) ?? []) {
    if (stop.signal.aborted) break;
    turn.write(word, { direction });
    written += word;
    await pause(WORD_EVERY_MS);
    if (state === 'streaming' && written.length > 150) return;
    if (state === 'list' && written.length > 40) {
      turn.close([list(['First the airway.', 'Then the breathing.'], direction, true)]);
      turn.write(`${word} ${word}`, { kind: 'list_item', number: 3, direction });
      return;
    }
  }
  backend.engineIs({ kind: 'ready' });
  const blocks = [paragraph(islands(text), direction), paragraph(islands(written), direction)];
  turn.finish(plain(written), blocks, stop.signal.aborted ? 'stopped' : 'complete');
}

/** The isolates of the growing text become the islands of the finished one. */
function islands(text: string): string {
  return text.replaceAll('\u2066', '⟦').replaceAll('\u2069', '⟧');
}

function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, '');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
