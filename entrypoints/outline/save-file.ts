import type { ExportFile } from '../../components/outline/export-file.ts';

/** How long the browser may take to begin reading a file that is saved, in milliseconds. */
const READING_TIME = 60_000;

/** Lets the browser save a file; no permission is needed for what the page made itself. */
export function saveFile({ name, type, content }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), READING_TIME);
}
