// A person before Agents Playground: writes, presses, posts in the channel, and reads what stands on the screen.

import type { Browser, Locator, Page } from 'playwright-core';
import { PlaygroundDialog } from './playground-dialog.ts';
import { type Playground, TEAM } from './playground.ts';

const PERSONAL = 'Personal Chat';
const CHANNEL = `${TEAM.name} - ${TEAM.channel}`;
const BOT = 'Mentor Cycle';

export class PlaygroundPerson {
  readonly name: string;
  readonly dialog: PlaygroundDialog;
  private readonly page: Page;
  private place: string = PERSONAL;

  private constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
    this.dialog = new PlaygroundDialog(page);
  }

  /** The tool adds the app for a person as soon as they look. */
  static async before({ url, person }: Playground, browser: Browser): Promise<PlaygroundPerson> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 1, locale: 'en-GB', timezoneId: person.timeZone });
    // Fonts and pictures of Microsoft's: the page does without.
    await context.route(
      ({ hostname }) => hostname !== 'localhost',
      (route) => route.abort(),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(url);
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    return new PlaygroundPerson(person.name, page);
  }

  /** Writes in their own chat with the bot. */
  async types(line: string): Promise<void> {
    await this.goes(PERSONAL);
    await this.page.getByRole('textbox').click();
    await this.page.keyboard.insertText(line);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** Writes in the channel, to the bot by its name. */
  async mentions(line: string): Promise<void> {
    await this.goes(CHANNEL);
    await this.page.getByRole('textbox').first().click();
    // Letter by letter, or no menu opens.
    await this.page.keyboard.type(`@${BOT.slice(0, 4)}`);
    await this.page.getByRole('menuitem', { name: BOT }).click();
    await this.page.keyboard.insertText(` ${line}`);
    await this.page.getByRole('button', { name: 'Post', exact: true }).click();
  }

  /** Adds the app to the team: the tool does so where somebody first looks into a channel. */
  async addsToTeam(): Promise<void> {
    await this.goes(CHANNEL);
  }

  /** Opens the dialog of an action command of the message extension. */
  async opens(command: string): Promise<void> {
    await this.goes(PERSONAL);
    await this.dialog.open(command);
  }

  /** Presses the newest button of this label in their own chat. */
  async presses(label: string): Promise<void> {
    await this.goes(PERSONAL);
    await this.buttons(label).last().click();
  }

  /** The same where a question unfolds below the button, which is answered by a button of the same label. */
  async confirms(label: string): Promise<void> {
    const before = await this.buttons(label).count();
    await this.presses(label);
    await this.buttons(label).nth(before).click();
  }

  /** Waits until no button of this label is left in their own chat. */
  async loses(label: string): Promise<void> {
    await this.goes(PERSONAL);
    await this.buttons(label).first().waitFor({ state: 'detached' });
  }

  /** Waits for a message with these words in their own chat; resolves to the newest one as it then stands. */
  async hears(words: string): Promise<string> {
    await this.goes(PERSONAL);
    return this.finds(this.messages, words);
  }

  /** The same in the channel, where everybody reads. */
  async readsInChannel(words: string): Promise<string> {
    await this.goes(CHANNEL);
    return this.finds(this.posts, words);
  }

  /** All that stands in their own chat, the oldest first. */
  async reads(): Promise<readonly string[]> {
    await this.goes(PERSONAL);
    return this.messages.allInnerTexts();
  }

  /** Of the whole screen, or of the dialog, or else the newest card, alone. */
  async picture(path: string, of: 'screen' | 'newest'): Promise<void> {
    if (of === 'screen') return void (await this.page.screenshot({ path }));
    const { root } = this.dialog;
    await ((await root.count()) > 0 ? root : this.page.locator('.fai-OutputCard').last()).screenshot({ path });
  }

  private get messages(): Locator {
    return this.page.getByLabel('Message header').locator('..');
  }

  private get posts(): Locator {
    return this.page.getByRole('group').filter({ has: this.page.getByRole('button', { name: 'Show more information' }) });
  }

  private buttons(label: string): Locator {
    return this.messages.getByRole('button', { name: label, exact: true });
  }

  private async finds(all: Locator, words: string): Promise<string> {
    const found = all.filter({ hasText: words }).last();
    await found.waitFor().catch(async () => {
      throw new Error(`${this.name} does not see “${words}”, but:\n${(await all.allInnerTexts()).join('\n---\n')}`);
    });
    return found.innerText();
  }

  private async goes(place: string): Promise<void> {
    // A page behind others is drawn seldom, and waits as long before each click.
    await this.page.bringToFront();
    if (this.place === place) return;
    await this.page.getByRole('treeitem', { name: place }).click();
    this.place = place;
  }
}
