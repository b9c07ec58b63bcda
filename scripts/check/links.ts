import type { Finding } from '../../utils/knowledge/assemble.ts';
import type { Rule } from './rule.ts';

/** Every id that an entry names exists, and none names itself. */
export const linksResolve: Rule = {
  name: 'links-resolve',
  check({ knowledge }) {
    const findings: Finding[] = [];
    const { terms, figures, items, sources } = knowledge;
    const expect = (
      path: string,
      self: string,
      ids: readonly (string | undefined)[],
      known: ReadonlyMap<string, unknown>,
    ) => {
      for (const id of ids) {
        if (id === undefined) continue;
        if (!known.has(id)) findings.push({ path, reason: `“${id}” does not exist` });
        if (id === self) findings.push({ path, reason: 'links to itself' });
      }
      const twice = ids.filter((id, at) => id !== undefined && ids.indexOf(id) !== at);
      for (const id of twice) findings.push({ path, reason: `names “${id}” twice` });
    };
    for (const term of terms.values()) {
      expect(`${term.id}.related`, term.id, term.related, terms);
      expect(`${term.id}.outline`, term.id, term.outline, items);
      expect(`${term.id}.sources`, term.id, term.sources, sources);
      expect(`${term.id}.english.source`, term.id, [term.english.source], sources);
      expect(`${term.id}.first.source`, term.id, [term.first?.source], sources);
    }
    for (const figure of figures.values()) {
      expect(`${figure.id}.terms`, figure.id, figure.terms, terms);
      expect(`${figure.id}.outline`, figure.id, figure.outline, items);
      expect(`${figure.id}.sources`, figure.id, figure.sources, sources);
      for (const point of figure.series?.points ?? []) {
        if (point.figure !== figure.id) expect(`${figure.id}.series`, figure.id, [point.figure], figures);
        expect(`${figure.id}.series`, figure.id, [point.source], sources);
      }
    }
    for (const outline of knowledge.outlines) {
      expect(`${outline.id}.sources`, outline.id, outline.sources, sources);
      const before = new Set<string | null>([null]);
      for (const item of outline.items) {
        if (!before.has(item.parent))
          findings.push({ path: item.id, reason: `stands before its parent “${item.parent}”` });
        before.add(item.id);
        expect(`${item.id}.terms`, item.id, item.terms, terms);
        expect(`${item.id}.figures`, item.id, item.figures, figures);
        expect(`${item.id}.links`, item.id, item.links, items);
        expect(`${item.id}.sources`, item.id, item.sources, sources);
        for (const target of item.targets ?? []) expect(target.id, item.id, target.figures, figures);
        const own = item.links.filter((link) => outline.items.some(({ id }) => id === link));
        for (const link of own)
          findings.push({ path: `${item.id}.links`, reason: `“${link}” is of the same document` });
      }
    }
    for (const { form, term } of knowledge.decoys.shortTitles) {
      if (!terms.has(term))
        findings.push({ path: `decoys.json shortTitles “${form}”`, reason: `“${term}” does not exist` });
    }
    return findings;
  },
};

/** Every outline item has at least one term and every term at least one source; an official English name has one, too. */
export const nothingBare: Rule = {
  name: 'nothing-bare',
  check({ knowledge }) {
    const findings: Finding[] = [];
    for (const item of knowledge.items.values()) {
      if (item.terms.length === 0) findings.push({ path: item.id, reason: 'has no term' });
    }
    for (const term of knowledge.terms.values()) {
      if (term.sources.length === 0) findings.push({ path: term.id, reason: 'has no source' });
      if (term.english.official && term.english.source === undefined)
        findings.push({ path: `${term.id}.english`, reason: 'an official rendering needs its source' });
    }
    return findings;
  },
};
