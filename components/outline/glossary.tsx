import { useMemo } from 'preact/hooks';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { localise } from '../../utils/locale.ts';
import { HIGHLIGHT_KINDS, type HighlightKind } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';
import { GLOSSARY, kindPlace, termPlace } from './address.ts';
import { useOutline } from './context.ts';
import { FigureEntry } from './figure-entry.tsx';
import { sortedTerms } from './sorted-terms.ts';
import { TermEntry } from './term-entry.tsx';
import { Text } from './text.tsx';
import { ALL_AT_ONCE, turnsFrom } from './use-turn.ts';

/**
 * The kind whose entries a place of the index belongs to; the first one for the top. One kind is shown at a time, as
 * one letter of a dictionary: all at once would be a page of seventy screens that is slow to open anywhere.
 */
export function glossaryKind(knowledge: Knowledge, place: string | null): HighlightKind {
  if (place !== null && knowledge.figures.has(place)) return 'figure';
  const term = place?.startsWith('term-') ? knowledge.terms.get(place.slice('term-'.length)) : undefined;
  return term?.category ?? HIGHLIGHT_KINDS.find((kind) => kindPlace(kind) === place) ?? 'policy';
}

/**
 * Terms and figures with all the knowledge base has of them, what a card has no room for; entry by entry or `whole` at
 * once.
 */
export function Glossary({
  place,
  whole = false,
  kinds,
}: {
  readonly place: string | null;
  readonly whole?: boolean;
  readonly kinds: readonly HighlightKind[];
}) {
  const { t } = useLanguage();
  const { knowledge } = useOutline();
  return (
    <article class="outline-glossary" id={GLOSSARY} aria-labelledby="glossary-title">
      <header class="document-head">
        <h1 id="glossary-title">{t('outline.glossary')}</h1>
        <p class="document-summary">
          {t('outline.glossary.about', { terms: knowledge.terms.size, figures: knowledge.figures.size })}
        </p>
      </header>
      {kinds.map((kind) => (
        <GlossaryKind key={kind} kind={kind} place={place} whole={whole} />
      ))}
    </article>
  );
}

function GlossaryKind({
  kind,
  place,
  whole,
}: {
  readonly kind: HighlightKind;
  readonly place: string | null;
  readonly whole: boolean;
}) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const terms = useMemo(
    () => (kind === 'figure' ? [] : sortedTerms(knowledge, kind, locale)),
    [knowledge, kind, locale],
  );
  const figures = kind === 'figure' ? [...knowledge.figures.values()] : [];
  const turnOf = whole
    ? ALL_AT_ONCE
    : turnsFrom([...terms.map(({ id }) => termPlace(id)), ...figures.map(({ id }) => id)], place);
  return (
    <section id={kindPlace(kind)} tabIndex={-1} aria-labelledby={`${kindPlace(kind)}-title`}>
      <h2 class="glossary-kind" id={`${kindPlace(kind)}-title`}>
        <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
      </h2>
      {figures.map((figure) => (
        <FigureEntry key={figure.id} figure={figure} here={place === figure.id} turn={turnOf(figure.id)} />
      ))}
      {terms.map((term) => (
        <TermEntry
          key={term.id}
          term={term}
          here={place === termPlace(term.id)}
          turn={turnOf(termPlace(term.id))}
        />
      ))}
    </section>
  );
}

/** The kinds as links, with the number of entries of each; below the one that is shown, its entries. */
export function GlossaryTree({
  shown,
  current,
}: {
  readonly shown: HighlightKind;
  readonly current: string | null;
}) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const entriesOf = (kind: HighlightKind) =>
    kind === 'figure'
      ? [...knowledge.figures.values()].map(({ id, display }) => ({ place: id, title: display }))
      : sortedTerms(knowledge, kind, locale).map(({ id, title }) => ({ place: termPlace(id), title }));
  return (
    <ul class="tree-list">
      {HIGHLIGHT_KINDS.map((kind) => {
        const entries = entriesOf(kind);
        return (
          <li key={kind}>
            <a
              href={`#${kindPlace(kind)}`}
              data-depth={2}
              data-item={kindPlace(kind)}
              aria-current={kind === shown ? 'page' : undefined}
            >
              <span class="tree-number num">{entries.length}</span>
              <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
            </a>
            {kind === shown && (
              <ul>
                {entries.map(({ place, title }) => (
                  <li key={place}>
                    <a
                      href={`#${place}`}
                      data-depth={3}
                      data-item={place}
                      aria-current={current === place ? 'location' : undefined}
                    >
                      <span>
                        <Text>{localise(title, locale)}</Text>
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
