import { describe, expect, it } from 'vitest';
import { preferenceFor } from '../../../utils/glossary/preference.ts';

describe('whose definition comes first', () => {
  it.each([
    ['the setting', {}, true, 'own'],
    ['the setting', {}, false, 'builtIn'],
    ['the choice for the term, against the setting', { 'own:a': 'builtIn' }, true, 'builtIn'],
    ['the choice for the term, against the setting', { 'own:a': 'own' }, false, 'own'],
    ['the setting, where another term was chosen for', { 'own:b': 'builtIn' }, true, 'own'],
  ] as const)('is said by %s: %j, own first %s', (_, preferences, ownFirst, first) => {
    expect(preferenceFor('own:a', preferences, ownFirst)).toBe(first);
  });
});
