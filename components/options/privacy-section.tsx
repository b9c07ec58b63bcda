import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Section } from './section.tsx';

/** What is in the extension beside our own code; `test/unit/components` holds it to package.json. */
export const LICENCES: Readonly<Record<string, string>> = {
  idb: 'ISC',
  preact: 'MIT',
  saxes: 'ISC',
  '@floating-ui/dom': 'MIT',
  '@observablehq/plot': 'ISC',
  zod: 'MIT',
  'webextension-polyfill': 'MPL-2.0',
};

/** The privacy statement, the version and the licences. */
export function PrivacySection({ version }: { readonly version: string }) {
  const { t } = useLanguage();
  return (
    <Section id="privacy" lead={t('options.privacy.lead')}>
      <ul class="box-promises">
        {(['local', 'memory', 'account', 'stored', 'permissions'] as const).map((promise) => (
          <li key={promise}>
            <Icon name="lock" />
            {t(`options.privacy.${promise}`)}
          </li>
        ))}
      </ul>
      <div class="box-about">
        <h3>{t('options.about')}</h3>
        <p>{t('options.about.version', { version })}</p>
        <p>{t('options.about.licence')}</p>
        <p>{t('options.about.texts')}</p>
        <details>
          <summary>{t('options.about.packages')}</summary>
          <ul class="licences">
            {Object.entries(LICENCES).map(([name, licence]) => (
              <li key={name} lang="en">
                {name} · {licence}
              </li>
            ))}
          </ul>
        </details>
      </div>
    </Section>
  );
}
