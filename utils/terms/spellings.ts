/**
 * Spellings of a form that folding alone does not level, by rule: plural and singular, British spelling, the short
 * form that follows in brackets. The form itself is not among them.
 */
export function spellingsOf(form: string): readonly string[] {
  if (!MAY_VARY.test(form)) return [];
  const spellings = new Set<string>();
  for (const spelled of [form, ...bracketed(form)]) {
    spellings.add(spelled);
    if (LATIN_END.test(spelled)) for (const other of english(spelled)) spellings.add(other);
  }
  spellings.delete(form);
  return [...spellings];
}

/** Most forms are plain Chinese, and building a recogniser asks about every one. */
const MAY_VARY = /[A-Za-z]|人工智能./u;
const LATIN_END = /[A-Za-z]{2}$/u;

/** “… (BCI)” at the end may be left out; 人工智能（AI） and “artificial intelligence (AI)” may have it within. */
function bracketed(form: string): readonly string[] {
  const bare = /^(.{4,}?)\s*[（(][A-Z]{2,6}[）)]$/u.exec(form)?.[1];
  const found = bare === undefined ? [] : [bare];
  const within = form.replace(/(artificial intelligence|人工智能)(?=.)/iu, (name) =>
    name.startsWith('人') ? `${name}(AI)` : `${name} (AI)`,
  );
  if (within !== form) found.push(within);
  return found;
}

function english(form: string): readonly string[] {
  const found: string[] = [];
  for (const spelled of [form, ...british(form)]) {
    if (spelled !== form) found.push(spelled);
    const other = otherNumber(spelled);
    if (other !== undefined) found.push(other);
  }
  return found;
}

function british(form: string): readonly string[] {
  const spelled = form
    .replace(/([a-z]{3})iz(?=(e[sd]?|ing|ations?)\b)/giu, '$1is')
    .replace(/(label|model)ing\b/giu, '$1ling')
    .replace(/\bcenter(?=s?\b|ed\b)/giu, 'centre')
    .replace(/\bcentreed\b/giu, 'centred');
  return spelled === form ? [] : [spelled];
}

/** The plural of a form in the singular and the other way round: “model” ↔ “models”, “technology” ↔ “technologies”. */
function otherNumber(form: string): string | undefined {
  if (/ies$/u.test(form)) return form.replace(/ies$/u, 'y');
  if (/(?:ss|sh|ch|x|z)es$/u.test(form)) return form.slice(0, -2);
  if (/[^siuc]s$/u.test(form)) return form.slice(0, -1);
  if (/[^aeiou]y$/u.test(form)) return form.replace(/y$/u, 'ies');
  if (/(?:ss|sh|ch|x|z)$/u.test(form)) return `${form}es`;
  if (/[A-Za-rt-z]$/u.test(form)) return `${form}s`;
  return undefined;
}
