import decoys from '../../assets/knowledge/decoys.json' with { type: 'json' };
import figures from '../../assets/knowledge/figures.json' with { type: 'json' };
import article from '../../assets/knowledge/outlines/article.json' with { type: 'json' };
import opinions from '../../assets/knowledge/outlines/opinions.json' with { type: 'json' };
import sources from '../../assets/knowledge/sources.json' with { type: 'json' };
import dataCompute from '../../assets/knowledge/terms/data-compute.json' with { type: 'json' };
import economy from '../../assets/knowledge/terms/economy.json' with { type: 'json' };
import ecosystem from '../../assets/knowledge/terms/ecosystem.json' with { type: 'json' };
import governance from '../../assets/knowledge/terms/governance.json' with { type: 'json' };
import policy from '../../assets/knowledge/terms/policy.json' with { type: 'json' };
import society from '../../assets/knowledge/terms/society.json' with { type: 'json' };
import technology from '../../assets/knowledge/terms/technology.json' with { type: 'json' };
import technologyProducts from '../../assets/knowledge/terms/technology-products.json' with { type: 'json' };
import { assembleKnowledge, type Knowledge, type KnowledgeFile } from './assemble.ts';

const FILES: readonly KnowledgeFile[] = [
  { path: 'terms/policy.json', data: policy },
  { path: 'terms/technology.json', data: technology },
  { path: 'terms/technology-products.json', data: technologyProducts },
  { path: 'terms/economy.json', data: economy },
  { path: 'terms/data-compute.json', data: dataCompute },
  { path: 'terms/society.json', data: society },
  { path: 'terms/governance.json', data: governance },
  { path: 'terms/ecosystem.json', data: ecosystem },
  { path: 'outlines/opinions.json', data: opinions },
  { path: 'outlines/article.json', data: article },
  { path: 'figures.json', data: figures },
  { path: 'decoys.json', data: decoys },
  { path: 'sources.json', data: sources },
];

let loaded: Knowledge | undefined;

/**
 * The knowledge base that is bundled with the program, validated once. For the background, the extension's
 * pages, scripts and tests; never for a content script, which gets only the lexicon (`virtual:lexicon`).
 * @throws KnowledgeError where the files do not have the shape of the schemas.
 */
export function loadKnowledge(): Knowledge {
  loaded ??= assembleKnowledge(FILES);
  return loaded;
}
