/**
 * Spellings of a form that folding alone does not level, by rule: plural and singular, British spelling, the words that
 * Taiwan and Hong Kong have for the mainland's, AI in short and in full, the short form that follows in brackets. The form
 * itself is not among them.
 */
export function spellingsOf(form: string): readonly string[] {
  if (!MAY_VARY.test(form)) return NONE;
  const spellings: Spellings = { form, others: [] };
  addWorded(spellings, form);
  if (REGIONAL_CHARACTER.test(form) && REGIONAL_WORD.test(form))
    for (const worded of regional(form)) addWorded(spellings, worded);
  return spellings.others;
}

const NONE: readonly string[] = [];

/** The few spellings of a form, each once. */
interface Spellings {
  readonly form: string;
  readonly others: string[];
}

function add({ form, others }: Spellings, spelled: string): void {
  if (spelled !== form && !others.includes(spelled)) others.push(spelled);
}

function addWorded(spellings: Spellings, worded: string): void {
  addLatin(spellings, worded);
  if (!worded.includes('AI') && !IN_FULL.test(worded) && !endsInBrackets(worded)) return;
  for (const spelled of bracketed(worded)) addLatin(spellings, spelled);
  for (const spelled of shortened(worded)) addLatin(spellings, spelled);
}

function addLatin(spellings: Spellings, spelled: string): void {
  add(spellings, spelled);
  if (endsLatin(spelled)) addEnglish(spellings, spelled);
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
/** Hong Kong keeps the mainland's words, except these. */
const HONG_KONG: Readonly<Record<string, string>> = {
  数字: '数码',
  机器人: '机械人',
  芯片: '晶片',
  服务器: '伺服器',
  计算机: '电脑',
};
const REGIONAL_WORDS = [...Object.keys(HONG_KONG), ...Object.keys(TAIWAN)];
// Here and below without the flag `u`, which changes nothing for these characters and costs as much as the rest.
const REGIONAL = new RegExp(REGIONAL_WORDS.join('|'), 'g');
const REGIONAL_WORD = new RegExp(REGIONAL.source);
/** One look at each character tells of most forms, those in Latin letters, that they have none of the words. */
const REGIONAL_CHARACTER = new RegExp(`[${REGIONAL_WORDS.join('')}]`);
const HONG_KONG_WORD = new RegExp(Object.keys(HONG_KONG).join('|'));
/** Most forms are plain Chinese, and building a recogniser asks about every one. */
const MAY_VARY = new RegExp(`[A-Za-z]|${REGIONAL.source}`);
/** The name in full; in a form without it nothing is said in short. */
const IN_FULL = /人工智[能慧]|artificial intelligence/i;

/** Regional words that say something else in simplified characters: several, papers, and people (机械人才). */
const AMBIGUOUS = /数位|资料|机械人/;

/** Whether a spelling of a form has a word of Taiwan that only traditional characters make certain. */
export function isTraditionalOnly(spelling: string, form: string): boolean {
  return spelling !== form && AMBIGUOUS.test(spelling) && !AMBIGUOUS.test(form);
}

function regional(form: string): readonly string[] {
  // 演算法 is Taiwan's word already, and has the mainland's in it.
  if (form.includes('演算')) return [];
  const said = (words: Readonly<Record<string, string>>): string =>
    form.replace(REGIONAL, (word) => words[word] ?? word);
  return HONG_KONG_WORD.test(form) ? [said(TAIWAN), said(HONG_KONG)] : [said(TAIWAN)];
}

/**
 * AI for “artificial intelligence” in a longer form, and the other way round: 人工智能治理 ↔ AI治理. Not at its end: in
 * 通用AI芯片 the AI belongs to what follows.
 */
function shortened(form: string): readonly string[] {
  if (/^(?:人工智[能慧]|AI|artificial intelligence)$/i.test(form)) return [];
  const found: string[] = [];
  if (IN_FULL.test(form)) {
    const short = form.replace(/人工智[能慧](?!体)(?=.)|\bartificial intelligence\b(?=.)/i, 'AI');
    if (short !== form) found.push(short);
  }
  if (form.includes('AI')) {
    const long = form
      .replace(/\bAI(?=[ -]?[A-Za-z])/, 'artificial intelligence')
      .replace(/\bAI(?=[\u4e00-\u9fff])/, '人工智能');
    if (long !== form) found.push(long);
  }
  return found;
}

/** “… (BCI)” at the end may be left out; 人工智能（AI） and “artificial intelligence (AI)” may have it within. */
function bracketed(form: string): readonly string[] {
  const found: string[] = [];
  if (endsInBrackets(form)) {
    const bare = /^(.{4,}?)\s*[（(][A-Z]{2,6}[）)]$/.exec(form)?.[1];
    if (bare !== undefined) found.push(bare);
  }
  const name = IN_FULL.exec(form);
  const end = name ? name.index + name[0].length : form.length;
  if (end < form.length) {
    const short = name?.[0].startsWith('人') ? '(AI)' : ' (AI)';
    found.push(form.slice(0, end) + short + form.slice(end));
  }
  return found;
}

/** A short form in brackets may stand at the end. */
function endsInBrackets(form: string): boolean {
  return form.endsWith(')') || form.endsWith('）');
}

function addEnglish(spellings: Spellings, form: string): void {
  add(spellings, otherNumber(form));
  if (MAY_BE_BRITISH.test(form)) addBoth(spellings, british(form));
  if (COMPOUND.test(form)) addBoth(spellings, compounded(form));
}

/** Adds a spelling in the singular and the plural. */
function addBoth(spellings: Spellings, spelled: string): void {
  if (spelled === spellings.form) return;
  add(spellings, spelled);
  add(spellings, otherNumber(spelled));
}

/** What {@link british} may change: one look for most forms instead of four. */
const MAY_BE_BRITISH = /iz|eling|center/i;

function british(form: string): string {
  return form
    .replace(/([a-z]{3})iz(?=(e[sd]?|ing|ations?)\b)/gi, '$1is')
    .replace(/(label|model)ing\b/gi, '$1ling')
    .replace(/\bcenter(?=s?\b|ed\b)/gi, 'centre')
    .replace(/\bcentreed\b/gi, 'centred');
}

/** Compounds that are written in one word or in two. */
const COMPOUNDS = [
  ['dataset', 'data set'],
  ['healthcare', 'health care'],
  ['multimodal', 'multi-modal'],
  ['cybersecurity', 'cyber security'],
] as const;
const COMPOUND = new RegExp(COMPOUNDS.flat().join('|'), 'i');
const OTHER_COMPOUND = new Map<string, string>(
  COMPOUNDS.flatMap(([one, two]) => [[one, two] as const, [two, one] as const]),
);

function compounded(form: string): string {
  return form.toLowerCase().replace(COMPOUND, (written) => OTHER_COMPOUND.get(written) ?? written);
}

/**
 * The plural of a form in the singular and the other way round: “model” ↔ “models”, “technology” ↔ “technologies”; the form
 * itself where it has none, as “analysis”.
 */
function otherNumber(form: string): string {
  const last = form.charAt(form.length - 1);
  const before = form.charAt(form.length - 2);
  if (last === 's') {
    if (form.endsWith('ies')) return `${form.slice(0, -3)}y`;
    if (before === 'e' && endsInHiss(form, form.length - 2)) return form.slice(0, -2);
    if (before === 's') return `${form}es`;
    return 'iuc'.includes(before) ? form : form.slice(0, -1);
  }
  if (last === 'y' && !'aeiou'.includes(before)) return `${form.slice(0, -1)}ies`;
  return endsInHiss(form, form.length) ? `${form}es` : `${form}s`;
}

/** Whether the first `end` characters end in a sound after which the plural is “es”. */
function endsInHiss(form: string, end: number): boolean {
  return /(?:[xz]|[sc]h|ss)$/.test(form.slice(Math.max(0, end - 2), end));
}

/** Whether a form ends with two Latin letters. */
function endsLatin(form: string): boolean {
  return isLetter(form.charCodeAt(form.length - 1)) && isLetter(form.charCodeAt(form.length - 2));
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
