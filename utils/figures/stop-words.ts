import { CLASS } from './source.ts';

/** What carries a numeral and counts nothing: slogans, meetings, places, function words, idioms, names. */
const WORDS = `一元复始 一次会议 二次会议 三次会议 四次会议 五次会议 五年规划 五年计划 三年行动 二十国集团 七国集团 最后一公里 中间一公里 同一天 三步走 两步走 一带一路 三农 五位一体 四个全面 四个意识 四个自信 两个维护 两个确立 两个毫不动摇 两个结合 两山 三北 三严三实 八项规定 双碳 双一流 一国两制 两弹一星 三位一体 三重一大 三会一课 两会
一府两院 四史 六稳 六保 六稳六保 三大攻坚战 四梁八柱 百千万工程 两新 两重 三个代表 两个大局 两个百年 两个先行区 一个中国 三个务必 两个一百年 百年未有之大变局 三去一降一补 三权分置
三品一标 一核 双百 五大发展理念 四个服务 两个先锋 三个区分开来 三支一扶 一网通办 一网统管 一件事 一站式 一体两翼 三区三线 三区三州 千万工程 十里八乡 一号文件 中央一号文件 一号工程
万企兴万村 百县千镇万村 百县千镇 东数西算 十分 十足 百姓 百货 千万要 千万不 千万别 万物 万事 万象 万能 两岸 两者 二维 三维 四维 一维 五金 六安 七夕 八卦 九州 零售 零距离 几何
零部件 零碳 零件 零星 零工 零食 零散 零排放 零容忍 零基础 零的突破 归零 清零 凌晨零点 一些 一定 一样 一般 一直 一起 一同 一并 一体 一致 一律 一旦 一切 一经 一再 一向 一贯
一度 一边 一方面 一系列 一批 一揽子 进一步 逐一 唯一 统一 同一 之一 新一轮 新一代 每一次 另一 这一 某一 又一 那一 哪一 任一 万一 一把手 一手 一行 一线 二线 一心 一概 一味
一共 一时 一时间 一片 一番 一股 一道 一早 一旁 一来 一流 一脉 一路 一手抓 一盘棋 一张蓝图 一刀切 一把 一把尺子 一头 一面 一方 一生 一家人 一家 一带 一齐 一如 一键 一站 单一
专一 均一 归一 划一 不一 第一书记 第一副 第一时间 第一线 第三方 第三产业 第二产业 第一产业 第二课堂 第一百货 第一课堂 第三世界 第一责任人 第一要务 第一资源 第一动力 第一生产力 第一议题
第一手 第一步 第一现场 第一大报 第一医院 第一人民医院 第二人民医院 第三人民医院 第一中学 第一财经 第二曲线 第二故乡 第三者 第一感 第一印象 第四次工业革命 第一次世界大战 第二次世界大战
第三次工业革命 第二次工业革命 三军 九三学社 九一八 八一 五四 一二·九 四川 三亚 三峡 三星 三门峡 六盘水 五台山 九寨沟 九江 千岛湖 百度 万科 万州 一汽 十堰 八达岭 三沙 三明 三江 三江源
五莲 六合 七台河 八宝山 九龙 千山 万宁 万达 万华 万盛 百色 五粮液 五指山 五常 双鸭山 两广 两湖 两江 两淮 长三角 珠三角 三角 三里屯 三里河 二里头 三一重工 三元桥 三原 五道口
一中 二中 三中 四中 亿欧 千问 万卷 百川 万方 百联 百胜 千禧 七一 十一假期 十一黄金周 五一 六一 三八 三八妇女节 双十一 双11 618期间 618大促 八一建军节 长征 神舟 北斗 天宫 嫦娥 天问
百日维新 五四运动 十月革命 百团大战 八路军 新四军 三国 二战 一战 三夏 三秋 三伏 三九天 千家万户 千方百计 千行百业 千头万绪 百花齐放 百年大计 百年奋斗 百年变局 百年 万众一心 万众
万无一失 一心一意 一举一动 三心二意 四面八方 五颜六色 七上八下 九牛一毛 十全十美 独一无二 说一不二 一马当先 一马平川 百家争鸣 百家姓 百尺竿头 百折不挠 百战 百炼 百废 百业 百般 百科
千辛万苦 千变万化 千山万水 千载难逢 千载 千古 千秋 千里迢迢 千军万马 千篇一律 千差万别 千钧 千锤百炼 千千万万 万千 亿万 百万雄师 成千上万 成百上千 万水千山 万紫千红 万家灯火 万家
万丈 万象更新 万古 万马 万里长城 万里长征 万户千家 万物互联 万变 三番五次 三言两语 三令五申 三三两两 三顾茅庐 五湖四海 五花八门 五谷 五彩 五星红旗 五星级 四星级 三星级 五官 五脏
六神 七嘴八舌 七拼八凑 八仙 九死一生 九霄 九曲 九天 十年树木 十字路口 十字 十恶 十拿九稳 十指 两全其美 两难 两极 两用 两翼 两端 两侧 两边 两旁 两手 两手抓 两面 两国 两地 两级
两线 两院 两委 两化 两业 两高 两优 两类市场 两样 两口子 两栖 两头 两相 二手 二次 二次元 二胎 二孩 三孩 三胎 二氧化 三氧化 一氧化 二甲 三甲 三等奖 二等奖 一等奖 三等功 二等功
一等功 一等 二等 三等 二级市场 一级市场 三级医院 一级 二级 三级 四级 五级 一元化 多元 二元结构 一次性 一次 三次产业 二流 二话 二进制 十进制 二叉 三角洲 三明治 三轮 四轮 三轮车
四环 二环 三环 五环 六环 四周 三餐 四肢 四处 四邻 四方 八方 六艺 三公 三资 三险 五险一金 五险 六险 一金 三包 三无 三废 三权 三产 三方 三方面 三部曲 三思 三头六臂 四合院
四书 四海 四舍五入 三角形 四边形 三好学生 三八红旗手 五好 四好 二十四节气 二十四史 十三经 十二生肖 三百六十行 三十六计 七十二变 二十大 十九大 十八大 十七大 十六大 二十届 十九届
十八届 十四届 十三届 三中全会 四中全会 五中全会 六中全会 二中全会 一中全会 七中全会 八字方针 三七二十一 一分为二 一代 一代人 一大批 一大 一项 一个 一种 一位
一名 一步 一次次 一步步 一年一度 一方水土 一亩三分地 一对一 一比一 一站到底 一以贯之 一气呵成 一往无前 一鼓作气 一目了然 一帆风顺 一日千里 一日三餐 一日之计 一朝一夕 一丝不苟
一成不变 九成宫 星期一 星期二 星期三 星期四 星期五 星期六 周一 周二 周三 周四 周五 周六 礼拜 初一 初二 初三 高一 高二 高三 大一 大二 大三 大四 唯一性 万金油 万花筒 千兆
千斤顶 百褶 百强 百强县 千强 百万英镑 亿级 百年老店 百年校庆 百年目标 数十载 数以亿计 数以万计 数以千计 上百度 线上百 数学 数字 数据 数智 上万家 五保户 五保 三支队伍 三高 三同
三早 一卡通 一卡 一码 一票 一票否决 一事一议 一案 一企一策 一户一策 一县一策 一地一策 一业一策 一人一策 一区一策 一校一策 因地 双边 双随机一公开 双循环 双方 半导体 半岛 半径
半封闭 半球 半决赛 半山 半场 前沿 过半百 万历 半自动 半截 半路 半夜 半空 前三甲 前一 前者 前后 一前一后`;

interface Stop {
  readonly word: string;
  readonly offset: number;
}

const byPair = new Map<number, Stop[]>();

/** Indexed by the first figure character and its neighbour, so that text without such a pair costs one look. */
function build(): void {
  for (const word of new Set(WORDS.split(/\s+/u))) {
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
