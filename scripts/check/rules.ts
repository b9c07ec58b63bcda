import { datesValid } from './dates.ts';
import { arithmeticHolds } from './figures.ts';
import { formsComplete, oneOwner } from './ids.ts';
import { rightLanguage } from './language.ts';
import { shortEnough } from './length.ts';
import { linksResolve, nothingBare } from './links.ts';
import { ownWords } from './originality.ts';
import { figuresRecognised, termsRecognised } from './recognition.ts';
import type { Rule } from './rule.ts';
import { titlesVerbatim } from './titles.ts';

/** All rules, in the order they are reported. The shape of the files is checked before any of them. */
export const RULES: readonly Rule[] = [
  oneOwner,
  formsComplete,
  linksResolve,
  nothingBare,
  shortEnough,
  rightLanguage,
  titlesVerbatim,
  arithmeticHolds,
  datesValid,
  ownWords,
  termsRecognised,
  figuresRecognised,
];
