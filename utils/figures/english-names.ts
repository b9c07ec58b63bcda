/** The number behind one of these is a name: Type 2 diabetes, Article 5 says, Phase 3 trials. */
const LABELLED =
  /\b(?:type|phase|article|chapter|section|part|stage|level|class|grade|group|version|day|week|page|no\.|room|line|step) $/iu;

/** What may begin a sentence before a count; any other capital before one begins a name: Boeing 737 jets. */
const OPENERS =
  /^(?:A|All|And|Another|As|At|But|By|For|From|Her|His|In|Its|Just|Last|Next|Of|On|Only|Or|Our|Past|Since|Than|That|The|Their|These|Those|To|With|Within)$/u;

/** Whether the words right before a number make it the end of a name: “the Boeing ”, “iPhone ”, “Article ”. */
export function isNameBefore(before: string): boolean {
  if (LABELLED.test(before)) return true;
  const word = /(?:^|[^A-Za-z])([A-Za-z]*[A-Z][A-Za-z]*) $/u.exec(before)?.[1];
  return word !== undefined && !OPENERS.test(word);
}
