import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserSession } from '../../scripts/browsers.ts';
import type { BrowserKind } from '../../scripts/build.ts';
import { firefoxWindow } from './firefox-window.ts';

/** A request of the browser, of any of its processes, from its first moment on. */
export interface AttributedRequest {
  readonly url: string;
  /**
   * On whose account, as the browser's own books say: `reader` for an address that was gone to, `browser` for the
   * browser itself, otherwise the origin of the page or the extension that asked.
   */
  readonly by: string;
}

/** Writes down who asks for what. */
export interface RequestBook {
  /** Switches that a browser is to be started with. */
  readonly args: readonly string[];
  /** To be called when it has started, before anything is opened. */
  begin(session: BrowserSession): Promise<void>;
  /** Ends the session; what it has asked for until then. */
  close(session: BrowserSession): Promise<readonly AttributedRequest[]>;
}

/** Opens the book that a browser keeps of its requests. */
export function openRequestBook(kind: BrowserKind): Promise<RequestBook> {
  return kind === 'firefox' ? Promise.resolve(firefoxBook()) : chromiumBook();
}

/** The part of Chromium's log of its network that is read: https://www.chromium.org/developers/design-documents/network-stack/netlog */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string; readonly request_type?: string };
  }[];
}

async function chromiumBook(): Promise<RequestBook> {
  const folder = await mkdtemp(join(tmpdir(), 'requests-'));
  const file = join(folder, 'log.json');
  return {
    args: [`--log-net-log=${file}`],
    begin: async () => undefined,
    async close(session) {
      await session.close();
      const { constants, events }: NetLog = JSON.parse(await readFile(file, 'utf8'));
      await rm(folder, { recursive: true });
      const started = constants.logEventTypes.URL_REQUEST_START_JOB;
      return events.flatMap(({ type, params: { url, initiator, request_type: purpose } = {} }) => {
        if (type !== started || url === undefined || initiator === undefined) return [];
        const own = purpose === 'main frame' ? 'reader' : 'browser';
        return [{ url, by: initiator === 'not an origin' ? own : initiator }];
      });
    },
  };
}

function firefoxBook(): RequestBook {
  return {
    args: [],
    async begin({ browser }) {
      const inWindow = await firefoxWindow(browser);
      await inWindow(`
        window.requestBook = [];
        const observe = (channel) => {
          const { loadInfo, URI } = channel.QueryInterface(Ci.nsIHttpChannel);
          const { triggeringPrincipal: asker, externalContentPolicyType: purpose } = loadInfo;
          const own = purpose === Ci.nsIContentPolicy.TYPE_DOCUMENT ? 'reader' : 'browser';
          requestBook.push({ url: URI.spec, by: asker.isSystemPrincipal ? own : asker.origin });
        };
        Services.obs.addObserver({ observe }, 'http-on-modify-request');`);
    },
    async close(session) {
      const inWindow = await firefoxWindow(session.browser);
      const book = String(await inWindow('return JSON.stringify(requestBook);'));
      await session.close();
      return JSON.parse(book);
    },
  };
}
