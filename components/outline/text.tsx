import type { Localised } from '../../utils/locale.ts';
import { useLanguage } from '../i18n.tsx';
import { useOutline } from './context.ts';
import { piecesOf } from './pieces.ts';

/** A text with what the search found in it marked. */
export function Text({ children }: { readonly children: string }) {
  const { query, scripts } = useOutline();
  return (
    <>
      {piecesOf(children, query, scripts).map(({ text, found, together }, index) => {
        const key = `${index} ${text}`;
        const shown = found ? <mark key={key}>{text}</mark> : text;
        return together ? (
          <span key={key} class="together">
            {shown}
          </span>
        ) : (
          shown
        );
      })}
    </>
  );
}

/** The Chinese of a text in the script of the interface, and its language tag. */
export function useChinese(): (text: Localised) => { readonly text: string; readonly lang: string } {
  const { locale } = useLanguage();
  return (text) =>
    locale === 'zh-TW' ? { text: text.hant, lang: 'zh-TW' } : { text: text.hans, lang: 'zh-CN' };
}

/** A text in the languages the reader chose: Chinese leads, English follows in a run of its own. */
export function Bilingual({ text, class: name }: { readonly text: Localised; readonly class: string }) {
  const { reading } = useOutline();
  const chinese = useChinese()(text);
  return (
    <>
      {reading !== 'en' && (
        <p class={name} lang={chinese.lang}>
          <Text>{chinese.text}</Text>
        </p>
      )}
      {reading !== 'zh' && (
        <p class={reading === 'en' ? name : `${name} gloss`} lang="en">
          <Text>{text.en}</Text>
        </p>
      )}
    </>
  );
}

/** The same inside a line: a title with its English, a measure with its English. */
export function BilingualLine({ text }: { readonly text: Localised }) {
  const { reading } = useOutline();
  const chinese = useChinese()(text);
  return (
    <>
      {reading !== 'en' && (
        <span lang={chinese.lang}>
          <Text>{chinese.text}</Text>
        </span>
      )}
      {reading !== 'zh' && (
        <span class={reading === 'en' ? undefined : 'gloss'} lang="en">
          <Text>{text.en}</Text>
        </span>
      )}
    </>
  );
}
