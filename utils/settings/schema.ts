import { type Guarded, isBetween, isBoolean, isListOf, isOneOf, isRecordOf, isString } from '../guards.ts';
import { LOCALES } from '../locale.ts';
import { HIGHLIGHT_KINDS } from '../terms/types.ts';

/**
 * What the reader has chosen, and nothing else: a key that is absent means “as the extension thinks best”, so that
 * a better default reaches everybody who never touched it. Each key is one item of `storage.sync`.
 */
const CHOICES = {
  enabled: isBoolean,
  language: isOneOf(['auto', ...LOCALES]),
  /** Kinds switched off. */
  kindsOff: isListOf(isOneOf(HIGHLIGHT_KINDS)),
  density: isOneOf(['all', 'section', 'page']),
  style: isOneOf(['subtle', 'strong', 'lines']),
  print: isBoolean,
  /** Hosts the reader has switched on or off. */
  sites: isRecordOf(isOneOf(['on', 'off'])),
  hiddenTerms: isListOf(isString),
  /** Rest of the pointer before the card opens, in milliseconds. */
  dwell: isBetween(0, 2000),
  /** Single-key shortcuts inside the card (WCAG 2.1.4: can be turned off). */
  cardKeys: isBoolean,
  /** Whose definition wins where an own glossary has the same form. */
  ownFirst: isBoolean,
} as const;

export type SettingKey = keyof typeof CHOICES;
/** A choice that is `undefined` is one that was not made. */
export type Choices = { [K in SettingKey]?: Guarded<(typeof CHOICES)[K]> | undefined };

/** Whether `key` is a setting of this version. */
export function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(CHOICES, key);
}

/** Whether a value is one that a setting can have. */
export function isChoice(key: SettingKey, value: unknown): boolean {
  return CHOICES[key](value);
}

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
