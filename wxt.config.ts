import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { knowledgePlugin } from './scripts/knowledge-plugin.ts';
import { lexiconPlugin } from './scripts/lexicon-plugin.ts';
import { collectLicences } from './scripts/licences.ts';
import { markupPlugin } from './scripts/markup-plugin.ts';
import { PEOPLES_DAILY_MATCHES } from './utils/page/sites.ts';

/**
 * The build. Decisions that are not visible in the lines themselves:
 * - `imports: false`: every name a file uses is imported in that file, so the rooms' laws can be checked.
 * - `cssTarget`: Vite's CSS minifier would otherwise rewrite `light-dark()`.
 * - `modulePreload`: its polyfill would be the only `fetch` of the whole build; the browsers we support need none.
 * - Firefox is built as MV3 as well, so that there is one manifest to reason about.
 */
export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [preact(), lexiconPlugin(), knowledgePlugin(), markupPlugin()],
    build: { cssTarget: 'chrome140', modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'AI+ 导读',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: [
      'storage',
      'contextMenus',
      'scripting',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    // The hosts of the content script, for the card that is put into its pages when it is needed. They change nothing of
    // what the browsers ask at the installation.
    host_permissions: [...PEOPLES_DAILY_MATCHES],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    },
    action: {},
    commands: {
      'toggle-highlights': {
        suggested_key: { default: 'Alt+R' },
        description: '__MSG_commandToggle__',
      },
      'next-term': { suggested_key: { default: 'Alt+N' }, description: '__MSG_commandNext__' },
      'previous-term': { suggested_key: { default: 'Alt+P' }, description: '__MSG_commandPrevious__' },
      'explain-selection': { suggested_key: { default: 'Alt+Q' }, description: '__MSG_commandExplain__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'aiplus-reader@aiplus.example',
              // `::highlight` with underlines came with 146; the registry itself with 140.
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
    web_accessible_resources: [],
  }),
  zip: {
    // What the stores' reviewers need to build the same files, and no more.
    excludeSources: ['assets/store/**', 'test/**'],
  },
  // The hosts of the content script are data of the page room; see entrypoints/content.
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'third-party-licences.txt', contents: collectLicences() });
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      // WXT takes these titles from the pages' <title>, which is in one language.
      if (manifest.action) manifest.action.default_title = '__MSG_extensionName__';
      if (manifest.sidebar_action) {
        manifest.sidebar_action.default_title = '__MSG_extensionName__';
        // Firefox opens a new sidebar over the reader's own; the popup has a button for it.
        manifest.sidebar_action.open_at_install = false;
      }
      const scripts = manifest.content_scripts ?? [];
      if (scripts.some((script) => script.matches?.some((match) => !PEOPLES_DAILY_MATCHES.includes(match)))) {
        throw new Error(
          'A content script matches a host outside of People’s Daily; other sites are optional permissions.',
        );
      }
    },
  },
});
