/** How long the browser may take to begin reading a file that is saved, in milliseconds. */
const READING_TIME = 60_000;

/** A file that the extension made, for the reader to keep; its text is written as UTF-8. */
interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Iterable<string>;
}

/** Lets the browser save a file; no permission is needed for what the extension made itself. */
export function saveFile({ name, type, content }: TextFile): void {
  const parts = typeof content === 'string' ? [content] : [...content];
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READING_TIME);
}
