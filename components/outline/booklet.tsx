import { useEffect } from 'preact/hooks';
import { childrenOf } from '../../utils/knowledge/lookup.ts';
import { localise } from '../../utils/locale.ts';
import { HIGHLIGHT_KINDS } from '../../utils/terms/types.ts';
import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { numberedTitle } from '../outline-label.ts';
import { useOutline } from './context.ts';
import { OutlineDocument } from './document.tsx';
import { Glossary } from './glossary.tsx';

/**
 * The whole outline for the printer: a title page with the contents, both documents and the index. It stands in the
 * place of the view on screen while it is printed, so that no id stands twice in the page; the window scrolls back
 * to where it was.
 */
export function Booklet({ onDone }: { readonly onDone: () => void }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  useEffect(() => {
    const top = scrollY;
    const done = (): void => {
      onDone();
      requestAnimationFrame(() => scrollTo(0, top));
    };
    addEventListener('afterprint', done, { once: true });
    print();
    return () => removeEventListener('afterprint', done);
  }, []);
  return (
    <div class="booklet">
      <section class="booklet-title">
        <Brand />
        <h1>{t('outline.title')}</h1>
        <p>{t('outline.booklet.about')}</p>
        <ol>
          {knowledge.outlines.map((outline) => (
            <li key={outline.id}>
              <a href={`#${outline.id}`}>{localise(outline.title, locale)}</a>
              <ol>
                {childrenOf(outline, null).map((part) => (
                  <li key={part.id}>
                    <a href={`#${part.id}`}>{numberedTitle(part.number, part.title, locale)}</a>
                  </li>
                ))}
              </ol>
            </li>
          ))}
          <li>
            <a href="#glossary">{t('outline.glossary')}</a>
          </li>
        </ol>
      </section>
      {knowledge.outlines.map((outline) => (
        <OutlineDocument
          key={outline.id}
          outline={outline}
          whole
          place={null}
          arrival={null}
          onReturn={() => undefined}
        />
      ))}
      <Glossary whole place={null} kinds={HIGHLIGHT_KINDS} />
    </div>
  );
}
