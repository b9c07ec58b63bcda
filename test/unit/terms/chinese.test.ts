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

describe('the same characters in another trade', () => {
  it.each([
    ...['彩云服务区', '紫云服务站', '⟦云服务⟧区域', '⟦云服务⟧商', '政务⟦云服务⟧'],
    ...['直升机低空飞行搜救', '战机低空飞行', '⟦低空飞行⟧体验', '无人机⟦低空飞行⟧'],
    ...['社区备案', '物业备案', '工程备案', '⟦算法备案⟧', '完成⟦备案⟧', '普惠套餐', '⟦普惠⟧大众'],
    ...['6G+128G版', '6G+64G', '还剩6G', '⟦6G⟧+卫星', '5G和⟦6G⟧'],
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('what Taiwan calls a term is the term, if another word shapes it', () => {
  it.each(['⟦人型機器人⟧進廠', '⟦人型机器人⟧', '⟦智慧型手錶⟧', '⟦量子資訊⟧'])('%s', (marked) =>
    expectMarked(marked),
  );
});

describe('an open model and the training of a model are signals', () => {
  it.each(['⟦开源模型⟧与⟦普惠⟧', '⟦模型训练⟧需要⟦开源代码⟧', '航海模型与普惠', '训练与开源代码'])(
    '%s',
    (marked) => expectMarked(marked),
  );
});
