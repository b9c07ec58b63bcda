import { useState } from 'preact/hooks';
import { Glossary, type GlossaryProps } from '../../components/glossary/glossary.tsx';
import type { ConflictView, ImportWork } from '../../components/glossary/model.ts';
import { readGlossaryFile } from '../../utils/glossary/file.ts';
import { planImport } from '../../utils/glossary/plan.ts';
import type { OwnTerm } from '../../utils/glossary/schema.ts';
import { buildLexicon } from '../../utils/knowledge/lexicon.ts';
import type { Locale } from '../../utils/locale.ts';
import { CATEGORIES } from '../../utils/terms/types.ts';
import { knowledge } from './samples.ts';

const TERMS: readonly OwnTerm[] = [
  {
    id: 'own:数据信托',
    forms: ['数据信托', '数据托管'],
    category: 'data-compute',
    definition: '把数据交给受托人，由其按约定管理和使用的安排。'.repeat(3),
    english: 'data trust',
    note: '本组译法',
  },
  { id: 'own:链主企业', forms: ['链主企业'], category: 'economy', definition: '产业链上带动上下游的企业。' },
  { id: 'own:agent', forms: ['智能代理'], category: 'technology', english: 'agent' },
];
const CONFLICTS: readonly ConflictView[] = [
  {
    id: 'own:数据信托',
    title: '数据信托',
    builtIn: ['数据要素', '数据资产'],
    forms: ['数据信托', '数据托管'],
    first: 'own',
  },
  { id: 'own:agent', title: '智能代理', builtIn: ['智能体'], forms: ['智能代理'], first: 'builtIn' },
];
const DELETED: OwnTerm = {
  id: 'own:算电协同',
  forms: ['算电协同'],
  category: 'policy',
  definition: '算力与电力一起规划。',
};
const MANY: readonly OwnTerm[] = Array.from({ length: 20_000 }, (_, index) => ({
  id: `own:${index}`,
  forms: [`词条第${index}号`],
  category: CATEGORIES[index % CATEGORIES.length] ?? 'policy',
  definition: '一条释义。',
  english: `entry ${index}`,
}));
const FILE = `术语,释义,英文,类别
数据信托,受托管理数据。,data trust,数据与算力
链主企业,产业链上带动上下游的企业。,,产业
智能体,会行动的模型。,agent,技术
智能代理,,,
数据信托,另一种说法。,data trusteeship,
算电协同,"算力与电力一起规划。,,
`;

function scene(props: Partial<GlossaryProps>) {
  return ({ locale }: { readonly locale: Locale }) => {
    const [ownFirst, setOwnFirst] = useState(true);
    return (
      <div class="options" style={{ display: 'block', maxWidth: '924px', paddingBlock: '24px' }}>
        <section class="box" lang={locale}>
          <Glossary
            glossary={{ state: 'ready', terms: TERMS, undo: null }}
            importing={null}
            notice={null}
            conflicts={[]}
            newTerm=""
            {...props}
            ownFirst={ownFirst}
            onAction={(action) => {
              if (action.do === 'ownFirst') setOwnFirst(action.on);
            }}
          />
        </section>
      </div>
    );
  };
}

function importScene(work: ImportWork | null = null) {
  const reading = readGlossaryFile(new TextEncoder().encode(FILE), 'policy');
  const lexicon = buildLexicon(knowledge);
  const plan = planImport(reading, TERMS, 'add', { lexicon, scriptPairs: lexicon.scriptPairs });
  return scene({
    importing: {
      state: 'preview',
      file: 'team-glossary.csv',
      reading,
      mode: 'add',
      fallback: 'policy',
      plan,
      ready: work === null,
      work,
    },
  });
}

/** Every state of the section of own glossaries. */
export const GLOSSARY_SCENES = {
  'glossary-empty': scene({ glossary: { state: 'ready', terms: [], undo: null } }),
  'glossary-list': scene({
    glossary: { state: 'ready', terms: TERMS, undo: { terms: 12, edits: 2 } },
    notice: { ok: true, text: '已删除“算电协同”。', deleted: DELETED },
  }),
  'glossary-conflicts': scene({ conflicts: CONFLICTS }),
  'glossary-long': scene({ glossary: { state: 'ready', terms: MANY, undo: null } }),
  'glossary-form': scene({ newTerm: '算电协同' }),
  'glossary-import': importScene(),
  'glossary-reading': scene({
    importing: { state: 'working', file: 'team-glossary.csv', work: { step: 'read', share: 0.4 } },
  }),
  'glossary-storing': importScene({ step: 'store', share: 0.7 }),
  'glossary-failed': scene({
    importing: {
      state: 'failed',
      file: '词表.tbx',
      problem: { reason: 'xml', line: 27, value: 'unexpected close tag.' },
    },
  }),
  'glossary-damaged': scene({ glossary: { state: 'damaged' } }),
};
