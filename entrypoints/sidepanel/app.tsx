import { LanguageContext } from '../../components/i18n.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { useSurface } from '../surface/use-surface.ts';

/** The panel beside the page: it stays where it is, whatever the reader opens from it. */
export function PanelApp() {
  const surface = useSurface({ onLeave: () => undefined });
  if (!surface) return null;
  const { settings, language, ...shown } = surface;
  return (
    <LanguageContext.Provider value={language}>
      <Panel {...shown} enabled={settings.enabled} kindsOff={settings.kindsOff} />
    </LanguageContext.Provider>
  );
}
