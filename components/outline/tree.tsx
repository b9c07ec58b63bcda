import { childrenOf } from '../../utils/knowledge/lookup.ts';
import type { Outline, OutlineItem } from '../../utils/knowledge/outline-schema.ts';
import { localise } from '../../utils/locale.ts';
import { useLanguage } from '../i18n.tsx';
import { itemNumber } from '../outline-label.ts';
import { useOutline } from './context.ts';
import { Heat } from './heat.tsx';
import { Text } from './text.tsx';

/**
 * The document as a nested list of links. No tree widget: with forty entries, all open, a list of links is reached,
 * listed and skipped by every reader without learning keys.
 */
export function OutlineTree({
  outline,
  current,
}: {
  readonly outline: Outline;
  readonly current: string | null;
}) {
  return (
    <ul class="tree-list">
      {childrenOf(outline, null).map((part) => (
        <TreeEntry key={part.id} outline={outline} item={part} current={current} depth={1} />
      ))}
    </ul>
  );
}

function TreeEntry({
  outline,
  item,
  current,
  depth,
}: {
  readonly outline: Outline;
  readonly item: OutlineItem;
  readonly current: string | null;
  readonly depth: number;
}) {
  const { locale } = useLanguage();
  const { marks } = useOutline();
  const below = childrenOf(outline, item.id);
  // A part of several chapters bears no mark: its own few words say nothing about them.
  const mark = depth === 1 && below.length > 0 ? undefined : marks.get(item.id);
  return (
    <li>
      <a
        href={`#${item.id}`}
        data-depth={depth}
        data-item={item.id}
        aria-current={current === item.id ? 'location' : undefined}
      >
        <span class="tree-number">{itemNumber(item.number, locale)}</span>
        <span>
          <Text>{localise(item.title, locale)}</Text>
        </span>
        {mark && <Heat mark={mark} quiet />}
      </a>
      {below.length > 0 && (
        <ul>
          {below.map((child) => (
            <TreeEntry key={child.id} outline={outline} item={child} current={current} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}
