/** Folded text with a way back: `text[i]` came from code unit `map[i]` of the input; without a map, from `i`. */
export interface Source {
  readonly text: string;
  readonly map: Int32Array | undefined;
  readonly raw: string;
}

/** What a folded code unit may be to a figure. */
export const DIGIT = 1;
export const HAN_DIGIT = 2;
export const SMALL_UNIT = 4;
export const BIG_UNIT = 8;
/** 十 百 千 万 亿. */
export const MULTIPLIER = SMALL_UNIT | BIG_UNIT;
/** What numerals are made of. */
export const NUMERAL = DIGIT | HAN_DIGIT | MULTIPLIER;
/** Begins a figure without being a numeral: 第 首 前 几 数 上 半 翻 ¥ … */
export const CUE = 16;
export const LATIN = 32;
const SPACE = 64;

/** What a code unit folds to, 0 where it stays: filling in all that stay would take a millisecond of every page. */
const FOLD = new Uint16Array(65536);
export const CLASS = new Uint8Array(65536);

const TRADITIONAL =
  '億亿萬万兩两幾几數数餘余約约過过達达個个種种項项戶户點点負负時时間间號号條条類类級级層层筆笔標标準准噸吨頃顷畝亩員员圓元塊块價价參参區区縣县鄉乡國国業业單单雙双對对張张輛辆臺台棟栋場场屆届輪轮紀纪產产' +
  '報报強强減减長长擴扩佔占較较環环於于從从歲岁週周幣币歐欧鎊镑盧卢韓韩納纳釐厘裡里裏里陽阳開开師师貳贰陸陆雲云樣样門门組组隊队這这電电規规劃划頭头顆颗艦舰檔档網网線线頁页書书澤泽堯尧衛卫節节詞词貝贝鐘钟' +
  '學学華华攝摄機机載载總总樓楼戰战劑剂櫃柜欄栏賽赛課课隻只牀床冊册廠厂發发辦办壓压漲涨齡龄齊齐補补資资額额';

function build(): void {
  for (let code = 0xff01; code <= 0xff5e; code++) FOLD[code] = code - 0xfee0;
  for (let at = 0; at + 1 < TRADITIONAL.length; at += 2) {
    FOLD[TRADITIONAL.charCodeAt(at)] = TRADITIONAL.charCodeAt(at + 1);
  }
  fold('\u3000\u00a0\t\u200b\u200c\u200d\ufeff', ' ');
  fold('\r', '\n');
  fold('\u2212\u2010\u2011\u2012\ufe63', '-');
  fold('\u2013\u2015\u2500', '—');
  fold('\u301c\u223c\u02dc', '~');
  fold('○', '〇');
  fold('￥', '¥');
  fold('﹪', '%');
  fold('［', '[');
  mark('0123456789', DIGIT);
  mark('零〇一二三四五六七八九两', HAN_DIGIT);
  mark('十百千', SMALL_UNIT);
  mark('万亿兆', BIG_UNIT);
  mark('第首前几数上半翻¥$€£〔[(倍减过大今去明下本摄华', CUE);
  for (let code = 65; code <= 90; code++) {
    CLASS[code] = LATIN;
    CLASS[code + 32] = LATIN;
  }
  mark(' \n\u2009\u202f', SPACE);
}

function fold(from: string, to: string): void {
  for (let at = 0; at < from.length; at++) FOLD[from.charCodeAt(at)] = to.charCodeAt(0);
}

function folded(code: number): number {
  return FOLD[code] || code;
}

function mark(characters: string, bit: number): void {
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at);
    CLASS[code] = (CLASS[code] ?? 0) | bit;
  }
}

build();

/** End of the run of characters of one class that begins at `at`. */
export function runEnd(text: string, at: number, bits: number): number {
  let end = at;
  while (end < text.length && ((CLASS[text.charCodeAt(end)] ?? 0) & bits) !== 0) end++;
  return end;
}

/** Whether `character` stands at `at`. Codes, not strings: `charAt` makes a new string of every ideograph. */
export function isAt(text: string, at: number, character: string): boolean {
  return text.charCodeAt(at) === character.charCodeAt(0);
}

/** Whether one of the characters stands at `at`. */
export function among(text: string, at: number, characters: string): boolean {
  const code = text.charCodeAt(at);
  for (let index = 0; index < characters.length; index++)
    if (characters.charCodeAt(index) === code) return true;
  return false;
}

const HAN_VALUES = '零一二三四五六七八九';

/** 0 to 9 for a Chinese digit (〇 and 两 included), -1 for any other character. */
export function hanDigit(code: number): number {
  if (((CLASS[code] ?? 0) & HAN_DIGIT) === 0) return -1;
  if (code === 0x3007) return 0;
  if (code === 0x4e24) return 2;
  let value = 0;
  while (HAN_VALUES.charCodeAt(value) !== code) value++;
  return value;
}

export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (CLASS[text.charCodeAt(at)] ?? 0) : 0;
}

/** Lines this short are table cells or headings: a number at their end does not go on in the next line. */
const SHORT_LINE = 12;

/**
 * Width, script and stray white space folded away: PDF text writes `2024 年`, hard-wrapped text breaks a line in a
 * figure. White space beside an ideograph disappears, between Latin words and digits one blank stays, an empty line
 * stays a border.
 */
export function foldSource(raw: string): Source {
  const { length } = raw;
  const out = new Uint16Array(length);
  const map = new Int32Array(length);
  let size = 0;
  let lineStart = 0;
  let changed = false;
  for (let at = 0; at < length; at++) {
    const original = raw.charCodeAt(at);
    const code = folded(original);
    if (((CLASS[code] ?? 0) & SPACE) === 0) {
      if (code !== original) changed = true;
      out[size] = code;
      map[size++] = at;
      continue;
    }
    let next = at;
    let breaks = 0;
    let blanks = 0;
    let thin = false;
    for (; next < length; next++) {
      const unit = folded(raw.charCodeAt(next));
      if (((CLASS[unit] ?? 0) & SPACE) === 0) break;
      if (unit === 10 && !(raw.charCodeAt(next) === 10 && raw.charCodeAt(next - 1) === 13)) breaks++;
      else blanks++;
      thin = unit === 0x2009 || unit === 0x202f || raw.charCodeAt(next) === 0xa0;
    }
    const before = size > 0 ? (out[size - 1] ?? 0) : 0;
    const after = next < length ? folded(raw.charCodeAt(next)) : 0;
    const short = breaks > 0 && size - lineStart < SHORT_LINE;
    if (breaks > 0) lineStart = size;
    if (breaks === 1 && isEnglish(before, after, size > 1 ? (out[size - 2] ?? 0) : 0)) {
      changed = true;
      out[size] = 32;
      map[size++] = at;
    } else if (breaks === 1 && !short && (glues(before) || glues(after) || blanks === 0)) changed = true;
    else if (breaks === 0 && (isIdeograph(before) || isIdeograph(after))) changed = true;
    else {
      if (next - at > 1) changed = true;
      out[size] = breaks > 0 ? 10 : thin && isDigit(before) && isDigit(after) ? 0x2009 : 32;
      if (out[size] !== original) changed = true;
      map[size++] = at;
    }
    at = next - 1;
  }
  if (!changed) return { text: raw, map: undefined, raw };
  let text = '';
  for (let at = 0; at < size; at += 8192) {
    text += String.fromCharCode.apply(
      null,
      out.subarray(at, Math.min(size, at + 8192)) as unknown as number[],
    );
  }
  return { text, map, raw };
}

function isIdeograph(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2014 && code <= 0x201f);
}

/**
 * Whether an English line goes on behind its end: 70⏎percent, over⏎$1.2 trillion, Aug.⏎26,⏎2025. One of the two
 * characters at the break, or what an abbreviation's point follows (`earlier`), is a Latin letter, or a comma stands there.
 */
function isEnglish(before: number, after: number, earlier: number): boolean {
  const last = CLASS[before === 46 ? earlier : before] ?? 0;
  const next = CLASS[after] ?? 0;
  if (last & LATIN || before === 44) return (next & (LATIN | DIGIT)) !== 0 || after === 36;
  return before !== 46 && (last & DIGIT) !== 0 && (next & LATIN) !== 0;
}

function isDigit(code: number): boolean {
  return ((CLASS[code] ?? 0) & DIGIT) !== 0;
}

function glues(code: number): boolean {
  return isIdeograph(code) && code !== 0x3002;
}

/** Offset of the folded position in the input; for an end, the offset after the last unit before it. */
export function rawStart(source: Source, at: number): number {
  return source.map ? (source.map[at] ?? source.raw.length) : at;
}

export function rawEnd(source: Source, at: number): number {
  return source.map ? (source.map[at - 1] ?? -1) + 1 : at;
}
