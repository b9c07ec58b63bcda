import type { Finding } from '../../utils/knowledge/assemble.ts';
import { simplifyCharacters } from '../../utils/knowledge/script.ts';
import { traditionalOf } from '../hant.ts';
import type { Rule } from './rule.ts';
import { textsOf } from './texts.ts';

/** Characters that the converter would change although simplified texts are written with them (乾坤, 瞭望, 凭藉). */
const ALSO_SIMPLIFIED = new Set('乾瞭藉');

/**
 * Every text is in the script of its field, the traditional one is the converter's, nothing is untranslated, and dates
 * are written as the language writes them.
 */
export const rightLanguage: Rule = {
  name: 'right-language',
  check({ knowledge }) {
    const findings: Finding[] = [];
    for (const { path, hans, hant, en } of textsOf(knowledge)) {
      const traditional = traditionalCharacters(hans);
      if (traditional !== '')
        findings.push({ path: `${path}.hans`, reason: `traditional characters ${traditional}` });
      if (hant !== traditionalOf(hans))
        findings.push({ path: `${path}.hant`, reason: 'is not what `npm run knowledge -- hant` gives' });
      const chinese = en.match(/\p{Script=Han}/gu)?.join('') ?? '';
      if (chinese !== '') findings.push({ path: `${path}.en`, reason: `Chinese characters ${chinese}` });
      if (!/[\p{Script=Latin}\d]/u.test(en))
        findings.push({ path: `${path}.en`, reason: 'is not translated' });
      const marks = en.match(/[，。；：、（）]/gu)?.join('') ?? '';
      if (marks !== '') findings.push({ path: `${path}.en`, reason: `Chinese punctuation ${marks}` });
      if (/\p{Script=Han}[,;:?!(]|[,;:?!)]\p{Script=Han}/u.test(hans))
        findings.push({ path: `${path}.hans`, reason: 'Latin punctuation between Chinese characters' });
      for (const [field, text] of Object.entries({ hans, en })) {
        const date = /(?<!\d)(?:19|20)\d\d-(?:0\d|1[0-2])(?:-\d\d)?(?!\d)/u.exec(text)?.[0];
        if (date !== undefined)
          findings.push({ path: `${path}.${field}`, reason: `the date ${date} is not written out` });
      }
      if (/[「」『』]/u.test(hans))
        findings.push({ path: `${path}.hans`, reason: 'quotation marks of the other script' });
    }
    for (const { id, forms } of knowledge.terms.values()) {
      const traditional = traditionalCharacters(forms.hans.join(''));
      if (traditional !== '')
        findings.push({ path: `${id}.forms.hans`, reason: `traditional characters ${traditional}` });
      const chinese = forms.en.filter((form) => /\p{Script=Han}/u.test(form));
      for (const form of chinese)
        findings.push({ path: `${id}.forms.en`, reason: `“${form}” has Chinese characters` });
    }
    return findings;
  },
};

function traditionalCharacters(text: string): string {
  return Array.from(text)
    .filter((character) => simplifyCharacters(character) !== character && !ALSO_SIMPLIFIED.has(character))
    .join('');
}
