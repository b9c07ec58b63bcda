import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { readAddress, resolvePlace } from '../../components/outline/address.ts';
import { readGlossaryFile, writeGlossaryFile } from '../../utils/glossary/file.ts';
import { GLOSSARY_FORMATS, GlossaryFileError } from '../../utils/glossary/report.ts';
import { ownTermSchema } from '../../utils/glossary/schema.ts';
import { loadKnowledge } from '../../utils/knowledge/load.ts';
import { noticeMessages, tabMessages } from '../../utils/messages/protocol.ts';
import { readersOf, routeMessage } from '../../utils/messages/receive.ts';
import { backgroundReaders } from '../../utils/messages/receive-background.ts';
import { DEFAULTS, isChoice, isSetting } from '../../utils/settings/schema.ts';
import { readSettings } from '../../utils/settings/store.ts';
import { readSettingsFile } from '../../utils/settings/transfer.ts';
import { glossary } from './glossary/arbitrary.ts';

const ROOMS = {
  background: backgroundReaders,
  tab: readersOf(tabMessages),
  notice: readersOf(noticeMessages),
} as const;
const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
const name = fc.oneof(
  fc.constantFrom(...Object.values(ROOMS).flatMap((room) => Object.keys(room))),
  fc.constantFrom('__proto__', 'constructor', 'toString', ''),
  fc.string(),
);
const envelope = fc.oneof(
  anything,
  fc.record({ aiplus: fc.constantFrom('background', 'tab', 'notice', 'page'), name, params: anything }),
  fc.record({
    aiplus: fc.constantFrom('background', 'tab', 'notice'),
    name,
    params: fc.record({ index: fc.double(), item: fc.string(), direction: fc.string(), terms: anything }),
  }),
);

/** Handles every message of a room and keeps what it was given. */
function listener(room: keyof typeof ROOMS) {
  const given: (readonly [name: string, params: unknown])[] = [];
  const handlers = Object.fromEntries(
    Object.keys(ROOMS[room]).map((key) => [key, async (params: never) => void given.push([key, params])]),
  );
  return { given, handlers };
}

/** The settings that no choice can be, by their names. */
function invalidIn(settings: object): string[] {
  return Object.entries(settings).flatMap(([key, value]) =>
    isSetting(key) && isChoice(key, value) ? [] : [key],
  );
}

describe('whatever crosses a border', () => {
  beforeEach(() => fakeBrowser.reset());

  it('as a message reaches a handler only if it is valid, and never throws', () => {
    const room = fc.constantFrom('background' as const, 'tab' as const, 'notice' as const);
    fc.assert(
      fc.property(room, envelope, (where, message) => {
        const { given, handlers } = listener(where);
        void routeMessage(where, ROOMS[where], handlers, message, { id: browser.runtime.id });
        for (const [key, params] of given) {
          expect(ROOMS[where][key]?.(params)).toEqual(params);
          expect((message as { aiplus: string }).aiplus).toBe(where);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('as a message of another extension or a page reaches nobody', () => {
    const sender = fc.record({ id: fc.string(), url: fc.webUrl() }, { requiredKeys: [] });
    fc.assert(
      fc.property(sender, (from) => {
        fc.pre(from.id !== browser.runtime.id);
        const { given, handlers } = listener('tab');
        const message = { aiplus: 'tab', name: 'report', params: {} };
        expect(routeMessage('tab', ROOMS.tab, handlers, message, from)).toBeUndefined();
        expect(given).toEqual([]);
      }),
    );
  });

  it('as stored settings is read as valid ones', async () => {
    const keys = Object.keys(DEFAULTS).map((key) => `choice.${key}`);
    const json = fc.jsonValue().filter((value) => value !== null);
    const stored = fc.dictionary(
      fc.constantFrom(...keys, 'choice.constructor', 'choices.version', 'other'),
      json,
    );
    await fc.assert(
      fc.asyncProperty(stored, async (items) => {
        fakeBrowser.reset();
        await browser.storage.sync.set(items);
        const { settings } = await readSettings();
        expect(invalidIn(settings)).toEqual([]);
        expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULTS).sort());
      }),
    );
  });

  it('as a settings file is taken over whole or refused with a reason', () => {
    const file = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .dictionary(fc.constantFrom(...Object.keys(DEFAULTS), '__proto__', 'x'), fc.jsonValue())
        .map((choices) => JSON.stringify({ format: 'aiplus-reader-settings', version: 1, choices })),
    );
    fc.assert(
      fc.property(file, (text) => {
        const reading = readSettingsFile(text);
        if (reading.ok) expect(invalidIn(reading.choices)).toEqual([]);
        else expect(reading.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('as a glossary file is read into whole entries, or refused with a reason', () => {
    const written = fc
      .tuple(glossary, fc.constantFrom(...GLOSSARY_FORMATS))
      .map(([terms, format]) =>
        new TextEncoder().encode([...writeGlossaryFile(terms, format, 't')].join('')),
      );
    /** A file as it was written, with some bytes of it exchanged. */
    const damaged = fc
      .tuple(written, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }))
      .map(([bytes, changes]) => {
        for (const [at, byte] of changes) bytes[at % Math.max(1, bytes.length)] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 400 })), (bytes) => {
        try {
          const { terms, problems, rows } = readGlossaryFile(bytes, 'policy');
          for (const term of terms) expect(z.safeParse(ownTermSchema, term).success).toBe(true);
          if (terms.length === 0 && rows > 0) expect(problems.length).toBeGreaterThan(0);
        } catch (error) {
          // Whatever else is thrown is a fault of ours.
          if (!(error instanceof GlossaryFileError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('as a link to the outline leads to a place that is there', () => {
    const knowledge = loadKnowledge();
    const views = ['glossary', ...knowledge.outlines.map(({ id }) => id)];
    fc.assert(
      fc.property(fc.webFragments(), fc.webQueryParameters(), (hash, query) => {
        const { tab, from, place } = readAddress(
          new URL(`chrome-extension://x/outline.html?${query}#${hash}`),
        );
        for (const number of [tab, from]) expect(number === null || Number.isSafeInteger(number)).toBe(true);
        expect(place).toMatch(/^[a-z0-9-]*$/);
        expect(views).toContain(resolvePlace(knowledge, place).view);
      }),
    );
  });
});
