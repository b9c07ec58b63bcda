import type { Finding } from '../../utils/knowledge/assemble.ts';
import type { Rule } from './rule.ts';

/** A definition is read on a card while a finger waits: 120 Chinese characters or 60 English words at most. */
const DEFINITION_CHARACTERS = 120;
const DEFINITION_WORDS = 60;

/** Definitions within their length; the importance is one sentence. */
export const shortEnough: Rule = {
  name: 'short-enough',
  check({ knowledge }) {
    const findings: Finding[] = [];
    for (const { id, definition, importance } of knowledge.terms.values()) {
      for (const language of ['hans', 'hant'] as const) {
        const length = Array.from(definition[language].replace(/\s/gu, '')).length;
        if (length > DEFINITION_CHARACTERS)
          findings.push({
            path: `${id}.definition.${language}`,
            reason: `${length} characters, at most ${DEFINITION_CHARACTERS}`,
          });
        const sentences = importance[language].split(/[。！？](?=.)/u).length;
        if (sentences > 1)
          findings.push({
            path: `${id}.importance.${language}`,
            reason: `${sentences} sentences, one is enough`,
          });
      }
      const words = definition.en.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      if (words > DEFINITION_WORDS)
        findings.push({ path: `${id}.definition.en`, reason: `${words} words, at most ${DEFINITION_WORDS}` });
    }
    return findings;
  },
};
