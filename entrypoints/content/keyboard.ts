interface KeyboardOptions {
  readonly signal: AbortSignal;
  /** Keys inside of the card are the card's own. */
  isInCard(event: Event): boolean;
  /** Esc. Returns whether there was something to close. */
  onEscape(): void;
  /** Enter while nothing of the page has the focus. Returns whether a card was opened. */
  onEnter(): boolean;
  /** The pointer was pressed outside of the card. */
  onPressOutside(): void;
}

/** The keys of the card that work while the focus is on the page. The page gets every key but an Enter that is ours. */
export function listenToKeys(options: KeyboardOptions): void {
  const { signal } = options;
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || options.isInCard(event)) return;
      if (event.key === 'Escape') options.onEscape();
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!isUnfocused() || !options.onEnter()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !options.isInCard(event)) options.onPressOutside();
    },
    { capture: true, passive: true, signal },
  );
}

function isUnfocused(): boolean {
  const { activeElement } = document;
  return (
    activeElement === null || activeElement === document.body || activeElement === document.documentElement
  );
}
