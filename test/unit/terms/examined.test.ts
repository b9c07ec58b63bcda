import { describe, it } from 'vitest';
import { expectMarked } from './marked.ts';

/** Every row is near AI, so that general words are judged by their boundaries alone. */
const near = { before: '会议讨论了人工智能。' };

describe('words that an outside reader took for a trap', () => {
  it.each([
    ...['许多模态', '众多模态', '太多模态', '⟦多模态⟧模型', '很多⟦多模态⟧应用'],
    ...['国有资本主义', '长期资本家', '实体经济学家', '⟦国有资本⟧主导', '⟦实体经济⟧'],
    ...['应用普及率先突破', '应用服务商业化', '应用服务商品', '⟦应用普及率⟧', '⟦应用服务商⟧'],
    ...['政务服务器采购', '雲端服務器', '边缘计算机', '⟦政务服务⟧', '⟦边缘计算⟧', '⟦雲端服務⟧'],
    ...['产业链接全球', '⟦产业链⟧接续', '⟦产业链⟧接受考验', '⟦战略性新兴产业⟧链'],
    ...['收效甚微调整方向', '式微调和', '⟦微调⟧'],
    ...['二次元宇宙', '状元宇文氏', '单词元音', '⟦元宇宙⟧', '⟦词元⟧'],
    ...['农作物联网监测', '宠物联网项圈', '建筑物联网', '⟦物联网⟧'],
    ...['密云计算中心', '密云服务区', '⟦云计算⟧中心', '⟦云服务⟧'],
    ...['银行业模型', '自然科学⟦智能化⟧', '⟦行业模型⟧', '⟦科学智能⟧'],
    ...['刘备案头', '德才兼备案例', '诗词歌赋能否流传', '中信创投', '来信创作者', '⟦信创⟧企业'],
    ...['发展离不开源头活水', '翻开源代码', '选中试镜演员', '附中试卷', '阿拉伯语料理', '⟦开源⟧', '⟦中试⟧线'],
    ...['群智⟦算法⟧', '半数智库', '英超算得上', '笔芯片段', '虚幻觉得', '乌黑箱子', '⟦智算⟧', '⟦芯片⟧'],
    ...['数字人尽皆知', '数字人间', '数字人气值', '⟦数字人⟧', '⟦数字人⟧气质'],
    ...['增长极弱', '增长极速放缓', '经济⟦增长极⟧', '提示词条', '模型训练营', '⟦提示词⟧', '⟦模型训练⟧'],
    ...['网络安全法治教育', '数据安全法院', '⟦网络安全法⟧', '⟦网络安全法⟧规定', '⟦智能社会⟧'],
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
