import { render } from 'preact';
import styles from '../../assets/styles/card-root.css?inline';
import { Card, type CardProps } from '../../components/card/card.tsx';
import { followMark, isSheet, ROOM } from '../../components/card/placement.ts';
import { LanguageContext } from '../../components/i18n.tsx';
import type { Translate } from '../../utils/i18n.ts';
import type { Locale } from '../../utils/locale.ts';
import { createToneReader } from '../../utils/page/appearance.ts';
import { HOST_ATTRIBUTE, removeCardHosts } from '../content/card-hosts.ts';
import type { CardTarget } from '../content/target.ts';
import { concealNames } from './concealed-names.ts';
import { createToast, type Toast } from './toast.ts';

/**
 * A tap that comes sooner after a tap has opened the card was meant for what lay there before, in milliseconds: the
 * second of a double tap, or one that a page has lured to where it knew the card would be.
 */
const UNMEANT = 250;

export interface Language {
  readonly t: Translate;
  readonly locale: Locale;
}

/** The place of the card on a page: a closed shadow tree outside of `<body>`, in the top layer while it is open. */
export interface CardHost {
  /** Shows a card beside its target, or other contents in the same place. */
  show(target: CardTarget, byTouch: boolean, props: Omit<CardProps, 'sheet'>, language: Language): void;
  /** Takes the card away; the focus goes back to where it was before the card had it. */
  hide(): void;
  readonly toast: Toast;
  /** Whether an event came out of the card. */
  contains(event: Event): boolean;
  remove(): void;
}

interface HostEvents {
  onPointer(on: boolean): void;
  /** The reader selects text in the card. */
  onSelect(): void;
  /** The target has left the viewport. */
  onGone(): void;
}

export function createCardHost(events: HostEvents): CardHost {
  removeCardHosts();
  // A plain element: the page could define a custom one by its name, and reach a closed tree through its internals.
  const host = document.createElement('div');
  host.setAttribute(HOST_ATTRIBUTE, '');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  const { css, nameOf } = concealNames(styles);
  style.textContent = css;
  const frame = document.createElement('div');
  frame.className = 'frame';
  frame.popover = 'manual';
  root.append(style, frame);
  const toast = createToast(root, attach);
  let target: CardTarget | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  let unfollow: (() => void) | undefined;
  let focusBefore: Element | null = null;

  frame.addEventListener('pointerenter', ({ isTrusted }) => isTrusted && events.onPointer(true));
  frame.addEventListener('pointerleave', ({ isTrusted }) => isTrusted && events.onPointer(false));
  frame.addEventListener('selectstart', ({ isTrusted }) => isTrusted && events.onSelect());
  for (const type of ['click', 'keydown']) root.addEventListener(type, dropUnmeant, { capture: true });

  /** Firefox hands the nodes of a closed tree to the page (`originalTarget`): it can forge events right on a button. */
  function dropUnmeant(event: Event): void {
    // The keyboard's clicks count none.
    const isTooSoon = event instanceof MouseEvent && event.detail > 0 && event.timeStamp - shownAt <= UNMEANT;
    if (event.isTrusted && !isTooSoon) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** The page may have thrown the host out, or replaced its whole document. */
  function attach(): void {
    if (!host.isConnected) document.documentElement.append(host);
    // What is in the top layer grows with a root that its page has zoomed, and would reach out of the window.
    const zoom = 1 / document.documentElement.currentCSSZoom;
    for (const part of [frame, ...root.querySelectorAll<HTMLElement>('.toast')]) part.style.zoom = `${zoom}`;
  }

  function hasFocus(): boolean {
    return root.activeElement !== null;
  }

  return {
    toast,
    contains: (event) => event.composedPath().includes(host),
    show(newTarget, byTouch, props, language) {
      attach();
      const sheet = isSheet(window, byTouch);
      frame.toggleAttribute('data-sheet', sheet);
      frame.dataset.theme = createToneReader()(newTarget.context);
      if (!hasFocus()) focusBefore = document.activeElement;
      if (!frame.matches(':popover-open')) {
        if (byTouch) shownAt = performance.now();
        frame.showPopover();
      }
      render(
        <LanguageContext.Provider value={language}>
          <Card {...props} sheet={sheet} />
        </LanguageContext.Provider>,
        frame,
      );
      if (newTarget === target && unfollow) return;
      target = newTarget;
      unfollow?.();
      unfollow = undefined;
      frame.style.removeProperty('left');
      frame.style.removeProperty('top');
      if (!sheet)
        unfollow = followMark(
          frame,
          newTarget.context,
          () => newTarget.rects(),
          newTarget.point,
          events.onGone,
          nameOf(ROOM),
        );
    },
    hide() {
      const hadFocus = hasFocus();
      unfollow?.();
      unfollow = undefined;
      target = undefined;
      render(null, frame);
      if (frame.matches(':popover-open')) frame.hidePopover();
      if (hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
      focusBefore = null;
    },
    remove() {
      unfollow?.();
      toast.dispose();
      render(null, frame);
      host.remove();
    },
  };
}
