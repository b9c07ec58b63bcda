import type { ComponentChildren } from 'preact';
import type { HighlightKind } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { markedPieces, type SamplePiece, sampleText } from './sample-text.ts';

export type SampleMark = Required<SamplePiece> & { readonly key: string };

/** A short article with marks as a page would have them. `renderMark` makes the marked words. */
export function Sample({
  style,
  density,
  kindsOff,
  heading: Heading,
  renderMark,
}: {
  readonly style: 'subtle' | 'strong' | 'lines';
  readonly density: 'all' | 'section' | 'page';
  readonly kindsOff: readonly HighlightKind[];
  /** The level of the headings, one below what the sample stands under. */
  readonly heading: 'h2' | 'h4';
  readonly renderMark: (mark: SampleMark) => ComponentChildren;
}) {
  const { locale } = useLanguage();
  const sections = sampleText(locale);
  const marked = markedPieces(sections, density, kindsOff);
  return (
    <div class="sample" data-style={style}>
      {sections.map(({ heading, pieces }, section) => (
        <section key={heading}>
          <Heading>{heading}</Heading>
          <p>
            {pieces.map(({ text, mark }, index) => {
              const key = `${section}.${index}`;
              return mark && marked.has(key) ? renderMark({ key, text, mark }) : text;
            })}
          </p>
        </section>
      ))}
    </div>
  );
}
