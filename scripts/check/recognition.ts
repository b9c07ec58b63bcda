import type { Finding } from '../../utils/knowledge/assemble.ts';
import { simplifyCharacters } from '../../utils/knowledge/script.ts';
import { spellingsOf } from '../../utils/terms/spellings.ts';
import { formsOf } from './ids.ts';
import type { Rule } from './rule.ts';

/** Kinds that no text writes as a figure: a unit's explanation, and a name, which is recognised as a term (6G). */
const NOT_IN_TEXTS = new Set(['unit', 'name']);

/** Through the real engine: every form and must-match is recognised, no trap and no decoy is. */
export const termsRecognised: Rule = {
  name: 'terms-recognised',
  check({ knowledge, findTerms }) {
    const findings: Finding[] = [];
    const { decoys, shortTitles, units } = knowledge.decoys;
    const unitForms = new Set(units);
    const needsPage = new Set(shortTitles.map(({ form }) => form));
    const forms: string[] = [];
    for (const term of knowledge.terms.values()) {
      const own = [...formsOf(term), term.title.hans, term.title.hant, term.title.en];
      forms.push(...own.flatMap((form) => [form, ...spellingsOf(form)]).map(plain));
      for (const form of new Set(own)) {
        const text = unitForms.has(form) ? `41${form}` : form;
        if (!needsPage.has(form) && !findTerms(text, true).includes(term.id))
          findings.push({ path: `${term.id}.forms`, reason: `“${form}” is not recognised` });
      }
      for (const text of term.mustMatch) {
        if (!findTerms(text, true).includes(term.id))
          findings.push({ path: `${term.id}.mustMatch`, reason: `“${text}” is not recognised` });
      }
      for (const text of term.traps) {
        if (findTerms(text, false).includes(term.id))
          findings.push({ path: `${term.id}.traps`, reason: `“${text}” is taken for it` });
      }
    }
    for (const decoy of decoys) {
      for (const id of findTerms(decoy, true))
        findings.push({ path: 'decoys.json', reason: `“${decoy}” is taken for ${id}` });
      if (!forms.some((form) => plain(decoy).includes(form)))
        findings.push({ path: 'decoys.json', reason: `“${decoy}” hides no form` });
    }
    return findings;
  },
};

/** Script, case, quotation marks and hyphens levelled. */
function plain(form: string): string {
  return simplifyCharacters(form).toLowerCase().replace(/[“”"]/gu, '').replaceAll('-', ' ');
}

/** Through the real engine: a known figure is recognised beside what it measures, and no trap is taken for it. */
export const figuresRecognised: Rule = {
  name: 'figures-recognised',
  check({ knowledge, findFigures }) {
    const findings: Finding[] = [];
    for (const { id, kind, display, measures, traps } of knowledge.figures.values()) {
      const text = `${measures.hans}：${display.hans}`;
      if (!NOT_IN_TEXTS.has(kind) && !findFigures(text).includes(id))
        findings.push({ path: id, reason: `“${text}” is not recognised` });
      for (const trap of traps) {
        if (findFigures(trap).includes(id))
          findings.push({ path: `${id}.traps`, reason: `“${trap}” is taken for it` });
      }
    }
    return findings;
  },
};
