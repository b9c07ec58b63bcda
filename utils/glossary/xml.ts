import { SaxesParser } from 'saxes';
import { GlossaryFileError } from './report.ts';

/** An element as far as a glossary needs it: local names, no namespaces, text with the markup inside it removed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly children: readonly XmlElement[];
  /** All text inside, that of the children included. */
  readonly text: string;
}

/** Deeper than any real termbase nests, far below what exhausts a stack. */
const DEEPEST = 40;
/**
 * Text is handed to the parser in pieces, so that entries can be let go before the file is read to its end, and that
 * none takes long.
 */
const PIECE = 1 << 13;

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly line: number;
  readonly children: XmlElement[];
  text: string;
}

/**
 * The elements that `wanted` names, one at a time, each with what it contains, and between them, as numbers, how far
 * the text is read, from 0 to 1; `onOpen` hears the name and attributes
 * of every element. A document type that defines anything itself is refused before it is looked at, so that no
 * entity can grow; external ones are never loaded; entities that XML does not define are errors.
 * @throws GlossaryFileError where the text is not well-formed, defines entities, or nests too deep.
 */
export function* readElements(
  text: string,
  wanted: ReadonlySet<string>,
  onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Generator<XmlElement | number> {
  const parser = new SaxesParser({ position: true });
  const open: OpenElement[] = [];
  let depth = 0;
  let found: XmlElement[] = [];
  parser.on('error', (error) => {
    throw new GlossaryFileError({ reason: 'xml', line: parser.line, value: reasonOf(error.message) });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new GlossaryFileError({ reason: 'entities', line: parser.line });
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    const attributes: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(tag.attributes)) attributes[key] = String(value);
    onOpen(name, attributes);
    if (++depth > DEEPEST) throw new GlossaryFileError({ reason: 'tooDeep', line: parser.line });
    if (open.length > 0 || wanted.has(name))
      open.push({ name, attributes, line: parser.line, children: [], text: '' });
  });
  const addText = (piece: string): void => {
    const current = open.at(-1);
    if (current) current.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth--;
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (parent) {
      parent.children.push(closed);
      parent.text += closed.text;
    } else found.push(closed);
  });
  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    yield* found;
    found = [];
    yield Math.min(1, (at + PIECE) / text.length);
  }
  parser.close();
  yield* found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The parser's words without the position it puts before them. */
function reasonOf(message: string): string {
  return message.replace(/^(\S+:)?\d+:\d+: /u, '');
}

/** Text as the content of an element or, in double quotes, an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r\t]/gu, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\t': '&#9;',
};
