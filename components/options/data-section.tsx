import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import type { OptionsAction, Outcome } from './model.ts';
import { Section } from './section.tsx';

/** Export, import and reset of the settings. */
export function DataSection({
  outcome,
  onAction,
}: {
  readonly outcome: Outcome | null;
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  const file = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  return (
    <Section id="data" lead={t('options.data.lead')}>
      <div class="box-line">
        <button type="button" class="button" onClick={() => onAction({ do: 'export' })}>
          <Icon name="export" />
          {t('options.data.export')}
        </button>
        <button type="button" class="button" onClick={() => file.current?.click()}>
          <Icon name="import" />
          {t('options.data.import')}
        </button>
        <input
          ref={file}
          class="visually-hidden"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-label={t('options.data.import')}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) onAction({ do: 'import', file: chosen });
            event.currentTarget.value = '';
          }}
        />
        <button type="button" class="button quiet" aria-expanded={asked} onClick={() => setAsked(!asked)}>
          {t('options.data.reset')}
        </button>
      </div>
      {asked && (
        <div class="note">
          <Icon name="warning" />
          <p>
            {t('options.data.resetAsk')}{' '}
            <button
              type="button"
              class="button small"
              onClick={() => {
                setAsked(false);
                onAction({ do: 'reset' });
              }}
            >
              {t('options.data.resetYes')}
            </button>
          </p>
        </div>
      )}
      <Result outcome={outcome} onUndo={() => onAction({ do: 'undo' })} />
    </Section>
  );
}

function Result({ outcome, onUndo }: { readonly outcome: Outcome | null; readonly onUndo: () => void }) {
  const { t } = useLanguage();
  return (
    <div role="status">
      {outcome && (
        <div class="outcome" data-ok={outcome.ok || undefined}>
          <Icon name={outcome.ok ? 'check' : 'warning'} />
          <div>
            {outcome.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {outcome.undo && (
            <button type="button" class="button small" onClick={onUndo}>
              {t('surfaces.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
