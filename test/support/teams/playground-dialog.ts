// A dialog in Agents Playground: filled in and read by what stands at its fields, as a person does.

import type { Locator, Page } from 'playwright-core';

/** A text, a day such as `2026-12-24`, an option, or several options. */
export type Filling = string | readonly string[];

const DIALOG = '[role="dialog"]';

const KINDS = ['combobox', 'radiogroup', 'checkbox'] as const;
type Kind = (typeof KINDS)[number] | 'textbox';

export class PlaygroundDialog {
  private readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator(DIALOG).filter({ hasText: 'Your Message Extension App' });
  }

  async open(command: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await this.page.getByRole('menuitem', { name: 'Action Command' }).click();
    const asking = this.page.locator(DIALOG);
    await asking.getByRole('textbox', { name: 'Command ID' }).fill(command);
    await asking.getByRole('button', { name: 'Create' }).click();
  }

  /** Waits until these words stand in it; resolves to all that does. */
  async reads(words: string): Promise<string> {
    const found = this.root.getByText(words).first();
    await found.waitFor().catch(async () => {
      throw new Error(`the dialog does not say “${words}”, but:\n${(await this.root.allInnerTexts()).join('')}`);
    });
    return this.root.innerText();
  }

  async fills(fields: Readonly<Record<string, Filling>>): Promise<void> {
    for (const [label, filling] of Object.entries(fields)) await this.fill(label, filling);
  }

  /** What stands in a field; of choices, those that are chosen. */
  async value(label: string): Promise<Filling> {
    const { kind, field } = await this.field(label);
    if (kind === 'textbox' || kind === 'combobox') return field.inputValue();
    if (kind === 'radiogroup') return (await field.locator('input:checked ~ label').allInnerTexts()).join();
    const ticked = await this.root.getByRole('checkbox', { name: startingWith(label), checked: true }).all();
    return Promise.all(ticked.map(async (box) => (await box.getAttribute('aria-label')) ?? ''));
  }

  async presses(label: string): Promise<void> {
    await this.root.getByRole('button', { name: label, exact: true }).last().click();
  }

  async closes(): Promise<void> {
    await this.root.getByRole('button', { name: 'Close', exact: true }).click();
    await this.root.waitFor({ state: 'detached' });
  }

  private async fill(label: string, filling: Filling): Promise<void> {
    const { kind, field } = await this.field(label);
    const wanted = typeof filling === 'string' ? [filling] : filling;
    if (kind === 'textbox') return field.fill(wanted.join());
    if (kind === 'radiogroup') return field.getByText(wanted.join(), { exact: true }).click();
    if (kind === 'checkbox') {
      for (const option of wanted) await this.root.getByRole('checkbox', { name: `${label} ${option}`, exact: true }).check();
      return;
    }
    // A calendar would lie over all else.
    if ((await field.getAttribute('aria-haspopup')) === 'dialog') {
      await field.fill(wanted.join());
      return field.blur();
    }
    await field.click();
    for (const option of wanted) await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** The fault of a field becomes part of its name, so that the name may go on. */
  private async field(label: string): Promise<{ readonly kind: Kind; readonly field: Locator }> {
    const named = (kind: Kind) => this.root.getByRole(kind, { name: startingWith(label) });
    const field = named('textbox').or(named('combobox')).or(named('radiogroup')).or(named('checkbox')).first();
    const role = (await field.getAttribute('role')) ?? (await field.getAttribute('type'));
    return { kind: KINDS.find((kind) => kind === role) ?? 'textbox', field };
  }
}

function startingWith(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
