import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../test/gallery/', import.meta.url));

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

/**
 * Builds the gallery of the components' states and serves it on this machine. The build stays in memory, so that
 * several can be made side by side. `root` is the folder of another version's gallery.
 */
export async function serveGallery(root = ROOT): Promise<{ readonly url: string; close(): Promise<void> }> {
  const files = await buildGallery(root);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
    const file = files.get(path);
    response
      .writeHead(file === undefined ? 404 : 200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' })
      .end(file);
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

async function buildGallery(root: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = await build({
    configFile: `${root}vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = new Map<string, string | Uint8Array>();
  for (const built of outputs) {
    if (!('output' in built)) throw new Error('The gallery was not built.');
    for (const file of built.output)
      files.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
  }
  return files;
}

/** The window in which a surface is looked at, by the first word of a scene's name. */
export function viewportOf(scene: string): { readonly width: number; readonly height: number } {
  if (scene.startsWith('popup')) return { width: 360, height: 600 };
  if (scene.startsWith('panel')) return { width: 384, height: 900 };
  if (scene.startsWith('card')) return { width: 408, height: 900 };
  return { width: 1240, height: 900 };
}
