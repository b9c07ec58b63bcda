import type { ComponentType } from 'preact';
import { Card, type CardProps } from '../../components/card/card.tsx';
import { Popup, type PopupPage, type PopupProps } from '../../components/popup/popup.tsx';
import { searchRows } from '../../components/search/results.ts';
import type { Locale } from '../../utils/locale.ts';
import { CATEGORIES } from '../../utils/terms/types.ts';
import { knowledge, sampleCards, samplePage } from './samples.ts';

type Scene = ComponentType<{ readonly locale: Locale }>;
const nothing = (): void => undefined;

function card(choose: (cards: ReturnType<typeof sampleCards>) => Omit<CardProps, 'onAction'>): Scene {
  return ({ locale }) => (
    <div style={{ padding: '16px' }}>
      <Card {...choose(sampleCards(locale))} onAction={nothing} />
    </div>
  );
}

function popup(page: (locale: Locale) => PopupPage, props: Partial<PopupProps> = {}): Scene {
  return ({ locale }) => (
    <Popup
      page={page(locale)}
      host="people.com.cn"
      enabled
      siteOn
      kinds={[...CATEGORIES, 'figure']}
      kindsOff={[]}
      density="all"
      search={(query) => searchRows(knowledge, query, locale)}
      onAction={nothing}
      {...props}
    />
  );
}

function readPage(count: number, locale: Locale): PopupPage {
  const { coverage, ...page } = samplePage(count, locale);
  return { state: 'read', ...page, coverage: coverage[0] ?? null };
}

/** Every state of every component, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'card-term': card(({ term }) => ({ model: term })),
  'card-figure': card(({ known }) => ({ model: known, pinned: true })),
  'card-unknown': card(({ unknown }) => ({ model: unknown })),
  'card-nested': card(({ nested, term }) => ({ model: nested, pinned: true, back: term.title })),
  'card-sheet': card(({ term }) => ({ model: term, sheet: true })),
  'popup-read': popup((locale) => readPage(60, locale)),
  'popup-long': popup((locale) => readPage(2000, locale), { kindsOff: ['policy'] }),
  'popup-none': popup((locale) => readPage(0, locale)),
  'popup-ask': popup(() => ({ state: 'ask', denied: true }), { host: 'news.example.cn' }),
  'popup-stale': popup(() => ({ state: 'stale' })),
  'popup-unreadable': popup(() => ({ state: 'unreadable' })),
  'popup-off': popup(() => ({ state: 'unreadable' }), { enabled: false }),
  'popup-site-off': popup((locale) => readPage(60, locale), { siteOn: false }),
};
