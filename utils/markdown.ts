/**
 * A text as Markdown that prints it: in one line, with a backslash before what would be markup, wherever a line of ours
 * has it. White space is one space, none at the ends. A digit takes no backslash: of a number that would begin a list
 * the sign behind it does (`3\. x`, but `41.06` as it is).
 */
export function escapeMarkdown(text: string): string {
  return text.replace(WHITE_SPACE, ' ').trim().replace(MARKUP, '\\$&');
}

/** What Markdown takes for white space or for the end of a line; an ideographic space is a character like others. */
const WHITE_SPACE = /[\t\n\v\f\r \u0085\u2028\u2029]+/gu;
/** What is markup anywhere, a picture, an entity, an address that some make a link of, backslashes included. */
const INLINE = /[\\`*_[\]<>#|~]|!(?=\[)|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\./u;
/** What is markup at the start of a line: a list, a rule, the underline of a heading or of a table. */
const LEADING = /^[-+=](?![\p{L}\p{N}])|^:(?=-)|(?<=^\d{1,9})[.)](?= |$)/u;
const MARKUP = new RegExp(`${INLINE.source}|${LEADING.source}`, 'giu');
