// A browser that comes from npm, so that nothing is installed by hand, and what an accessibility check finds in a page.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as player, type Page } from 'playwright-core';

/** Made for servers without a desktop, but they also switch off the web's own safety, which we want to see at work. */
const UNWANTED = ['--disable-web-security', '--allow-running-insecure-content', '--disable-site-isolation-trials', '--single-process', '--headless'];

/** `CHROME_PATH` names another Chromium or Chrome, where the one from npm does not run. */
export async function launch(): Promise<Browser> {
  const own = process.env['CHROME_PATH'];
  const args = chromium.args.filter((arg) => !UNWANTED.some((unwanted) => arg.startsWith(unwanted)));
  return player.launch(own ? { executablePath: own } : { executablePath: await chromium.executablePath(), args, headless: true });
}

export interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly where: readonly string[];
}

interface AxeRun {
  run(options: object): Promise<{ violations: { id: string; impact: string | null; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }>;
}

/** What axe-core finds against WCAG 2.2 AA and good practice. The context needs `bypassCSP: true`, for axe comes from outside. */
export async function axeFindings(page: Page): Promise<readonly Finding[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  if (!isThere) await page.evaluate(await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
  const { violations } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: AxeRun };
    return axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return violations.map((one) => ({
    rule: one.id,
    impact: one.impact ?? 'unknown',
    help: one.help,
    where: one.nodes.map((node) => `${node.target.map(String).join(' ')}: ${node.failureSummary ?? ''}`),
  }));
}
