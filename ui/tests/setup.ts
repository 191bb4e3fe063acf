/** What jsdom lacks of a window. Tests that need no page say so with `@vitest-environment node`. */

import { afterEach } from 'vitest';

if (typeof window !== 'undefined') {
  window.matchMedia = (query: string): MediaQueryList =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });

  globalThis.ResizeObserver = class {
    observe(): void {
      // Nothing is ever laid out here.
    }
    unobserve(): void {
      // As above.
    }
    disconnect(): void {
      // As above.
    }
  };

  HTMLDialogElement.prototype.showModal = function (): void {
    this.open = true;
  };
  Element.prototype.scrollIntoView = () => undefined;
  Range.prototype.getBoundingClientRect = () => document.body.getBoundingClientRect();

  // axe asks; without an answer jsdom complains each time.
  HTMLCanvasElement.prototype.getContext = () => null;

  const { closeAll } = await import('./window');
  afterEach(closeAll);
}
