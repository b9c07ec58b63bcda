import type { KnownFigure } from '../../utils/knowledge/figure-schema.ts';
import { type Localised, localise } from '../../utils/locale.ts';
import { Bars } from '../card/figure-body.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { seriesOf } from '../series.ts';
import { termPlace } from './address.ts';
import { writeDerivation } from './arithmetic.ts';
import { useOutline } from './context.ts';
import { Entry } from './entry.tsx';
import { EntryLine } from './entry-line.tsx';
import { ItemLinks } from './item-links.tsx';
import { SourceList } from './source-list.tsx';
import { Bilingual, BilingualLine, Text, useChinese } from './text.tsx';

/** A figure of the index with all its texts, its arithmetic and its series. */
export function FigureEntry({
  figure,
  ...frame
}: {
  readonly figure: KnownFigure;
  readonly here: boolean;
  readonly turn: number;
}) {
  return (
    <Entry place={figure.id} {...frame}>
      <FigureTexts figure={figure} />
    </Entry>
  );
}

function FigureTexts({ figure }: { readonly figure: KnownFigure }) {
  const { t, locale } = useLanguage();
  const { knowledge } = useOutline();
  const chinese = useChinese()(figure.display);
  const { id, year, derived, caveats } = figure;
  const series = seriesOf(figure, locale);
  const terms = figure.terms.flatMap((term) => knowledge.terms.get(term) ?? []);
  const facts: readonly (readonly [key: string, text: Localised | undefined])[] = [
    ['scope', figure.scope],
    ['comparison', figure.comparison],
    ['origin', figure.origin],
  ];
  return (
    <>
      <h3 id={`${id}-title`}>
        <span lang={chinese.lang}>
          <Text>{chinese.text}</Text>
        </span>{' '}
        <span class="entry-english" lang="en">
          <Text>{figure.display.en}</Text>
        </span>
      </h3>
      <p class="entry-meta">
        <BilingualLine text={figure.measures} />
      </p>
      <Bilingual text={figure.explanation} class="entry-text" />
      {year !== null && !figure.measures.hans.includes(String(year)) && (
        <EntryLine label={t('card.fact.year')}>{String(year)}</EntryLine>
      )}
      {facts.map(
        ([key, text]) =>
          text && (
            <EntryLine key={key} label={t(`card.fact.${key}`)}>
              <Text>{localise(text, locale)}</Text>
            </EntryLine>
          ),
      )}
      <EntryLine label={t('card.fact.checked')}>{t(`card.verification.${figure.verification}`)}</EntryLine>
      {caveats.map((caveat) => (
        <p key={caveat.hans} class="note">
          <Icon name="info" />
          <span>
            <Text>{localise(caveat, locale)}</Text>
          </span>
        </p>
      ))}
      {derived.length > 0 && <Arithmetic derived={derived} />}
      {series && <Bars series={series} />}
      {terms.length > 0 && (
        <EntryLine label={t('card.related')}>
          {terms.map((term) => (
            <a key={term.id} href={`#${termPlace(term.id)}`}>
              {localise(term.title, locale)}
            </a>
          ))}
        </EntryLine>
      )}
      <ItemLinks ids={figure.outline} />
      <SourceList keys={figure.sources} />
    </>
  );
}

/** What was computed from the figure, in steps that a reader can repeat. */
function Arithmetic({ derived }: { readonly derived: KnownFigure['derived'] }) {
  const { t, locale } = useLanguage();
  return (
    <table class="arithmetic">
      <caption>{t('outline.derived')}</caption>
      <tbody>
        {derived.map(({ label, note, ...derivation }) => (
          <tr key={label.hans}>
            <th scope="row">{localise(label, locale)}</th>
            <td class="num">
              {writeDerivation(derivation, locale)}
              {note && <span class="arithmetic-note">{localise(note, locale)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
