import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BUILD_FOLDER } from '../../scripts/build.ts';
import {
  forbiddenInBuild,
  forbiddenInSources,
  hostsIn,
  partSizes,
  unknownHosts,
} from '../../scripts/release/findings.ts';
import { readFolder } from '../../scripts/release/package-files.ts';
import { SIZE_BUDGETS } from '../../scripts/release/size-budgets.ts';
import { KINDS } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage'];
/** Of the content script, and of the card that is put into its pages when it is needed: the same. */
const HOSTS = ['*://*.people.cn/*', '*://*.people.com.cn/*', '*://*.peopleapp.com/*'];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

describe.each(KINDS)('the built extension for %s', (kind) => {
  const files = readFolder(ROOT + BUILD_FOLDER[kind]);
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}');

  it('has the smallest set of permissions', () => {
    const wanted = kind === 'chromium' ? [...PERMISSIONS, 'sidePanel'] : PERMISSIONS;
    expect([...manifest.permissions].sort()).toEqual([...wanted].sort());
    expect([...manifest.host_permissions].sort()).toEqual([...HOSTS].sort());
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  it('runs on no page but those of People’s Daily until the reader allows one', () => {
    expect(manifest.content_scripts).toEqual([
      {
        matches: HOSTS,
        run_at: 'document_end',
        css: ['content-scripts/content.css'],
        js: ['content-scripts/content.js'],
      },
    ]);
  });

  it('loads and connects to nothing that is not its own', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: POLICY });
  });

  it('shows pages nothing of itself, and listens to none', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('has exactly these commands, with their keys', () => {
    const keys = Object.fromEntries(
      Object.entries<{ suggested_key?: object }>(manifest.commands).map(([name, command]) => [
        name,
        command.suggested_key,
      ]),
    );
    expect(keys).toEqual({
      'toggle-highlights': { default: 'Alt+R' },
      'next-term': { default: 'Alt+N' },
      'previous-term': { default: 'Alt+P' },
      'explain-selection': { default: 'Alt+Q' },
    });
  });

  it('says which versions it needs, and that it collects no data', () => {
    if (kind === 'chromium') expect(manifest.minimum_chrome_version).toBe('128');
    else
      expect(manifest.browser_specific_settings.gecko).toMatchObject({
        strict_min_version: '146.0',
        data_collection_permissions: { required: ['none'] },
      });
  });

  it('names no host but the documented links', () => {
    const knowledge = readFolder(`${ROOT}assets/knowledge`);
    const documented = hostsIn([...knowledge.values()].map(String));
    expect(unknownHosts(files, documented)).toEqual([]);
  });

  it('holds no way to run text as code and none to the network', () => {
    expect(forbiddenInBuild(files)).toEqual([]);
  });

  it('carries the licences of what others wrote', () => {
    const licences = files.get('third-party-licences.txt')?.toString() ?? '';
    const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    for (const name of Object.keys(dependencies)) expect(licences).toContain(`\n${name} `);
  });

  it('keeps to the budgets of its sizes', () => {
    const over = partSizes(files).filter(({ part, gzip }) => gzip > (SIZE_BUDGETS[part] ?? 0));
    expect(over).toEqual([]);
  });
});

it('writes no markup and runs no text as code in any source', () => {
  const folders = ['entrypoints', 'components', 'utils'];
  expect(folders.flatMap((folder) => forbiddenInSources(readFolder(ROOT + folder)))).toEqual([]);
});
