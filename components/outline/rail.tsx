import { useMemo } from 'preact/hooks';
import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { type Locale, localise } from '../../utils/locale.ts';
import { writeDay } from '../date.ts';
import { useLanguage } from '../i18n.tsx';
import { Chart } from './chart.tsx';
import { chartsOf } from './charts.ts';
import { useOutline } from './context.ts';

/** The targets in time and the figures as pictures. */
export function Rail() {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const charts = useMemo(() => chartsOf(knowledge, locale, t), [knowledge, locale, t]);
  return (
    <>
      <section>
        <h2>{t('outline.targets')}</h2>
        <ol class="timeline">
          {milestones(knowledge, locale, t('outline.noNumber')).map(
            ({ key, when, lead, text, href, past }) => (
              <li key={key} data-past={past || undefined}>
                <p>
                  <b class="num">{when}</b> {href === null ? lead : <a href={href}>{lead}</a>}
                </p>
                <p>{text}</p>
              </li>
            ),
          )}
        </ol>
      </section>
      <section>
        <h2>{t('outline.charts')}</h2>
        {charts.map((chart) => (
          <Chart key={chart.id} model={chart} />
        ))}
      </section>
    </>
  );
}

interface Milestone {
  readonly key: string;
  readonly when: string;
  readonly lead: string;
  readonly text: string;
  /** The target's place in the outline; null for the release of the document. */
  readonly href: string | null;
  readonly past: boolean;
}

/** The release of the document, then its targets in the order of the years. */
function milestones(knowledge: Knowledge, locale: Locale, noNumber: string): readonly Milestone[] {
  return knowledge.outlines.flatMap((outline) => {
    const targets = outline.items.flatMap((item) => item.targets ?? []);
    const released = outline.dates.at(-1);
    if (targets.length === 0 || !released) return [];
    const start: Milestone = {
      key: outline.id,
      when: released.date.slice(0, 4),
      lead: `${writeDay(released.date, locale)} · ${localise(released.what, locale)}`,
      text: localise(outline.documentNumber ?? outline.shortTitle, locale),
      href: null,
      past: true,
    };
    const later = [...targets]
      .sort((a, b) => a.year - b.year)
      .map(({ id, year, paraphrase, figures }): Milestone => {
        const numbers = figures.flatMap((figure) => {
          const known = knowledge.figures.get(figure);
          return known?.kind === 'target' && known.unit === '%' ? [localise(known.display, locale)] : [];
        });
        return {
          key: id,
          when: String(year),
          lead: numbers.length > 0 ? numbers.join(locale === 'en' ? ', ' : '，') : noNumber,
          text: localise(paraphrase, locale),
          href: `#${id}`,
          past: false,
        };
      });
    return [start, ...later];
  });
}
