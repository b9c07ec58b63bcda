import '../../assets/styles/card.css';
import '../../assets/styles/options.css';
import '../../assets/styles/outline.css';
import '../../assets/styles/panel.css';
import '../../assets/styles/popup.css';
import '../../assets/styles/welcome.css';
import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { LanguageContext } from '../../components/i18n.tsx';
import { LOCALES, type Locale } from '../../utils/locale.ts';
import { languageOf } from './samples.ts';
import { SCENES } from './scenes.tsx';

const root = document.getElementById('app');
const names = Object.keys(SCENES);

/** Shows one state alone, as it is for a reader of a language with a theme; all states without a name. */
function showScene(name: string | null, locale: Locale, theme: string): void {
  if (!root) return;
  document.documentElement.lang = locale;
  document.documentElement.dataset.theme = theme;
  document.title = name ?? 'Gallery';
  // Nothing of the state before stays.
  renderWithEffects(null, root);
  renderWithEffects(
    <LanguageContext.Provider value={languageOf(locale)}>
      {name === null && (
        <nav aria-label="Scenes">
          {names.map((other) => (
            <a key={other} href={`?scene=${other}`} style={{ marginInlineEnd: '1em' }}>
              {other}
            </a>
          ))}
        </nav>
      )}
      {Object.entries(SCENES).map(
        ([other, Scene]) =>
          (name === null || name === other) && (
            <div key={other} data-scene={other} style={{ display: 'flow-root' }}>
              <Scene locale={locale} />
            </div>
          ),
      )}
    </LanguageContext.Provider>,
    root,
  );
}

/** Renders with all effects at once: whoever looks at the state next need not wait for a frame. */
function renderWithEffects(children: ComponentChildren, into: HTMLElement): void {
  // Nothing of it is asynchronous.
  void act(() => render(children, into));
}

/** The tests and the screenshots walk through the scenes without loading the page anew. */
Object.assign(window, { gallery: { names, locales: LOCALES, show: showScene } });

// `?scene=card-term&locale=en&theme=dark`
const query = new URLSearchParams(location.search);
showScene(
  query.get('scene'),
  LOCALES.find((candidate) => candidate === query.get('locale')) ?? 'zh-CN',
  query.get('theme') ?? 'light',
);
