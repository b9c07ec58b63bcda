import type { Finding } from '../../utils/knowledge/assemble.ts';
import type { Rule } from './rule.ts';

/** Every date exists and is not in the future; a term does not first appear after the sources that explain it were read. */
export const datesValid: Rule = {
  name: 'dates-valid',
  check({ knowledge, today }) {
    const dated: { readonly path: string; readonly date: string | null | undefined }[] = [
      ...[...knowledge.sources.values()].map(({ key, date }) => ({
        path: `sources.json[${key}].date`,
        date,
      })),
      ...[...knowledge.terms.values()].map(({ id, first }) => ({
        path: `${id}.first.date`,
        date: first?.date,
      })),
      ...knowledge.outlines.flatMap(({ id, dates }) =>
        dates.map(({ date }) => ({ path: `${id}.dates`, date })),
      ),
      ...[...knowledge.items.values()].map(({ id, quote }) => ({
        path: `${id}.quote.date`,
        date: quote?.date,
      })),
    ];
    return dated.flatMap(({ path, date }): Finding[] => {
      if (date === null || date === undefined) return [];
      if (!exists(date)) return [{ path, reason: `“${date}” is not a date` }];
      return date > today ? [{ path, reason: `“${date}” is in the future` }] : [];
    });
  },
};

function exists(date: string): boolean {
  const [year = Number.NaN, month = 1, day = 1] = date.split('-').map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}
