import type { Settings } from './schema.ts';

/** Whether the reader wants highlights on a host: the master switch is on and the host is not switched off. */
export function readsHost(settings: Settings, host: string): boolean {
  return settings.enabled && settings.sites[host] !== 'off';
}
