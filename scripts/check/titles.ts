import type { Finding } from '../../utils/knowledge/assemble.ts';
import type { Rule } from './rule.ts';

/** Official titles stay verbatim: each is compared with the list that was checked in when it was verified. */
export const titlesVerbatim: Rule = {
  name: 'titles-verbatim',
  check({ knowledge, officialTitles }) {
    const findings: Finding[] = [];
    const titled = [
      ...knowledge.outlines.map(({ id, title }) => ({ id, title: title.hans })),
      ...[...knowledge.items.values()]
        .filter(({ official }) => official)
        .map(({ id, title }) => ({ id, title: title.hans })),
    ];
    for (const { id, title } of titled) {
      const official = officialTitles[id];
      if (official === undefined)
        findings.push({ path: id, reason: 'its title is not among the verified ones' });
      else if (official !== title)
        findings.push({ path: `${id}.title.hans`, reason: `the official title is “${official}”` });
    }
    const present = new Set(titled.map(({ id }) => id));
    for (const id of Object.keys(officialTitles)) {
      if (!present.has(id))
        findings.push({ path: id, reason: 'has an official title and is missing from the outlines' });
    }
    return findings;
  },
};
