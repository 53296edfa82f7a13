/**
 * Takes a picture of every scene in every look into `.artifacts/screenshots/`.
 *
 *     node packages/elements/scripts/screenshots.ts [look-prefix] [scene-prefix]
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'tsup';
import { findChromium } from '../../../scripts/chromium.ts';
import { type Look, looks, type Scene, scenes } from './screenshots/index.ts';

const root = path.resolve(import.meta.dirname, '..');
const artifacts = path.resolve(root, '../../.artifacts');
const [lookPrefix = '', scenePrefix = ''] = process.argv.slice(2);
const font = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);

await build({
  config: false,
  silent: true,
  entry: [path.join(root, 'scripts/screenshots/harness.ts')],
  outDir: path.join(artifacts, 'harness'),
  outExtension: () => ({ js: '.js' }),
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  noExternal: [/.*/],
});
const launch = await findChromium();
const browser = await chromium.launch(launch);
for (const [lookName, look] of Object.entries(looks)) {
  if (lookName.startsWith(lookPrefix)) await takeAll(browser, lookName, look);
}
await browser.close();

async function takeAll(browser: Browser, lookName: string, look: Look): Promise<void> {
  const folder = path.join(artifacts, 'screenshots', lookName);
  await mkdir(folder, { recursive: true });
  for (const [name, scene] of Object.entries(scenes)) {
    if (!name.startsWith(scenePrefix)) continue;
    await take(browser, look, scene, path.join(folder, `${name}.png`));
  }
  console.log(folder);
}

async function take(browser: Browser, look: Look, scene: Scene, file: string): Promise<void> {
  const viewport = { width: look.width, height: 600 };
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport, ...look.context });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(file, error.message));
  await page.route('**/*', (route) =>
    serve(new URL(route.request().url()).pathname, look).then(route.fulfill.bind(route)),
  );
  await page.clock.install();
  await page.goto('http://localhost/');
  await page.evaluate((begins) => window.mount(begins), scene.begins);
  await page.waitForTimeout(80);
  await scene.act?.(page);
  await page.waitForTimeout(120);
  await page.screenshot({ path: file, fullPage: true });
  await context.close();
}

async function serve(pathname: string, look: Look) {
  if (pathname === '/') return { contentType: 'text/html', body: pageOf(look) };
  if (pathname === '/inter.woff2') return { contentType: 'font/woff2', body: await readFile(font) };
  const file = path.join(artifacts, 'harness', path.basename(pathname));
  return { contentType: 'text/javascript', body: await readFile(file) };
}

function pageOf(look: Look): string {
  return `<!doctype html><html ${look.html ?? 'lang="en"'}><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>phone-setup</title>
    <style>
      @font-face { font-family: Inter; src: url(/inter.woff2) format('woff2'); font-weight: 100 900 }
      :root { background: #f6f7f9 } body { margin: 0; font: 16px Inter, sans-serif }
      main { padding: clamp(0px, 2.5vw, 24px) }
      ${look.style ?? ''}
    </style>
    <main></main><script type="module" src="/harness.js"></script></html>`;
}
