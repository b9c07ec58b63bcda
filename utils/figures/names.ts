import { among, CLASS, DIGIT, isAt, LATIN } from './source.ts';

const WORD = 1;
const ADDRESS = 2;
/** Which ASCII characters go on in a name (\w and the point) and in an address. */
const NAME = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[\w.]/u.test(character)) NAME[code] = WORD | ADDRESS;
  else if (/[/?=&#:-]/u.test(character)) NAME[code] = ADDRESS;
}

const TAIL =
  /^(?:\d+G(?:-A|\+)?|\d{1,2}K|\d+D|\d+A级|\d\d后|\d+[×xX·]\d+(?:小时)?|\d+H|\d+C(?!\w))(?![A-Za-z])/u;
/** The day, and day and night. */
const SLASH_NAME = /^(?:9\/11|24\/7|7\/24)(?!\d)/u;
const SCORE = /^\d{1,3}[:-]\d{1,3}(?:大?胜|战胜|击败|的比分|获胜|逆转|战平|负于|险胜|力克|领先)/u;
const LANDLINE = /^0\d{2,3}-\d{7,8}/u;
const MOBILE = /^1[3-9]\d{9}(?!\d)/u;

/**
 * Where a name that carries digits ends: C919, 5G, GPT-4, PM2.5, v2.0, 7×24, 3-2-1, an address. 0 where the digits
 * at `at` are a numeral.
 */
export function nameEnd(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  const latin = ((CLASS[before] ?? 0) & LATIN) !== 0;
  const joined = at > 1 && isJoint(before) && ((CLASS[text.charCodeAt(at - 2)] ?? 0) & (LATIN | DIGIT)) !== 0;
  if (latin || joined) {
    const inName = joinedName(text, at, latin, before);
    if (inName > 0) return inName;
  }
  let digits = at;
  while ((CLASS[text.charCodeAt(digits)] ?? 0) & DIGIT) digits++;
  const next = text.charCodeAt(digits);
  if (next === 47) {
    const slash = SLASH_NAME.exec(text.slice(at, at + 5));
    if (slash) return at + slash[0].length;
  }
  const dotted = next === 46 && text.charCodeAt(digits + 2) !== 37 ? dottedEnd(text, at) : 0;
  if (dotted > 0) return dotted;
  if (isTail(next)) {
    const tail = TAIL.exec(text.slice(at, at + 12))?.[0];
    if (tail && !isDataSize(text, digits)) return at + tail.length;
  }
  if (next === 45 || next === 58) {
    if (LANDLINE.test(text.slice(at, at + 14))) return runOf(text, at);
    if (SCORE.test(text.slice(at, at + 12))) return runOf(text, at);
  }
  return digits - at === 11 && MOBILE.test(text.slice(at, at + 12)) ? runOf(text, at) : 0;
}

/** `-_/.=#@·~` between a letter or digit and the digits. */
function isJoint(code: number): boolean {
  return code < 0x100 ? '-_/.=#@·~'.includes(String.fromCharCode(code)) : false;
}

function joinedName(text: string, at: number, latin: boolean, before: number): number {
  const letter = latin || ((CLASS[text.charCodeAt(at - 2)] ?? 0) & LATIN) !== 0;
  if (letter) {
    const end = wordEnd(text, at);
    const plain = latin && /^[\d.,]*\d$/u.test(text.slice(at, end));
    return plain && /^(?:%|‰|万|亿|个百分点)/u.test(text.slice(end, end + 4)) ? 0 : runOf(text, at);
  }
  const sign = String.fromCharCode(before);
  return sign === '~' || sign === '-' || sign === '/' ? 0 : runOf(text, at);
}

/** 3.14.15 and 10.0.0.1 are names; 2025.9.12 is a date. */
function dottedEnd(text: string, at: number): number {
  const own = text.slice(at, Math.min(wordEnd(text, at), at + 32));
  return /^\d+(?:\.\d+){2,}/u.test(own) && !/^\d{4}\.\d{1,2}\.\d{1,2}$/u.test(own) ? runOf(text, at) : 0;
}

/** G K D A 后 × x X · H C. */
function isTail(code: number): boolean {
  return code < 0x80
    ? 'GKDAxXHC'.includes(String.fromCharCode(code))
    : code === 0x540e || code === 0xd7 || code === 0xb7;
}

/** 6GB, 10GW and 5GHz are measures. */
function isDataSize(text: string, at: number): boolean {
  return isAt(text, at, 'G') && among(text, at + 1, 'BWH');
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while ((NAME[text.charCodeAt(end)] ?? 0) & WORD) end++;
  return end;
}

function runOf(text: string, at: number): number {
  let end = at;
  while (((NAME[text.charCodeAt(end)] ?? 0) & ADDRESS) !== 0) end++;
  return end;
}
