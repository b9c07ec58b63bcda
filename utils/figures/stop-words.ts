import { wordsOf } from '../text/word-groups.ts';
import { CLASS } from './source.ts';

/**
 * What carries a numeral and counts nothing: slogans, meetings, places, function words, idioms, names; see {@link wordsOf}
 * for the groups. A word need not be named that is made of others, or whose numeral nothing makes a figure (三农).
 */
const WORDS = `<一样起度批行线片股道路把头方家站级次代大项个种位名步卡票案 <三星八国伏级轮环餐公包方 <两新重国地级线样头 <四级轮环周处方海 <万一科华方千家 <周一二三四五六 <百度年科强
<二线次级环 <五四一级环 <千载兆强 <亿欧万级 <初一二三 <高一二三 六一 六环 零件 零星 十分 十字 九天 八一 八方 前一 一元复始 三次会议 四次会议 五次会议 五年规划
五年计划 三年行动 二十国集团 七国集团 最后一公里 中间一公里 三步走 两步走 五位一体 四个全面 四个意识 四个自信 两个维护 两个确立 两个毫不动摇 两个结合 八项规定 一国两制
两弹一星 三位一体 三重一大 三会一课 三大攻坚战 三个代表 两个大局 两个百年 两个先行区 三个务必 两个一百年 双百 五大发展理念 四个服务 两个先锋 三个区分开来 三支一扶 三区三线
三区三州 十里八乡 万企兴万村 百县千镇万村 百县千镇 零部件 归零 清零 凌晨零点 逐一 唯一 统一 同一 之一 新一轮 另一 这一 某一 又一 那一 哪一 任一 一盘棋 一张蓝图 单一
专一 均一 归一 划一 不一 第一书记 第一副 第一时间 第一线 第三方 第三产业 第二产业 第一产业 第二课堂 第一百货 第一课堂 第三世界 第一责任人 第一要务 第一资源 第一动力
第一生产力 第一议题 第一手 第一步 第一现场 第一大报 第一医院 第一人民医院 第二人民医院 第三人民医院 第一中学 第一财经 第二曲线 第二故乡 第三者 第一感 第一印象 第四次工业革命
第一次世界大战 第二次世界大战 第三次工业革命 第二次工业革命 九一八 一二·九 三门峡 六盘水 五台山 七台河 三里屯 三里河 二里头 三元桥 五道口 七一 十一假期 十一黄金周 双十一
双11 618期间 618大促 十月革命 八路军 三九天 千家万户 千方百计 千行百业 千头万绪 九牛一毛 十全十美 独一无二 说一不二 百家争鸣 百家姓 百尺竿头 千里迢迢 千篇一律
千千万万 成千上万 成百上千 万里长城 万里长征 万户千家 三番五次 三三两两 五花八门 十年树木 两类市场 两口子 一元化 二元结构 三次产业 三部曲 三头六臂 二十四节气 二十四史 十三经
十二生肖 三百六十行 三十六计 七十二变 二十大 十九大 十八大 十七大 十六大 二十届 十九届 十八届 十四届 十三届 八字方针 三七二十一 一分为二 一年一度 一亩三分地 一对一 一比一
一往无前 一日千里 一日三餐 一日之计 一成不变 九成宫 星期一 星期二 星期三 星期四 星期五 星期六 千斤顶 百万英镑 数十载 上百度 线上百 上万家 三支队伍 一户一策 一县一策
一地一策 一人一策 一区一策 过半百 前三甲`;

interface Stop {
  readonly word: string;
  readonly offset: number;
}

const byPair = new Map<number, Stop[]>();

/** Indexed by the first figure character and its neighbour, so that text without such a pair costs one look. */
function build(): void {
  for (const word of new Set(WORDS.split(/\s+/u).flatMap(wordsOf))) {
    for (let offset = 0; offset < word.length; offset++) {
      if (((CLASS[word.charCodeAt(offset)] ?? 0) & 31) === 0) continue;
      const key = offset + 1 < word.length ? pair(word, offset) : pair(word, offset - 1);
      const stops = byPair.get(key);
      if (stops) stops.push({ word, offset });
      else byPair.set(key, [{ word, offset }]);
      break;
    }
  }
}

/** 一个月 is a length of time where 一个问题 is an article. */
const LENGTH_OF_TIME = /^(?:半|多?(?:月|小时|世纪|星期)|季度|工作日|钟头|百分点|基点)/u;

/** “ or 「. */
function isOpening(code: number): boolean {
  return code === 0x201c || code === 0x300c;
}

function pair(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

build();

/** “五个必须”, “七个有之”: a doctrine by its number, the whole of a quotation. */
const SLOGAN =
  /^[“「][一二两三四五六七八九十]{1,2}个(?!小时|百分点|基点|工作日|季度|星期|世纪|半)[\u4e00-\u9fff]{2,4}(?=[”」])/u;

/** End of the longest stop word over the figure character at `at`, 0 without one; not before `from`. */
export function stopEnd(text: string, at: number, from: number): number {
  if (isOpening(text.charCodeAt(at - 1))) {
    const slogan = SLOGAN.exec(text.slice(at - 1, at + 9))?.[0];
    if (slogan) return at - 1 + slogan.length;
  }
  let end = 0;
  for (const stops of [byPair.get(pair(text, at)), at > 0 ? byPair.get(pair(text, at - 1)) : undefined]) {
    if (!stops) continue;
    for (const { word, offset } of stops) {
      const start = at - offset;
      if (word === '一个' && LENGTH_OF_TIME.test(text.slice(at + 2, at + 5))) continue;
      if (start >= from && start + word.length > end && text.startsWith(word, start))
        end = start + word.length;
    }
  }
  return end;
}
