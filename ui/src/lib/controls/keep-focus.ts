/**
 * Keeps the focus on the page. What has it may go: a row is deleted, a button turns into another one, the opener of a
 * dialog is no longer there. The browser then gives the focus to the page as a whole, and whoever works by keys or by
 * ear stands at the beginning again. Here it goes to the nearest neighbour instead.
 */

const TABBABLE =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** What lies over the rest, and is left again. */
const LAYER = 'dialog, [role="dialog"], [role="menu"]';

/** So many layers are never open at once. */
const MOST_PLACES = 6;

/** Where the focus was in one layer, and what was around it then. */
interface Place {
  layer: Element;
  target: HTMLElement;
  /** From the nearest outwards, up to the layer. */
  around: Element[];
  before: HTMLElement[];
  after: HTMLElement[];
}

/** Begins to keep it, and gives what ends that. */
export function keepFocus(): () => void {
  let places: Place[] = [];
  let wasDisabled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    const place = placeOf(target);
    const others = places.filter(({ layer }) => layer !== place.layer && layer.isConnected);
    places = [place, ...others].slice(0, MOST_PLACES);
    wasDisabled = false;
  }

  function look(): void {
    const last = places[0];
    if (!last) return;
    const isDisabled = last.target.matches(':disabled');
    if (document.activeElement === document.body) {
      if (!last.target.isConnected) bringBack(places);
      // What can be pressed again gets it back; what stays out of use is where the next Tab begins.
      else if (wasDisabled && !isDisabled) last.target.focus();
    }
    wasDisabled = isDisabled;
  }

  // Whoever closes a dialog or draws another row gives the focus away by himself, and comes first.
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(look);
  });
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', remember);
  return () => {
    clearTimeout(timer);
    watch.disconnect();
    document.removeEventListener('focusin', remember);
  };
}

function placeOf(target: HTMLElement): Place {
  const layer = target.closest(LAYER) ?? document.body;
  const all = reachableIn(layer);
  const follows = (other: HTMLElement): boolean =>
    (target.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return {
    layer,
    target,
    around: ancestors(target, layer),
    before: all.filter((other) => other !== target && !follows(other)).reverse(),
    after: all.filter((other) => follows(other) && !target.contains(other)),
  };
}

function ancestors(target: Element, layer: Element): Element[] {
  const found: Element[] = [];
  for (let at = target.parentElement; at; at = at.parentElement) {
    found.push(at);
    if (at === layer) break;
  }
  return found;
}

function bringBack(places: readonly Place[]): void {
  for (const place of places) {
    for (const candidate of candidatesOf(place)) {
      // It may have been focused by its own doing, or lie behind a dialog, where it cannot be.
      candidate.focus({ preventScroll: true });
      if (document.activeElement === candidate) return;
    }
  }
}

/** The nearest first: what stands in its place, then what followed it, then what stood before it. */
function* candidatesOf({ layer, target, around, before, after }: Place): Generator<HTMLElement> {
  if (!layer.isConnected) return;
  const now = reachableIn(layer);
  if (now.includes(target)) yield target;
  const previous = before.find((one) => now.includes(one));
  const successor = now[previous ? now.indexOf(previous) + 1 : 0];
  const next = after.find((one) => now.includes(one));
  for (const home of around.filter(({ isConnected }) => isConnected)) {
    for (const one of [successor, next, previous]) if (one && home.contains(one)) yield one;
  }
}

function reachableIn(layer: Element): HTMLElement[] {
  return [...layer.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (one) =>
      !one.matches(':disabled, [tabindex="-1"]') &&
      !one.closest('[inert]') &&
      // Not every web view has it yet.
      ((one as { checkVisibility?: () => boolean }).checkVisibility?.() ?? true),
  );
}
