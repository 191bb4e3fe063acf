/** Puts the screens on the page. The one place that both the shipped window and the preview go through. */

import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import '$lib/blocks/prose.css';
import '$lib/search/highlights.css';

import { mount } from 'svelte';

import type { Backend } from '$lib/backend/backend';
import AppScreens from '$lib/screens/App.svelte';
import { App } from '$lib/state/app.svelte';

/** A font that takes longer than this is drawn when it comes. */
const FONTS_WITHIN_MS = 100;

export async function openWindow(backend: Backend): Promise<App> {
  const target = document.getElementById('app');
  if (!target) throw new Error('the page has an element `app`');
  const fonts = fontsOfEveryScreen();
  const app = new App(backend);
  // Nothing is drawn before language and letters are known, so nothing has to be drawn again.
  await app.start();
  await fonts;
  await styles();
  mount(AppScreens, { target, props: { app } });
  return app;
}

/** WebKit may run the script before its stylesheet has come; what is measured then is wrong for good. */
async function styles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const pending = [...links].filter(({ sheet }) => sheet === null);
  await Promise.all(
    pending.map(
      (link) =>
        new Promise((resolve) => {
          link.addEventListener('load', resolve, { once: true });
          link.addEventListener('error', resolve, { once: true });
        }),
    ),
  );
}

/** Read while the app is asked for its state, not after the first text has been laid out. */
async function fontsOfEveryScreen(): Promise<void> {
  const loading = [400, 500, 600].map((weight) =>
    document.fonts.load(`${weight} 1rem 'Sanad Sans Arabic'`),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN_MS));
  await Promise.race([Promise.allSettled(loading), patience]);
}
