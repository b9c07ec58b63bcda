import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { scriptMapOf } from '../../utils/knowledge/query.ts';
import { localise } from '../../utils/locale.ts';
import type { CardAction, Lead } from '../card/model.ts';
import { coverageOf } from '../coverage/cells.ts';
import { itemMarks } from '../coverage/item-marks.ts';
import { useLanguage } from '../i18n.tsx';
import { type Reading, resolvePlace } from './address.ts';
import { type Beside, BesideBar } from './beside-bar.tsx';
import { Booklet } from './booklet.tsx';
import { OutlineContext, type OutlineView } from './context.ts';
import { OutlineDocument } from './document.tsx';
import type { ExportForm } from './export-file.ts';
import { Glossary, GlossaryTree, glossaryKind } from './glossary.tsx';
import type { Arrival } from './item.tsx';
import { LookupCard, useLookup } from './lookup-card.tsx';
import { Rail } from './rail.tsx';
import { SearchResults } from './search-results.tsx';
import { Toolbar } from './toolbar.tsx';
import { OutlineTree } from './tree.tsx';
import { useHeight } from './use-height.ts';
import { usePlaceInView } from './use-place-in-view.ts';
import { useReadingPosition } from './use-reading-position.ts';
import { finishTurns } from './use-turn.ts';

/** What the page asks of its owner. */
export type OutlineAction =
  | { readonly do: 'reading'; readonly reading: Reading }
  | { readonly do: 'export'; readonly form: ExportForm }
  /** Back to the article; `index` is the occurrence the reader came from. */
  | { readonly do: 'return'; readonly index: number | null }
  | { readonly do: 'hide' | 'show'; readonly term: string }
  | { readonly do: 'settings' };

export interface OutlinePageProps {
  readonly knowledge: Knowledge;
  readonly reading: Reading;
  /** The part of the address after `#`. */
  readonly place: string;
  /** The place at which the page was opened from the article, and the occurrence; null where it was opened by itself. */
  readonly opened: { readonly place: string; readonly from: number | null } | null;
  readonly beside: Beside;
  readonly cardKeys: boolean;
  /** Why what the reader asked for last could not be done, in the words of the browser; null when all is well. */
  readonly problem: string | null;
  readonly onAction: (action: OutlineAction) => void;
}

const NO_MARKS = new Map();
/** Every character of the knowledge base is looked at for the table: not before somebody searches. */
const NO_SCRIPTS: ReadonlyMap<string, string> = new Map();

/** The policy outline: the documents as a tree and as text, targets and figures, search, and the index of terms. */
export function OutlinePage(props: OutlinePageProps) {
  const { knowledge, reading, place, opened, beside, cardKeys, problem, onAction } = props;
  const { t, locale } = useLanguage();
  const [query, setQuery] = useState('');
  const [searching, setSearching] = useState(false);
  const [booklet, setBooklet] = useState(false);
  /** After the booklet everything is there at once, so that the window finds back to where it was. */
  const [printed, setPrinted] = useState(false);
  /** The term that was hidden last, for the undo. */
  const [hidden, setHidden] = useState<{ readonly term: string; readonly title: string } | null>(null);
  const [card, send] = useLookup();
  const { view, element, known } = resolvePlace(knowledge, place);
  const main = useRef<HTMLElement>(null);
  useEffect(() => setSearching(false), [place]);
  useEffect(() => {
    addEventListener('beforeprint', finishTurns);
    return () => removeEventListener('beforeprint', finishTurns);
  }, []);
  // With other words or in another window the bars wrap; what sticks below them follows.
  const bars = useHeight<HTMLDivElement>();
  usePlaceInView(place, element, searching, main, `${beside.state} ${bars.height}`);
  const kind = glossaryKind(knowledge, element);
  const position = useReadingPosition(`${view} ${kind} ${searching}`);

  const onLook = useCallback<OutlineView['onLook']>(
    (kind, id, at) =>
      send({ type: 'open', target: { lead: leadTo(knowledge, kind, id, locale), at }, by: 'keyboard' }),
    [knowledge, locale, send],
  );
  const looking = query.trim() !== '';
  const scripts = useMemo(() => (looking ? scriptMapOf(knowledge) : NO_SCRIPTS), [knowledge, looking]);
  const occurrences = beside.state === 'read' ? beside.occurrences : null;
  const context = useMemo<OutlineView>(
    () => ({
      knowledge,
      reading,
      query: query.trim(),
      scripts,
      marks: occurrences ? itemMarks(knowledge, occurrences) : NO_MARKS,
      present: new Set(occurrences?.flatMap(({ subject }) => subject ?? [])),
      onLook,
    }),
    [knowledge, reading, query, scripts, occurrences, onLook],
  );
  const coverage = useMemo(
    () => (occurrences ? coverageOf(knowledge, occurrences, locale) : []),
    [knowledge, occurrences, locale],
  );

  const outline = knowledge.outlines.find(({ id }) => id === view);
  const arrival = arrivalOf(props);
  const onReturn = (): void => onAction({ do: 'return', index: opened?.from ?? null });
  const onCard = (action: CardAction): void => {
    if (action.do === 'outline') location.hash = action.item;
    else if (action.do === 'hide') {
      const title = knowledge.terms.get(action.term)?.title;
      if (title) setHidden({ term: action.term, title: localise(title, locale) });
      send({ type: 'close' });
      onAction(action);
    } else if (action.do === 'settings') onAction(action);
  };
  return (
    <OutlineContext.Provider value={context}>
      <div class="outline-page" style={bars.height === null ? {} : { '--bars-height': `${bars.height}px` }}>
        <div class="outline-bars" ref={bars.ref}>
          <Toolbar
            view={view}
            onSearch={(text) => {
              setQuery(text);
              setSearching(text.trim() !== '');
            }}
            onReading={(choice) => onAction({ do: 'reading', reading: choice })}
            onPrint={(all) => (all ? setBooklet(true) : print())}
            onSkip={() => main.current?.focus()}
            onExport={(form) => onAction({ do: 'export', form })}
          />
          <BesideBar
            beside={beside}
            coverage={coverage.find((candidate) => candidate.outline === view) ?? null}
            onReturn={onReturn}
          />
        </div>
        <nav class="tree" aria-label={t('outline.contents')}>
          {outline ? (
            <>
              <p class="tree-title">{localise(outline.documentNumber ?? outline.publisher, locale)}</p>
              <OutlineTree outline={outline} current={position} />
            </>
          ) : (
            <GlossaryTree shown={kind} current={position} />
          )}
        </nav>
        <main class="outline-main" id="main" ref={main} tabIndex={-1}>
          <div class="column">
            {!known && (
              <p class="note" role="status">
                {t('outline.unknownPlace', { place })}
              </p>
            )}
            {looking && !searching && (
              <p class="search-bar">
                {t('outline.marked', { query: query.trim() })}
                <button type="button" class="link" onClick={() => setSearching(true)}>
                  {t('outline.results')}
                </button>
                <button type="button" class="link" onClick={() => setQuery('')}>
                  {t('outline.clear')}
                </button>
              </p>
            )}
            {booklet ? (
              <Booklet
                onDone={() => {
                  setPrinted(true);
                  setBooklet(false);
                }}
              />
            ) : searching ? (
              <SearchResults onFollow={() => setSearching(false)} />
            ) : outline ? (
              <OutlineDocument
                key={view}
                outline={outline}
                whole={printed}
                place={element}
                arrival={arrival}
                onReturn={onReturn}
              />
            ) : (
              <Glossary whole={printed} place={element} kinds={[kind]} />
            )}
          </div>
        </main>
        <aside class="rail" aria-label={t('outline.rail')}>
          <Rail />
        </aside>
        <LookupCard knowledge={knowledge} state={card} send={send} cardKeys={cardKeys} onAction={onCard} />
        {problem !== null && (
          <p class="toast" role="alert">
            {t('surfaces.failed', { reason: problem })}
          </p>
        )}
        {hidden && problem === null && (
          <p class="toast" role="status">
            {t('outline.hidden', { title: hidden.title })}
            <button
              type="button"
              class="link"
              onClick={() => {
                onAction({ do: 'show', term: hidden.term });
                setHidden(null);
              }}
            >
              {t('outline.undo')}
            </button>
            <button type="button" class="link" onClick={() => setHidden(null)}>
              {t('outline.dismiss')}
            </button>
          </p>
        )}
      </div>
    </OutlineContext.Provider>
  );
}

function leadTo(
  knowledge: Knowledge,
  kind: Lead['kind'],
  id: string,
  locale: Parameters<typeof localise>[1],
): Lead {
  const title = kind === 'term' ? knowledge.terms.get(id)?.title : knowledge.figures.get(id)?.display;
  return { kind, id, label: title ? localise(title, locale) : id };
}

/** The item the reader was brought to from the article, as long as the address still points at it. */
function arrivalOf({ opened, place, beside }: OutlinePageProps): Arrival | null {
  if (!opened || opened.place === '' || opened.place !== place) return null;
  if (beside.state === 'none' || beside.state === 'gone') return null;
  const occurrences = beside.state === 'read' ? beside.occurrences : [];
  const text = occurrences.find(({ index }) => index === opened.from)?.text ?? null;
  return { item: place, text };
}
