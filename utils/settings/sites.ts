import type { Settings } from './schema.ts';

type Sites = Settings['sites'];

/** One line of the list of sites. */
export interface SiteRow {
  /** A domain, which stands for its subdomains as well; `*` for every site. */
  readonly host: string;
  /** The match patterns by which the browser has allowed it. */
  readonly origins: readonly string[];
  /** Read without being asked; cannot be taken from the list, only switched off. */
  readonly builtIn: boolean;
  /** Whether the browser lets the extension read it; false asks again. */
  readonly allowed: boolean;
  readonly on: boolean;
}

/** What the reader has chosen for a host: the entry of the host itself, or of the nearest domain above it. */
export function siteChoice(sites: Sites, host: string): 'on' | 'off' | undefined {
  for (let domain = host; domain !== ''; domain = domain.slice(domain.indexOf('.') + 1)) {
    if (Object.hasOwn(sites, domain)) return sites[domain];
    if (!domain.includes('.')) return undefined;
  }
  return undefined;
}

/** Whether the reader wants highlights on a host: the master switch is on and the host is not switched off. */
export function readsHost(settings: Settings, host: string): boolean {
  return settings.enabled && siteChoice(settings.sites, host) !== 'off';
}

/**
 * Whether a page of `hostname` must no longer be read: a permission for it was taken back, and none that is left
 * covers it. A page that was read just once had no permission, so nothing is taken back from it.
 */
export function isRevoked(
  hostname: string,
  revoked: readonly string[],
  remaining: readonly string[],
): boolean {
  const covers = (host: string) => host === '*' || `.${hostname}`.endsWith(`.${host}`);
  return revoked.some(covers) && !remaining.some(covers);
}

/**
 * The sites that the extension reads, may read, or has been told about: those built in, then the others by name.
 * `origins` are the match patterns that the browser reports as allowed, `builtIn` those of the extension itself.
 */
export function listSites(
  sites: Sites,
  origins: readonly string[],
  builtIn: readonly string[],
): readonly SiteRow[] {
  const ownHosts = new Set(builtIn.flatMap((origin) => hostOf(origin) ?? []));
  const allowed = new Map<string, string[]>([...ownHosts].map((host) => [host, []]));
  for (const origin of origins) {
    const host = hostOf(origin);
    if (host === undefined || builtIn.includes(origin)) continue;
    allowed.set(host, [...(allowed.get(host) ?? []), origin]);
  }
  const others = [...allowed.keys(), ...Object.keys(sites)].filter((host) => !ownHosts.has(host));
  return [...ownHosts, ...[...new Set(others)].sort()].map((host) => ({
    host,
    origins: allowed.get(host) ?? [],
    builtIn: ownHosts.has(host),
    allowed: allowed.has(host),
    on: sites[host] !== 'off',
  }));
}

/** The host of a match pattern (`*://*.gov.cn/*` → `gov.cn`), or undefined where it names none. */
export function hostOf(pattern: string): string | undefined {
  if (pattern === '<all_urls>') return '*';
  return /^(?:\*|https?):\/\/(?:\*\.)?([^/]+)\//.exec(pattern)?.[1];
}

/**
 * The match pattern for what a reader types as a site: `news.cn`, `www.news.cn/politics`, `https://news.cn`. The
 * subdomains are included. Undefined where no web address can be read from it.
 */
export function originFor(input: string): string | undefined {
  const text = input.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (!/^https?:$/.test(protocol)) return undefined;
  // Match patterns know neither subdomains of addresses in numbers nor names without a dot, localhost apart.
  if (/^[\d.]+$/.test(hostname) || hostname === 'localhost') return `*://${hostname}/*`;
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(hostname) ? `*://*.${hostname}/*` : undefined;
}
