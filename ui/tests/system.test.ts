import { readFileSync } from 'node:fs';

import { describe, expect, it, vi } from 'vitest';

import { openWindow } from './window';

type Listener = (event: { matches: boolean }) => void;

/** A system of which one thing is so, until it is said to be otherwise. */
function system(so: string): { is: (matches: boolean) => void } {
  const listeners: Listener[] = [];
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query === so,
    addEventListener: (_: string, listener: Listener) => {
      if (query === so) listeners.push(listener);
    },
    removeEventListener: () => undefined,
  }));
  return { is: (matches) => listeners.forEach((listener) => listener({ matches })) };
}

describe('more contrast', () => {
  it('is_drawn_when_the_system_asks_for_it_and_no_longer_than_that', async () => {
    const { is } = system('(prefers-contrast: more)');
    await openWindow();
    const { dataset } = document.documentElement;
    expect(dataset.contrast).toBe('more');
    is(false);
    expect(dataset.contrast).toBeUndefined();
    is(true);
    expect(dataset.contrast).toBe('more');
    is(false);
  });

  it('is_nothing_that_everybody_gets', async () => {
    system('(prefers-color-scheme: dark)');
    await openWindow({
      preferences: { language: 'en', theme: 'system', digits: 'latn', text_size: 100 },
    });
    expect(document.documentElement.dataset.contrast).toBeUndefined();
    expect(document.documentElement.dataset.theme).toBe('dark');
  });
});

describe('less motion', () => {
  it('is_kept_by_one_rule_over_everything', () => {
    const css = readFileSync('src/styles/base.css', 'utf8');
    const block = css.slice(css.indexOf('@media (prefers-reduced-motion: reduce)'));
    expect(block).toMatch(/^[^}]*\*,\s+\*::before,\s+\*::after \{/u);
    for (const rule of ['animation: none', 'transition: none', 'scroll-behavior: auto']) {
      expect(block).toContain(`${rule} !important`);
    }
  });
});
