// A shown form as a dialog over its pane, with help and errors tied to their fields.

import type { Reply } from '../../src/bot/actions/dispatch.ts';
import type { ShownForm, ShownInput, ShownOption } from '../../src/bot/views/shown.ts';
import { languageOf } from '../../src/bot/texts/language.ts';
import { say } from '../../src/bot/views/text.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PlaygroundPerson } from '../../src/playground.ts';
import { renderBlocks, renderSpans } from './render.ts';
import type { Side } from './state.ts';
import { wordsIn } from './words.ts';

/** Our own fields (side, event) and the form's share one body; the form's begin with this. */
export const FIELD = 'f.';

/** How few options are better seen at once than hidden in a list. */
const RADIOS = 6;

export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface Opened {
  readonly side: Side;
  readonly who: string;
  readonly event: string;
  readonly people: readonly PlaygroundPerson[];
  /** Where Cancel leads without a script. */
  readonly back: string;
  /** After a refusal: what is wrong, and what was typed. */
  readonly reply?: Reply;
  readonly typed?: Typed;
}

export function renderForm(form: ShownForm, opened: Opened): Markup {
  const title = `${opened.side}-form-title`;
  const inputs = form.inputs.map((input) => new Field(input, form.language, opened).render());
  const also = form.also.map((other) => markup`<button name="${FIELD}next" value="${other.next}" class="plain">${other.label}</button>`);
  return markup`
    <dialog class="sheet" open lang="${form.language}" aria-labelledby="${title}" ${opened.typed ? 'data-typed' : ''}>
      <form method="post" hx-post="" hx-swap="none" hx-sync="this:drop" novalidate autocomplete="off">
        <input type="hidden" name="do" value="submit">
        <input type="hidden" name="side" value="${opened.side}">
        <input type="hidden" name="who" value="${opened.who}">
        <input type="hidden" name="event" value="${opened.event}">
        <input type="hidden" name="press" value="${form.action} ${form.token}">
        <h2 id="${title}" tabindex="-1">${form.title}</h2>
        ${refusalNote(opened.side, opened.reply)}
        ${renderBlocks(form.intro)}
        ${inputs}
        <div class="actions">
          <button class="main">${form.submit}</button>
          ${also}
          <a class="button plain" href="${opened.back}" data-close>${form.cancel}</a>
        </div>
      </form>
    </dialog>`;
}

/** Why a sent form was not taken. Where the form's fields are not at hand, their faults stand here too. */
export function refusalNote(side: Side, reply: Reply | undefined, faults: readonly string[] = []): Markup {
  const words = reply?.text ? markup`<p class="refusal" role="alert">${renderSpans(reply.text)}</p>` : nothing;
  return markup`<div id="${side}-form-refusal" class="refusals">${words}${faults.map((fault) => markup`<p class="error">${fault}</p>`)}</div>`;
}

/** One input with its label, help and error. */
class Field {
  private readonly input: ShownInput;
  private readonly language: string;
  private readonly opened: Opened;
  private readonly id: string;
  private readonly fault: string | undefined;

  constructor(input: ShownInput, language: string, opened: Opened) {
    this.input = input;
    this.language = language;
    this.opened = opened;
    this.id = `${opened.side}-f-${input.name}`;
    const faults = opened.reply?.fields ?? {};
    this.fault = Object.hasOwn(faults, input.name) ? faults[input.name] : undefined;
  }

  render(): Markup {
    const { input } = this;
    switch (input.input) {
      case 'choices':
        return this.group(this.ticks(input.options));
      case 'choice':
        return input.options.length <= RADIOS ? this.group(this.radios(input.options)) : this.labelled(this.select(input.options));
      case 'agree':
        return this.agree();
      case 'paragraph':
        return this.labelled(markup`<textarea ${this.attributes()} rows="4">${'\n'}${this.text()}</textarea>`);
      case 'person':
        return this.labelled(this.select(this.opened.people.map((person) => ({ value: person.id, label: person.name }))));
      case 'number':
        // A number field would drop what it does not understand, and with it what was typed.
        return this.labelled(markup`<input ${this.attributes()} type="text" inputmode="numeric" class="short" value="${this.text()}">`);
      case 'date':
      case 'time':
        return this.labelled(markup`<input ${this.attributes()} type="${input.input}" class="short" value="${this.text()}">`);
      case 'line':
      case 'channel':
        return this.labelled(markup`<input ${this.attributes()} type="text" value="${this.text()}">`);
    }
  }

  private labelled(control: Markup): Markup {
    return markup`<div class="field"><label for="${this.id}">${this.label()}</label>${this.help()}${this.error()}${control}</div>`;
  }

  private group(controls: readonly Markup[]): Markup {
    return markup`<fieldset class="field" id="${this.id}" ${this.described()}><legend>${this.label()}</legend>${this.help()}${this.error()}<div class="options">${controls}</div></fieldset>`;
  }

  private agree(): Markup {
    const { typed } = this.opened;
    const ticked = typed ? this.chosen().length > 0 : this.input.value === true;
    return markup`<div class="field">${this.help()}${this.error()}<label class="option"><input ${this.attributes()} type="checkbox" value="on" ${ticked ? 'checked' : ''}><span>${this.label()}</span></label></div>`;
  }

  private ticks(options: readonly ShownOption[]): readonly Markup[] {
    return options.map((option) => this.option('checkbox', option));
  }

  private radios(options: readonly ShownOption[]): readonly Markup[] {
    return options.map((option) => this.option('radio', option));
  }

  private option(type: 'checkbox' | 'radio', option: ShownOption): Markup {
    const invalid = this.fault ? 'aria-invalid=true' : '';
    const chosen = this.chosen().includes(option.value) ? 'checked' : '';
    return markup`<label class="option"><input type="${type}" name="${FIELD}${this.input.name}" value="${option.value}" ${chosen} ${invalid}><span>${option.label}</span></label>`;
  }

  private select(options: readonly ShownOption[]): Markup {
    const [now] = this.chosen();
    const all = options.map((option) => markup`<option value="${option.value}" ${option.value === now ? 'selected' : ''}>${option.label}</option>`);
    return markup`<select ${this.attributes()}><option value="">–</option>${all}</select>`;
  }

  private attributes(): Markup {
    const required = this.input.required ? markup`aria-required="true"` : nothing;
    return markup`id="${this.id}" name="${FIELD}${this.input.name}" ${required} ${this.described()}`;
  }

  private described(): Markup {
    const ids = [this.input.help ? `${this.id}-help` : '', this.fault ? `${this.id}-error` : ''].filter(Boolean).join(' ');
    const invalid = this.fault && !this.isGroup() ? markup` aria-invalid="true"` : nothing;
    return markup`${ids ? markup`aria-describedby="${ids}"` : nothing}${invalid}`;
  }

  private isGroup(): boolean {
    return this.input.input === 'choices' || (this.input.input === 'choice' && this.input.options.length <= RADIOS);
  }

  private label(): Markup {
    if (this.input.required || this.input.input === 'agree') return markup`${this.input.label}`;
    const optional = wordsIn(languageOf(this.language, 'en'))(say('common.optional'));
    return markup`${this.input.label} <span class="optional">(${optional})</span>`;
  }

  private help(): Markup {
    return this.input.help ? markup`<p class="help" id="${this.id}-help">${this.input.help}</p>` : nothing;
  }

  private error(): Markup {
    return this.fault ? markup`<p class="error" id="${this.id}-error">${this.fault}</p>` : nothing;
  }

  private chosen(): readonly string[] {
    const { typed } = this.opened;
    const value = typed ? typed[this.input.name] : this.input.value;
    if (value === undefined || typeof value === 'boolean') return [];
    return typeof value === 'string' ? [value] : value;
  }

  private text(): string {
    return this.chosen()[0] ?? '';
  }
}
