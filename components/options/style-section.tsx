import { HIGHLIGHT_KINDS } from '../../utils/terms/types.ts';
import { useLanguage } from '../i18n.tsx';
import { Mark } from '../mark.tsx';
import { Sample } from '../sample/sample.tsx';
import { Segments } from '../segments.tsx';
import type { OptionsAction, ShownSettings } from './model.ts';
import { Section, SwitchRow } from './section.tsx';

/** Kinds, style, density and, where the browser can, print, with a sample that follows each change. */
export function StyleSection({
  settings,
  canPrintMarks,
  onAction,
}: {
  readonly settings: ShownSettings;
  readonly canPrintMarks: boolean;
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  const { kindsOff, style, density, print } = settings;
  const set = (changes: Partial<ShownSettings>): void => onAction({ do: 'set', changes });
  return (
    <Section id="style" lead={t('options.style.lead')}>
      <div class="box-two">
        <fieldset class="box-kinds">
          <legend class="visually-hidden">{t('popup.kinds')}</legend>
          {HIGHLIGHT_KINDS.map((kind) => (
            <label key={kind} class="check">
              <input
                type="checkbox"
                checked={!kindsOff.includes(kind)}
                onChange={(event) => {
                  const others = kindsOff.filter((other) => other !== kind);
                  set({ kindsOff: event.currentTarget.checked ? others : [...others, kind] });
                }}
              />
              <Mark kind={kind}>{t(`common.kind.${kind}`)}</Mark>
              <small>{t(`options.line.${kind}`)}</small>
            </label>
          ))}
        </fieldset>
        <div class="preview">
          <h3>{t('options.style.preview')}</h3>
          <Sample
            style={style}
            density={density}
            kindsOff={kindsOff}
            heading="h4"
            renderMark={({ key, text, mark }) => (
              <Mark key={key} kind={mark.kind}>
                {text}
              </Mark>
            )}
          />
        </div>
      </div>
      <div class="box-choice">
        <span>{t('options.style.strength')}</span>
        <Segments
          name="style"
          label={t('options.style.strength')}
          value={style}
          options={(['subtle', 'strong', 'lines'] as const).map((value) => ({
            value,
            label: t(`options.style.${value}`),
          }))}
          onChange={(value) => set({ style: value })}
        />
      </div>
      <div class="box-choice">
        <span>{t('popup.density')}</span>
        <Segments
          name="density"
          label={t('popup.density')}
          value={density}
          options={(['all', 'section', 'page'] as const).map((value) => ({
            value,
            label: t(`options.density.${value}`),
          }))}
          onChange={(value) => set({ density: value })}
        />
      </div>
      {canPrintMarks && (
        <div class="box-rows">
          <SwitchRow
            label={t('options.print')}
            hint={t('options.print.hint')}
            checked={print}
            onChange={(on) => set({ print: on })}
          />
        </div>
      )}
    </Section>
  );
}
