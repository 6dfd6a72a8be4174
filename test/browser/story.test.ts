// The story of a pair in two languages, as two visitors of the playground live it: the real program, in a real browser.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHORT_LIVED } from '../support/short-lived.ts';
import { axeFindings, launch } from './chromium.ts';

type Side = 'left' | 'right';

/** Set to write the pictures of the docs. */
const PICTURES = process.env['PICTURES'];

let program: ChildProcess;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let port: number;
let address: string;
const data = mkdtempSync(join(tmpdir(), 'mentor-cycle-story-'));
const complaints: string[] = [];

beforeAll(async () => {
  port = await freePort();
  address = `http://localhost:${port}`;
  await startProgram();
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, bypassCSP: true, locale: 'en-GB', deviceScaleFactor: 1 });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${address}/?left=alva&right=mateo`);
});

afterAll(async () => {
  await browser?.close();
  await stopProgram();
  rmSync(data, { recursive: true, force: true });
});

async function startProgram(): Promise<void> {
  program = spawn(process.execPath, [...SHORT_LIVED, 'src/main.ts'], {
    env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    program.stdout?.on('data', (chunk: Buffer) => chunk.includes(address) && resolve());
    program.once('exit', () => reject(new Error('the program ended')));
  });
}

async function stopProgram(): Promise<void> {
  const ended = new Promise((resolve) => program.once('exit', resolve));
  if (program.exitCode === null && program.kill('SIGTERM')) await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function type(side: Side, line: string): Promise<void> {
  await page.fill(`#${side}-line`, line);
  await page.press(`#${side}-line`, 'Escape');
  await page.click(`#${side} .composer button.main`);
}

/** Presses the button of an action that is on show; the newest where there are several. */
async function press(side: Side, action: string, label?: string): Promise<void> {
  const found = page.locator(`#${side} button[value^="${action} "]`);
  await (label ? found.filter({ hasText: label }) : found).last().click();
}

async function fill(side: Side, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = `#${side}-sheet [name="f.${name}"]`;
    await page.locator(field).first().waitFor({ state: 'attached' });
    const kind = await page.locator(field).first().getAttribute('type');
    if (kind === 'radio' || kind === 'checkbox') await page.check(`${field}[value="${value}"]`);
    else if ((await page.locator(`#${side}-sheet select[name="f.${name}"]`).count()) > 0) await page.selectOption(field, { label: value });
    else await page.fill(field, value);
  }
}

/** Sends the open form, and waits until what follows is there: another title, or no form. */
async function send(side: Side): Promise<void> {
  const title = page.locator(`#${side}-form-title`);
  const before = await title.textContent();
  await page.click(`#${side}-sheet button.main`);
  await expect.poll(async () => (await title.allTextContents())[0] ?? null).not.toBe(before);
}

async function become(side: Side, externalId: string): Promise<void> {
  await page.selectOption(`#${side}-who`, externalId);
  await page.waitForURL((url) => url.searchParams.get(side) === externalId);
}

async function look(side: Side, view: 'messages' | 'channel' | 'home'): Promise<void> {
  await page.click(`#${side}-to-${view}`);
  await page.waitForSelector(`#${side}-view[data-view="${view}"]`);
}

async function picture(name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync('docs/pictures', { recursive: true });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `docs/pictures/${name}.png`, caret: 'initial' });
}

async function isSound(): Promise<void> {
  const grave = (await axeFindings(page)).filter((finding) => finding.impact === 'serious' || finding.impact === 'critical');
  expect(grave).toEqual([]);
}

describe('the playground, in a browser', () => {
  it('says what it is and what to try first, without a serious fault of access', async () => {
    await expect.poll(() => page.title()).toContain('Mentor Cycle');
    await isSound();
    await picture('playground');
  });

  it('lets a mentee sign up in Swedish, notice first, and shows what is wrong at the field (S4.11, S4.80)', async () => {
    await type('left', '/mentor join');
    await page.waitForSelector('#left button[value^="orientation.begin "]');
    await isSound();
    await picture('join-sv');
    await press('left', 'orientation.begin');
    await fill('left', { role: 'mentee', email: 'inte en adress', experience: 'Ny enhetschef inom äldreomsorgen.' });
    await page.click('#left-sheet button.main');
    await page.waitForSelector('#left-f-email-error');
    expect(await page.inputValue('#left-f-experience')).toBe('Ny enhetschef inom äldreomsorgen.');
    expect(await page.getAttribute('#left-f-email', 'aria-invalid')).toBe('true');
    await isSound();
    await picture('form-error-sv');
    await fill('left', { email: 'alva@example.org' });
    await send('left');
    await fill('left', { help: 'communication', topics: 'hålla föredrag', challenges: 'Tala inför 200 kollegor i maj' });
    await send('left');
    await fill('left', { languages: 'en', slots: 'wed-pm' });
    await send('left');
    await press('left', 'orientation.submit');
    await expect.poll(() => page.textContent('#left-reply')).not.toContain('orientation.submit');
  });

  it('lets a mentor sign up in Spanish, side by side', async () => {
    await type('right', '/mentor join');
    await press('right', 'orientation.begin');
    await fill('right', { role: 'mentor', experience: 'Diez años dando clases y charlas.', employer: 'Faro Azul' });
    await send('right');
    await isSound();
    await fill('right', { help: 'communication', topics: 'hålla föredrag\nhablar en público' });
    await send('right');
    await fill('right', { languages: 'en', slots: 'wed-pm' });
    await isSound();
    await send('right');
    await picture('profile-es');
    await press('right', 'orientation.submit');
  });

  it('shows the coordinator the cohort, and who would suit whom; she locks two (S2.7)', async () => {
    await become('left', 'anna');
    await type('left', '/cohort');
    await page.waitForSelector('#left button[value^="programme.show "]');
    await isSound();
    await type('left', '/match lock');
    await page.waitForSelector('#left-form-title');
    await isSound();
    await fill('left', { first: 'Alva Lindqvist', second: 'Mateo Rivas Ortega' });
    await send('left');
    await type('left', '/match preview');
    await page.waitForSelector('#left button[value^="matching.publish "]');
    await isSound();
    await picture('preview-sv');
  });

  it('tells her why, who else and what if, and lets her turn the dial and weigh; nothing is sent (E9.7)', async () => {
    await press('left', 'matching.pair');
    await page.waitForSelector('#left button[value^="matching.alternatives "]');
    await isSound();
    await picture('match-why-sv');
    await press('left', 'matching.alternatives');
    await expect.poll(() => page.textContent('#left-reply')).toContain('som i förslaget');
    await isSound();
    await picture('match-alternatives-sv');

    await type('left', '/match what-if');
    await page.waitForSelector('#left-form-title');
    await isSound();
    await fill('left', { change: 'place', first: 'Mateo Rivas Ortega' });
    await send('left');
    await expect.poll(() => page.textContent('#left-reply')).toContain('hade en plats till');
    await isSound();

    await type('left', '/match dial');
    await expect.poll(() => page.textContent('#left-reply')).toContain('svagast först');
    await isSound();
    await picture('match-dial-sv');
    await press('left', 'matching.trySettings', 'jämnt');
    await expect.poll(() => page.textContent('#left-reply')).toContain('balanserat → jämnt');

    await type('left', '/match weights');
    await press('left', 'matching.weightsForm');
    await fill('left', { interests: '11' });
    await page.click('#left-sheet button.main');
    await page.waitForSelector('#left-f-interests-error');
    await fill('left', { interests: '6' });
    await isSound();
    await send('left');
    await expect.poll(() => page.textContent('#left-reply')).toContain('2 → 6');
    await isSound();
    await press('left', 'matching.saveSettings');
    await expect.poll(() => page.textContent('#left-reply')).toContain('Sparat som version 1');
    await type('left', '/match undo');
    await press('left', 'matching.undoStep');
    await page.locator('dialog[open] button.main').last().click();
    await expect.poll(() => page.textContent('#left-reply')).toContain('version 2');
    expect(await page.locator('#right-log').textContent()).not.toContain('Alva');
  });

  it('asks those whom she has looked at, once she publishes (S2.7)', async () => {
    await type('left', '/match preview');
    await page.waitForSelector('#left button[value^="matching.publish "]');
    await press('left', 'matching.publish');
    await page.locator('dialog[open] button.main').last().click();
    await expect.poll(() => page.locator('#left button[value^="matching.publish "]').count()).toBe(0);
  });

  it('asks the mentee first, then the mentor, and shows both on the second yes (S4.20-S4.25)', async () => {
    await become('left', 'alva');
    await page.waitForSelector('#left button[value^="matching.menteeYes "]');
    expect(await page.textContent('#left-log')).not.toMatch(/Mateo|Rivas|Faro Azul|example\.org/);
    await isSound();
    await picture('asked-first-sv');
    await press('left', 'matching.menteeYes');
    await page.waitForSelector('#right button[value^="matching.mentorYes "]');
    expect(await page.textContent('#right-log')).not.toMatch(/Alva|Lindqvist|example\.org/);
    await press('right', 'matching.mentorYes');
    await expect.poll(() => page.textContent('#left-log')).toContain('Mateo Rivas Ortega');
    await expect.poll(() => page.textContent('#right-log')).toContain('Alva Lindqvist');
    await isSound();
    await picture('reveal');
  });

  it('helps her with a SMART goal, which he may ask about (S0.12, S0.13)', async () => {
    await type('left', '/goal new');
    await page.waitForSelector('#left-form-title');
    await isSound();
    await fill('left', { title: 'Hålla ett föredrag inför 200 kollegor', specific: 'Tjugo minuter på konferensen i maj' });
    await picture('goal-sv');
    await send('left');
    await page.waitForSelector('#left-reply .reply');
    await isSound();
    await press('left', 'goals.look');
    await press('left', 'goals.share');
    await picture('goal-coach-sv');
  });

  it('asks both after two weeks, and one tap answers for both (S4.55, C14)', async () => {
    for (let week = 0; week < 3; week++) {
      const before = await page.textContent('#clock .day');
      await page.click('button[name="move"][value="week"]');
      await expect.poll(() => page.textContent('#clock .day')).not.toBe(before);
    }
    await page.waitForSelector('#left button[value^="meetings.answer "]');
    await page.waitForSelector('#right button[value^="meetings.answer "]');
    await isSound();
    await picture('check-in');
    await page.locator('#left button[value^="meetings.answer "]').first().click();
    await expect.poll(() => page.locator('#right-log').textContent()).toContain('Alva Lindqvist');
    await expect.poll(() => page.locator('#right button[value^="meetings.answer "]').count()).toBe(0);
    await picture('answered');
  });

  it('shows where each stands on the home page, also at 360 px and in the dark', async () => {
    await look('left', 'home');
    await look('right', 'home');
    await page.waitForSelector('#left-log svg.ring');
    await isSound();
    await picture('home');
    await page.emulateMedia({ colorScheme: 'dark' });
    await isSound();
    await picture('home-dark');
    await page.setViewportSize({ width: 360, height: 780 });
    await isSound();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await picture('home-360');
  });

  it('keeps everything over a restart, the clock too', async () => {
    await page.setViewportSize({ width: 1400, height: 1000 });
    const [clock, home] = [await page.textContent('#clock .day'), await page.textContent('#left-log')];
    await stopProgram();
    await startProgram();
    await page.goto(`${address}/?left=alva&leftView=home&right=mateo`);
    expect(await page.textContent('#left-log')).toBe(home);
    expect(await page.textContent('#clock .day')).toBe(clock);
    await look('right', 'messages');
    expect(await page.textContent('#right-log')).toContain('Alva Lindqvist');
    expect(complaints).toEqual([]);
  });
});
