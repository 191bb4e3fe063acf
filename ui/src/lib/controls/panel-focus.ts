/** The focus of a panel over the whole window: it comes in, and goes back once the page behind can be reached again. */

import { tick } from 'svelte';

/** As an attachment; `first` selects what has the focus first, and the panel sets it itself where that is empty. */
export function panelFocus(first = ''): (panel: HTMLElement) => () => void {
  return (panel) => {
    const before = document.activeElement;
    if (first !== '') panel.querySelector<HTMLElement>(first)?.focus();
    return () => {
      void tick().then(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  };
}
