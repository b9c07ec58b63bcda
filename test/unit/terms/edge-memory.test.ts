import { describe, expect, it } from 'vitest';
import { createTermScanner } from '../../../utils/terms/scanner.ts';
import { lexicon, scanner } from './marked.ts';

/** The same form over and over, each time beside something else: what it was before must not decide what it is now. */
const surroundings: readonly (readonly [text: string, found: number])[] = [
  ['相关科研智能体系统开始试点运行', 1],
  ['相关科研智能体系落地开始试点运行', 0],
  ['相关科研智能体系统开始试点运行', 1],
  ['智能体系', 0],
  ['智能体系统', 1],
  ['相关科研智能体 系落地开始试点运行', 0],
  ['相关科研智能体 系统开始试点运行', 1],
  ['相关部门扩大模型应用的范围和规模', 0],
  ['相关部门增加大模型应用的范围和规模', 1],
  ['相关部门扩 大模型应用的范围和规模', 0],
];

describe('a form whose edges were judged before', () => {
  it.each(surroundings)('is judged anew in %s', (text) => {
    expect(scanner.scan(text)).toEqual(createTermScanner(lexicon).scan(text));
  });

  it('is found once in every line where it stands and in no other', () => {
    const text = surroundings.map(([line]) => line).join('。');
    const ends = [...text.matchAll(/。|$/gu)].map(({ index }) => index);
    const counts = ends.map((end, at) => {
      const begin = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1;
      return scanner.scan(text).filter(({ start, end: to }) => start >= begin && to <= end).length;
    });
    expect(counts).toEqual(surroundings.map(([, found]) => found));
  });
});
