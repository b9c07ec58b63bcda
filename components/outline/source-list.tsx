import { writeDate } from '../date.ts';
import { useLanguage } from '../i18n.tsx';
import { SourceLine } from '../source-line.tsx';
import { useOutline } from './context.ts';

/** The sources behind a text, closed at first; `said` stands before their number. */
export function SourceList({ keys, said }: { readonly keys: readonly string[]; readonly said?: string }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const sources = keys.flatMap((key) => knowledge.sources.get(key) ?? []);
  if (sources.length === 0) return said === undefined ? null : <p class="source-list">{said}</p>;
  return (
    <details class="source-list">
      <summary>
        {said}
        <span class="source-count">
          {said !== undefined && ' · '}
          {t('outline.sources', { count: sources.length })}
        </span>
      </summary>
      <ul>
        {sources.map(({ key, title, publisher, date, url, seen }) => (
          <li key={key}>
            <SourceLine
              title={title}
              url={url}
              details={[
                publisher,
                date ? writeDate(date, locale) : '',
                seen ? '' : t('outline.sourceUnseen'),
              ]}
              separator=" · "
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
