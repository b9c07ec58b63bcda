import { describe, expect, it } from 'vitest';
import { expectMarked, lexicon, scanner } from './marked.ts';

/** Every row is near AI, so that general words are judged by their boundaries alone. */
const near = { before: '会议讨论了人工智能。' };

describe('words that an outside reader took for a trap', () => {
  it.each([
    ...['许多模态', '众多模态', '太多模态', '⟦多模态⟧模型', '很多⟦多模态⟧应用'],
    ...['国有资本主义', '长期资本家', '实体经济学家', '⟦国有资本⟧主导', '⟦实体经济⟧'],
    ...['应用普及率先突破', '应用服务商业化', '应用服务商品', '⟦应用普及率⟧', '⟦应用服务商⟧'],
    ...['政务服务器采购', '雲端服務器', '边缘计算机', '⟦政务服务⟧', '⟦边缘计算⟧', '⟦雲端服務⟧'],
    ...['产业链接全球', '⟦产业链⟧接续', '⟦产业链⟧接受考验', '⟦战略性新兴产业⟧链'],
    ...['收效甚微调整方向', '⟦微调⟧'],
    ...['二次元宇宙', '状元宇文氏', '单词元音', '⟦元宇宙⟧', '⟦词元⟧'],
    ...['农作物联网监测', '宠物联网项圈', '⟦物联网⟧'],
    ...['密云计算中心', '密云服务区', '⟦云计算⟧中心', '⟦云服务⟧'],
    ...['银行业模型', '⟦AI⟧和自然科学⟦智能化⟧', '⟦行业模型⟧', '⟦科学智能⟧'],
    ...['刘备案头', '德才兼备案例', '诗词歌赋能否流传', '中信创投', '来信创作者', '⟦信创⟧企业'],
    ...['发展离不开源头活水', '翻开源代码', '选中试镜演员', '附中试卷', '阿拉伯语料理', '⟦开源⟧', '⟦中试⟧线'],
    ...['群智⟦算法⟧', '半数智库', '英超算得上', '笔芯片段', '虚幻觉得', '乌黑箱子', '⟦智算⟧', '⟦芯片⟧'],
    ...['数字人尽皆知', '数字人间', '数字人气值', '⟦数字人⟧', '⟦数字人⟧气质'],
    ...['增长极弱', '增长极速放缓', '经济⟦增长极⟧', '提示词条', '模型训练营', '⟦提示词⟧', '⟦模型训练⟧'],
    ...['网络安全法治教育', '数据安全法院', '⟦网络安全法⟧', '⟦网络安全法⟧规定', '⟦智能社会⟧'],
    ...[
      '工信部署',
      '国家发改委托专家',
      '⟦工信部⟧署名文章',
      '⟦发改委⟧委托',
      '统领军人才干',
      '心算力',
      '核心⟦算力⟧',
    ],
    ...[
      '这组数字中国人占多数',
      '公共資料夾',
      '電腦視覺障礙',
      '⟦AI⟧和把数字化作动力',
      '⟦AI⟧和⟦数字化⟧作业',
      '⟦電腦視覺⟧',
      '中心⟦算力⟧',
    ],
    ...['数据中心思想明确', '全球南方科技大学', '每一人公司发两张票', '⟦全球南方⟧', '⟦数据中心⟧'],
    ...[
      '误食者出现幻觉',
      '男子产生幻觉',
      '微调了价格',
      '名单微调',
      '炒股机器人',
      '⟦微调⟧了模型',
      '⟦训练语料库⟧',
      '⟦代理式AI⟧',
    ],
    ...['聊天机器人', '客服机器人', '机器人脸识别', '工厂⟦机器人⟧'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('an address is no text', () => {
  it.each([
    ...[
      'https://example.org/ai?id=AI',
      'https://example.org/topics/artificial-intelligence/',
      'www.example.cn/big-data',
    ],
    ...['example.com/news/machine-learning', '@AI小助手', '@AI_daily'],
    ...['ML/⟦AI⟧ engineers', '⟦AI⟧/⟦大模型⟧岗位', '5G/⟦AI⟧', 'see: ⟦big data⟧', '#⟦AI⟧#'],
  ])('%s', (marked) => expectMarked(marked));
});

describe('English words, beside AI', () => {
  it.each([
    ...['Write a good ⟦prompt⟧ and wait.', 'a prompt and fair hearing', 'prompt and effective action'],
    ...['The jet pulled 6G.', '6G forces', '⟦6G⟧ networks'],
    ...[
      'Upgrade to the AI Plus plan',
      'the AI Plus plan for $20',
      'China’s ⟦AI Plus⟧ plan',
      'CHINA UNVEILS ⟦AI PLUS⟧ PLAN',
    ],
    ...['agents of the FBI', '⟦agents⟧ of the platform', 'your AGI', 'AGI limits', '⟦AGI⟧ is near'],
    ...[
      'Customer-service agents',
      'foreign agents',
      'chips and salsa',
      '⟦AI⟧ plus humans',
      'the ⟦AI plus⟧ strategy',
    ],
    ...[
      'The actor’s agent',
      'agents raided the office',
      'chemotherapy agents',
      'the black box of the jet',
      'patients’ hallucinations',
    ],
    ...[
      'unicorns and dragons',
      'a humanoid creature',
      '⟦humanoid⟧ makers',
      'long-term capital gains',
      'the state capital',
      '⟦state capital⟧ funds',
    ],
    ...[
      'The outage prompts questions',
      'good ⟦prompts⟧',
      'a world model railway',
      '⟦six key sectors⟧',
      '⟦Model hallucination⟧ is common',
    ],
    ...['Mistral AI raised money', 'Zhipu AI', '⟦AI⟧ labs raised money', '⟦genAI⟧ startups', '⟦GenAI⟧'],
    ...[
      '⟦multi-modal⟧ models',
      '⟦multimodal⟧ models',
      '⟦high-quality data sets⟧',
      'the ⟦Cyber Security Law⟧',
    ],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('the short form in brackets belongs to the term', () => {
  it.each(['⟦词元（Token）⟧', '⟦脑机接口（BCI）⟧', '⟦检索增强生成（RAG）⟧', '⟦词元⟧，⟦Token⟧的译名'])(
    '%s',
    (marked) => expectMarked(marked),
  );
});

describe('ordinary words beside a term speak for it', () => {
  it.each([
    ...[
      '我国⟦中试平台⟧',
      '⟦中试⟧车间',
      '⟦中试⟧管理',
      '⟦中试⟧行业',
      '研发中心⟦中试⟧线',
      '污水⟦中试⟧',
      '入选⟦中试⟧项目',
    ],
    ...['使用⟦语料⟧', '对话⟦语料⟧', '方言⟦语料⟧', '一批⟦语料⟧', '目标⟦语料⟧', '⟦语料⟧及数据', '⟦语料⟧到模型'],
    ...[
      '⟦备案⟧情况',
      '⟦备案⟧发布',
      '最后⟦备案⟧',
      '日常⟦备案⟧',
      '负责⟦备案⟧',
      '新时代⟦数智⟧',
      '更多⟦数智⟧产品',
    ],
    ...[
      '推动⟦物联网⟧',
      '移动⟦物联网⟧',
      '民生⟦物联网⟧',
      '从事⟦物联网⟧',
      '策略⟦微调⟧',
      '精细⟦微调⟧',
      '⟦微调⟧整个模型',
    ],
    ...[
      '⟦机器人⟧⟦大模型⟧',
      '个人⟦大模型⟧',
      '老年人⟦大数据⟧',
      '⟦数字人⟧形象',
      '⟦数字人⟧数量',
      '⟦智能体⟧积极应对',
    ],
    ...[
      '近年来⟦信创⟧企业',
      '交通⟦信创⟧',
      '⟦信创⟧收入',
      '航天⟦赋能⟧',
      '农田⟦赋能⟧',
      '⟦赋能⟧效果',
      '⟦算力⟧推动',
    ],
    ...['香港⟦元宇宙⟧', '首次⟦元宇宙⟧发布', '具有⟦人机协同⟧', '⟦工信部⟧分析', '⟦工信部⟧分别', '考试⟦算法⟧'],
    ...[
      '⟦量子计算机⟧构建',
      '⟦量子计算机⟧关键技术',
      '⟦数字经济⟧学院',
      '⟦AI⟧和⟦智能化⟧石油开采',
      '⟦AI⟧和⟦数字化⟧学生管理',
      '农机⟦智驾⟧',
    ],
    ...['⟦“互联网+”⟧医疗', '⟦“模型即服务”⟧', '⟦“智能体即服务”⟧'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('Hong Kong says 機械人, 晶片 and 伺服器 beside the mainland’s 智能', () => {
  it.each([
    ...[
      '⟦工業機械人⟧',
      '⟦人形機械人⟧',
      '⟦智能機械人⟧',
      '⟦機械人⟧餐廳',
      '⟦智慧機器人⟧',
      '⟦人工智能晶片⟧',
      '⟦智能晶片⟧',
    ],
    ...['⟦人工智能伺服器⟧', '⟦雲端服務⟧業者', '机械人才培养', '機械人才', '聊天機械人'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('a general word is no AI signal for itself', () => {
  it('finds none in a text of nothing else', () => {
    const alone = lexicon.terms.flatMap(({ id, contextForms = [] }) =>
      contextForms.filter((form) =>
        scanner.scan(form).some(({ term, text }) => term === id && text === form),
      ),
    );
    expect(alone).toEqual(['AI for good']);
  });

  it.each(['要强化学习意识', '促进学生深度学习', '神经网络与⟦深度学习⟧', '用⟦强化学习⟧训练⟦智能体⟧'])(
    '%s',
    (marked) => expectMarked(marked),
  );
});

describe('ordinary words beside a term speak for it, as the news writes them', () => {
  it.each([
    ...[
      '用⟦语料⟧训练',
      '合法⟦语料⟧',
      '境外⟦语料⟧',
      '⟦语料⟧定制',
      '从⟦中试⟧到量产',
      '二期⟦中试⟧线',
      '项目中⟦信创⟧占比',
    ],
    ...[
      '带来⟦信创⟧机遇',
      '卫生系统⟦领军人才⟧',
      '围绕⟦开源⟧展开',
      '⟦开源⟧路线',
      '开源路',
      '谋划⟦算力⟧布局',
      '考验⟦算法⟧能力',
    ],
    ...[
      '搭载⟦人机交互⟧系统',
      '更有⟦人机协同⟧',
      '自主⟦脑机接口⟧',
      '主脑机接口',
      '⟦耐心资本⟧论坛',
      '⟦数字中国⟧画卷',
    ],
    ...[
      '⟦数字人⟧文化',
      '数字人文研究',
      '⟦大模型⟧车载应用',
      '大模型车',
      '⟦机器人⟧⟦参数量⟧',
      '集群⟦智算⟧',
      '⟦信创⟧建议',
    ],
  ])('%s', (marked) => expectMarked(marked, near));
});
