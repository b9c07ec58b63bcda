import { LanguageContext } from '../../components/i18n.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { useShortcuts } from '../surface/use-shortcuts.ts';
import { useSurface } from '../surface/use-surface.ts';

/** The popup with the active tab, the settings and the knowledge base behind it. */
export function PopupApp() {
  const surface = useSurface({ onLeave: () => window.close() });
  const shortcuts = useShortcuts();
  if (!surface) return null;
  const { settings, language, page, ...shown } = surface;
  return (
    <LanguageContext.Provider value={language}>
      <Popup
        {...shown}
        // The click that opened the popup tells the address of every page that an extension may read.
        page={page.state === 'unknown' ? { state: 'unreadable' } : page}
        enabled={settings.enabled}
        kindsOff={settings.kindsOff}
        density={settings.density}
        shortcuts={{
          toggle: shortcuts.get('toggle-highlights') ?? '',
          next: shortcuts.get('next-term') ?? '',
        }}
      />
    </LanguageContext.Provider>
  );
}
