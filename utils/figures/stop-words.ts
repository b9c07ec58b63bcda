import { CLASS } from './source.ts';

/**
 * What carries a numeral and counts nothing: slogans, meetings, places, function words, idioms, names; `一<些定` is 一些
 * and 一定. A word that is made of others (一带一路) need not be named.
 */
const WORDS = `一<核维些定样般直起同并体致律旦切经再向贯度边批手行线心概味共时片番股道早旁来流脉路把头面方生家带齐如键站汽中战等级次金代大项个种位名步卡码票案
三<农北维军亚峡星沙明江角原中八国夏秋伏孩胎甲等级轮环餐公资险包无废权产方思高同早 两<山会新重岸者广湖江淮难极用翼端侧边旁手面国地级线院委化业高优样栖头相
万<物事象能一科州宁达华盛卷方众千家丈古马变历 百<姓货度色川联胜年战炼废业般科褶强 四<史维川中级轮环周肢处邻方书海好 二<维线中战手次胎孩甲等级流话叉环 五<金四莲常一谷彩官脏级环险好保
六<稳保安合一神环艺险 千<山问禧载古秋钧兆强 半<岛径球山场截路夜空 零<售碳件星工食散 十<分足堰字恶指 九<州江龙霄曲天 周<一二三四五六 八<卦一仙方 大<一二三四 数<学字据智
前<沿一者后 亿<欧万级 初<一二三 高<一二三 一元复始 三次会议 四次会议 五次会议 五年规划 五年计划 三年行动 二十国集团 七国集团 最后一公里 中间一公里 三步走 两步走 五位一体
四个全面 四个意识 四个自信 两个维护 两个确立 两个毫不动摇 两个结合 三严三实 八项规定 一国两制 两弹一星 三位一体 三重一大 三会一课 一府两院 三大攻坚战 四梁八柱 百千万工程
三个代表 两个大局 两个百年 两个先行区 三个务必 两个一百年 百年未有之大变局 三去一降一补 三品一标 双百 五大发展理念 四个服务 两个先锋 三个区分开来 三支一扶 一网通办 一网统管
一件事 三区三线 三区三州 千万工程 十里八乡 一号文件 一号工程 万企兴万村 百县千镇万村 百县千镇 东数西算 千万要 千万不 千万别 七夕 零距离 几何 零部件 零排放 零容忍 零基础
零的突破 归零 清零 凌晨零点 一系列 一揽子 逐一 唯一 统一 同一 之一 新一轮 另一 这一 某一 又一 那一 哪一 任一 一盘棋 一张蓝图 一刀切 单一 专一 均一 归一 划一 不一
第一书记 第一副 第一时间 第一线 第三方 第三产业 第二产业 第一产业 第二课堂 第一百货 第一课堂 第三世界 第一责任人 第一要务 第一资源 第一动力 第一生产力 第一议题 第一手 第一步
第一现场 第一大报 第一医院 第一人民医院 第二人民医院 第三人民医院 第一中学 第一财经 第二曲线 第二故乡 第三者 第一感 第一印象 第四次工业革命 第一次世界大战 第二次世界大战
第三次工业革命 第二次工业革命 九三学社 九一八 一二·九 三门峡 六盘水 五台山 九寨沟 千岛湖 八达岭 七台河 八宝山 五粮液 五指山 三里屯 三里河 二里头 三一重工 三元桥 五道口
七一 十一假期 十一黄金周 双十一 双11 618期间 618大促 百日维新 十月革命 百团大战 八路军 新四军 三九天 千家万户 千方百计 千行百业 千头万绪 百花齐放 百年大计 万无一失
一心一意 一举一动 三心二意 四面八方 五颜六色 七上八下 九牛一毛 十全十美 独一无二 说一不二 一马当先 一马平川 百家争鸣 百家姓 百尺竿头 百折不挠 千辛万苦 千变万化 千山万水
千里迢迢 千军万马 千篇一律 千差万别 千锤百炼 千千万万 百万雄师 成千上万 成百上千 万水千山 万紫千红 万里长城 万里长征 万户千家 三番五次 三言两语 三令五申 三三两两 三顾茅庐
五湖四海 五花八门 五星红旗 五星级 四星级 七嘴八舌 七拼八凑 九死一生 十年树木 十拿九稳 两全其美 两类市场 两口子 二氧化 三氧化 一氧化 一元化 二元结构 三次产业 二进制 十进制
三部曲 三头六臂 四合院 四舍五入 四边形 三好学生 二十四节气 二十四史 十三经 十二生肖 三百六十行 三十六计 七十二变 二十大 十九大 十八大 十七大 十六大 二十届 十九届 十八届
十四届 十三届 五中全会 六中全会 七中全会 八字方针 三七二十一 一分为二 一年一度 一亩三分地 一对一 一比一 一以贯之 一气呵成 一往无前 一鼓作气 一目了然 一帆风顺 一日千里
一日三餐 一日之计 一朝一夕 一丝不苟 一成不变 九成宫 星期一 星期二 星期三 星期四 星期五 星期六 万金油 万花筒 千斤顶 百万英镑 数十载 数以亿计 数以万计 数以千计 上百度 线上百
上万家 三支队伍 一事一议 一企一策 一户一策 一县一策 一地一策 一业一策 一人一策 一区一策 一校一策 双随机一公开 半导体 半封闭 半决赛 过半百 半自动 前三甲 一前一后`;

interface Stop {
  readonly word: string;
  readonly offset: number;
}

const byPair = new Map<number, Stop[]>();

/** Indexed by the first figure character and its neighbour, so that text without such a pair costs one look. */
function build(): void {
  for (const word of new Set(WORDS.split(/\s+/u).flatMap(ungroup))) {
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

function ungroup(entry: string): readonly string[] {
  if (entry.charAt(1) !== '<') return [entry];
  return entry
    .slice(2)
    .split('')
    .map((second) => entry.charAt(0) + second);
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
