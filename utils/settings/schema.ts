import * as z from 'zod/mini';
import { LOCALES } from '../locale.ts';
import { CATEGORIES, type HighlightKind } from '../terms/types.ts';

/** The kinds of highlights that a reader switches, in the order of the surfaces. */
export const HIGHLIGHT_KINDS: readonly HighlightKind[] = [...CATEGORIES, 'figure'];

const kinds = z.enum(HIGHLIGHT_KINDS as readonly [HighlightKind, ...HighlightKind[]]);

/**
 * What the reader has chosen, and nothing else: a key that is absent means “as the extension thinks best”, so that
 * a better default reaches everybody who never touched it. Each key is one item of `storage.sync`.
 */
export const choicesSchema = z.object({
  enabled: z.optional(z.boolean()),
  language: z.optional(z.enum(['auto', ...LOCALES])),
  /** Kinds switched off. */
  kindsOff: z.optional(z.array(kinds)),
  density: z.optional(z.enum(['all', 'section', 'page'])),
  style: z.optional(z.enum(['subtle', 'strong', 'lines'])),
  print: z.optional(z.boolean()),
  /** Hosts the reader has switched on or off. */
  sites: z.optional(z.record(z.string(), z.enum(['on', 'off']))),
  hiddenTerms: z.optional(z.array(z.string())),
  /** Rest of the pointer before the card opens, in milliseconds. */
  dwell: z.optional(z.number().check(z.minimum(0), z.maximum(2000))),
  /** Single-key shortcuts inside the card (WCAG 2.1.4: can be turned off). */
  cardKeys: z.optional(z.boolean()),
  /** Whose definition wins where an own glossary has the same form. */
  ownFirst: z.optional(z.boolean()),
});

export type Choices = z.infer<typeof choicesSchema>;
export type SettingKey = keyof Choices;

/** All settings with the defaults filled in. */
export type Settings = { readonly [K in SettingKey]-?: Exclude<Choices[K], undefined> };

export const DEFAULTS: Settings = {
  enabled: true,
  language: 'auto',
  kindsOff: [],
  density: 'all',
  style: 'subtle',
  print: false,
  sites: {},
  hiddenTerms: [],
  dwell: 120,
  cardKeys: true,
  ownFirst: true,
};

/** The settings that `choices` stand for. A choice that is `undefined` is one that was not made. */
export function withDefaults(choices: Choices): Settings {
  return {
    enabled: choices.enabled ?? DEFAULTS.enabled,
    language: choices.language ?? DEFAULTS.language,
    kindsOff: choices.kindsOff ?? DEFAULTS.kindsOff,
    density: choices.density ?? DEFAULTS.density,
    style: choices.style ?? DEFAULTS.style,
    print: choices.print ?? DEFAULTS.print,
    sites: choices.sites ?? DEFAULTS.sites,
    hiddenTerms: choices.hiddenTerms ?? DEFAULTS.hiddenTerms,
    dwell: choices.dwell ?? DEFAULTS.dwell,
    cardKeys: choices.cardKeys ?? DEFAULTS.cardKeys,
    ownFirst: choices.ownFirst ?? DEFAULTS.ownFirst,
  };
}
