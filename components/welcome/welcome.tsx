import { LOCALES, type Locale } from '../../utils/locale.ts';
import { HIGHLIGHT_KINDS } from '../../utils/terms/types.ts';
import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Keys } from '../keys.tsx';
import { Mark } from '../mark.tsx';
import { Segments } from '../segments.tsx';
import { LiveSample, type LiveSampleProps } from './live-sample.tsx';

export type WelcomeAction =
  | { readonly do: 'enable'; readonly on: boolean }
  | { readonly do: 'language'; readonly language: Locale }
  | { readonly do: 'outline' | 'sites' };

export interface WelcomeProps extends LiveSampleProps {
  /** The browser's shortcut of the master switch; empty where there is none. */
  readonly toggleKeys: string;
  /** Why what the reader asked for last could not be done, in the words of the browser; null when all is well. */
  readonly problem: string | null;
  readonly onAction: (action: WelcomeAction) => void;
}

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  'zh-CN': '简体',
  'zh-TW': '繁體',
  en: 'English',
};

/** The page of the first run: an article to try, and nothing that must be clicked away. */
export function Welcome({ toggleKeys, problem, onAction, ...sample }: WelcomeProps) {
  const { t, locale } = useLanguage();
  return (
    <div class="welcome">
      <header>
        <Brand />
        <Segments
          name="language"
          label={t('options.language')}
          value={locale}
          options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
          onChange={(language) => onAction({ do: 'language', language })}
        />
      </header>
      <main>
        <h1>{t('welcome.title')}</h1>
        <p class="welcome-lead">{t('welcome.lead')}</p>
        {problem !== null && (
          <p class="note" role="alert">
            <Icon name="warning" />
            {t('surfaces.failed', { reason: problem })}
          </p>
        )}
        <article aria-label={t('welcome.sample')}>
          <label class="welcome-switch">
            <span>
              {t(sample.enabled ? 'popup.marks' : 'popup.off')}
              {toggleKeys !== '' && <Keys combination={toggleKeys} />}
            </span>
            <input
              class="switch"
              type="checkbox"
              checked={sample.enabled}
              onChange={(event) => onAction({ do: 'enable', on: event.currentTarget.checked })}
            />
          </label>
          <LiveSample {...sample} />
          <p class="welcome-legend">
            {t('welcome.legend')}
            {HIGHLIGHT_KINDS.map((kind) => (
              <Mark key={kind} kind={kind}>
                {t(`common.kind.${kind}`)}
              </Mark>
            ))}
          </p>
        </article>
        <ul class="welcome-next">
          <li>
            <h2>{t('welcome.where')}</h2>
            <p>{t('welcome.where.text')}</p>
            <button type="button" class="button" onClick={() => onAction({ do: 'sites' })}>
              <Icon name="plus" />
              {t('welcome.where.more')}
            </button>
          </li>
          <li>
            <h2>{t('popup.outline')}</h2>
            <p>{t('welcome.outline.text')}</p>
            <button type="button" class="button primary" onClick={() => onAction({ do: 'outline' })}>
              <Icon name="outline" />
              {t('welcome.outline.open')}
            </button>
          </li>
          <li>
            <h2>{t('welcome.toolbar')}</h2>
            <p>{t('welcome.toolbar.text')}</p>
          </li>
        </ul>
        <p class="welcome-privacy">
          <Icon name="lock" />
          {t('options.privacy.lead')}
        </p>
      </main>
    </div>
  );
}
