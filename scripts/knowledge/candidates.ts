import type { Knowledge } from '../../utils/knowledge/assemble.ts';
import { simplifyCharacters } from '../../utils/knowledge/script.ts';

/** A string of a text that no term covers. */
export interface Candidate {
  readonly word: string;
  readonly count: number;
}

const MIN_COUNT = 2;
/** In a long text a word must come back at least once in this many characters. */
const CHARACTERS_PER_OCCURRENCE = 5000;
/** General vocabulary of policy texts that no glossary explains. */
const GENERAL_WORDS = new Set(
  '发展 推动 创新 技术 领域 加快 全球 形成 加强 经济 促进 应用 提升 支持 完善 建设 推进 服务 实施 强化 重点 国家 我国 中国 全国 提高 能力 体系 需求 优势 资源 产品 企业 行业 产业 社会 工作 生活 生产 深入 加大 重要 持续 积极 充分 实现 开展 构建 打造 基础 条件 重大 驱动 管理 制度 机制 问题 方面 记者 今年 今天 去年'.split(
    ' ',
  ),
);
const LONGEST = 8;
/** Words that only tie other words together: a candidate neither begins nor ends with one. */
const FUNCTION_WORDS = new Set(
  '的了在是和与及或等为对将把被从到以于就都而又也还不没有这那其各本该并向中上下内外之所着过使让给由按据因如若但且会能可要应来去说个们我你他她它一',
);

/**
 * Frequent strings of two to eight characters that no term covers, for a maintainer to judge: counted after the
 * known forms are cut out; a part of a longer candidate is listed only where it is clearly more frequent.
 * A string that only ever stands inside one longer string is no word of its own.
 */
export function unknownCandidates(knowledge: Knowledge, text: string): readonly Candidate[] {
  const forms = [...knowledge.terms.values()]
    .flatMap((term) => [...term.forms.hans, ...term.forms.hant, ...(term.taiwan ?? [])])
    .map(simplifyCharacters)
    .sort((a, b) => b.length - a.length);
  let rest = simplifyCharacters(text.normalize('NFKC'));
  for (const form of forms) rest = rest.replaceAll(form, '\n');
  const least = Math.max(MIN_COUNT, Math.ceil(rest.length / CHARACTERS_PER_OCCURRENCE));
  const counts = new Map<string, number>();
  for (const run of rest.match(/\p{Script=Han}+/gu) ?? []) {
    for (let start = 0; start < run.length; start++) {
      for (let length = 2; length <= LONGEST && start + length <= run.length; length++) {
        const word = run.slice(start, start + length);
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  const candidates = [...counts].filter(([word, count]) => count >= least && isWord(word));
  const longestFirst = candidates.toSorted(([a], [b]) => b.length - a.length);
  const kept: Candidate[] = [];
  for (const [word, count] of longestFirst) {
    const inside = kept
      .filter((longer) => longer.word.includes(word))
      .reduce((sum, longer) => sum + longer.count, 0);
    if (count >= 2 * inside && count - inside >= least) kept.push({ word, count });
  }
  return kept.sort((a, b) => b.count - a.count || b.word.length - a.word.length);
}

function isWord(word: string): boolean {
  return (
    !GENERAL_WORDS.has(word) &&
    !FUNCTION_WORDS.has(word.charAt(0)) &&
    !FUNCTION_WORDS.has(word.charAt(word.length - 1))
  );
}
