import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../test/gallery/', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../.output/gallery/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** What the gallery's page offers to scripts; see test/gallery/main.tsx. */
export interface GalleryHandle {
  readonly names: readonly string[];
  readonly locales: readonly string[];
  show(name: string | null, locale: string, theme: string): void;
}

/** Builds the gallery of the components' states and serves it on this machine. */
export async function serveGallery(): Promise<{ readonly url: string; close(): Promise<void> }> {
  await build({ configFile: `${ROOT}vite.config.ts`, logLevel: 'error' });
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    const type = TYPES[extname(path)];
    if (type === undefined || path.includes('..')) {
      response.writeHead(404).end();
      return;
    }
    const file = await readFile(OUTPUT + path).catch(() => undefined);
    response.writeHead(file ? 200 : 404, { 'content-type': type }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The window in which a surface is looked at, by the first word of a scene's name. */
export function viewportOf(scene: string): { readonly width: number; readonly height: number } {
  if (scene.startsWith('popup')) return { width: 360, height: 600 };
  if (scene.startsWith('panel')) return { width: 384, height: 900 };
  if (scene.startsWith('card')) return { width: 408, height: 900 };
  return { width: 1240, height: 900 };
}
