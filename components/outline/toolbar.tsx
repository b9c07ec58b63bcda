import { Brand } from '../brand.tsx';
import { useLanguage } from '../i18n.tsx';
import { documentLabel } from '../outline-label.ts';
import { SearchField } from '../search/search-field.tsx';
import { Segments } from '../segments.tsx';
import { GLOSSARY, READINGS, type Reading } from './address.ts';
import { useOutline } from './context.ts';
import { EXPORT_FORMS, type ExportForm } from './export-file.ts';
import { Menu } from './menu.tsx';

export interface ToolbarActions {
  readonly onSearch: (query: string) => void;
  readonly onReading: (reading: Reading) => void;
  readonly onPrint: (all: boolean) => void;
  readonly onExport: (form: ExportForm) => void;
  /** Moves the focus into the text: the address is the place that is read, no room for a link of its own. */
  readonly onSkip: () => void;
}

/** The bar at the top: which document, search, languages, print, export. */
export function Toolbar({
  view,
  onSearch,
  onReading,
  onPrint,
  onExport,
  onSkip,
}: ToolbarActions & {
  /** Id of the document shown, or {@link GLOSSARY}. */
  readonly view: string;
}) {
  const { t, locale } = useLanguage();
  const { knowledge, query, reading } = useOutline();
  const views = [
    ...knowledge.outlines.map(({ id, shortTitle }) => ({ id, label: documentLabel(shortTitle, locale) })),
    { id: GLOSSARY, label: t('outline.glossary') },
  ];
  return (
    <header class="toolbar">
      <button type="button" class="button skip" onClick={onSkip}>
        {t('outline.skip')}
      </button>
      <Brand suffix={t('outline.title')} />
      <nav class="segments" aria-label={t('outline.views')}>
        {views.map(({ id, label }) => (
          <a key={id} href={`#${id}`} aria-current={id === view ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <search class="toolbar-search">
        <SearchField label={t('outline.search')} value={query} onInput={onSearch} />
      </search>
      <div class="toolbar-end">
        <Segments
          name="reading"
          label={t('outline.reading')}
          value={reading}
          options={READINGS.map((value) => ({ value, label: t(`outline.reading.${value}`) }))}
          onChange={onReading}
        />
        <Menu icon="print" label={t('outline.print')}>
          <button type="button" class="button quiet" onClick={() => onPrint(false)}>
            {t('outline.print.view')}
          </button>
          <button type="button" class="button quiet" onClick={() => onPrint(true)}>
            {t('outline.print.all')}
          </button>
        </Menu>
        <Menu icon="export" label={t('outline.export')}>
          {EXPORT_FORMS.map((form) => (
            <button key={form} type="button" class="button quiet" onClick={() => onExport(form)}>
              {t(`outline.export.${form}`)}
            </button>
          ))}
        </Menu>
      </div>
    </header>
  );
}
