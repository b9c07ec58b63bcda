/** Family names that are hardly anything else before a noun: not 曾 (曾备案), 周 (周算力), 韩 (韩芯片), 苏 (苏算力). */
const FAMILY_NAMES = '王李张張刘劉陈陳杨楊赵趙吴吳徐孙孫朱胡郭罗谢冯蔡潘袁董杜魏吕姚姜谭汪';

const OPENING = '“"「『';
/** The code units that a name may follow on: most terms follow on another, and nothing more is looked at. */
const BEGINNINGS: ReadonlySet<number> = new Set(
  Array.from(`《${OPENING}${FAMILY_NAMES}`, (character) => character.charCodeAt(0)),
);

/** Fiction and music: what is made up is not about what its title says, neither 小说《算法人生》 nor 电影“人工智能”. */
const BEFORE_FICTION =
  /(?:小[说說]|[电電]影|[话話視视][剧劇]|[专專][辑輯]|[动動][画畫]|[游遊][戏戲]|歌曲?)$/u;
/** Ships and bands: “大数据”号货轮. */
const AFTER_NAME = /^.(?:[号號乐樂]|[战戰][队隊])/u;

/** What stands before a whole name: nothing, a mark, or the end of a word for a person, as in 记者, 主任, 校长, 村民. */
const BEFORE_NAME = /^(?:[^\p{L}\p{N}]|[者任长記记生师民授士员志])?$/u;

/** Documents are known by their titles, works are not about what theirs say: 《政府工作报告》, but not the novel 《算力》. */
const DOCUMENT = /(?:[^算]法|办法|规划|框架|倡议|计.|报告|行动|条|\+)$/u;

/** Courses and textbooks are about what their titles say: 《机器学习》《大数据》等课程, 教材《人工智能》. */
const BEFORE_COURSE = /(?:课程?|教材)《$/u;
const AFTER_COURSE = /^(?:》[、和与]?《[^》]{1,12})*》等?(?:课|教材)/u;
/** How much is read for that, in code units. */
const COURSE_REACH = 60;

/**
 * Whether a form, folded in `units`, is a name where it stands:
 *
 * - the whole title of a work: 《元宇宙》. A title that goes on speaks of the thing, as 《人工智能导论》 does, unless the
 *   work is fiction, and so do documents and courses.
 * - what a work, a ship or a band is called in quotation marks.
 * - what a person is called, after a family name: 王智算 at the beginning of a clause, 记者王智算. In 一张芯片 a numeral, in
 *   国王算法 another word stands before the family name.
 */
export function isName(text: string, start: number, end: number, units: string): boolean {
  if (!BEGINNINGS.has(text.charCodeAt(start - 1))) return false;
  const mark = text.charAt(start - 1);
  if (OPENING.includes(mark))
    return (
      /^[”"」』]/u.test(text.charAt(end)) &&
      (isFiction(text, start) || AFTER_NAME.test(text.slice(end, end + 3)))
    );
  if (mark === '《') {
    if (text.charAt(end) !== '》') return isFiction(text, start);
    if (DOCUMENT.test(units)) return false;
    const isCourse =
      BEFORE_COURSE.test(text.slice(Math.max(0, start - 3), start)) ||
      AFTER_COURSE.test(text.slice(end, end + COURSE_REACH));
    return !isCourse;
  }
  return units.length === 2 && BEFORE_NAME.test(text.slice(Math.max(0, start - 2), start - 1));
}

/** Whether the title that begins before `start` is one of fiction. */
function isFiction(text: string, start: number): boolean {
  return BEFORE_FICTION.test(text.slice(Math.max(0, start - 4), start - 1));
}
