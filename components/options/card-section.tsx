import { useLanguage } from '../i18n.tsx';
import type { OptionsAction, ShownSettings } from './model.ts';
import { Section, SwitchRow } from './section.tsx';

/** Longest rest of the pointer that can be asked for, and the steps, in milliseconds. */
const LONGEST_DWELL = 2000;
const DWELL_STEP = 20;

/** When the card opens, and its single keys. */
export function CardSection({
  settings: { dwell, cardKeys },
  onAction,
}: {
  readonly settings: ShownSettings;
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  return (
    <Section id="card" lead={t('options.card.lead')}>
      <div class="box-rows">
        <label class="box-row">
          <span class="box-row-label stacked">
            {t('options.card.dwell')}
            <small>{t('options.card.dwell.hint')}</small>
          </span>
          <span class="box-row-end">
            <input
              class="range"
              type="range"
              min={0}
              max={LONGEST_DWELL}
              step={DWELL_STEP}
              value={dwell}
              aria-valuetext={t('options.card.milliseconds', { count: dwell })}
              onChange={(event) =>
                onAction({ do: 'set', changes: { dwell: event.currentTarget.valueAsNumber } })
              }
            />
            <output class="num">{t('options.card.milliseconds', { count: dwell })}</output>
          </span>
        </label>
        <SwitchRow
          label={t('options.card.keys')}
          hint={t('options.card.keys.hint')}
          checked={cardKeys}
          onChange={(on) => onAction({ do: 'set', changes: { cardKeys: on } })}
        />
      </div>
    </Section>
  );
}
