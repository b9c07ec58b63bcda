import { describe, it } from 'vitest';
import { expectMarked } from './marked.ts';

/** Every row is near AI, so that the word itself has to tell. */
const near = { before: '会议讨论了人工智能。' };

describe('words that go on over the edge of a term, and words that begin right at it', () => {
  it.each([
    ...['智能体位监测床垫', '智能体彩终端机', '智能体察民情', '智能体坛周报', '⟦智能体⟧育人', '⟦智能体⟧育种'],
    ...['⟦智能体⟧力所能及', '⟦智能体⟧验货', '⟦智能体⟧现已开放', '⟦智能体⟧重复劳动', '⟦智能体⟧系我国研发'],
    ...['⟦智能体⟧制度', '⟦智能体⟧量级', '⟦智能体⟧外呼', '⟦智能体⟧感应', '⟦智能体⟧位于榜首', '⟦智能体⟧察觉'],
    ...['北大模型协会', '加拿大模型', '硕大模型', '偌大模型', '几大数据平台', '恒大模型'],
    ...['东北⟦大模型⟧', '湖北⟦大数据⟧', '社交⟦大数据⟧', '外交⟦大模型⟧', '公交⟦大数据⟧'],
    ...['试算力度', '概算力求精准', '精算法规', '合算法子', '划算法则', '笔算法', '珠算法', '暗算法官'],
    ...[
      '测算法',
      '换算法',
      '融合⟦算法⟧',
      '混合⟦算法⟧',
      '核心⟦算法⟧',
      '规划⟦算法⟧',
      '接口⟦算法⟧',
      '高精⟦算法⟧',
    ],
    ...['检测⟦算力⟧', '转换⟦算法⟧', '检验⟦算力⟧', '监测⟦算力⟧', '⟦算力⟧度量', '中心⟦算力⟧', '核心⟦算力⟧'],
    ...['汉赋能够流传', '辞赋能读', '诗赋能手', '秉赋能人', '⟦AI⟧⟦赋能⟧'],
    ...[
      '⟦AI⟧和智能化解矛盾',
      '⟦AI⟧和智能化工园区',
      '⟦AI⟧和智能化粪池',
      '⟦AI⟧和数字化身',
      '⟦AI⟧和⟦智能化⟧解决方案',
      '⟦AI⟧和⟦智能化⟧工厂',
    ],
    ...['⟦AI⟧和⟦智能化⟧工程', '⟦AI⟧和⟦数字化⟧身份', '⟦AI⟧和⟦数字化⟧解读', '⟦AI⟧和⟦智能化⟧工位'],
    ...['增长极具潜力', '增长极易波动', '增长极度放缓', '重要⟦增长极⟧'],
    ...['云服务器', '多云服务业', '⟦云服务⟧', '低空飞行器', '低空飞行员', '⟦低空飞行⟧', '低空经济学'],
    ...[
      '智能驾驶员',
      '自动驾驶室',
      '⟦自动驾驶⟧',
      '⟦量子计算⟧机构',
      '⟦量子计算机⟧',
      '公共数据库',
      '合成数据库',
    ],
    ...['⟦人工智能⟧助理教授', '⟦人工智能⟧产业化', '⟦人工智能产业⟧园', '通用⟦AI芯片⟧', '通用⟦AI助手⟧'],
    ...['公共云盘', '提示词典', '微调查', '小微调研', '细微调整', '⟦模型微调⟧研究'],
    ...['智能眼镜片', '创新生态保护机制', '创新生态补偿', '⟦创新生态⟧', '智能经济适用房', '公开源代码'],
    ...[
      '国家发改委员',
      '⟦国家发改委⟧员工',
      '⟦国家发展改革委员会⟧',
      '工信部长',
      '⟦工信部⟧部长',
      '⟦工信部⟧长期关注',
    ],
    ...[
      '国家数据局长',
      '⟦国家数据局⟧局长',
      '数据流通道',
      '⟦数据流通⟧渠道',
      '工业互联网络',
      '⟦物联网络⟧',
      '⟦物联网⟧网关',
    ],
    ...[
      '作微调整',
      '⟦微调⟧整个模型',
      '⟦微调⟧整体模型',
      '绿电瓶车',
      '绿电线',
      '⟦绿电⟧线路',
      '精打细算力',
      '详细⟦算法⟧',
    ],
    ...[
      '⟦AI⟧⟦赋能⟧源头治理',
      '⟦AI⟧⟦赋能⟧源网荷储',
      '走⟦开源⟧路线',
      '走⟦开源⟧之路',
      '資料中心思想',
      '加速⟦算法⟧研发',
    ],
    ...[
      '用智慧體會人生',
      '以智慧體諒',
      '數據標註明來源',
      '请将数据标注清楚',
      '数据合成一张表',
      '网上零售价',
      '⟦数据标注⟧员',
    ],
    ...['岩芯片', '滤芯片', '特大模型', '掐算法', '⟦绿电⟧信号'],
    ...['动物联网', '药物联网', '吉普惠民', '夹芯片材', '台词元素', '评语料峭'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('general words and names in another sense, beside AI', () => {
  it.each([
    ...['开源节支', '开源与节流并重', '既要开源，更要节流', '开源增收', '⟦开源⟧与闭源', '开源情报'],
    ...['火箭大模型', '航母大模型', '大模型拼装', '世界模型船锦标赛', '⟦世界模型⟧'],
    ...['普惠幼儿园', '普惠贷', '普惠航空发动机', '普惠托位', '⟦普惠⟧性'],
    ...[
      '禽流感（AI）',
      '人工授精（AI）',
      'AI格式',
      'DI/DO/AI/AO点位',
      '⟦AI⟧/⟦芯片⟧',
      'LLM法学硕士',
      'NLP执行师',
      '⟦NLP⟧课程',
    ],
    ...[
      '科技创新赋能⟦高质量发展⟧',
      '以创新赋能海洋经济',
      '党建赋能',
      '政策赋能',
      '供应链安全可控',
      '⟦赋能⟧制造业',
      '⟦AI⟧⟦安全可控⟧',
      '能源安全可控。',
      '手机内存6G起步',
    ],
    ...['上市备案', '卫星互联网+北斗', '⟦互联网+⟧医疗'],
    ...['税务备案登记', '基金备案', '施工备案', '药品备案', '婚姻登记备案', '⟦备案⟧的模型', '⟦大模型备案⟧'],
    ...['价格微调', '汇率小幅微调', '航线微调', '阵容微调', '⟦微调⟧模型'],
    ...['深度学习二十届四中全会精神', '强化学习型组织', '⟦深度学习⟧⟦算法⟧'],
    ...['斑头雁', '领头雁', '⟦头雁⟧企业', '独角兽绘本', '⟦独角兽⟧公司', '长期资本市场', '⟦长期资本⟧'],
    ...['重点领域国家安全能力建设', '国际安全治理', '普惠包容的全球化', '⟦安全能力建设⟧'],
    ...['基因芯片', '微流控芯片', '⟦AI芯片⟧', '省网信办', '广东省委网信办', '⟦国家网信办⟧', '⟦网信办⟧'],
    ...['电影《人工智能》重映', '《我，机器人》', '机器人总动员', '看了《⟦人工智能⟧导论》'],
    ...[
      '航班AI 171坠毁',
      'flight AI 171',
      '航班⟦AI⟧调度',
      'Air India AI171',
      'CAC 40',
      'OPC UA',
      '⟦OPC⟧社区',
    ],
    ...['AI Weiwei', 'Digital China Holdings', '⟦Digital China⟧', 'avian influenza (AI)'],
  ])('%s', (marked) => expectMarked(marked, near));

  it.each(['大脑的幻觉', '患者出现幻觉', '幻觉患者', '⟦大模型⟧⟦幻觉⟧'])(
    '%s, in one sentence with AI',
    (marked) => expectMarked(`谈到⟦AI⟧，${marked}`),
  );
});

describe('English words that are also something else, beside AI', () => {
  it.each([
    ...[
      'potato chips',
      'fish and chips',
      'poker chips',
      'blue-chip stocks',
      'a bargaining chip',
      'chip in for lunch',
    ],
    ...[
      'a chip on his shoulder',
      'chip away at it',
      'chip shops',
      'the ⟦chip⟧ in phones',
      '⟦chips⟧ in total',
    ],
    ...[
      'subway tokens',
      'a token gesture',
      'a token of respect',
      'by the same token',
      'crypto tokens',
      '⟦tokens⟧ per second',
    ],
    ...[
      'ICE agents',
      'double agent',
      'change agents',
      'agents of change',
      'agent provocateur',
      'antiviral agents',
    ],
    ...['call centre agents', 'the player’s agent', 'an ⟦agent⟧ that plans', '⟦agents⟧ of many kinds'],
    ...[
      'prompt payment',
      'a prompt reply',
      'prompts a rethink',
      'may prompt concerns',
      'prompt and decisive',
    ],
    ...['write a ⟦prompt⟧', 'long ⟦prompts⟧', '⟦prompt engineering⟧'],
    ...['compute the sum', 'computes', 'more ⟦compute⟧ is needed', 'access to ⟦compute⟧'],
    ...[
      'an all-inclusive holiday',
      'inclusive of tax',
      '⟦inclusive⟧ growth',
      'blood parameters',
      'within these parameters',
    ],
    ...['billions of ⟦parameters⟧', 'corpus callosum', 'corpus delicti', 'a large ⟦corpus⟧'],
    ...[
      'unicorn horn',
      'the unicorns of Scotland',
      'a ⟦unicorn⟧ worth billions',
      'the plane’s black box',
      'black box recorder',
    ],
    ...[
      'open-source intelligence',
      '⟦open-source⟧ software',
      'a large model of the ship',
      'large model aircraft',
    ],
    ...['6G of RAM', 'AGI (adjusted gross income)', 'robots.txt', '⟦robots⟧ dance'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('other names of a term', () => {
  it.each([
    ...['⟦语言大模型⟧', '⟦基础模型⟧', '⟦垂域大模型⟧', '⟦Gen AI⟧ tools', '⟦agentic AI⟧', '⟦具身AI⟧'],
    ...[
      '⟦算力网络⟧',
      '⟦十万卡集群⟧',
      '⟦第十五个五年规划⟧',
      '⟦六大行动⟧',
      '⟦智驾⟧',
      '⟦智能网联车⟧',
      '⟦autonomous vehicles⟧',
    ],
    ...['⟦提示词工程⟧', '⟦RAG⟧技术', '⟦MoE架构⟧', '⟦AI助理⟧', '⟦智改数转网联⟧', '⟦实数融合⟧', '⟦中央网信办⟧'],
    ...[
      '⟦datacenters⟧',
      '⟦BCI⟧',
      '⟦BCIs⟧',
      '⟦3D-printed⟧ parts',
      '⟦open-sourced⟧',
      '⟦产业链条⟧',
      '⟦新型基础设施建设⟧',
    ],
    ...['⟦AI生成内容标识⟧', '⟦智算芯片⟧', '⟦一人公司⟧（⟦OPC⟧）', '⟦AI4Science⟧', '⟦智能可穿戴设备⟧'],
  ])('%s', (marked) => expectMarked(marked, near));
});
