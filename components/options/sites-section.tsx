import { useState } from 'preact/hooks';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import type { OptionsAction, ShownSite, SuggestedSite } from './model.ts';
import { Section } from './section.tsx';

/** Where the extension reads: on, off, or asking; and the ways to more sites. */
export function SitesSection({
  sites,
  suggested,
  onAction,
}: {
  readonly sites: readonly ShownSite[];
  readonly suggested: readonly SuggestedSite[];
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  const asking = sites.filter(({ allowed }) => !allowed).map(({ host }) => host);
  return (
    <Section id="sites" lead={t('options.sites.lead')}>
      <ul class="box-rows">
        {sites.map((site) => (
          <SiteLine key={site.host} site={site} onAction={onAction} />
        ))}
      </ul>
      {asking.length > 1 && (
        <button type="button" class="button" onClick={() => onAction({ do: 'allow', hosts: asking })}>
          {t('options.sites.allowAll', { count: asking.length })}
        </button>
      )}
      <AddSite onAction={onAction} />
      {suggested.length > 0 && <Suggestions suggested={suggested} onAction={onAction} />}
    </Section>
  );
}

function SiteLine({
  site: { host, builtIn, allowed, on },
  onAction,
}: {
  readonly site: ShownSite;
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  const name = host === '*' ? t('options.sites.all') : host;
  const state = !allowed ? 'ask' : on ? 'on' : 'off';
  return (
    <li class="box-row">
      <span class="box-row-label">
        <b class="num">{name}</b>
        <small>
          {builtIn && `${t('options.sites.builtIn')} · `}
          {t(`options.sites.${state}`)}
        </small>
      </span>
      <span class="box-row-end">
        {!builtIn && (
          <button
            type="button"
            class="button small quiet"
            aria-label={t('options.sites.forgetSite', { host: name })}
            onClick={() => onAction({ do: 'forget', host })}
          >
            {t('options.sites.forget')}
          </button>
        )}
        {allowed ? (
          <input
            class="switch"
            type="checkbox"
            aria-label={t('options.sites.readSite', { host: name })}
            checked={on}
            onChange={(event) => onAction({ do: 'site', host, on: event.currentTarget.checked })}
          />
        ) : (
          <button
            type="button"
            class="button small"
            aria-label={t('options.sites.allowSite', { host: name })}
            onClick={() => onAction({ do: 'allow', hosts: [host] })}
          >
            {t('options.sites.allow')}
          </button>
        )}
      </span>
    </li>
  );
}

function AddSite({ onAction }: { readonly onAction: (action: OptionsAction) => void }) {
  const { t } = useLanguage();
  const [input, setInput] = useState('');
  return (
    <form
      class="box-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (input.trim() === '') return;
        onAction({ do: 'add', input });
        setInput('');
      }}
    >
      <label class="field">
        <input
          type="text"
          inputMode="url"
          spellcheck={false}
          autocapitalize="off"
          aria-label={t('options.sites.address')}
          placeholder={t('options.sites.example')}
          value={input}
          onInput={(event) => setInput(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        <Icon name="plus" />
        {t('options.sites.add')}
      </button>
    </form>
  );
}

function Suggestions({
  suggested,
  onAction,
}: {
  readonly suggested: readonly SuggestedSite[];
  readonly onAction: (action: OptionsAction) => void;
}) {
  const { t } = useLanguage();
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = suggested.filter(({ host }) => !left.includes(host)).map(({ host }) => host);
  return (
    <fieldset class="box-group">
      <legend>{t('options.sites.suggested')}</legend>
      <p class="box-lead">{t('options.sites.suggestedLead')}</p>
      <ul class="box-columns">
        {suggested.map(({ host, name }) => (
          <li key={host}>
            <label class="check">
              <input
                type="checkbox"
                checked={!left.includes(host)}
                onChange={(event) =>
                  setLeft(
                    event.currentTarget.checked ? left.filter((other) => other !== host) : [...left, host],
                  )
                }
              />
              <span>
                {name} <small class="num">{host}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button primary"
        disabled={chosen.length === 0}
        onClick={() => onAction({ do: 'allow', hosts: chosen })}
      >
        {t('options.sites.allowChosen', { count: chosen.length })}
      </button>
    </fieldset>
  );
}
