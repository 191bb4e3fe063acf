/** Puts the screens on the page. The one place that both the shipped window and the preview go through. */

import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import '$lib/blocks/prose.css';

import { mount } from 'svelte';

import type { Backend } from '$lib/backend/backend';
import AppScreens from '$lib/screens/App.svelte';
import { App } from '$lib/state/app.svelte';

export async function openWindow(backend: Backend): Promise<App> {
  const target = document.getElementById('app');
  if (!target) throw new Error('the page has an element `app`');
  const app = new App(backend);
  // Nothing is drawn before the language is known, so nothing has to be drawn again.
  await app.start();
  mount(AppScreens, { target, props: { app } });
  return app;
}
