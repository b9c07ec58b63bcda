import type { ComponentChildren } from 'preact';
import type { HighlightKind } from '../utils/terms/types.ts';

/** A word that wears the line of its kind. */
export function Mark({
  kind,
  lang,
  children,
}: {
  readonly kind: HighlightKind;
  readonly lang?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <span class="mark" data-kind={kind} lang={lang}>
      {children}
    </span>
  );
}
