import { shift } from './decimal.ts';
import { become, type Part } from './part.ts';
import { classAt, DIGIT, isAt, LATIN } from './source.ts';

/** By the letter, the power of ten that it stands for before the word for parameters. */
const POWERS: Readonly<Record<string, number>> = { M: 6, B: 9, T: 12 };
/** The word for parameters belongs to the figure, the one for a model does not. */
const PARAMETERS = /^(?:(参数| parameters?\b|-parameter\b)|大?模型|[ -]models?\b)/u;
const POWER_BEFORE = /(?:算力|智算|超算|计算能力|计算中心)[^。；]{0,12}$/u;
const POWER_BEHIND = /^级?的?(?:总|智能|通用|国产)?(?:算力|智算|超算|计算)/u;
const CARDS_BEFORE = /(?:AI|GPU|智算|算力|集群|加速卡|芯片)[^，。；、]{0,8}$/u;
const CARDS_BEHIND = /^(?:级|的|以上)*(?:国产|智能)?(?:AI|GPU|智算|算力|集群|规模|计算|训练|推理|加速)/u;

/**
 * A quantity as the trade writes it, whose letter or unit means something else elsewhere: 175B参数 (billions of
 * parameters), 1.7万P of computing power (petaFLOPS), 两千卡 of a cluster (accelerator cards, not kilocalories).
 * `at` is right behind the numeral; undefined where nothing of that kind stands there.
 */
export function readComputing(text: string, at: number, base: Part): Part | undefined {
  const letter = text.charAt(at);
  const power = POWERS[letter];
  const isWhole = (classAt(text, at + 1) & (LATIN | DIGIT)) === 0;
  if (power !== undefined && isWhole) {
    const behind = PARAMETERS.exec(text.slice(at + 1, at + 13));
    if (!behind) return undefined;
    raise(base, power);
    return become(base, at + 1 + (behind[1]?.length ?? 0), 'count', '参数');
  }
  if ((letter === 'P' || letter === 'E') && isWhole) {
    if (!isNear(text, base.start, at + 1, POWER_BEFORE, POWER_BEHIND)) return undefined;
    return become(base, at + 1, 'measure', `${letter}FLOPS`);
  }
  if (
    letter === '千' &&
    isAt(text, at + 1, '卡') &&
    isNear(text, base.start, at + 2, CARDS_BEFORE, CARDS_BEHIND)
  ) {
    base.numEnd = at + 1;
    raise(base, 3);
    return become(base, at + 2, 'count', '卡');
  }
  return undefined;
}

/** Code units before a number in which its subject is looked for. */
const REACH = 20;

function isNear(text: string, start: number, end: number, before: RegExp, behind: RegExp): boolean {
  return before.test(text.slice(Math.max(0, start - REACH), start)) || behind.test(text.slice(end, end + 10));
}

/** Gives a part a power of ten that its letter or unit stands for. */
function raise(part: Part, power: number): void {
  part.low = shift(part.low, power);
  if (part.high) part.high = shift(part.high, power);
}
