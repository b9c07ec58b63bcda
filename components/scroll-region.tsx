import type { ComponentChildren } from 'preact';

/** A named part of a surface that scrolls on its own; reachable by keyboard, so that the keyboard can scroll it. */
export function ScrollRegion({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-region" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
