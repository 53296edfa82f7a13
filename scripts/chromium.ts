import { existsSync } from 'node:fs';

/** How to start a Chromium: what to run and with which arguments. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly args: string[];
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/**
 * Finds a Chromium: the one `CHROMIUM_PATH` names, else one installed on the machine, else the one inside the npm
 * package `@sparticuz/chromium`, which needs nothing but the registry.
 */
export async function findChromium(): Promise<ChromiumLaunch> {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which does not exist`);
  const installed = wanted ?? INSTALLED.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  const { default: chromium } = await import('@sparticuz/chromium');
  // Made for one page in one short-lived process: with these, closing a context ends the whole browser.
  const unwanted = ['--single-process', '--no-zygote', '--in-process-gpu', '--disable-web-security'];
  const args = chromium.args.filter((each) => !unwanted.includes(each));
  return { executablePath: await chromium.executablePath(), args };
}
