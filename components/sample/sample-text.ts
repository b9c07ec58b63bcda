import type { Locale } from '../../utils/locale.ts';
import type { HighlightKind } from '../../utils/terms/types.ts';

/** A stretch of the sample; marked where it has a kind. `subject` is the id of a term or of a known figure. */
export interface SamplePiece {
  readonly text: string;
  readonly mark?: { readonly kind: HighlightKind; readonly subject: string };
}

/** A section of the sample: a heading and a paragraph. */
export interface SampleSection {
  readonly heading: string;
  readonly pieces: readonly SamplePiece[];
}

/** The marked words of the sample; `test/unit/components` holds that each is in the knowledge base. */
const SUBJECTS: Readonly<Record<string, NonNullable<SamplePiece['mark']>>> = {
  initiative: { kind: 'policy', subject: 'ai-plus-initiative' },
  model: { kind: 'technology', subject: 'da-mo-xing' },
  economy: { kind: 'economy', subject: 'shi-ti-jing-ji' },
  data: { kind: 'data-compute', subject: 'gao-zhi-liang-shu-ju-ji' },
  open: { kind: 'ecosystem', subject: 'kai-yuan-sheng-tai' },
  prudent: { kind: 'governance', subject: 'bao-rong-shen-shen' },
  inclusive: { kind: 'society', subject: 'pu-hui' },
  target: { kind: 'figure', subject: 'fig-target-2027-penetration' },
};

/** Our own sentences, so that they can be shown in full: `[name:words]` is a mark. */
const TEXTS: Readonly<Record<Locale, readonly (readonly [heading: string, text: string])[]>> = {
  'zh-CN': [
    [
      '走进产业',
      '[initiative:“人工智能+”行动]要让[model:大模型]走进[economy:实体经济]，也要备好[data:高质量数据集]。[model:大模型]用得好，先要数据好。',
    ],
    [
      '守住底线',
      '发展[open:开源生态]，坚持[prudent:包容审慎]，让[model:大模型]更加[inclusive:普惠]。到2027年，新一代智能终端、智能体等应用普及率[target:超70%]。',
    ],
  ],
  'zh-TW': [
    [
      '走進產業',
      '[initiative:「人工智能+」行動]要讓[model:大模型]走進[economy:實體經濟]，也要備好[data:高質量數據集]。[model:大模型]用得好，先要數據好。',
    ],
    [
      '守住底線',
      '發展[open:開源生態]，堅持[prudent:包容審慎]，讓[model:大模型]更加[inclusive:普惠]。到2027年，新一代智能終端、智能體等應用普及率[target:超70%]。',
    ],
  ],
  en: [
    [
      'Into industry',
      'The [initiative:AI Plus initiative] is to bring [model:large models] into the [economy:real economy], which also takes [data:high-quality datasets]. A [model:large model] is as good as its data.',
    ],
    [
      'Within bounds',
      'Growing an [open:open-source ecosystem], being [prudent:inclusive and prudent], and making [model:large models] more [inclusive:inclusive]. By 2027 new-generation smart devices and agents are to reach a penetration [target:above 70%].',
    ],
  ],
};

/** The sample article in a language. */
export function sampleText(locale: Locale): readonly SampleSection[] {
  return TEXTS[locale].map(([heading, text]) => ({ heading, pieces: [...readPieces(text)] }));
}

function* readPieces(text: string): Generator<SamplePiece> {
  let end = 0;
  for (const match of text.matchAll(/\[(\w+):([^\]]+)\]/g)) {
    const [whole, name = '', words = ''] = match;
    if (match.index > end) yield { text: text.slice(end, match.index) };
    const mark = SUBJECTS[name];
    if (!mark) throw new Error(`The sample has no subject “${name}”.`);
    yield { text: words, mark };
    end = match.index + whole.length;
  }
  if (end < text.length) yield { text: text.slice(end) };
}

/** Which pieces are marked at a density, as `section index.piece index`; the rule of utils/page/occurrences.ts. */
export function markedPieces(
  sections: readonly SampleSection[],
  density: 'all' | 'section' | 'page',
  kindsOff: readonly HighlightKind[],
): ReadonlySet<string> {
  const marked = new Set<string>();
  const seen = new Set<string>();
  for (const [section, { pieces }] of sections.entries()) {
    if (density === 'section') seen.clear();
    for (const [index, { mark }] of pieces.entries()) {
      if (!mark || kindsOff.includes(mark.kind)) continue;
      if (density !== 'all' && seen.has(mark.subject)) continue;
      seen.add(mark.subject);
      marked.add(`${section}.${index}`);
    }
  }
  return marked;
}

/** The sentence whose figure is the figure of the sample in every language. */
export const SAMPLE_FIGURE = '应用普及率超70%';
