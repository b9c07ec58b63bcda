import { add, type Decimal, decimal, shift } from './decimal.ts';
import type { ReadingRow } from './reading.ts';
import type { Texts } from './texts.ts';
import type { Figure } from './types.ts';
import { decimalOf, roundTo, writePlain, writeScaled } from './write-number.ts';

/** Who issues documents of a number's prefix; longest first. */
const OFFICES = ['国办发', '国办函', '中办发', '工信部', '国发', '国函', '中发', '发改'] as const;

/** What a figure says beyond its value: ranks, multiples, idioms, document numbers. `numeral` as written. */
export function meaningRows(figure: Figure, numeral: string, texts: Texts): readonly ReadingRow[] {
  switch (figure.type) {
    case 'rank':
      return rankRows(figure, texts);
    case 'multiple':
      return multipleRows(figure, texts);
    case 'fraction':
      return typeof figure.value === 'number' ? [fractionRow(figure.value, texts)] : [];
    case 'percent':
      return /成/u.test(numeral + figure.text) ? [texts.row('meaning', texts.say('meaning.tenths'))] : [];
    case 'step':
      return [texts.row('meaning', texts.say(stepKey(figure)))];
    case 'enumeration':
      return [texts.row('meaning', texts.say('meaning.enumeration', { count: String(figure.value) }))];
    case 'ordinal':
      return [texts.row('meaning', texts.say('meaning.ordinal'))];
    case 'document':
      return documentRows(figure, texts);
    default:
      return [];
  }
}

function rankRows({ text, value, unit }: Figure, { row, say }: Texts): readonly ReadingRow[] {
  if (typeof value === 'object')
    return value ? [row('rank', say('range.top', { high: String(value[1]) }))] : [];
  if (/^首[^位]/u.test(text)) return [row('rank', say('rank.firstTime'))];
  return [
    row('rank', value === 1 && unit === null ? say('rank.first') : say('rank.th', { place: String(value) })),
  ];
}

function multipleRows(figure: Figure, { row, say }: Texts): readonly ReadingRow[] {
  const { value, text } = figure;
  if (typeof value !== 'number') return [];
  const doublings = Math.log2(value);
  if (/^翻.*番/u.test(text)) {
    return [row('meaning', say('meaning.doubling', { count: String(doublings), times: String(value) }))];
  }
  if (value === 0.5) return [row('meaning', say('meaning.half'))];
  const times = decimalOf(value);
  if (figure.relation !== 'growth')
    return [row('meaning', say('meaning.times', { times: writePlain(times) }))];
  const added = writePlain(add(times, decimal(-1)));
  return [
    row('meaning', say('meaning.grown', { added, times: writePlain(times) })),
    row('note', say('note.grown', { added })),
  ];
}

function fractionRow(value: number, { row, say, locale }: Texts): ReadingRow {
  const percent: Decimal = shift(decimalOf(value), 2);
  return row('equals', say('fraction.percent', { percent: writeScaled(roundTo(percent, 3), locale) }));
}

function stepKey({ value }: Figure): string {
  return Array.isArray(value) && value[0] === 0 ? 'meaning.step.create' : 'meaning.step.scale';
}

/** 国发〔2025〕11号: who, when, which. */
function documentRows({ text, value }: Figure, { row, say }: Texts): readonly ReadingRow[] {
  const match = /^(.*?)[〔[（(]((?:19|20)\d\d)[〕\]）)]第?(\d+)号/u.exec(text);
  if (!match) return [row('document', say('document.order', { number: String(value) }))];
  const [, prefix = '', year = '', number = ''] = match;
  const folded = prefix.replaceAll('國', '国').replaceAll('發', '发').replaceAll('辦', '办');
  const office = OFFICES.find((known) => folded.startsWith(known));
  const name = office ? say(`office.${office}`) : say('office.other', { words: prefix });
  return [row('document', say('document.number', { office: name, year, number }))];
}
