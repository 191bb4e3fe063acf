/** Keeps a scrolling element at its end while it grows, unless the reader has scrolled away. */

/** A reader this close to the end means to be there. */
const NEAR_PX = 40;

export class KeepAtEnd {
  #isAtEnd = $state(true);
  #scroller: HTMLElement | undefined;
  #last = 0;

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** An attachment for the scrolling element; its first child is what grows. */
  readonly follow = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;

    this.#last = scroller.scrollTop;
    const onScroll = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      // Growth leaves more below, but only a reader moves upwards.
      if (scrollHeight - scrollTop - clientHeight <= NEAR_PX) this.#isAtEnd = true;
      else if (scrollTop < this.#last) this.#isAtEnd = false;
      this.#last = scrollTop;
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });

    const growth = new ResizeObserver(() => {
      if (this.#isAtEnd) this.#jump();
    });
    growth.observe(scroller);
    if (scroller.firstElementChild) growth.observe(scroller.firstElementChild);

    return () => {
      scroller.removeEventListener('scroll', onScroll);
      growth.disconnect();
      this.#scroller = undefined;
    };
  };

  /** Moves what is seen because something above it has changed: no reader has scrolled. */
  shift(by: number): void {
    if (!this.#scroller || by === 0) return;
    this.#scroller.scrollTop += by;
    this.#last = this.#scroller.scrollTop;
  }

  /** Somebody wants to see a place further up. */
  leave(): void {
    this.#isAtEnd = false;
  }

  readonly toEnd = (): void => {
    this.#isAtEnd = true;
    this.#jump();
  };

  #jump(): void {
    if (this.#scroller) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }
}
