import type { Locale } from '../utils/locale.ts';

/** Made once, when the first date is written: to make one takes longer than to write a thousand dates with it. */
let monthNames: Intl.DateTimeFormat | undefined;

/** Writes `2025`, `2025-09` or `2025-09-12` out in a language, as exactly as it is given. */
export function writeDate(date: string, locale: Locale): string {
  const [year = '', month, day] = date.split('-');
  if (locale !== 'en') {
    return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  }
  if (!month) return year;
  monthNames ??= new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  const name = monthNames.format(Date.UTC(Number(year), Number(month) - 1));
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** Month and day of `2025-08-26`, where the year stands beside them: 8月26日, 26 August. */
export function writeDay(date: string, locale: Locale): string {
  return writeDate(date, locale).replace(locale === 'en' ? / ?\d{4}$/u : /^\d{4}年/u, '');
}
