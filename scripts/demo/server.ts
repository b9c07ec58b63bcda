import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';

const ARTICLE = new URL('../../assets/demo/article.html', import.meta.url);

/** A running server of pages on the loopback address. */
export interface PageServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A page to serve: its body as text (UTF-8) or as bytes in the encoding the page itself declares; `policy` is its
 * Content-Security-Policy, `type` another content type.
 */
export type ServedPage =
  | string
  | Uint8Array
  | { readonly body: string; readonly policy: string }
  | { readonly body: string; readonly type: string };

/** Serves the demonstration article at `/` on 127.0.0.1, on a port that is free. */
export async function serveDemonstration(): Promise<PageServer> {
  return servePages({ '/': await readFile(ARTICLE, 'utf8') });
}

/** Serves pages by path; any other path is 404. */
export async function servePages(pages: Readonly<Record<string, ServedPage>>): Promise<PageServer> {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const isBytes = page instanceof Uint8Array;
    response.setHeader('content-type', isBytes ? 'text/html' : 'text/html; charset=utf-8');
    if (typeof page === 'string' || isBytes) {
      response.end(page);
      return;
    }
    if ('type' in page) response.setHeader('content-type', page.type);
    else response.setHeader('content-security-policy', page.policy);
    response.end(page.body);
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
      else reject(new Error('The server has no port.'));
    });
  });
}
