import '../../assets/styles/card.css';
import '../../assets/styles/marks-sample.css';
import '../../assets/styles/popup.css';
import { render } from 'preact';
import { LanguageContext } from '../../components/i18n.tsx';
import { LOCALES } from '../../utils/locale.ts';
import { languageOf } from './samples.ts';
import { SCENES } from './scenes.tsx';

/**
 * `?scene=card-term&locale=en&theme=dark` shows one state alone, as the tests and the screenshots take it; without a
 * scene, all of them.
 */
const query = new URLSearchParams(location.search);
const locale = LOCALES.find((candidate) => candidate === query.get('locale')) ?? 'zh-CN';
document.documentElement.lang = locale;
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
const scene = query.get('scene');
const shown = Object.entries(SCENES).filter(([name]) => scene === null || scene === name);

const root = document.getElementById('app');
if (root) {
  render(
    <LanguageContext.Provider value={languageOf(locale)}>
      {scene === null && (
        <nav>
          {Object.keys(SCENES).map((name) => (
            <a key={name} href={`?scene=${name}`} style={{ marginInlineEnd: '1em' }}>
              {name}
            </a>
          ))}
        </nav>
      )}
      {shown.map(([name, Scene]) => (
        <div key={name} data-scene={name} style={{ display: 'flow-root' }}>
          <Scene locale={locale} />
        </div>
      ))}
    </LanguageContext.Provider>,
    root,
  );
  document.documentElement.dataset.ready = '';
}
