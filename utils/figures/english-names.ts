/** The number behind one of these is a name: Type 2 diabetes, Article 5 says, Phase 3 trials. */
const LABELLED =
  /\b(?:type|phase|article|chapter|section|part|stage|level|tier|class|grade|group|version|day|week|page|table|figure|no\.|room|route|line|step|layer|item|rule) $/iu;

/** What may begin a sentence before a count; any other capital before one begins a name: Boeing 737 jets. */
const OPENERS =
  /^(?:A|About|Above|All|Almost|And|Another|Approximately|Around|As|At|But|By|Exceeding|For|From|Her|His|In|Its|Just|Last|More|Nearly|Next|Of|On|Only|Or|Our|Over|Past|Roughly|Since|Some|Than|That|The|Their|These|Those|To|Under|Up|With|Within)$/u;

/** Whether the words right before a number make it the end of a name: “the Boeing ”, “Article ”. */
export function isNameBefore(before: string): boolean {
  if (LABELLED.test(before)) return true;
  const word = /(?:^|[^A-Za-z])([A-Z][A-Za-z]*) $/u.exec(before)?.[1];
  return word !== undefined && !OPENERS.test(word);
}
