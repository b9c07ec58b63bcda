import type { ComponentChildren } from 'preact';

/** A line of an entry of the index: its label, and what belongs to it in a column of its own. */
export function EntryLine({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <p class="entry-line">
      <span class="entry-label">{label}</span>
      <span>{children}</span>
    </p>
  );
}
