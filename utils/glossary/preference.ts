/** Whose definition comes first where an own term and a built-in one have a form in common. */
export const PREFERENCES = ['own', 'builtIn'] as const;
export type Preference = (typeof PREFERENCES)[number];

/**
 * Whose definition comes first for an own term that has a form of a built-in one: what the reader has chosen for the
 * term (`preferences`, by id), else what the setting for all says (`ownFirst`).
 */
export function preferenceFor(
  id: string,
  preferences: Readonly<Record<string, Preference>>,
  ownFirst: boolean,
): Preference {
  // Ids begin with `own:`, so no name that every object has is one.
  return preferences[id] ?? preferenceForAll(ownFirst);
}

/** What the setting for all says. */
export function preferenceForAll(ownFirst: boolean): Preference {
  return ownFirst ? 'own' : 'builtIn';
}
