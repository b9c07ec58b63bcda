import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { glossaryJsonSchema } from '../../../scripts/glossary-schema.ts';

const PUBLISHED = new URL('../../../assets/schema/glossary-v1.schema.json', import.meta.url);

describe('the published JSON Schema', () => {
  it('says what the schema of the extension says (node scripts/glossary-schema.ts writes it)', () => {
    expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toStrictEqual(glossaryJsonSchema());
  });
});
