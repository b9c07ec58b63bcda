import type { RowReading, RowReadings } from './collect.ts';
import { EMPTY_ENTRY, readCategory } from './entry.ts';
import { GlossaryFileError, type RowNote } from './report.ts';
import type { OwnTerm } from './schema.ts';
import { escapeXml, readElements, type XmlElement } from './xml.ts';

/** Names of an entry, of the part of one language and of one term in TBX 3 (ISO 30042:2019) and TBX 2 (2008). */
const ENTRY = new Set(['conceptEntry', 'termEntry']);
const LANGUAGE = new Set(['langSec', 'langSet']);
const TERM = new Set(['term']);
const ROOTS = new Set(['tbx', 'martif']);

/**
 * Reads TBX-Basic (ISO 30042), edition 2019 and 2008, both styles: `<descrip type="definition">` and
 * `<basic:definition>`. Chinese terms become the forms; the first English one the English name, further ones are
 * forms too. An entry without Chinese takes the terms of its first language.
 * @throws GlossaryFileError where the text is not XML or not TBX.
 */
export function* readTbx(text: string): RowReadings {
  let root: string | undefined;
  let language = '';
  const entries = readElements(text, ENTRY, (name, attributes) => {
    if (root !== undefined) return;
    root = name;
    language = attributes['xml:lang'] ?? '';
    if (!ROOTS.has(name)) throw new GlossaryFileError({ reason: 'notTbx', value: name.slice(0, 40) });
  });
  for (const entry of entries) yield typeof entry === 'number' ? entry : readConcept(entry, language);
}

interface Section {
  readonly language: string;
  readonly terms: readonly string[];
}

function readConcept(entry: XmlElement, language: string): RowReading {
  const sections = descendants(entry, (name) => LANGUAGE.has(name)).map(
    (section): Section & { element: XmlElement } => ({
      element: section,
      language: (section.attributes['xml:lang'] ?? section.attributes.lang ?? language).toLowerCase(),
      terms: descendants(section, (name) => TERM.has(name)).map((term) => term.text.trim()),
    }),
  );
  const isEnglish = (section: Section) => /^en\b/u.test(section.language);
  const chinese = sections.filter(({ language: own }) => /^zh\b/u.test(own));
  const chosen = chinese.length > 0 ? chinese : sections.slice(0, 1);
  const english = sections.filter((section) => isEnglish(section) && !chosen.includes(section));
  const [englishName = '', ...englishForms] = english.flatMap(({ terms }) => terms);

  const definitions = { own: '', english: '' };
  const addDefinitions = (element: XmlElement, inherited: string): void => {
    const own = (element.attributes['xml:lang'] ?? inherited).toLowerCase();
    if (meaningOf(element) === 'definition') {
      const side = /^en\b/u.test(own) && chinese.length > 0 ? 'english' : 'own';
      if (definitions[side] === '') definitions[side] = element.text;
    }
    for (const child of element.children) addDefinitions(child, own);
  };
  addDefinitions(entry, language);

  const line = entry.line;
  const forms = [...chosen.flatMap(({ terms }) => terms), ...englishForms];
  const subject =
    descendants(entry, (_, element) => meaningOf(element) === 'subjectField')[0]?.text.trim() ?? '';
  const known = subject === '' || readCategory(subject) !== undefined;
  const notes: readonly RowNote[] = known
    ? []
    : [{ line, term: forms[0] ?? '', field: 'category', reason: 'subject', value: subject.slice(0, 80) }];
  const remarks = entry.children.filter((child) => meaningOf(child) === 'note').map(({ text }) => text);
  return {
    entry: {
      ...EMPTY_ENTRY,
      line,
      id: decodeId(entry.attributes.id ?? ''),
      forms,
      category: known ? subject : '',
      definition: definitions.own,
      definitionEn: definitions.english,
      english: englishName,
      note: remarks.join('\n'),
    },
    notes,
  };
}

/** What a data category says: its type in the one style, its own name in the other. */
function meaningOf({ name, attributes }: XmlElement): string {
  return name === 'descrip' ? (attributes.type ?? '') : name;
}

/** Elements below `element` that fit; what is inside a fitting one is not searched. */
function descendants(
  element: XmlElement,
  fits: (name: string, element: XmlElement) => boolean,
): readonly XmlElement[] {
  return element.children.flatMap((child) => (fits(child.name, child) ? [child] : descendants(child, fits)));
}

/**
 * A glossary as TBX-Basic of 2019 (style `dca`) in pieces of text. An English definition stands with the English
 * name, or, where there is none, with the entry and its own language mark.
 */
export function* writeTbx(terms: readonly OwnTerm[], title: string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>${escapeXml(title)}</title></titleStmt>
      <sourceDesc><p>${escapeXml(title)}</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
`;
  for (const term of terms) yield writeConcept(term);
  yield '    </body>\n  </text>\n</tbx>\n';
}

function writeConcept({ id, category, forms, definition, definitionEn, english, note }: OwnTerm): string {
  const lines = [
    `<conceptEntry id="${encodeId(id)}">`,
    `  <descrip type="subjectField">${category}</descrip>`,
    ...(definitionEn !== undefined && english === undefined
      ? [definitionLine('  ', definitionEn, 'en')]
      : []),
    ...(note === undefined ? [] : [`  <note>${escapeXml(note)}</note>`]),
    '  <langSec xml:lang="zh">',
    ...(definition === undefined ? [] : [definitionLine('    ', definition)]),
    ...forms.map((form) => `    <termSec><term>${escapeXml(form)}</term></termSec>`),
    '  </langSec>',
    ...(english === undefined
      ? []
      : [
          '  <langSec xml:lang="en">',
          ...(definitionEn === undefined ? [] : [definitionLine('    ', definitionEn)]),
          `    <termSec><term>${escapeXml(english)}</term></termSec>`,
          '  </langSec>',
        ]),
    '</conceptEntry>',
  ];
  // No indentation is added inside of texts: a definition may have several lines.
  return lines.map((line) => `      ${line}\n`).join('');
}

function definitionLine(indent: string, definition: string, language?: string): string {
  const attribute = language === undefined ? '' : ` xml:lang="${language}"`;
  return `${indent}<descrip type="definition"${attribute}>${escapeXml(definition)}</descrip>`;
}

/** Prefix of our ids in TBX, where an id is an XML name: no colon, and only some characters. */
const ID_PREFIX = 'own.';

function encodeId(id: string): string {
  const encoded = Array.from(id.slice('own:'.length), (character) =>
    /[A-Za-z0-9\p{Script=Han}-]/u.test(character) && character !== '_'
      ? character
      : `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return ID_PREFIX + encoded.join('');
}

/** The id that {@link encodeId} made a name of; empty for the ids of other programs, which mean nothing to us. */
function decodeId(name: string): string {
  if (!name.startsWith(ID_PREFIX)) return '';
  const decoded = name
    .slice(ID_PREFIX.length)
    .replace(/_([0-9a-f]{1,6})_/gu, (_, code: string) => characterOf(Number.parseInt(code, 16)));
  return `own:${decoded}`;
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
