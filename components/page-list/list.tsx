import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Mark } from '../mark.tsx';
import type { ListEntry } from './entries.ts';
import { SLICE, useGrowing } from './use-growing.ts';
import { useRovingRow } from './use-roving-row.ts';

export interface ListActions {
  /** Scrolls the page to an occurrence. */
  readonly onReveal: (index: number) => void;
  readonly onOutline: (item: string) => void;
  readonly onHide: (term: string) => void;
  /**
   * What a figure says by its text alone, a row each: for figures that the knowledge base does not have. Never rejects;
   * the same function as long as the language is the same.
   */
  readonly readFigure: (text: string) => Promise<readonly string[]>;
}

/** What is on the page, grouped; each entry opens to its definition and steps through its occurrences. */
export function PageList({
  entries,
  current,
  label,
  follow = false,
  openFirst = false,
  ...actions
}: ListActions & {
  readonly entries: readonly ListEntry[];
  /** Index of the occurrence at the reading position. */
  readonly current: number | null;
  readonly label: string;
  /** Keeps the entry at the reading position in view. */
  readonly follow?: boolean;
  /** The first entry is open until the reader opens another. */
  readonly openFirst?: boolean;
}) {
  // Undefined until the reader has opened or closed an entry.
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const open = chosen === undefined && openFirst ? entries[0]?.key : chosen;
  const list = useRef<HTMLDivElement>(null);
  const here = current === null ? -1 : entries.findIndex(({ occurrences }) => occurrences.includes(current));
  const { stop, ...listening } = useRovingRow(entries);
  const count = useGrowing(entries.length, Math.max(here, stop) + 1);
  useEffect(() => {
    if (follow && list.current) showCurrent(list.current);
  }, [follow, current]);
  return (
    // Runs stand between the list and its items, which an `ul` does not allow.
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div ref={list} class="page-list" role="list" aria-label={label} {...listening}>
      {runsOf(count).map(({ from, to }) => (
        <Run
          key={from}
          entries={entries}
          from={from}
          to={to}
          current={current}
          open={open ?? null}
          stop={stop >= from && stop < to ? stop - from : null}
          onOpen={setChosen}
          {...actions}
        />
      ))}
    </div>
  );
}

/** Rows that are rendered together, a slice each, are left alone while others are added below them. */
function runsOf(count: number): readonly { readonly from: number; readonly to: number }[] {
  return Array.from({ length: Math.ceil(count / SLICE) }, (_, run) => ({
    from: run * SLICE,
    to: Math.min((run + 1) * SLICE, count),
  }));
}

function Run({
  entries,
  from,
  to,
  current,
  open,
  stop,
  onOpen,
  onReveal,
  onOutline,
  onHide,
  readFigure,
}: ListActions & {
  readonly entries: readonly ListEntry[];
  readonly from: number;
  readonly to: number;
  readonly current: number | null;
  readonly open: string | null;
  /** Which of these rows Tab comes to; null where it is in another run. */
  readonly stop: number | null;
  readonly onOpen: (key: string | null) => void;
}) {
  // The same rows again cost nothing: the list would else be gone through from its start for every slice.
  const rows = useMemo(
    () =>
      entries
        .slice(from, to)
        .map((entry, position) => (
          <Row
            key={entry.key}
            entry={entry}
            current={current}
            open={open === entry.key}
            tabIndex={position === stop ? 0 : -1}
            onToggle={() => onOpen(open === entry.key ? null : entry.key)}
            onReveal={onReveal}
            onOutline={onOutline}
            onHide={onHide}
            readFigure={readFigure}
          />
        )),
    [entries, from, to, current, open, stop, onOpen, onReveal, onOutline, onHide, readFigure],
  );
  return (
    <div class="page-run" style={`--rows: ${to - from}`}>
      {rows}
    </div>
  );
}

/** Scrolls the entry at the reading position into view, but never away from under the reader's pointer or focus. */
function showCurrent(list: HTMLElement): void {
  if (list.matches(':hover') || list.contains(document.activeElement)) return;
  list.querySelector('[data-here]')?.scrollIntoView({ block: 'nearest' });
}

function Row({
  entry,
  current,
  open,
  tabIndex,
  onToggle,
  onReveal,
  onOutline,
  onHide,
  readFigure,
}: ListActions & {
  readonly entry: ListEntry;
  readonly current: number | null;
  readonly open: boolean;
  readonly tabIndex: 0 | -1;
  readonly onToggle: () => void;
}) {
  const { t } = useLanguage();
  const [last, setLast] = useState<number | null>(null);
  const { occurrences, title, english, kind, subject, item } = entry;
  const here = current !== null && occurrences.includes(current);
  const step = (by: 1 | -1): void => {
    // Before the first jump “next” is the first occurrence and “previous” the last one.
    const from = last ?? (by === 1 ? -1 : occurrences.length);
    const next = (from + by + occurrences.length) % occurrences.length;
    const index = occurrences[next];
    setLast(next);
    if (index !== undefined) onReveal(index);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the list
    <div
      class="page-entry"
      role="listitem"
      data-here={here || undefined}
      aria-current={here ? 'location' : undefined}
    >
      <div class="page-entry-line">
        <button
          type="button"
          class="page-entry-name"
          aria-expanded={open}
          tabIndex={tabIndex}
          onClick={onToggle}
        >
          <Mark kind={kind}>{title}</Mark>
          {english && <span lang="en">{english}</span>}
          {/* What the line under the name tells who sees it. */}
          <span class="visually-hidden">{t(`common.kind.${kind}`)}</span>
        </button>
        <span class="page-entry-count num">{t('surfaces.occurrences', { count: occurrences.length })}</span>
        <button
          type="button"
          class="button small icon-only quiet"
          aria-label={t('surfaces.previous', { title })}
          tabIndex={tabIndex}
          onClick={() => step(-1)}
        >
          <Icon name="chevronUp" />
        </button>
        <button
          type="button"
          class="button small icon-only quiet"
          aria-label={t('surfaces.next', { title })}
          tabIndex={tabIndex}
          onClick={() => step(1)}
        >
          <Icon name="chevronDown" />
        </button>
      </div>
      {open && (
        <div class="page-entry-detail">
          <Explanation entry={entry} readFigure={readFigure} />
          <div class="page-entry-actions">
            {item && (
              <button type="button" class="button small quiet" onClick={() => onOutline(item.id)}>
                <Icon name="outline" />
                {item.label}
              </button>
            )}
            {kind !== 'figure' && subject !== null && (
              <button type="button" class="button small quiet" onClick={() => onHide(subject)}>
                <Icon name="hide" />
                {t('surfaces.hide')}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** What the knowledge base says; of a figure that it does not have, what the text itself says. */
function Explanation({
  entry: { definition, kind, title },
  readFigure,
}: {
  readonly entry: ListEntry;
  readonly readFigure: ListActions['readFigure'];
}) {
  const { t } = useLanguage();
  const asks = definition === '' && kind === 'figure';
  const [read, setRead] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (!asks) return undefined;
    let shown = true;
    void readFigure(title).then((rows) => shown && setRead(rows));
    return () => {
      shown = false;
    };
  }, [asks, title, readFigure]);
  // Nothing is said before it is known: the words would change under the reader's eyes.
  if (asks && read === null) return <p>&nbsp;</p>;
  const said = definition || read?.join(' · ');
  return <p>{said || t(asks ? 'surfaces.plainFigure' : 'surfaces.noDefinition')}</p>;
}
