// Cards as Microsoft's own library draws them in a browser: people fill them in, press them, and get back what they typed;
// and what they write is letters there, even where Markdown is read as the web reads HTML (F14).

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../../adapters/teams/render/card.ts';
import { renderForm } from '../../../../adapters/teams/render/form.ts';
import { renderMessage } from '../../../../adapters/teams/render/message.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import { run } from '../../../../adapters/teams/render/text.ts';
import type { ShownForm, ShownInput } from '../../../../src/bot/views/shown.ts';
import { launch } from '../../../browser/chromium.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import { everywhere } from './everywhere.ts';
import { seen } from './parsed.ts';
import { TEAMS } from './teams-hostile.ts';

/** What somebody wrote is put into the page as it is wherever the library asks for Markdown; Teams reads none in choices. */
const DRAW = `
AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = '<p>' + text + '</p>'; result.didProcess = true; };
window.draw = (json) => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.onExecuteAction = (action) => { window.sent = action.data; };
  card.parse(json);
  window.sent = undefined;
  document.body.replaceChildren(card.render());
};`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  const library = await readFile(fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js')), 'utf8');
  await page.addScriptTag({ content: library });
  await page.addScriptTag({ content: DRAW });
});
afterAll(() => browser?.close());

async function draw(card: Card): Promise<void> {
  await page.evaluate(`draw(${JSON.stringify(card)})`);
}

/** What the last pressed button sent, and what stood in the fields. */
async function sent() {
  return pressedIn(await page.evaluate('window.sent'));
}

async function press(name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click();
}

const options = ['One', 'Two, or more', '*Three*', 'Four'].map((label, index) => ({ value: `v,${index}`, label }));
const more = [...options, ...options.map(({ value, label }) => ({ value: `w${value}`, label: `${label} again` }))];
const named = (name: string) => ({ name, label: `About ${name}`, required: name === 'line' });
const INPUTS: readonly ShownInput[] = [
  { ...named('line'), input: 'line', max: 5, value: '' },
  { ...named('text'), input: 'paragraph', max: 5, value: 'before' },
  { ...named('few'), input: 'choice', options, value: '' },
  { ...named('many'), input: 'choice', options: more, value: '' },
  { ...named('boxes'), input: 'choices', options, value: ['v,3'] },
  { ...named('day'), input: 'date', value: '' },
  { ...named('hour'), input: 'time', value: '08:00' },
  { ...named('number'), input: 'number', min: 1, max: 5, value: '' },
  { ...named('where'), input: 'channel', value: 'C0123' },
  { ...named('yes'), input: 'agree', value: false },
];
const FORM: ShownForm = {
  ...{ type: 'form', language: 'en', title: 'All', submit: 'Save', cancel: 'Cancel', action: 'goals.save', token: 'k.t' },
  ...{ intro: [], inputs: INPUTS, also: [{ label: 'Keep for later', next: 'later' }] },
};

describe('a form in the hands of a person', () => {
  it('sends what was typed, and holds it when it comes back', async () => {
    await draw(renderForm(FORM, { place: 'dialog' }));
    await page.getByLabel('About line').fill('longer than it may be 👩‍👩‍👧‍👦');
    await page.getByLabel('About text').fill('one\ntwo, three');
    await page.getByRole('radio', { name: 'Two, or more' }).check();
    await page.getByLabel('About many').selectOption({ label: '*Three* again' });
    await page.getByRole('checkbox', { name: 'One' }).check();
    await page.getByLabel('About day').fill('2026-12-01');
    await page.getByLabel('About number').fill('about 7');
    await page.getByRole('radio', { name: 'No channel' }).check();
    await page.getByRole('checkbox', { name: 'I agree' }).check();
    await press('Save');
    const typed = {
      ...{ line: 'longer than it may be 👩‍👩‍👧‍👦', text: 'one\ntwo, three', few: 'v,1', many: 'wv,2', boxes: ['v,0', 'v,3'] },
      ...{ day: '2026-12-01', hour: '08:00', number: 'about 7', where: '', yes: 'on' },
    };
    const first = await sent();
    expect(first).toMatchObject({ kind: 'form', action: 'goals.save', token: 'k.t', typed });
    expect(first).not.toHaveProperty('next');

    const form = first?.kind === 'form' ? first.form : null;
    if (!form) throw new Error('no form came back');
    await draw(renderForm(form, { place: 'dialog', typed, fields: { number: 'A whole number, please.' } }));
    expect(await page.innerText('body')).toContain('⚠ A whole number, please.');
    await press('Keep for later');
    expect(await sent()).toMatchObject({ kind: 'form', typed, next: 'later' });
  });

  it('asks for what must be there by itself, unless it may be sent half full', async () => {
    await draw(renderForm({ ...FORM, also: [] }, { place: 'dialog' }));
    await press('Save');
    expect(await sent()).toBeNull();
    expect(await page.innerText('body')).toContain('Something is missing here.');
    await draw(renderForm(FORM, { place: 'dialog' }));
    await press('Save');
    expect(await sent()).toMatchObject({ typed: { line: '', day: '', few: '', boxes: ['v,3'], where: 'C0123' } });
  });
});

it('a button that asks first sends nothing before the answer', async () => {
  const button = { label: 'Remove', confirm: 'Really remove?', style: 'danger', action: 'goals.drop', token: 'k.t' } as const;
  for (const place of ['chat', 'dialog'] as const) {
    await draw(renderMessage({ type: 'message', language: 'en', blocks: [{ block: 'actions', buttons: [button] }] }, place));
    expect(await page.getByText('Really remove?').isVisible()).toBe(false);
    await press('Remove');
    expect(await page.getByText('Really remove?').isVisible()).toBe(true);
    expect(await sent()).toBeNull();
    await press('Remove');
    expect(await sent()).toEqual({ kind: 'press', action: 'goals.drop', token: 'k.t' });
  }
});

describe('what people write', () => {
  // The one image is ours, whatever its words.
  const LIVE =
    'a[href], img:not([src^="https://mentor.example.org/picture/"]), script, iframe, style, b, i, em, strong, at, code, pre, h1, h2, ul, ol, li, blockquote';
  const LOOK = `({ read: document.body.innerText, live: [...document.body.querySelectorAll('${LIVE}')].map((one) => one.outerHTML) })`;
  const looks = async (cards: readonly object[]) =>
    (await page.evaluate(`(${JSON.stringify(cards)}).map((card) => { draw(card); return ${LOOK}; })`)) as readonly {
      readonly read: string;
      readonly live: readonly string[];
    }[];
  const bare = (text: string) => seen(text).replaceAll(/\s/g, '');

  it('is letters on the page too', async () => {
    const texts = [...TEAMS, ...HOSTILE.filter((one) => one.length < 300)];
    const drawn = texts.flatMap((text) => {
      const { cards, forms } = everywhere(text, 'en');
      return [cards[1], forms[1]].flatMap((card) => (card ? [{ text, card }] : []));
    });
    const seenThere = await looks(drawn.map(({ card }) => card));
    expect(seenThere).toHaveLength(2 * texts.length);
    for (const [index, { read, live }] of seenThere.entries()) {
      const text = drawn[index]?.text ?? '';
      expect([text, live]).toEqual([text, []]);
      expect(bare(read)).toContain(bare(run(text)[0]?.text ?? ''));
    }
  });

  it('would be more in the wrong element, and this would see it', async () => {
    const text = '<b>x</b>';
    expect(await looks([{ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] }])).toEqual([{ read: 'x', live: ['<b>x</b>'] }]);
  });
});
