import { useLanguage } from '../i18n.tsx';
import type { CardAction, TermCard } from './model.ts';
import { Leads, Places, Sources } from './parts.tsx';

/** What a term card says between its head and its actions. */
export function TermBody({
  model,
  onAction,
}: {
  readonly model: TermCard;
  readonly onAction: (action: CardAction) => void;
}) {
  const { t, locale } = useLanguage();
  return (
    <>
      <h2 class="card-title" lang={model.titleLang} data-role="card-title">
        {model.title}
      </h2>
      {model.pinyin && (
        <p class="card-pinyin" lang="zh-Latn">
          {model.pinyin}
        </p>
      )}
      <p class="card-english" lang="en">
        {model.english}
        {model.officialEnglish && (
          <span class="card-label" lang={locale}>
            {' · '}
            {t('card.officialEnglish')}
          </span>
        )}
      </p>
      {model.own && <p class="card-label">{t('card.own')}</p>}
      <OtherNames label={t('card.also')} names={model.otherEnglish} lang="en" />
      <OtherNames label={t('card.taiwan')} names={model.taiwan} lang="zh-TW" />
      {model.definition && <p class="card-definition">{model.definition}</p>}
      {(model.importance || model.first) && (
        <div class="card-section">
          {model.importance && (
            <>
              <h3 class="card-label">{t('card.why')}</h3>
              <p>{model.importance}</p>
            </>
          )}
          {model.first && (
            <p class="card-label">
              {t('card.first')} {model.first}
            </p>
          )}
        </div>
      )}
      {model.own && model.own.note !== '' && (
        <div class="card-section">
          <h3 class="card-label">{t('card.note')}</h3>
          <p>{model.own.note}</p>
        </div>
      )}
      <Places places={model.places} onAction={onAction} />
      <Leads
        groups={[
          [t('card.inner'), model.inner],
          [t(model.own ? 'card.builtIn' : 'card.related'), model.related],
        ]}
        onAction={onAction}
      />
      <Sources sources={model.sources} />
    </>
  );
}

function OtherNames({
  label,
  names,
  lang,
}: {
  readonly label: string;
  readonly names: readonly string[];
  readonly lang: string;
}) {
  if (names.length === 0) return null;
  return (
    <p class="card-label">
      {label} <span lang={lang}>{names.join(lang === 'en' ? ', ' : '、')}</span>
    </p>
  );
}
