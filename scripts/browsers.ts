import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { BrowserKind } from './build.ts';
import { eventually } from './eventually.ts';
import { findBrowser, OVERRIDE } from './find-browser.ts';
import { QUIET_CHROMIUM, QUIET_FIREFOX } from './quiet-browsers.ts';

interface LaunchOptions {
  readonly kind: BrowserKind;
  /** The executable; without it, the one that {@link findBrowser} finds. */
  readonly path?: string;
  readonly headless: boolean;
  /** Folder of an unpacked extension to load. */
  readonly extension?: string;
  /** Further command-line switches. */
  readonly args?: readonly string[];
  /**
   * Port of a proxy on 127.0.0.1 through which everything goes that the browser asks for, loopback included; the
   * browser's own services are switched off then, as far as it can be told to.
   */
  readonly proxyPort?: number;
  /** Folder of a profile that is kept, with the extension in it; without it a fresh one is made and removed. */
  readonly profile?: string;
  /** The origin of the extension that an earlier start has installed in the profile. */
  readonly installed?: string | undefined;
  /** The extension as an archive, which Firefox installs so that it is there again at the next start. */
  readonly archive?: string;
  /** Further preferences of Firefox. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

/** A running browser. */
export interface BrowserSession {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…` without a slash at the end; undefined without an extension. */
  readonly origin: string | undefined;
  /** Opens an address, also a page of the extension, in a new tab and brings it to the front. */
  open(url: string): Promise<Page>;
  close(): Promise<void>;
}

/** Firefox gives each extension a random address; a fixed one lets tests open its pages. */
const FIREFOX_UUID = '6f5b0d3e-55a1-4c2b-9a6e-1f8a0c7d2b41';

/**
 * Starts a browser with a fresh profile and, if asked, the extension in it.
 * @throws Error when no browser of the kind is found, or it does not start.
 */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserSession> {
  const path = options.path ?? findBrowser(options.kind)?.path;
  if (!path) throw new Error(`No ${options.kind} was found; ${OVERRIDE[options.kind]} can name one.`);
  return options.kind === 'firefox' ? launchFirefox(path, options) : launchChromium(path, options);
}

async function launchChromium(path: string, options: LaunchOptions): Promise<BrowserSession> {
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: options.headless,
    pipe: true,
    ...(options.headless ? {} : { defaultViewport: null }),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    ...(options.extension
      ? { enableExtensions: options.profile === undefined ? [options.extension] : true }
      : {}),
    args: [
      // The sandbox of Chromium refuses to run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(options.extension && options.profile !== undefined ? keptExtension(options.extension) : []),
      ...(options.proxyPort === undefined
        ? []
        : [
            `--proxy-server=127.0.0.1:${options.proxyPort}`,
            '--proxy-bypass-list=<-loopback>',
            ...QUIET_CHROMIUM,
          ]),
      ...(options.args ?? []),
    ],
  });
  let origin = options.installed;
  if (options.extension && origin === undefined) {
    const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
    origin = new URL(target.url()).origin;
    if (origin === 'null') origin = `chrome-extension://${new URL(target.url()).host}`;
    await closeFirstRunPage(browser);
  }
  return {
    kind: 'chromium',
    browser,
    origin,
    async open(url) {
      const page = await browser.newPage();
      await page.bringToFront();
      await page.goto(url);
      return page;
    },
    close: () => browser.close(),
  };
}

/** What is loaded by the protocol is forgotten when the browser ends; what the command line loads keeps its permissions. */
function keptExtension(folder: string): readonly string[] {
  return [`--load-extension=${folder}`, '--disable-features=DisableLoadExtensionCommandLineSwitch'];
}

/** @param again whether a start that goes wrong may be tried once more. */
async function launchFirefox(path: string, options: LaunchOptions, again = true): Promise<BrowserSession> {
  const addonId = options.extension ? readAddonId(options.extension) : undefined;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: options.headless,
    ...(options.headless ? {} : { defaultViewport: null }),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    args: ['-remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...(addonId ? { 'extensions.webextensions.uuids': JSON.stringify({ [addonId]: FIREFOX_UUID }) } : {}),
      ...(options.proxyPort === undefined ? {} : proxyPreferences(options.proxyPort)),
      // The panel of a download that has begun takes the keyboard away from the page.
      'browser.download.alwaysOpenPanel': false,
      ...options.preferences,
    },
  });
  if (options.extension && options.installed === undefined) {
    if (options.archive === undefined) await browser.installExtension(options.extension);
    else await installForGood(browser, options.archive);
    try {
      await closeFirstRunPage(browser);
    } catch (error) {
      // On a busy machine the driver now and then never hears of the page that has opened.
      await browser.close();
      if (!again) throw error;
      return launchFirefox(path, options, false);
    }
  }
  return {
    kind: 'firefox',
    browser,
    origin: options.extension ? `moz-extension://${FIREFOX_UUID}` : undefined,
    async open(url) {
      const page = await browser.newPage();
      await page.bringToFront();
      if (url.startsWith('moz-extension:')) await navigateOverBidi(browser, page, url);
      else await page.goto(url);
      return page;
    },
    close: () => browser.close(),
  };
}

async function installForGood(browser: Browser, archive: string): Promise<void> {
  const extensionData = { type: 'archivePath', path: archive };
  await sendBidi(browser, 'webExtension.install', { extensionData, 'moz:permanent': true });
}

function proxyPreferences(port: number): Readonly<Record<string, string | number | boolean>> {
  return {
    ...QUIET_FIREFOX,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
  };
}

/**
 * Waits for the page that the extension opens when it is installed, and closes it: it would come to the front at any
 * moment, and a page in the background is neither painted nor pictured.
 * @throws Error when it does not open: every installation opens it.
 */
async function closeFirstRunPage(browser: Browser): Promise<void> {
  const page = await eventually('the first-run page of the extension', async () => {
    for (const candidate of await browser.pages()) {
      // Firefox tells the address of an extension's page only to the page itself.
      const address = `${candidate.url()} ${await candidate.evaluate(() => location.href).catch(() => '')}`;
      if (address.includes('/welcome.html')) return candidate;
    }
    return undefined;
  });
  await page.close();
}

/** `page.goto` never settles on moz-extension addresses (puppeteer 25): the navigation is asked of the protocol itself. */
async function navigateOverBidi(browser: Browser, page: Page, url: string): Promise<void> {
  const { _id: context } = page.mainFrame() as unknown as { readonly _id: string };
  await sendBidi(browser, 'browsingContext.navigate', { context, url, wait: 'complete' });
}

/** Sends a command of WebDriver BiDi that puppeteer has no method for. Returns its result. */
export async function sendBidi(browser: Browser, method: string, params: object): Promise<unknown> {
  const { connection } = browser as unknown as {
    readonly connection: { send(method: string, params: object): Promise<{ readonly result: unknown }> };
  };
  return (await connection.send(method, params)).result;
}

function readAddonId(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const id = (manifest as { browser_specific_settings?: { gecko?: { id?: unknown } } })
    .browser_specific_settings?.gecko?.id;
  if (typeof id !== 'string') throw new Error(`${folder}/manifest.json names no id for Firefox.`);
  return id;
}
