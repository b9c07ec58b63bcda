import type { Finding } from '../../utils/knowledge/assemble.ts';
import type { Term } from '../../utils/knowledge/schema.ts';
import { simplifyCharacters } from '../../utils/knowledge/script.ts';
import type { Rule } from './rule.ts';

/** No surface form is owned by two terms: the recogniser could not say which one a text means. */
export const oneOwner: Rule = {
  name: 'one-owner',
  check({ knowledge }) {
    const owners = new Map<string, string>();
    const findings: Finding[] = [];
    for (const term of knowledge.terms.values()) {
      for (const form of new Set(formsOf(term).map(foldForm))) {
        const owner = owners.get(form);
        if (owner !== undefined)
          findings.push({ path: term.id, reason: `the form “${form}” belongs to ${owner} already` });
        owners.set(form, term.id);
      }
    }
    return findings;
  },
};

/** A term's title is one of its forms, and a general form is a form. */
export const formsComplete: Rule = {
  name: 'forms-complete',
  check({ knowledge }) {
    const findings: Finding[] = [];
    for (const term of knowledge.terms.values()) {
      const forms = new Set(formsOf(term).map(foldForm));
      for (const title of [term.title.hans, term.title.en]) {
        if (!forms.has(foldForm(title)))
          findings.push({ path: `${term.id}.forms`, reason: `the title “${title}” is not a form` });
      }
      for (const form of term.contextForms ?? []) {
        if (!forms.has(foldForm(form)))
          findings.push({ path: `${term.id}.contextForms`, reason: `“${form}” is not a form` });
      }
    }
    return findings;
  },
};

/** All surface forms of a term, as written. */
export function formsOf(term: Term): readonly string[] {
  return [...term.forms.hans, ...term.forms.hant, ...(term.taiwan ?? []), ...term.forms.en];
}

/** Spellings that the recogniser takes for one: script, width, case, spaces, quotation marks. */
function foldForm(form: string): string {
  return simplifyCharacters(form)
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』《》]/gu, '')
    .toLowerCase();
}
