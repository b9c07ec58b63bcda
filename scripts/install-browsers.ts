import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';

/** Without a Chinese font the pictures are boxes and text is laid out with wrong widths. */
const FONT_FOLDERS = ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'];

/**
 * On Debian as root, installs what the browser tests need and the system lacks: Chromium, Firefox, a Chinese font.
 * Elsewhere it does nothing: the caller says what is missing.
 */
export async function installBrowsers(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  const missing = [
    ...(findBrowser('chromium') ? [] : ['chromium']),
    ...(findBrowser('firefox') ? [] : ['firefox-esr']),
    ...(FONT_FOLDERS.some((path) => existsSync(path)) ? [] : ['fonts-noto-cjk']),
  ];
  if (missing.length === 0) return;
  process.stdout.write(`Installing ${missing.join(', ')} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('apt-get', ['install', '-y', '-q', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}
