import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that answers for the hosts of a test itself, lets nothing through, and remembers what was asked for. */
export interface RecordingProxy {
  readonly port: number;
  /** `GET http://host/path` or `CONNECT host:443`, in the order in which they came. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** @param answer the page at an address, or undefined where there is none. */
export async function startRecordingProxy(answer: (url: URL) => string | undefined): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const page = URL.canParse(request.url ?? '') ? answer(new URL(request.url ?? '')) : undefined;
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page);
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
