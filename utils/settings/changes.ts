import type { HighlightKind } from '../terms/types.ts';
import { type Choices, type Settings, withDefaults } from './schema.ts';

/**
 * What a reader chooses; `undefined` takes a choice back to the default. A function where the choice builds on the
 * present one, such as one more hidden term: it is given the settings as they are when its turn comes, so that two
 * choices made at once both count.
 */
export type Change = Choices | ((settings: Settings) => Choices);

/** The settings after a change. */
export function changed(settings: Settings, change: Change): Settings {
  return withDefaults({ ...settings, ...(typeof change === 'function' ? change(settings) : change) });
}

/** The change that hides a term, or shows it again. */
export function hideTerm(term: string, hidden: boolean): Change {
  return ({ hiddenTerms }) => ({ hiddenTerms: withMember(hiddenTerms, term, hidden) });
}

/** The change that switches a kind of highlights on or off. */
export function switchKind(kind: HighlightKind, on: boolean): Change {
  return ({ kindsOff }) => ({ kindsOff: withMember(kindsOff, kind, !on) });
}

/** The change that switches sites on or off, host by host. */
export function switchSites(sites: Settings['sites']): Change {
  return (settings) => ({ sites: { ...settings.sites, ...sites } });
}

function withMember<T>(list: readonly T[], member: T, there: boolean): T[] {
  const others = list.filter((other) => other !== member);
  return there ? [...others, member] : others;
}
