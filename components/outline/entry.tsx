import type { ComponentChildren } from 'preact';
import { useTurn } from './use-turn.ts';

/** The frame of an entry of the index, at its place; until its turn comes only the room for what it holds. */
export function Entry({
  place,
  here,
  turn,
  children,
}: {
  /** What addresses the entry; its heading has `PLACE-title` for an id. */
  readonly place: string;
  readonly here: boolean;
  readonly turn: number;
  readonly children: ComponentChildren;
}) {
  const due = useTurn(turn);
  return (
    <section
      class="entry"
      id={place}
      tabIndex={-1}
      aria-labelledby={`${place}-title`}
      data-spy={place}
      data-here={here || undefined}
      data-later={!due || undefined}
    >
      {due && children}
    </section>
  );
}
