import { describe, it } from 'vitest';
import { expectMarked } from './marked.ts';

/** Every row is near AI, so that the word itself has to tell. */
const near = { before: '会议讨论了人工智能。' };

describe('the 中 of 中心 may end what comes before: 数据中 + 心率', () => {
  it.each([
    ...[
      '这批数据中心率最高的是运动员',
      '问卷数据中心态变化明显',
      '样本数据中心电图正常',
      '监护数据中心肌受损者',
    ],
    ...['普查数据中心脏病高发', '随访数据中心血管事件', '调查数据中心理学指标'],
    ...[
      '⟦数据中心⟧率先投产',
      '⟦数据中心⟧电力消耗',
      '⟦数据中心⟧态势感知',
      '⟦数据中心⟧理应节能',
      '⟦数据中心⟧情况',
    ],
    ...['⟦数据中心⟧', '⟦数据中心集群⟧', '⟦算力中心⟧心脏'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('a word that runs over the edge of a term', () => {
  it.each([
    ...['摄像头辅助驾驶员变道', '辅助驾驶证', '⟦辅助驾驶⟧功能', '⟦辅助驾驶⟧系统', '⟦智能驾驶⟧员工'],
    ...[
      '虚拟人声合唱',
      '数字人声',
      '⟦虚拟人⟧声音',
      '⟦数字人⟧声音克隆',
      '⟦数字人⟧选手',
      '數位人質',
      '數位人選登記',
    ],
    ...['智能券商', '发放⟦智能券⟧', '數位政府官員', '⟦數位政府⟧服務', '巨量資料夾', '⟦巨量資料⟧分析'],
    ...['预训练⟦语料⟧', '⟦训练语料⟧', '预训练⟦大模型⟧', '加强⟦训练语料库⟧建设'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('a word that begins or ends right at the edge speaks for the term', () => {
  it.each([
    ...[
      '⟦算力⟧争夺战',
      '⟦数字人⟧大使',
      '⟦数字人⟧才艺秀',
      '⟦备案⟧件数',
      '⟦信创⟧新产品',
      '⟦AI⟧让⟦智能化⟧作战',
      '⟦AI幻觉⟧得分',
    ],
    ...[
      '⟦提示词⟧汇总',
      '⟦语料⟧定价',
      '⟦赋能⟧源于⟦算力⟧',
      '⟦词元⟧年均消耗',
      '⟦数据中心⟧得到支持',
      '⟦AI⟧的⟦幻觉⟧得到缓解',
    ],
    ...['健全⟦新业态⟧规则', '此后⟦备案⟧', '前期⟦中试⟧', '国家标准⟦备案⟧', '对外⟦语料⟧合作', '面试⟦算法⟧岗'],
    ...['总算力挽狂澜', '总算力排众议', '就算力气再大', '就算法律允许', '打算法庭上见', '决赛中试唱一曲'],
    ...['总⟦算力⟧规模', '⟦算力⟧挽救了工期', '⟦算法⟧规则', '⟦算法⟧师'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('the same characters in another trade', () => {
  it.each([
    ...['彩云服务区', '紫云服务站', '⟦云服务⟧区域', '⟦云服务⟧商', '政务⟦云服务⟧'],
    ...['直升机低空飞行搜救', '战机低空飞行', '⟦低空飞行⟧体验', '无人机⟦低空飞行⟧'],
    ...['社区备案', '物业备案', '工程备案', '⟦算法备案⟧', '完成⟦备案⟧', '普惠套餐', '⟦普惠⟧大众'],
    ...['6G+128G版', '8G、6G两档', '还剩流量6G', '6G全国流量', '顯卡6G', '12G/6G内存', '6G存储'],
    ...['⟦6G⟧+卫星', '5G和⟦6G⟧', '万兆光网、⟦6G⟧', '50G-PON、⟦6G⟧', '400G骨干网、⟦6G⟧'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('what Taiwan calls a term is the term, if another word shapes it', () => {
  it.each([
    '⟦人型機器人⟧進廠',
    '⟦人型机器人⟧',
    '⟦智慧型手錶⟧',
    '⟦量子資訊⟧',
    '⟦AI⟧要守住⟦個人資料⟧',
    '完善個人資料',
  ])('%s', (marked) => expectMarked(marked));
});

describe('open models, training and what has been generated are signals', () => {
  it.each([
    '生成合成的视频须加⟦显式标识⟧',
    '⟦深度合成⟧服务已⟦备案⟧',
    '合成氨项目已备案',
    '⟦开源模型⟧与⟦普惠⟧',
    '⟦模型训练⟧需要⟦开源代码⟧',
    '航海模型与普惠',
    '训练与开源代码',
  ])('%s', (marked) => expectMarked(marked));
});
