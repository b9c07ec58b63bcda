import { CATEGORIES, type HighlightKind } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';
import { GLOSSARY, kindPlace } from './address.ts';
import { useOutline } from './context.ts';
import { FigureEntry } from './figure-entry.tsx';
import { sortedTerms } from './sorted-terms.ts';
import { TermEntry } from './term-entry.tsx';

const KINDS: readonly HighlightKind[] = [...CATEGORIES, 'figure'];

/** Every term and every figure with all the knowledge base has of them: what a card has no room for stands here. */
export function Glossary({ place }: { readonly place: string | null }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  return (
    <article class="outline-glossary" id={GLOSSARY} aria-labelledby="glossary-title">
      <header class="document-head">
        <h1 id="glossary-title">{t('outline.glossary')}</h1>
        <p class="document-summary">
          {t('outline.glossary.about', { terms: knowledge.terms.size, figures: knowledge.figures.size })}
        </p>
      </header>
      {KINDS.map((kind) => (
        <section
          key={kind}
          id={kindPlace(kind)}
          tabIndex={-1}
          data-spy={kindPlace(kind)}
          aria-labelledby={`${kindPlace(kind)}-title`}
        >
          <h2 class="glossary-kind" id={`${kindPlace(kind)}-title`}>
            <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
          </h2>
          {kind === 'figure'
            ? [...knowledge.figures.values()].map((figure) => (
                <FigureEntry key={figure.id} figure={figure} here={place === figure.id} />
              ))
            : sortedTerms(knowledge, kind, locale).map((term) => (
                <TermEntry key={term.id} term={term} here={place === `term-${term.id}`} />
              ))}
        </section>
      ))}
    </article>
  );
}

/** The kinds as links, with the number of entries of each. */
export function GlossaryTree({ current }: { readonly current: string | null }) {
  const { t } = useLanguage();
  const { knowledge } = useOutline();
  const terms = [...knowledge.terms.values()];
  return (
    <ul class="tree-list">
      {KINDS.map((kind) => (
        <li key={kind}>
          <a
            href={`#${kindPlace(kind)}`}
            data-depth={2}
            data-item={kindPlace(kind)}
            aria-current={current === kindPlace(kind) ? 'location' : undefined}
          >
            <span class="tree-number num">
              {kind === 'figure'
                ? knowledge.figures.size
                : terms.filter(({ category }) => category === kind).length}
            </span>
            <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
          </a>
        </li>
      ))}
    </ul>
  );
}
