import { decimalText } from './decimal.ts';
import { type Found, found } from './found.ts';
import { readNumeral } from './numeral.ts';
import { CLASS, DIGIT, LATIN } from './source.ts';

/** 翻一番, 翻两番, 翻番, 翻倍: n doublings. */
export function readDoubling(text: string, at: number): Found | undefined {
  const match = /^翻(?:了|近|超)?(?:(番|倍)|([一二两三四五\d])番)/u.exec(text.slice(at, at + 5));
  if (!match) return undefined;
  const numeral = match[2] ? readNumeral(match[2], 0) : undefined;
  const times = numeral ? Number(decimalText(numeral.value)) : 1;
  return found('multiple', at, at + match[0].length, 2 ** times, 'x');
}

/** 倍增, 减半, 一半, 半数, 过半, 大半, 成倍. */
export function readWordMultiple(text: string, at: number): Found | undefined {
  const word = text.slice(at, at + 2);
  const next = text.charAt(at + 2);
  if (word === '倍增' && !'器计效战'.includes(next || '，')) return found('multiple', at, at + 2, 2, 'x');
  if (word === '减半') return found('multiple', at, at + 2, 0.5, 'x');
  if (word === '一半' || (word === '半数' && !text.startsWith('大', at - 1)))
    return found('fraction', at, at + 2, 0.5);
  if (word === '过半' && !/[超通经]/u.test(text.charAt(at - 1)) && !'百年天个'.includes(next || '，')) {
    return { ...found('fraction', at, at + 2, 0.5), approx: 'over', numStart: at + 1, coreStart: at + 1 };
  }
  if (word === '大半' && !'年天个夜'.includes(next || '，'))
    return { ...found('fraction', at, at + 2, 0.5), approx: 'over' };
  return undefined;
}

/** 从0到1, 从1到N: an idiom for making something new and for scaling it. */
export function readStep(text: string, at: number): Found | undefined {
  if (text.charAt(at - 1) !== '从') return undefined;
  const match = /^([0-9零一])到([1一NnX]|100|10)(?![\d.%个万亿年月日])/u.exec(text.slice(at, at + 6));
  if (!match) return undefined;
  const value = (word = ''): number | null =>
    /[NnX]/u.test(word) ? null : word === '零' ? 0 : word === '一' ? 1 : Number(word);
  return found('step', at - 1, at + match[0].length, [value(match[1]), value(match[2])]);
}

/** 国发〔2025〕11号; `at` is the opening bracket. */
export function readDocument(text: string, at: number, from: number): Found | undefined {
  const match = /^[〔[]((?:19|20)\d\d)[〕\]](?:第)?(\d{1,5})号/u.exec(text.slice(at, at + 16));
  if (!match) return undefined;
  let start = at;
  while (
    start > from &&
    at - start < 10 &&
    /[\p{Script=Han}]/u.test(text.charAt(start - 1)) &&
    !/[的据照按以见由和及与为]/u.test(text.charAt(start - 1))
  )
    start--;
  const end = at + match[0].length;
  return found('document', start, end, text.slice(start, end));
}

/**
 * Where a name that carries digits ends: C919, 5G, GPT-4, PM2.5, v2.0, 7×24, 3-2-1, an address. 0 where the digits
 * at `at` are a numeral.
 */
export function nameEnd(text: string, at: number): number {
  if (!((CLASS[text.charCodeAt(at)] ?? 0) & DIGIT)) return 0;
  const before = text.charCodeAt(at - 1);
  const latin = ((CLASS[before] ?? 0) & LATIN) !== 0;
  const joined =
    at > 1 &&
    /[-_/.=#@·~]/u.test(text.charAt(at - 1)) &&
    ((CLASS[text.charCodeAt(at - 2)] ?? 0) & (LATIN | DIGIT)) !== 0;
  let end = at;
  while (end < text.length && /[\w.]/u.test(text.charAt(end))) end++;
  const own = text.slice(at, end);
  if (latin || (joined && /[A-Za-z]/u.test(text.charAt(at - 2)))) {
    return /^[\d.,]*\d$/u.test(own) && /^(?:%|‰|万|亿|个百分点)/u.test(text.slice(end, end + 4)) && latin
      ? 0
      : runOf(text, at);
  }
  if (joined && text.charAt(at - 1) !== '~' && text.charAt(at - 1) !== '-' && text.charAt(at - 1) !== '/')
    return runOf(text, at);
  if (/^\d+(?:\.\d+){2,}/u.test(own) && !/^\d{4}\.\d{1,2}\.\d{1,2}$/u.test(own)) return runOf(text, at);
  const tail = /^(?:\d+G(?:-A|\+)?|\d{1,2}K|\d+D|\d+A级|\d+后|\d+[×xX·]\d+(?:小时)?|\d+H)(?![A-Za-z])/u.exec(
    text.slice(at, at + 12),
  );
  if (tail && !/^\d+G(?:B|W|H)/u.test(text.slice(at, at + 8)))
    return tail[0].length > 0 && /后$/u.test(tail[0]) && !/^[0-9]{2}后/u.test(tail[0])
      ? 0
      : at + tail[0].length;
  if (
    /^0\d{2,3}-\d{7,8}/u.test(text.slice(at, at + 14)) ||
    /^1[3-9]\d{9}(?!\d)/u.test(text.slice(at, at + 12))
  )
    return runOf(text, at);
  if (/^\d{1,3}[:-]\d{1,3}(?:大?胜|战胜|击败|的比分|获胜|逆转)/u.test(text.slice(at, at + 12)))
    return runOf(text, at);
  return 0;
}

function runOf(text: string, at: number): number {
  let end = at;
  while (end < text.length && /[\w./?=&#:-]/u.test(text.charAt(end))) end++;
  return end;
}
