import { useState } from 'preact/hooks';
import {
  childrenOf,
  figuresOfItem,
  linksOfItem,
  officialLink,
  outlineOf,
  termsOfItem,
} from '../../utils/knowledge/lookup.ts';
import type { Outline, OutlineItem } from '../../utils/knowledge/outline-schema.ts';
import { localise } from '../../utils/locale.ts';
import { writeDate } from '../date.ts';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { documentLabel, itemNumber, numberedTitle } from '../outline-label.ts';
import { Chips } from './chips.tsx';
import { useOutline } from './context.ts';
import { Heat } from './heat.tsx';
import { SourceList } from './source-list.tsx';
import { Bilingual, BilingualLine, Text, useChinese } from './text.tsx';
import { type TurnOf, useTurn } from './use-turn.ts';

/** The reader came to one item out of an article. */
export interface Arrival {
  readonly item: string;
  /** The marked words in the article; null where they are not known. */
  readonly text: string | null;
}

export interface ItemProps {
  readonly outline: Outline;
  readonly item: OutlineItem;
  readonly depth: number;
  readonly turnOf: TurnOf;
  /** Id of the element the address points at. */
  readonly place: string | null;
  readonly arrival: Arrival | null;
  /** Back to the place in the article. */
  readonly onReturn: () => void;
}

/** One item of a document with everything it holds, and the items below it. */
export function Item(props: ItemProps) {
  const { outline, item, depth, place } = props;
  return (
    <section
      class="outline-item"
      id={item.id}
      tabIndex={-1}
      aria-labelledby={`${item.id}-title`}
      data-depth={depth}
      data-spy={item.id}
      data-here={place === item.id || undefined}
    >
      <Own {...props} />
      {childrenOf(outline, item.id).map((child) => (
        <Item key={child.id} {...props} item={child} depth={depth + 1} />
      ))}
    </section>
  );
}

/** What an item itself holds; until its turn comes only the room for it. */
function Own(props: ItemProps) {
  return useTurn(props.turnOf(props.item.id)) ? <OwnTexts {...props} /> : <div class="item-own" data-later />;
}

function OwnTexts({ outline, item, depth, place, arrival, onReturn }: ItemProps) {
  const { t, locale } = useLanguage();
  const { knowledge, marks, reading } = useOutline();
  const chinese = useChinese()(item.title);
  const mark = marks.get(item.id);
  const below = childrenOf(outline, item.id);
  const Heading = `h${Math.min(depth + 1, 6)}` as 'h2';
  return (
    <div class="item-own">
      {arrival?.item === item.id && (
        <p class="arrival">
          <Icon name="link" />
          <span>
            {arrival.text === null
              ? t('outline.cameFromPage')
              : t('outline.cameFrom', { text: arrival.text })}
          </span>
          <button type="button" class="link" onClick={onReturn}>
            {t(arrival.text === null ? 'outline.back' : 'outline.returnTo')}
          </button>
        </p>
      )}
      <header class="item-head">
        <Heading id={`${item.id}-title`} lang={reading === 'en' ? 'en' : chinese.lang}>
          {item.number !== '' && (
            <span class="item-number">{itemNumber(item.number, reading === 'en' ? 'en' : 'zh-CN')}</span>
          )}
          <Text>{reading === 'en' ? item.title.en : chinese.text}</Text>
        </Heading>
        {item.basis === 'recall' && (
          <span class="unchecked" title={t('outline.unchecked.note')}>
            {t('outline.unchecked')}
          </span>
        )}
        {mark && (depth > 1 || below.length === 0) && <Heat mark={mark} />}
      </header>
      {reading === 'both' && (
        <p class="item-english" lang="en">
          <Text>{item.title.en}</Text>
        </p>
      )}
      {!item.official && <p class="item-note">{t('outline.ownTitle')}</p>}
      <Bilingual text={item.paraphrase} class="item-text" />
      {item.targets && <Targets targets={item.targets} place={place} />}
      <ul class="measures" aria-label={t('outline.measures')}>
        {item.measures.map((measure) => (
          <li key={measure.hans}>
            <BilingualLine text={measure} />
          </li>
        ))}
      </ul>
      {item.quote && (
        <p class="item-note">
          {t(item.quote.seen ? 'outline.quote' : 'outline.quoteUnseen', {
            speaker: localise(item.quote.speaker, locale),
            occasion: localise(item.quote.occasion, locale),
            date: writeDate(item.quote.date, locale),
          })}
        </p>
      )}
      <Chips terms={termsOfItem(knowledge, item)} figures={figuresOfItem(knowledge, item)} />
      <Counterparts outline={outline} item={item} />
    </div>
  );
}

function Targets({
  targets,
  place,
}: {
  readonly targets: NonNullable<OutlineItem['targets']>;
  readonly place: string | null;
}) {
  return (
    <dl class="targets">
      {targets.map(({ id, year, paraphrase }) => (
        <div key={id} id={id} tabIndex={-1} data-here={place === id || undefined}>
          <dt class="num">{year}</dt>
          <dd>
            <BilingualLine text={paraphrase} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the other document speaks of the same matter, the official text, and how far our text was checked. */
function Counterparts({ outline, item }: { readonly outline: Outline; readonly item: OutlineItem }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const [open, setOpen] = useState(false);
  const links = linksOfItem(knowledge, item);
  const official = officialLink(outline, item);
  const other = links[0] && outlineOf(knowledge, links[0].id);
  return (
    <>
      {other && (
        <div class="item-links">
          <p>{t('outline.links', { document: localise(other.shortTitle, locale) })}</p>
          <ul>
            {links.map((link) => (
              <li key={link.id}>
                <a href={`#${link.id}`}>
                  <Text>{numberedTitle(link.number, link.title, locale)}</Text>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="item-foot">
        {other && (
          <button
            type="button"
            class="link"
            aria-expanded={open}
            aria-controls={`${item.id}-beside`}
            onClick={() => setOpen(!open)}
          >
            <Icon name="panel" />
            {t('outline.beside')}
          </button>
        )}
        {official !== undefined && (
          <a class="official" href={official} target="_blank" rel="noreferrer">
            {t('outline.official')}
          </a>
        )}
        <SourceList keys={item.sources} said={t(`outline.basis.${item.basis}`)} />
      </div>
      <div id={`${item.id}-beside`} class="beside" hidden={!open}>
        {open && [item, ...links].map((side) => <Side key={side.id} item={side} />)}
      </div>
    </>
  );
}

/** One of the texts that stand side by side. */
function Side({ item }: { readonly item: OutlineItem }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const document = outlineOf(knowledge, item.id);
  return (
    <div>
      <p class="side-document">{document && documentLabel(document.shortTitle, locale)}</p>
      <p class="side-title">
        <a href={`#${item.id}`}>
          <Text>{numberedTitle(item.number, item.title, locale)}</Text>
        </a>
      </p>
      <p>
        <Text>{localise(item.paraphrase, locale)}</Text>
      </p>
      <ul class="measures" aria-label={t('outline.measures')}>
        {item.measures.map((measure) => (
          <li key={measure.hans}>
            <Text>{localise(measure, locale)}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
