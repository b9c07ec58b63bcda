import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';
import { CardSection } from './card-section.tsx';
import { DataSection } from './data-section.tsx';
import { HiddenSection } from './hidden-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LanguageSection } from './language-section.tsx';
import {
  type HiddenTermRow,
  type OptionsAction,
  type Outcome,
  SECTIONS,
  type SectionId,
  type Shortcut,
  type ShownSettings,
  type ShownSite,
  type SuggestedSite,
} from './model.ts';
import { PrivacySection } from './privacy-section.tsx';
import { Section } from './section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StyleSection } from './style-section.tsx';

export interface OptionsProps {
  readonly settings: ShownSettings;
  readonly sites: readonly ShownSite[];
  readonly suggested: readonly SuggestedSite[];
  readonly hidden: readonly HiddenTermRow[];
  readonly shortcuts: readonly Shortcut[];
  readonly canOpenShortcuts: boolean;
  /** Whether the browser prints highlights at all. */
  readonly canPrintMarks: boolean;
  readonly version: string;
  /** What became of the last export, import or reset. */
  readonly outcome: Outcome | null;
  /** Something the reader must know now: a refusal, a failure. Null when all is well. */
  readonly problem: string | null;
  /** The section of own glossaries; the section is left out without it. */
  readonly glossary?: ComponentChildren;
  /** The part of the address behind `#`: the section to show. */
  readonly hash: string;
  readonly onAction: (action: OptionsAction) => void;
}

/** The options page. Every change applies at once. */
export function Options(props: OptionsProps) {
  const { settings, sites, suggested, hidden, shortcuts, version, outcome, glossary, onAction } = props;
  const { t } = useLanguage();
  const shown = SECTIONS.filter((id) => id !== 'glossary' || glossary !== undefined);
  return (
    <div class="options">
      <header>
        <h1>
          <Brand suffix={t('popup.options')} />
        </h1>
        <span class="options-note">{t('options.atOnce')}</span>
      </header>
      <SectionNav sections={shown} hash={props.hash} />
      <main>
        {props.problem !== null && (
          <p class="note" role="alert">
            <Icon name="warning" />
            {props.problem}
          </p>
        )}
        <SitesSection sites={sites} suggested={suggested} onAction={onAction} />
        <StyleSection settings={settings} canPrintMarks={props.canPrintMarks} onAction={onAction} />
        <LanguageSection language={settings.language} onAction={onAction} />
        <CardSection settings={settings} onAction={onAction} />
        <HiddenSection terms={hidden} onAction={onAction} />
        {glossary !== undefined && <Section id="glossary">{glossary}</Section>}
        <KeysSection
          shortcuts={shortcuts}
          cardKeys={settings.cardKeys}
          canOpen={props.canOpenShortcuts}
          onAction={onAction}
        />
        <DataSection outcome={outcome} onAction={onAction} />
        <PrivacySection version={version} />
      </main>
    </div>
  );
}

/** The sections as links; the one that was asked for, or that the reader scrolls to, is the current one. */
function SectionNav({ sections, hash }: { readonly sections: readonly SectionId[]; readonly hash: string }) {
  const { t } = useLanguage();
  const asked = sections.find((id) => id === hash);
  const [current, setCurrent] = useState<SectionId | undefined>(asked ?? sections[0]);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!asked) return;
    setCurrent(asked);
    // The sections are not there yet when the browser looks for the address.
    const section = nav.current?.ownerDocument.getElementById(asked);
    section?.scrollIntoView();
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [asked]);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting);
        const id = sections.find((section) => section === entered?.target.id);
        if (id) setCurrent(id);
      },
      // A line a quarter down the window.
      { rootMargin: '-25% 0px -74%' },
    );
    for (const id of sections) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [sections.length]);
  return (
    <nav ref={nav} class="options-nav" aria-label={t('options.sections')}>
      {sections.map((id) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
          {t(`options.${id}`)}
        </a>
      ))}
    </nav>
  );
}
