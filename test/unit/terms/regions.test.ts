import { describe, it } from 'vitest';
import { expectMarked } from './marked.ts';

const near = { before: '会议讨论了人工智能。' };

describe('what Taiwan and Hong Kong call a term is the term', () => {
  it.each([
    '⟦生成式人工智慧⟧',
    '⟦通用人工智慧⟧',
    '⟦具身智慧⟧',
    '⟦大型語言模型⟧',
    '⟦大語言模型⟧',
    '⟦智慧體⟧',
    '⟦AI代理⟧',
    '⟦人工智慧代理⟧',
    '⟦演算法⟧',
    '⟦演算法偏見⟧',
    '⟦運算能力⟧',
    '⟦雲端運算⟧',
    '⟦雲運算⟧',
    '⟦量子運算⟧',
    '⟦量子電腦⟧',
    '⟦超級電腦⟧',
    '⟦數位經濟⟧',
    '⟦數碼經濟⟧',
    '⟦數位轉型⟧',
    '⟦數碼轉型⟧',
    '⟦數位孿生⟧',
    '⟦公共資料⟧',
    '⟦資料要素⟧',
    '⟦資料中心⟧',
    '⟦資料標記⟧',
    '⟦晶片⟧',
    '⟦半導體晶片⟧',
    '⟦積體電路⟧',
    '⟦AI伺服器⟧',
    '⟦工業軟體⟧',
    '⟦工業網際網路⟧',
    '⟦腦機介面⟧',
    '⟦人機互動⟧',
    '⟦3D列印⟧',
    '⟦開源社群⟧',
    '⟦智慧家居⟧',
    '⟦智慧手錶⟧',
    '⟦穿戴式裝置⟧',
    '⟦智慧終端⟧',
    '⟦智慧製造⟧',
    '⟦「人工智慧+」行動⟧',
    '⟦「AI+」行動⟧',
    '⟦網際網路+⟧醫療',
    '⟦人工智慧（AI）治理⟧',
    '⟦增強式學習⟧',
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('several of something and papers, on the mainland', () => {
  it.each([
    '数位政府官员到场',
    '数位经济学家认为',
    '数位金融家',
    '数位中国游客',
    '公共资料室',
    '公共资料',
    '学校资料中心',
    '数位人士',
    '數位⟦人工智能⟧專家',
    '圖書資料中心',
    '智慧體育館',
    '智慧體系',
    '智慧體驗館',
  ])('%s', (marked) => expectMarked(marked, near));
});

describe('AI in short and in full', () => {
  it.each([
    '⟦AI治理⟧',
    '⟦全球AI治理⟧',
    '⟦世界AI合作组织⟧',
    '⟦AI素养⟧',
    '⟦AI伦理⟧',
    '⟦AI终端⟧',
    '⟦AI训练师⟧',
    '⟦AI+制造⟧',
    '⟦“AI+教育”⟧',
    '⟦“AI+”行动⟧',
    '⟦人工智能代理⟧',
    '⟦artificial intelligence agents⟧',
    '⟦artificial intelligence chips⟧',
    '⟦World AI Conference⟧',
    '⟦AI Plus⟧',
    'a ⟦large artificial intelligence model⟧',
    'OpenAI治理',
    'what ⟦AIs⟧ do',
  ])('%s', (marked) => expectMarked(marked, near));
});
