import type { Locale } from '../locale.ts';
import { add, type Decimal, decimalFrom, divide, multiply, shift } from './decimal.ts';

/**
 * What units are called and what they are in a unit that readers know, one line a unit:
 * `norm | Chinese | English | known unit = factor`. Factors are exact by definition (SI, GB 3100, GB/T 2589 for
 * standard coal) and may carry a power: `e21`.
 */
const TABLE = `ZB|泽字节|zettabytes|B=1e21
YB|尧字节|yottabytes|B=1e24
EB|艾字节|exabytes|B=1e18
PB|拍字节|petabytes|B=1e15
TB|太字节|terabytes|B=1e12
GB|吉字节|gigabytes|B=1e9
MB|兆字节|megabytes|B=1e6
KB|千字节|kilobytes|B=1e3
B|字节|bytes
bit|比特|bits
FLOPS|次浮点运算/秒|floating-point operations per second
TFLOPS|TFLOPS|teraFLOPS|FLOPS=1e12
PFLOPS|PFLOPS|petaFLOPS|FLOPS=1e15
EFLOPS|EFLOPS|exaFLOPS|FLOPS=1e18
Kbps|千比特/秒|kilobits per second
Mbps|兆比特/秒|megabits per second
Gbps|吉比特/秒|gigabits per second|Mbps=1e3
Tbps|太比特/秒|terabits per second|Mbps=1e6
词元|词元|tokens
参数|参数|parameters
qubit|量子比特|qubits
标准机架|标准机架|standard racks|kW=2.5
标箱|标箱|TEU
TEU|标箱|TEU
CNY|元|yuan
USD|美元|US dollars
EUR|欧元|euros
GBP|英镑|pounds sterling
JPY|日元|Japanese yen
HKD|港元|Hong Kong dollars
MOP|澳门元|Macao patacas
TWD|新台币元|New Taiwan dollars
RUB|卢布|roubles
INR|卢比|Indian rupees
KRW|韩元|Korean won
CHF|瑞士法郎|Swiss francs
AUD|澳元|Australian dollars
CAD|加元|Canadian dollars
SGD|新加坡元|Singapore dollars
nm|纳米|nanometres|m=1e-9
μm|微米|micrometres|m=1e-6
mm|毫米|millimetres
cm|厘米|centimetres
dm|分米|decimetres|cm=10
m|米|metres
km|公里|kilometres
里|里|li|km=0.5
mile|英里|miles|km=1.609344
英尺|英尺|feet|m=0.3048
英寸|英寸|inches|cm=2.54
nmi|海里|nautical miles|km=1.852
ly|光年|light years|km=9460730472580.8
m²|平方米|square metres
km²|平方公里|square kilometres
ha|公顷|hectares|km²=0.01
m³|立方米|cubic metres
Nm³|标准立方米|standard cubic metres
L|升|litres
mL|毫升|millilitres
g|克|grams
kg|千克|kilograms
mg|毫克|milligrams
μg|微克|micrograms
斤|斤|jin|kg=0.5
两|两|liang|g=50
t|吨|tonnes
tce|吨标准煤|tonnes of standard coal|GJ=29.3076
kgce|千克标准煤|kilograms of standard coal|MJ=29.3076
toe|吨油当量|tonnes of oil equivalent|GJ=41.868
GJ|吉焦|gigajoules
MJ|兆焦|megajoules
tCO2|吨二氧化碳|tonnes of CO₂
t载重|载重吨|deadweight tonnes
吨位|吨位|tonnage
GT|总吨|gross tonnage
bbl|桶|barrels|L=158.987294928
W|瓦|watts
kW|千瓦|kilowatts
MW|兆瓦|megawatts|kW=1e3
GW|吉瓦|gigawatts|kW=1e6
TW|太瓦|terawatts|kW=1e9
kWh|千瓦时|kilowatt-hours
MWh|兆瓦时|megawatt-hours|kWh=1e3
GWh|吉瓦时|gigawatt-hours|kWh=1e6
Wh|瓦时|watt-hours
kVA|千伏安|kilovolt-amperes
J|焦耳|joules
kJ|千焦|kilojoules
cal|卡路里|calories|J=4.184
kcal|千卡|kilocalories|kJ=4.184
V|伏|volts
kV|千伏|kilovolts
A|安培|amperes
Ω|欧姆|ohms
hp|马力|metric horsepower|W=735.49875
Pa|帕|pascals
kPa|千帕|kilopascals
hPa|百帕|hectopascals
MPa|兆帕|megapascals
℃|摄氏度|degrees Celsius
℉|华氏度|degrees Fahrenheit
K|开尔文|kelvins
dB|分贝|decibels
Hz|赫兹|hertz
kHz|千赫|kilohertz
MHz|兆赫|megahertz
GHz|吉赫|gigahertz
km/h|公里/小时|kilometres per hour
m/s|米/秒|metres per second|km/h=3.6
mg/m³|毫克/立方米|milligrams per cubic metre
μg/m³|微克/立方米|micrograms per cubic metre
r/min|转/分|revolutions per minute
岁|岁|years old
年|年|years
个月|个月|months
天|天|days
周|周|weeks
小时|小时|hours
分钟|分钟|minutes
秒|秒|seconds
毫秒|毫秒|milliseconds
个季度|个季度|quarters
个工作日|个工作日|working days
学年|学年|school years
周年|周年|anniversary
世纪|世纪|centuries
%|%|%
‰|‰|‰
pp|个百分点|percentage points
bp|个基点|basis points
x|倍|times
人|人|people
名|名|people
位|位|people
人次|人次|person-times
户|户|households
家|家|companies or institutions
个|个|
项|项|items
种|种|kinds
款|款|models
件|件|pieces
条|条|items
部|部|works
所|所|institutions
座|座|structures
台|台|machines
辆|辆|vehicles
架|架|aircraft
艘|艘|ships
套|套|sets
批|批|batches
篇|篇|articles
张|张|sheets
场|场|events
届|届|sessions
省份|省份|provinces
省|省|provinces
市|市|cities
县|县|counties
乡|乡|townships
村|村|villages
国|国|countries
亩|亩|mu
例|例|cases
起|起|cases
次|次|times
笔|笔|transactions
单|单|orders
字|字|characters
页|页|pages
版|版|page
期|期|issue
条款|条|articles
级|级|levels
类|类|categories
层|层|floors
架次|架次|flights
班|班|runs
列|列|trains`;

interface UnitName {
  readonly hans: string;
  readonly english: string;
  readonly known?: string;
  readonly factor?: Decimal;
}

const NAMES = new Map<string, UnitName>();
for (const line of TABLE.split('\n')) {
  const [norm = '', hans = '', english = '', equal] = line.split('|');
  const [known, factor] = equal?.split('=') ?? [];
  NAMES.set(norm, { hans, english, ...(known && factor ? { known, factor: factorOf(factor) } : {}) });
}

/** Characters of the units and their names that the traditional script writes otherwise. */
const TRADITIONAL =
  '泽澤尧堯节節时時标標准準吨噸顷頃两兩欧歐镑鎊门門台臺币幣卢盧词詞机機岁歲个個周週钟鐘学學纪紀摄攝华華贝貝总總载載点點万萬亿億马馬厘釐运運换換纳納转轉层層类類级級单單笔筆张張场場届屆条條种種项項户戶艘艘辆輛韩韓当當立立页頁纯純乡鄉县縣国國亩畝数數几幾剂劑机機组組处處册冊间間栋棟轮輪参參区區则則盘盤员員对對双雙盏盞顶頂装裝庄莊线線环環辈輩强強响響帧幀针針队隊车車柜櫃号號尔爾开開兹茲昼晝头頭块塊栏欄档檔样樣讲講楼樓颗顆镇鎮';
const TO_TRADITIONAL = new Map<string, string>();
for (let at = 0; at + 1 < TRADITIONAL.length; at += 2)
  TO_TRADITIONAL.set(TRADITIONAL.charAt(at), TRADITIONAL.charAt(at + 1));

function factorOf(text: string): Decimal {
  const [digits = '1', power] = text.split('e');
  return shift(decimalFrom(digits), Number(power ?? 0));
}

/** The unit in words of the language; the unit as written where the table does not know it. */
export function unitName(norm: string, locale: Locale): string {
  const rate = norm.indexOf('/');
  if (rate > 0 && !NAMES.has(norm)) {
    const per = locale === 'en' ? ' per ' : '/';
    return `${unitName(norm.slice(0, rate), locale)}${per}${singular(unitName(norm.slice(rate + 1), locale), locale)}`;
  }
  const name = NAMES.get(norm);
  if (!name) return locale === 'zh-TW' ? inTraditional(norm) : norm;
  if (locale === 'en') return name.english;
  return locale === 'zh-TW' ? inTraditional(name.hans) : name.hans;
}

/** The same size in a unit that readers know: 387万亩 in km². `undefined` where the unit is known itself. */
export function inKnownUnit(
  value: Decimal,
  norm: string,
): { readonly value: Decimal; readonly norm: string; readonly factor: Decimal | undefined } | undefined {
  const name = NAMES.get(norm);
  // 1 亩 is 1/15 hectare: no finite decimal, so it stands apart from the table.
  if (norm === '亩') {
    const fifteen = decimalFrom('15');
    return { value: divide(value, fifteen), norm: 'ha', factor: divide(decimalFrom('1'), fifteen, 4) };
  }
  if (norm === '℉') {
    const degrees = multiply(add(value, decimalFrom('-32')), decimalFrom('5'));
    return { value: divide(degrees, decimalFrom('9'), 4), norm: '℃', factor: undefined };
  }
  if (!name?.known || !name.factor) return undefined;
  return { value: multiply(value, name.factor), norm: name.known, factor: name.factor };
}

export function inTraditional(text: string): string {
  let out = '';
  for (const character of text) out += TO_TRADITIONAL.get(character) ?? character;
  return out;
}

function singular(name: string, locale: Locale): string {
  return locale === 'en'
    ? name === 'people'
      ? 'person'
      : name.replace(/ies$/u, 'y').replace(/s$/u, '')
    : name;
}
