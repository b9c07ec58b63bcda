import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Reading } from '../../components/outline/address.ts';
import type { Beside } from '../../components/outline/beside-bar.tsx';
import { OutlinePage, type OutlinePageProps } from '../../components/outline/outline-page.tsx';
import { finishTurns } from '../../components/outline/use-turn.ts';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { figuresOfItem, termsOfItem } from '../../utils/knowledge/lookup.ts';
import type { OutlineItem } from '../../utils/knowledge/outline-schema.ts';
import type { Locale } from '../../utils/locale.ts';
import { knowledge } from './samples.ts';

type Scene = ComponentType<{ readonly locale: Locale }>;

/** One item of every sort: a part, an action with its items, a support, an unchecked one, a lead, quotations. */
const ITEMS = /^(op-1|op-2|op-2-1|op-2-1-[13]|op-3|op-3-8|art-0|art-1|art-1-1|art-2|art-2-1)$/;

/** The knowledge base with a few items, so that a state is looked through in a second. */
function excerpt({ items, outlines, ...rest }: Knowledge): Knowledge {
  const kept = <T extends Pick<OutlineItem, 'id'>>(list: readonly T[]) =>
    list.filter(({ id }) => ITEMS.test(id));
  const shown = kept([...items.values()]);
  const terms = new Map(shown.flatMap((item) => termsOfItem(knowledge, item)).map((term) => [term.id, term]));
  const figures = new Map(
    shown.flatMap((item) => figuresOfItem(knowledge, item)).map((figure) => [figure.id, figure]),
  );
  return {
    ...rest,
    terms,
    figures,
    items: new Map(shown.map((item) => [item.id, item])),
    outlines: outlines.map((outline) => ({ ...outline, items: kept(outline.items) })),
  };
}

const sample = excerpt(knowledge);
const ARTICLE: Beside = {
  state: 'read',
  title: '从“能用”到“好用”：人工智能落地还要过几道关',
  occurrences: ['gao-zhi-liang-shu-ju-ji', 'shu-ju-biao-zhu', 'gao-zhi-liang-shu-ju-ji', 'zhi-neng-ti'].map(
    (subject, index) => ({ index, subject, text: '高质量数据集' }),
  ),
};

function outline(props: Partial<OutlinePageProps> = {}, act?: (scene: HTMLElement) => void): Scene {
  return () => {
    const [reading, setReading] = useState<Reading>(props.reading ?? 'both');
    useEffect(() => {
      const scene = document.querySelector<HTMLElement>('[data-scene^="outline"]');
      // The window still stands where the scene before was left; a bar that lies over a link is a finding of axe.
      scrollTo(0, 0);
      // A picture has everything that the reader has a moment later.
      finishTurns();
      queueMicrotask(() => scene && act?.(scene));
    }, []);
    return (
      <OutlinePage
        knowledge={sample}
        place=""
        opened={null}
        beside={{ state: 'none' }}
        cardKeys
        problem={null}
        {...props}
        reading={reading}
        onAction={(action) => {
          if (action.do === 'reading') setReading(action.reading);
        }}
      />
    );
  };
}

function press(selector: string): (scene: HTMLElement) => void {
  return (scene) => {
    const control = scene.querySelector<HTMLElement>(selector);
    // A card closes when what it explains is out of the window.
    control?.scrollIntoView({ block: 'center' });
    control?.click();
  };
}

function search(query: string): (scene: HTMLElement) => void {
  return (scene) => {
    const field = scene.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) return;
    field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
}

/** The states of the outline page. */
export const OUTLINE_SCENES: Readonly<Record<string, Scene>> = {
  outline: outline(),
  'outline-arrived': outline({ beside: ARTICLE, place: 'op-3-8', opened: { place: 'op-3-8', from: 0 } }),
  'outline-gone': outline({ beside: { state: 'gone' }, reading: 'zh' }),
  'outline-failed': outline({ problem: 'QUOTA_BYTES_PER_ITEM quota exceeded' }),
  'outline-unknown': outline({ place: 'op-9-9', reading: 'en' }),
  'outline-article': outline({ place: 'art-2-1' }, press('#art-2-1 [aria-expanded]')),
  'outline-measure': outline({ beside: ARTICLE }, press('.measure summary')),
  'outline-export': outline({}, press('.menu:last-child summary')),
  'outline-card': outline({}, press('#op-3-8 .chip')),
  'outline-glossary': outline({ place: 'kind-figure', beside: ARTICLE }),
  'outline-found': outline({}, search('数据')),
  'outline-not-found': outline({}, search('zzzz')),
};
