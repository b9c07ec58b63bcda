import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../utils/figures/types.ts';
import { evaluate, roundTo } from '../../../utils/knowledge/arithmetic.ts';
import { buildFigureCues } from '../../../utils/knowledge/figure-cues.ts';
import { matchKnownFigure } from '../../../utils/knowledge/figure-match.ts';
import { loadKnowledge } from '../../../utils/knowledge/load.ts';

describe('evaluate', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['-2^2', -4],
    ['10 - 4 - 3', 3],
    ['100 / 10 / 5', 2],
    ['ln(2) / ln(2)', 1],
    ['41.06e0 * 10^9', 41060000000],
    ['2 * -3', -6],
  ])('%s is %d', (expression, value) => expect(evaluate(expression)).toBe(value));

  it.each(['', '1 +', '(1', '1 2', '1 ÷ 2', 'alert(1)', 'ln 2'])('does NOT read “%s”', (expression) =>
    expect(() => evaluate(expression)).toThrow(SyntaxError),
  );
  it('does NOT give an infinite value', () => expect(() => evaluate('1 / 0')).toThrow(RangeError));
});

describe('roundTo', () => {
  it.each([
    [0.285, 2, 0.29],
    [1.005, 2, 1.01],
    [-1.5, 0, -2],
    [1e-10, 3, 0],
    [29.156, 2, 29.16],
  ])('%d at %d decimals is %d', (value, decimals, rounded) => expect(roundTo(value, decimals)).toBe(rounded));
});

const cues = buildFigureCues(loadKnowledge());
const figure = (text: string, value: Figure['value'], unit: string | null): Figure => ({
  start: 0,
  end: text.length,
  text,
  core: [0, text.length],
  num: [0, text.length],
  type: 'count',
  value,
  unit,
});

describe('matchKnownFigure', () => {
  it.each([
    ['全国数据生产总量达41.06泽字节（ZB）', figure('41.06泽字节（ZB）', 41.06, 'ZB'), 'fig-data-volume-2024'],
    ['占全球数据总量的 26.67 %', figure('26.67 %', 26.67, '%'), 'fig-data-global-share-2024'],
    ['具備41個大類的工業體系', figure('41個', 41, '个'), 'fig-industry-divisions'],
    ['拥有14亿多人口', figure('14亿多', 1.4e9, null), 'fig-population'],
    ['约2亿经营主体', figure('约2亿', 2e8, null), 'fig-business-entities'],
    ['应用普及率超70%', figure('超70%', 70, '%'), 'fig-target-2027-penetration'],
    ['the penetration rate will exceed 90%', figure('90%', 90, '%'), 'fig-target-2030-penetration'],
    ['核心产业规模超过1.2万亿元人工智能企业', figure('1.2万亿元', 1.2 * 1e12, 'CNY'), 'fig-ai-core-2025'],
    ['印发国发〔2025〕11号文件', figure('国发〔2025〕11号', '国发〔2025〕11号', null), 'fig-doc-11'],
    ['加速“从0到1”重大科学发现', figure('从0到1', [0, 1], null), 'fig-0-1'],
    ['“从 1 到 N”技术落地', figure('从 1 到 N', [1, null], null), 'fig-1-n'],
    ['软件开发者近千万人', figure('近千万人', 1e7, '人'), 'fig-developers'],
  ])('“%s” is a known figure', (clause, found, id) => {
    expect(matchKnownFigure(cues, found, clause)).toBe(id);
  });

  it.each([
    ['海关统计的41个大类商品', figure('41个', 41, '个')],
    ['41个城市', figure('41个', 41, '个')],
    ['投资14亿元', figure('14亿元', 1.4e9, 'CNY')],
    ['14亿参数的模型服务人民', figure('14亿', 1.4e9, null)],
    ['普及率超71%', figure('超71%', 71, '%')],
    ['合格率超70%', figure('超70%', 70, '%')],
    ['增速为40.95个百分点，数据显示', figure('40.95个百分点', 40.95, 'pp')],
    ['16G内存', figure('16G', 16, 'GB')],
  ])('“%s” is NOT one', (clause, found) => {
    expect(matchKnownFigure(cues, found, clause)).toBeUndefined();
  });
});
