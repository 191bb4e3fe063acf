/** Opens the window on a fake backend and works it as a person would. */

import { mount, tick, unmount } from 'svelte';

import { FakeBackend, type FakeContent, type FakeTurn } from '$lib/backend/fake';
import AppScreens from '$lib/screens/App.svelte';
import { App } from '$lib/state/app.svelte';

export interface OpenedWindow {
  app: App;
  backend: FakeBackend;
}

const opened: ReturnType<typeof mount>[] = [];

export async function openWindow(content: Partial<FakeContent> = {}): Promise<OpenedWindow> {
  const backend = new FakeBackend(content);
  const app = new App(backend);
  await app.start();
  opened.push(mount(AppScreens, { target: document.body, props: { app } }));
  await settled();
  return { app, backend };
}

export async function closeAll(): Promise<void> {
  for (const component of opened.splice(0)) await unmount(component);
  document.body.replaceChildren();
}

/** Until everything that was set off has happened. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
  await tick();
}

export function all(id: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-testid='${id}']`)];
}

export function find(id: string): HTMLElement {
  const found = all(id).at(-1);
  if (!found)
    throw new Error(`nothing has the test id ${id}; the page says: ${document.body.textContent}`);
  return found;
}

export function composer(): HTMLTextAreaElement {
  return find('composer') as HTMLTextAreaElement;
}

export async function type(id: string, text: string): Promise<void> {
  const field = find(id) as HTMLInputElement | HTMLTextAreaElement;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled();
}

export async function press(key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settled();
  return event;
}

export async function click(id: string): Promise<void> {
  find(id).click();
  await settled();
}

/** Asks, and gives the turn to be played. */
export async function ask({ backend }: OpenedWindow, question: string): Promise<FakeTurn> {
  await type('composer', question);
  await press('Enter');
  return lastTurn(backend);
}

export function lastTurn(backend: FakeBackend): FakeTurn {
  const turn = backend.asked.at(-1);
  if (!turn) throw new Error('a turn was asked for');
  return turn;
}

/** Isolates around variables are for the eye; claims about words leave them out. */
export function words(element: Element): string {
  return element.textContent.replace(/[\u2066-\u2069\u200e\u200f]/gu, '').trim();
}
