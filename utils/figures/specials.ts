import { type Found, found } from './found.ts';
import { among, hanDigit, isAt } from './source.ts';

/** 翻一番, 翻两番, 翻番, 翻倍: n doublings. */
export function readDoubling(text: string, at: number): Found | undefined {
  const match = /^翻(?:了|近|超)?(?:(番|倍)|([一二两三四五\d])番)/u.exec(text.slice(at, at + 5));
  if (!match) return undefined;
  const written = match[2] ?? '1';
  const digit = hanDigit(written.charCodeAt(0));
  const times = digit < 0 ? Number(written) : digit;
  return found('multiple', at, at + match[0].length, 2 ** times, 'x');
}

/** 倍增, 减半, 一半, 半数, 过半, 大半, 成倍. */
export function readWordMultiple(text: string, at: number): Found | undefined {
  const word = text.slice(at, at + 2);
  const next = text.charAt(at + 2);
  // 成倍增长 reads 成倍 + 增长.
  if (word === '倍增' && !isAt(text, at - 1, '成') && !'器计效战'.includes(next || '，'))
    return found('multiple', at, at + 2, 2, 'x');
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
  if (!isAt(text, at - 1, '从')) return undefined;
  const match = /^([0-9零一])到([1一NnX]|100|10)(?![\d.%个万亿年月日])/u.exec(text.slice(at, at + 6));
  if (!match) return undefined;
  const value = (word = ''): number | null =>
    /[NnX]/u.test(word) ? null : word === '零' ? 0 : word === '一' ? 1 : Number(word);
  return found('step', at - 1, at + match[0].length, [value(match[1]), value(match[2])]);
}

/** 根据 and the like stand before a document, 数据 in its prefix. */
function endsPrefix(text: string, at: number): boolean {
  return among(text, at, '的照按以见由和及与为') || (isAt(text, at, '据') && !isAt(text, at - 1, '数'));
}

/** 国发〔2025〕11号; `at` is the opening bracket. */
export function readDocument(text: string, at: number, from: number): Found | undefined {
  const match = /^[〔[(](?:(?:19|20)\d\d)[〕\])](?:第)?\d{1,5}号/u.exec(text.slice(at, at + 16));
  if (!match) return undefined;
  let start = at;
  while (
    start > from &&
    at - start < 10 &&
    /[\p{Script=Han}]/u.test(text.charAt(start - 1)) &&
    !endsPrefix(text, start - 1)
  )
    start--;
  const end = at + match[0].length;
  return found('document', start, end, text.slice(start, end));
}
