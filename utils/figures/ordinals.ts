import { decimalValue } from './decimal.ts';
import { type Found, found } from './found.ts';
import { readNumeral } from './numeral.ts';
import { isAt } from './source.ts';
import { unitAt } from './units.ts';

const SCOPE =
  /(?:世界|全球|全国|全省|全市|亚洲|国内|国际|行业|同类|历史|我国|中国)(?:排名|范围内|城市)?(?:的|上)?$/u;
const RANKED =
  /(?:排名|位居|位列|居|列|稳居|跃居|名列|排在|排|跃升至|升至|降至|第一至|是|成为|全系统|拿下|夺得|荣获|同比|总分|综合|均|保持|连续)$/u;
const RANK_CLASSIFIER = /^(?:大(?!会|道|街|桥|厦|学|队)|名|位(?!置))/u;

/** 第一, 第34位, 第二大, 第10版, 第二十三条; 首位, 首个; 前三, 前10位. A number where nothing stands, to go on there. */
export function readOrdinal(text: string, at: number): Found | number {
  const lead = text.charAt(at);
  if (lead === '首') return readFirst(text, at);
  if (lead === '前') return readTop(text, at);
  const numeral = readNumeral(text, at + 1);
  if (!numeral || numeral.bare || numeral.high || numeral.approx) return at + 1;
  const value = decimalValue(numeral.value);
  const end = numeral.end;
  const word = RANK_CLASSIFIER.exec(text.slice(end, end + 2))?.[0];
  const before = text.slice(Math.max(0, at - 8), at);
  const scope = SCOPE.exec(before)?.[0].replace(/[的上]$/u, '');
  if (word) return { ...found('rank', at, end + 1, value, null), numEnd: end, scope };
  const office =
    /^号?(?:国务院令|主席令|令|公告)/u.test(text.slice(end, end + 5)) || /(?:令|公告|文件)$/u.test(before);
  if (isAt(text, end, '号')) return found(office ? 'document' : 'ordinal', at, end + 1, value, '号', end);
  const unit = unitAt(text, end);
  if (unit && unit.kind !== 'money' && !/^[十百千万亿]/u.test(unit.word)) {
    return found('ordinal', at, end + unit.word.length, value, unit.norm, end);
  }
  if (scope || RANKED.test(before)) return { ...found('rank', at, end, value), scope };
  if (
    numeral.arabic ||
    (numeral.end - numeral.start > 1 && !/^[\p{Script=Han}]/u.test(text.slice(end, end + 1)))
  )
    return found('ordinal', at, end, value);
  if (at === 0 && end === text.length) return found('ordinal', at, end, value);
  if (numeral.end - numeral.start > 1 && numeral.scale >= 2) return found('ordinal', at, end, value);
  return end;
}

function readFirst(text: string, at: number): Found | number {
  const word = /^首(?:位|个|次|批|家|款|座|台|部|例|条|颗|艘|架|套|项|列|届|份|单|支|只)/u.exec(
    text.slice(at, at + 2),
  )?.[0];
  if (!word || (word === '首部' && text.startsWith('首部曲', at))) return at + 1;
  return { ...found('rank', at, at + 2, 1), scope: SCOPE.exec(text.slice(Math.max(0, at - 8), at))?.[0] };
}

function readTop(text: string, at: number): Found | number {
  if (/[此之目年日会战提空跟眼面日月向超往生史当以先从]/u.test(text.charAt(at - 1))) return at + 1;
  const numeral = readNumeral(text, at + 1);
  if (!numeral || numeral.bare || numeral.approx || numeral.high) return at + 1;
  const { end } = numeral;
  const rest = text.slice(end, end + 1);
  if (
    /^[年月天周个次期批届句段章]/u.test(rest) ||
    (/^[\p{Script=Han}]/u.test(rest) && !/^[位名强甲大的，家]/u.test(rest) && !numeral.arabic)
  )
    return at + 1;
  const value = [1, Number(decimalValue(numeral.value))] as const;
  if (/^[位名强]/u.test(rest)) return found('rank', at, end + 1, value, null);
  return found('rank', at, end, value);
}
