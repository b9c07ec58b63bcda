import { LOCALES, type Locale } from '../../utils/locale.ts';
import { useLanguage } from '../i18n.tsx';
import type { OptionsAction, ShownSettings } from './model.ts';
import { Section } from './section.tsx';

/** Each language in itself, with a term as it reads there. */
const SPECIMENS: Readonly<Record<Locale, { readonly name: string; readonly term: string }>> = {
  'zh-CN': { name: '简体中文', term: '高质量数据集' },
  'zh-TW': { name: '繁體中文', term: '高質量數據集' },
  en: { name: 'English', term: 'high-quality datasets' },
};

/** The language of the surfaces and of the explanations. */
export function LanguageSection({
  language,
  onAction,
}: {
  readonly language: ShownSettings['language'];
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t, locale } = useLanguage();
  const choose = (value: ShownSettings['language']) => () =>
    onAction({ do: 'set', changes: { language: value } });
  return (
    <Section id="language" lead={t('options.language.lead')}>
      <fieldset class="box-cards">
        <legend class="visually-hidden">{t('options.language')}</legend>
        <label>
          <input type="radio" name="language" checked={language === 'auto'} onChange={choose('auto')} />
          <span>
            <b>{t('options.language.auto')}</b>
            <small>{t('options.language.now', { language: SPECIMENS[locale].name })}</small>
          </span>
        </label>
        {LOCALES.map((value) => (
          <label key={value} lang={value}>
            <input type="radio" name="language" checked={language === value} onChange={choose(value)} />
            <span>
              <b>{SPECIMENS[value].name}</b>
              <small>{SPECIMENS[value].term}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
