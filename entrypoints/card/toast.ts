/** How long a notice stays, in milliseconds (WCAG 2.2.1: nothing is lost with it, the options can undo the same). */
const NOTICE_TIME = 8_000;

/** A short notice at the lower edge, and the voice for what only sighted readers would see. */
export interface Toast {
  /** Shows a sentence, with a button where there is something to do about it. */
  show(
    text: string,
    theme: 'light' | 'dark',
    action?: { readonly label: string; readonly run: () => void },
  ): void;
  /** Tells a screen reader what the reader has asked for. */
  announce(text: string): void;
  dispose(): void;
}

/** @param attach makes sure that the tree is in the document; called before anything is shown. */
export function createToast(root: ShadowRoot, attach: () => void): Toast {
  const box = document.createElement('div');
  box.className = 'toast';
  box.popover = 'manual';
  const words = document.createElement('span');
  words.setAttribute('role', 'status');
  const voice = document.createElement('div');
  voice.className = 'visually-hidden';
  voice.setAttribute('role', 'status');
  box.append(words);
  root.append(box, voice);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    if (box.matches(':popover-open')) box.hidePopover();
    box.replaceChildren(words);
    words.textContent = '';
  }

  return {
    show(text, theme, action) {
      attach();
      hide();
      box.dataset.theme = theme;
      if (action) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button small';
        button.textContent = action.label;
        button.addEventListener('click', () => {
          hide();
          action.run();
        });
        box.append(button);
      }
      box.showPopover();
      // A live region speaks when its text changes while it is rendered, so the text comes last.
      words.textContent = text;
      timer = setTimeout(hide, NOTICE_TIME);
    },
    announce(text) {
      attach();
      // The same sentence twice in a row is no change; a screen reader would keep silent.
      voice.textContent = '';
      voice.textContent = text;
    },
    dispose() {
      clearTimeout(timer);
    },
  };
}
