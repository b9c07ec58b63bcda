/**
 * The unit lexicon, one line a normalised unit: `norm word word …`. Latin words keep their case. The lists are open:
 * a new classifier is one more word.
 */
export const MONEY = `CNY 元 元人民币 人民币 元钱 块钱 块 人民币元 圆
USD 美元 美金
EUR 欧元
GBP 英镑
JPY 日元 日圆
HKD 港元 港币
MOP 澳门元 澳门币
TWD 新台币 新台币元 元新台币 台币
RUB 卢布
INR 印度卢比 卢比
KRW 韩元
CHF 瑞士法郎
AUD 澳元
CAD 加元
SGD 新加坡元 新元`;

export const MEASURE = `nm 纳米 nm
μm 微米 μm
mm 毫米 mm
cm 厘米 公分 cm
dm 分米
m 米 公尺 m
km 公里 千米 km
里 里 华里
mile 英里
英尺 英尺
英寸 英寸
nmi 海里
ly 光年
m² 平方米 平米 ㎡ m²
km² 平方公里 平方千米 km²
ha 公顷
亩 亩
m³ 立方米 方 m³
Nm³ 标准立方米
L 升 公升 L
mL 毫升 mL ml
g 克 g
kg 千克 公斤 kg
mg 毫克 mg
μg 微克 μg
斤 斤
两 两
t 吨 公吨
tce 吨标准煤 吨标煤
kgce 千克标准煤
toe 吨油当量
tCO2 吨二氧化碳 吨二氧化碳当量
t载重 载重吨
吨位 吨位
GT 总吨
bbl 桶
W 瓦 瓦特 W
kW 千瓦 kW
MW 兆瓦 MW
GW 吉瓦 GW
TW 太瓦 TW
kWh 千瓦时 千瓦小时 度电 kWh
MWh 兆瓦时 MWh
GWh 吉瓦时 GWh
Wh 瓦时 Wh
kVA 千伏安
J 焦 焦耳
kJ 千焦
cal 卡路里
kcal 千卡 大卡 kcal
V 伏 伏特 V
kV 千伏 kV
A 安培
Ω 欧姆
hp 马力
N 牛 牛顿
kN 千牛
° °
度 度
寸 寸
尺 尺
t·km 吨公里
p·km 人公里
英亩 英亩
Pa 帕 帕斯卡
kPa 千帕
hPa 百帕
MPa 兆帕 MPa
℃ ℃ 摄氏度 °C
℉ ℉ 华氏度 °F
K 开尔文
dB 分贝 dB
Hz 赫兹 赫 Hz
kHz 千赫 千赫兹 kHz
MHz 兆赫 兆赫兹 MHz
GHz 吉赫 吉赫兹 GHz
bit 比特 bit
Kbps Kbps
Mbps Mbps 兆比特每秒
Gbps Gbps 吉比特每秒
Tbps Tbps 太比特每秒
B 字节
KB 千字节 KB
MB 兆字节 MB
GB 吉字节 GB
TB 太字节 TB
PB 拍字节 PB
EB 艾字节 EB
ZB 泽字节 ZB
YB 尧字节 YB
FLOPS FLOPS
TFLOPS TFLOPS
PFLOPS PFLOPS PFlops
EFLOPS EFLOPS EFlops EFLOPs
词元 词元 token tokens Token Tokens
qubit 量子比特
标准机架 标准机架 机架
标箱 标箱 标准箱 TEU
km/h 公里/小时 公里/时 千米/小时 千米/时 公里每小时 千米每小时 km/h
m/s 米/秒 米每秒 m/s
mg/m³ 毫克/立方米 毫克每立方米
μg/m³ 微克/立方米 微克每立方米
r/min 转/分 转/分钟
岁 岁 周岁
倍速 倍速`;

export const DURATION = `年 年
个月 个月 个多月
天 天
周 周 星期 个星期
小时 小时 个小时 个钟头 个多小时
分钟 分钟
秒 秒 秒钟
毫秒 毫秒 ms
个季度 个季度
个工作日 个工作日 工作日
学年 学年 个学年
周年 周年
年 年时间 载
世纪 个世纪 个多世纪
昼夜 昼夜
学时 学时 课时
年期 年期`;

/** Classifiers that make a figure of any numeral, Chinese ones included. */
export const CLASSIFIER =
  `个 种 项 家 户 人 名 位 人次 人份 万人次 次 件 条 部 所 座 处 台 台套 辆 架 艘 套 批 批次 辆次 袋件 份 篇 册 张 块 根 支 只 头 株 棵 间 栋 幢 栏 场 场次 届 轮 期 类 大类 小类 档 款 样 科 组 支队 村 镇 乡 县 市 省 区 国 口 页 版 章 节 讲 楼 班 车次 列 列车 架次 航次 航班 班次 单 笔 宗 起 例 席 票 张床位 床 对 双 枚 颗 粒 眼 段 股 幅 首 盏 扇 把 顶 匹 羽 尾 箱 袋 瓶 盒 桶装 包 片 字 万字 行 句 趟 遍 则 盘 副 门 员 部门 部委 省份 省区市 国家 村庄 社区 乡镇 站 点 线 地 代 层 级 步 环 井 井次 平 辈 路 大 强 卡 标段 克拉 分 转 重 道 席位 具 剂 剂次 棒 响 帧 集 参数 针 束 串 排 桌 餐 碗 杯 罐 筐 方面 家次 户次 台次 件次 人天 案 期次 梯队 车 船 床位 座次 款次 机柜`.replace(
    /\n/gu,
    ' ',
  );

/** Classifiers that follow a lone Chinese digit only as part of another word: 两国, 一级, 三线, 四方. */
export const WEAK_CLASSIFIER =
  '载 集 里 安 桶 寸 尺 牛 具 剂 棒 帧 针 束 串 排 桌 餐 碗 杯 罐 筐 国 地 站 点 线 路 口 井 字 页 版 章 节 讲 步 代 层 级 村 镇 乡 县 市 省 区 平 辈 对 双 环 票 席 单 班 届 门 头 把 方 卡 分 度 转 号 重 道 标 员 强 首 股 段 科 队 期 句 行 遍 列 车 船 眼 样 栏 楼 案 型 包 顶 尾 手 口 副';

/** What a unit must not run into: 14亿人口 counts people without the unit 人, 3年级 is not three years. */
export const NOT_BEFORE: Readonly<Record<string, string>> = {
  只: '有要是能会好不',
  则: '是为将能会',
  人: '制工类民均口大才力机物文形事社格权体选身士们像生间心性',
  个: '体性别',
  位: '于置居列移数元',
  家: '庭长园畜族',
  国: '际内外务民产有家防',
  部: '门分队署长委级下落',
  年: '度级轻代龄均末会初底报货夜',
  天: '然津下空生地气',
  周: '边围期年岁转',
  元: '旦月宵素首件代老帅',
  里: '程面弄',
  米: '兰饭粉',
  方: '面法向式案便针略程位可才能',
  点: '多击评赞火名心亮头燃滴面子明题上下半左右前后钟整零',
  分: '0别为之析布配类享支级成开工析会局钟明解担数点散流发离项量立子公期包行',
  度: '假过',
  具: '体备有象',
  牛: '羊奶肉市年仔皮',
  针: '对灸织',
  排: '放名列水除查行球序',
  串: '联通',
  响: '应',
  棒: '球',
  束: '缚',
  餐: '饮厅馆桌具',
  寸: '土',
  尺: '度寸子',
  大: '力幅量规学于小约多家概致众型大会事',
  强: '化调大烈制劲国国行劲度势',
  号: '称召码角',
  代: '表替码理价',
  线: '上下索路',
  路: '径线面程',
  地: '区方位理球',
  重: '要点大视新庆心',
  道: '路德理',
  标: '准志杆的题',
  单: '位元独',
  口: '岸径碑号',
  门: '槛户类头诊',
  头: '部脑条衔',
  市: '场值委政',
  省: '委级政',
  区: '域间块别',
  步: '伐骤入',
  项: '目',
  场: '景所地合面',
  组: '织成合建',
  层: '面次级层',
  首: '先要都次个批位',
  对: '于接外照标比应口待策象',
  双: '方边向重',
  级: '别联差',
  行: '业动政为',
  期: '间待望',
  支队: '伍',
  载: '人客体重货誉波',
  集: '团体中合成群',
  名: '称义单字录',
  支: '持撑付出柱',
  条: '件例约款理',
  件: '事',
  套: '餐利现',
  次: '要序第方',
  台: '湾账阶风',
  股: '份票东权市',
  列: '入为举车',
  章: '程',
  节: '约能点日水假',
  起: '来到步点源草诉',
  转: '型化变移向换让',
  型: '号',
  卡: '车片尔',
  克: '服隆拉里',
  升: '级至到为学高值',
  安: '全排装',
  焦: '点虑',
  车: '间辆型',
  包: '括容含',
  片: '区面段',
  把: '握',
  员: '工',
  段: '落时',
  样: '本品',
  票: '据',
  平: '台均方衡',
  字: '”节体号符',
  两: '岸国者地会个种项家',
  秒: '杀',
  日: '本元均常',
};
