import { type Found, found } from './found.ts';

const CLOCK =
  /^(?:\d{1,2}:\d\d(?::\d\d)?|(?:\d{1,2}|[一二三四五六七八九十两]{1,3})[时点](?:\d{1,2}|[零一二三四五六七八九十]{1,3})分(?![之点])(?:(?:\d{1,2}|[零一二三四五六七八九十]{1,3})秒)?|\d{1,2}时(?![间代速期空常尚而])|(?:十?[一二三四五六七八九]|[十两])点(?:半|钟|整|前|之前|左右)|(?:1?\d|2[0-4])点(?:半|钟|整)?(?![\d一二三四五六七八九十新]|建议|意见|主张|要求|共识|希望|看法|倡议|举措|体会|承诺|计划|说明|原则|措施|思考|启示))/u;

/** Clock times are no figures to explain: 9时30分, 五点三十五分, 5:35. But 4点建议 are four points. */
export function readClock(text: string, at: number): { readonly quiet: number } | undefined {
  const clock = CLOCK.exec(text.slice(at, at + 14));
  return clock ? { quiet: at + clock[0].length } : undefined;
}

/** 2008-08-08, 2002.01.28, 2019/2/10, 2008/08; 08/16, 08-08-2008, 85/02/27, 08.2008. */
export function readWrittenDate(text: string, at: number): Found | undefined {
  const head = text.slice(at, at + 12);
  const padded = readPadded(head, at);
  if (padded) return padded;
  const date = /^([12]\d{3})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?![\d年月%])/u.exec(head);
  if (!date) return undefined;
  const [written, year = '', sign, monthText = '', dayText] = date;
  const month = Number(monthText);
  const day = dayText === undefined ? undefined : Number(dayText);
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  if (day === undefined && (sign === '.' || monthText.length !== 2)) return undefined;
  const value = [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-');
  return found('date', at, at + written.length, value);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A leading zero or two strokes make a date of it. */
function readPadded(head: string, at: number): Found | undefined {
  const day = /^(0[1-9]|1[0-2])([-/.])([0-3]\d)(?:\2((?:19|20)\d\d))?(?![\d%./-])/u.exec(head);
  if (day && (day[4] || head.startsWith('0'))) {
    if (Number(day[3]) < 1 || Number(day[3]) > 31) return undefined;
    return found('date', at, at + day[0].length, `${day[4] ? `${day[4]}-` : ''}${day[1]}-${day[3]}`);
  }
  const month = /^(0[1-9])\.((?:19|20)\d\d)(?![\d%.])/u.exec(head);
  if (month) return found('date', at, at + month[0].length, `${month[2]}-${month[1]}`);
  const year = /^([4-9]\d|[0-3]\d)\/(0[1-9]|1[0-2])\/([0-3]\d)(?!\d)/u.exec(head);
  if (!year) return undefined;
  const century = Number(year[1]) > 50 ? 19 : 20;
  return found('date', at, at + year[0].length, `${century}${year[1]}-${year[2]}-${year[3]}`);
}
