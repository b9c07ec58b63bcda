import { useLanguage } from '../i18n.tsx';
import type { Coverage } from './cells.ts';

/**
 * A document as a row of cells, filled by how much of each chapter the text touches. The same is said in words: each
 * cell's text for who listens, its title for who points.
 */
export function CoverageStrip({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useLanguage();
  return (
    <ul class="strip" aria-label={coverage.title}>
      {coverage.cells.map(({ item, label, title, share, touched, hits, startsPart }) => {
        const said = t(touched ? 'surfaces.hitsMain' : 'surfaces.hits', { title, count: hits });
        return (
          <li
            key={item}
            title={said}
            data-on={touched || undefined}
            data-part={startsPart || undefined}
            style={{ '--fill': `${Math.round(share * 100)}%` }}
          >
            <span aria-hidden="true">{label}</span>
            <span class="visually-hidden">{said}</span>
          </li>
        );
      })}
    </ul>
  );
}
