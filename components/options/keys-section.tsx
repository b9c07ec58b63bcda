import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { Keys } from '../keys.tsx';
import type { OptionsAction, Shortcut } from './model.ts';
import { Section } from './section.tsx';

/** The keys of the card, which are ours; those of the browser are asked of the browser. */
const CARD_KEYS = [
  ['pin', 'P'],
  ['copy', 'C'],
  ['hide', 'H'],
  ['back', '←'],
  ['close', 'Esc'],
] as const;

/** All keys, and where the browser's own ones are changed. */
export function KeysSection({
  shortcuts,
  cardKeys,
  canOpen,
  onAction,
}: {
  readonly shortcuts: readonly Shortcut[];
  /** Whether the single keys of the card are on. */
  readonly cardKeys: boolean;
  /** Whether the browser's page of shortcuts can be opened from here; else the way there is described. */
  readonly canOpen: boolean;
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  return (
    <Section id="keys">
      <div class="box-keys">
        <div>
          <h3>{t('options.keys.browser')}</h3>
          <dl>
            {shortcuts.map(({ command, keys }) => (
              <div key={command} class="box-row">
                <dt>{t(`options.keys.${command}`)}</dt>
                <dd>{keys === '' ? <small>{t('options.keys.none')}</small> : <Keys combination={keys} />}</dd>
              </div>
            ))}
          </dl>
          {canOpen ? (
            <button type="button" class="button" onClick={() => onAction({ do: 'shortcuts' })}>
              <Icon name="settings" />
              {t('options.keys.change')}
            </button>
          ) : (
            <p class="box-lead">{t('options.keys.firefox')}</p>
          )}
        </div>
        <div>
          <h3>{t('options.keys.card')}</h3>
          <dl>
            {CARD_KEYS.filter(([name]) => cardKeys || name === 'close' || name === 'back').map(
              ([name, key]) => (
                <div key={name} class="box-row">
                  <dt>{t(`options.keys.${name}`)}</dt>
                  <dd>
                    <Keys combination={key} />
                  </dd>
                </div>
              ),
            )}
            <div class="box-row">
              <dt>{t('options.keys.search')}</dt>
              <dd>
                <Keys combination="/" />
              </dd>
            </div>
            <div class="box-row">
              <dt>{t('options.keys.list')}</dt>
              <dd>
                <Keys combination="↑+↓" />
              </dd>
            </div>
          </dl>
        </div>
      </div>
    </Section>
  );
}
