import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { glossarySchema } from '../utils/glossary/schema.ts';

/** The schema of exported glossaries for other programs (JSON Schema 2020-12). */
export function glossaryJsonSchema(): Record<string, unknown> {
  return {
    title: 'AI+ Reader glossary, version 1',
    description:
      'A reader’s own terms. Each says at least one of definition, definitionEn and english; headwords (the first of forms) are unique.',
    ...z.toJSONSchema(glossarySchema),
  };
}

// Run directly: writes the published file.
if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../assets/schema/glossary-v1.schema.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(glossaryJsonSchema(), null, 2)}\n`);
}
