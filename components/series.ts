import type { Translate } from '../utils/i18n.ts';
import type { KnownFigure } from '../utils/knowledge/figure-schema.ts';
import { type Locale, localise } from '../utils/locale.ts';
import type { Series } from './card/model.ts';

/** Units of the knowledge base that English writes in another way: scales, and measure words, which it does without. */
const ENGLISH: Readonly<Record<string, string>> = { 万亿: 'trillion', 个: '', 种: '', 项: '' };
/** Those that the script of Taiwan writes in another way. */
const TRADITIONAL: Readonly<Record<string, string>> = { 万亿: '萬億', 个: '個', 种: '種', 项: '項' };

/** The unit of a series in the language of the reader; empty where the language writes none. */
export function seriesUnit(unit: string, locale: Locale): string {
  return (locale === 'en' ? ENGLISH[unit] : locale === 'zh-TW' ? TRADITIONAL[unit] : undefined) ?? unit;
}

/** What a series shows, with its unit where it has one: “全国数据生产总量（ZB）”. */
export function seriesTitle(what: string, unit: string, t: Translate, locale: Locale): string {
  const written = seriesUnit(unit, locale);
  return written === '' ? what : t('common.inUnit', { what, unit: written });
}

/** The series of a figure in the language of the reader, its own point marked; null where it has none. */
export function seriesOf({ id, series }: KnownFigure, locale: Locale): Series | null {
  if (!series) return null;
  return {
    label: localise(series.label, locale),
    unit: series.unit,
    points: series.points.map((point) => ({
      label: localise(point.label, locale),
      value: point.value,
      kind: point.kind,
      current: point.figure === id,
    })),
  };
}
