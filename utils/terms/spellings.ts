/**
 * Spellings of a form that folding alone does not level, by rule: plural and singular, British spelling, the words that
 * Taiwan and Hong Kong have for the mainland's, AI in short and in full, the short form that follows in brackets. The form
 * itself is not among them.
 */
export function spellingsOf(form: string): readonly string[] {
  if (!MAY_VARY.test(form)) return [];
  const spellings = new Set<string>();
  for (const worded of REGIONAL_WORD.test(form) ? [form, ...regional(form)] : [form]) {
    addLatin(spellings, worded);
    if (!NAMES_AI.test(worded)) continue;
    for (const spelled of [...bracketed(worded), ...shortened(worded)]) addLatin(spellings, spelled);
  }
  spellings.delete(form);
  return [...spellings];
}

function addLatin(spellings: Set<string>, spelled: string): void {
  spellings.add(spelled);
  if (LATIN_END.test(spelled)) for (const other of english(spelled)) spellings.add(other);
}

/**
 * The mainland's words and what Taiwan says, both in simplified characters, as forms are when they come here. A word
 * that means something else on the mainland too often is not in the list (质量, 信息).
 */
const TAIWAN: Readonly<Record<string, string>> = {
  智能: '智慧',
  数字: '数位',
  数据: '资料',
  算法: '演算法',
  互联网: '网际网路',
  网络: '网路',
  芯片: '晶片',
  集成电路: '积体电路',
  软件: '软体',
  计算机: '电脑',
  计算: '运算',
  打印: '列印',
  服务器: '伺服器',
  接口: '介面',
  交互: '互动',
  社区: '社群',
};
const REGIONAL = new RegExp(Object.keys(TAIWAN).join('|'), 'gu');
const REGIONAL_WORD = new RegExp(REGIONAL.source, 'u');
/** Most forms are plain Chinese, and building a recogniser asks about every one. */
const MAY_VARY = new RegExp(`[A-Za-z]|${REGIONAL.source}`, 'u');
/** What may be said in short or in full, or has its short form in brackets at the end. */
const NAMES_AI = /AI|人工智|artificial intelligence|[）)]$/iu;
const LATIN_END = /[A-Za-z]{2}$/u;

/** Words of {@link TAIWAN} that say something else in simplified characters: several, and papers. */
const AMBIGUOUS = /数位|资料/u;

/** Whether a spelling of a form has a word of Taiwan that only traditional characters make certain. */
export function isTraditionalOnly(spelling: string, form: string): boolean {
  return spelling !== form && AMBIGUOUS.test(spelling) && !AMBIGUOUS.test(form);
}

function regional(form: string): readonly string[] {
  // 演算法 is Taiwan's word already, and has the mainland's in it.
  if (form.includes('演算')) return [];
  const taiwan = form.replace(REGIONAL, (word) => TAIWAN[word] ?? word);
  // Hong Kong keeps the mainland's words, except this one.
  return form.includes('数字') ? [taiwan, form.replaceAll('数字', '数码')] : [taiwan];
}

/**
 * AI for “artificial intelligence” in a longer form, and the other way round: 人工智能治理 ↔ AI治理. Not at its end: in
 * 通用AI芯片 the AI belongs to what follows.
 */
function shortened(form: string): readonly string[] {
  if (/^(?:人工智[能慧]|AI|artificial intelligence)$/iu.test(form)) return [];
  const short = form.replace(/人工智[能慧](?!体)(?=.)|\bartificial intelligence\b(?=.)/iu, 'AI');
  const long = form
    .replace(/\bAI(?=[ -]?[A-Za-z])/u, 'artificial intelligence')
    .replace(/\bAI(?=[\u4e00-\u9fff])/u, '人工智能');
  return [short, long].filter((spelled) => spelled !== form);
}

/** “… (BCI)” at the end may be left out; 人工智能（AI） and “artificial intelligence (AI)” may have it within. */
function bracketed(form: string): readonly string[] {
  const bare = /^(.{4,}?)\s*[（(][A-Z]{2,6}[）)]$/u.exec(form)?.[1];
  const found = bare === undefined ? [] : [bare];
  const within = form.replace(/(artificial intelligence|人工智[能慧])(?=.)/iu, (name) =>
    name.startsWith('人') ? `${name}(AI)` : `${name} (AI)`,
  );
  if (within !== form) found.push(within);
  return found;
}

function english(form: string): readonly string[] {
  const found: string[] = [];
  for (const spelled of [form, ...british(form), ...compounds(form)]) {
    if (spelled !== form) found.push(spelled);
    const other = otherNumber(spelled);
    if (other !== undefined) found.push(other);
  }
  return found;
}

/** What {@link british} may change: one look for most forms instead of four. */
const MAY_BE_BRITISH = /iz|ing|cent/iu;

function british(form: string): readonly string[] {
  if (!MAY_BE_BRITISH.test(form)) return [];
  const spelled = form
    .replace(/([a-z]{3})iz(?=(e[sd]?|ing|ations?)\b)/giu, '$1is')
    .replace(/(label|model)ing\b/giu, '$1ling')
    .replace(/\bcenter(?=s?\b|ed\b)/giu, 'centre')
    .replace(/\bcentreed\b/giu, 'centred');
  return spelled === form ? [] : [spelled];
}

/** Compounds that are written in one word or in two. */
const COMPOUNDS = [
  ['dataset', 'data set'],
  ['healthcare', 'health care'],
  ['multimodal', 'multi-modal'],
  ['cybersecurity', 'cyber security'],
] as const;

function compounds(form: string): readonly string[] {
  const lower = form.toLowerCase();
  for (const pair of COMPOUNDS) {
    for (const [written, other] of [pair, [pair[1], pair[0]]] as const)
      if (lower.includes(written)) return [lower.replace(written, other)];
  }
  return [];
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
