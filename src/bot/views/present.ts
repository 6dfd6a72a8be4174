// Takes a neutral view to what one reader is shown: language and names decided, buttons and forms sealed.

import { spansOf, wordsOf, type Reader } from '../texts/format.ts';
import type { TermChoice } from '../texts/terms.ts';
import type { ShownBlock, ShownButton, ShownForm, ShownHome, ShownInput, ShownMessage, ShownView } from './shown.ts';
import { say, type Arg, type Text } from './text.ts';
import type { Block, Button, Form, Home, Input, Link, Message, Place, Subject, View } from './view.ts';

/** Seals what a button or form is about, bound to the reader. */
export type Sealer = (action: string, about: Subject, form: boolean) => string;

export interface Presenting {
  readonly reader: Omit<Reader, 'names' | 'terms'> & { readonly terms: TermChoice };
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly seal: Sealer;
  /** Whether an action answers with a form. */
  readonly opensForm: (action: string) => boolean;
  /** The address of a place; `null` where this deployment has none. */
  readonly addressOf: (place: Place) => string | null;
}

export async function present(view: Message, how: Presenting): Promise<ShownMessage>;
export async function present(view: View, how: Presenting): Promise<ShownView>;
export async function present(view: View, how: Presenting): Promise<ShownView> {
  const ids = [...peopleIn(view)];
  const names = ids.length > 0 ? await how.names(ids) : new Map<string, string>();
  const language = view.language ?? how.reader.language;
  const shower = new Shower({ ...how.reader, language, terms: view.terms ?? how.reader.terms, names }, how);
  if (view.type === 'message') return { type: 'message', language, blocks: shower.blocks(view.blocks) };
  return view.type === 'home' ? shower.home(view) : shower.form(view);
}

/** A view's drawing for one reader: it lives as long as one presentation. */
class Shower {
  private readonly reader: Reader;
  private readonly seal: Sealer;
  private readonly opensForm: Presenting['opensForm'];
  private readonly addressOf: Presenting['addressOf'];

  constructor(reader: Reader, { seal, opensForm, addressOf }: Pick<Presenting, 'seal' | 'opensForm' | 'addressOf'>) {
    this.reader = reader;
    this.seal = seal;
    this.opensForm = opensForm;
    this.addressOf = addressOf;
  }

  home(view: Home): ShownHome {
    return { type: 'home', language: this.reader.language, title: this.words(view.title), blocks: this.blocks(view.blocks) };
  }

  form(view: Form): ShownForm {
    return {
      type: 'form',
      language: this.reader.language,
      title: this.words(view.title),
      intro: this.blocks(view.intro ?? []),
      inputs: view.inputs.map((input) => this.input(input)),
      submit: this.words(view.submit),
      cancel: this.words(say('common.cancel')),
      action: view.action,
      token: this.seal(view.action, view.about ?? {}, true),
      also: (view.also ?? []).map((other) => ({ label: this.words(other.label), next: other.next })),
    };
  }

  blocks(all: readonly Block[]): ShownBlock[] {
    return all.map((block) => this.block(block)).filter((block) => block.block !== 'links' || block.links.length > 0);
  }

  private block(block: Block): ShownBlock {
    switch (block.block) {
      case 'heading':
      case 'text':
      case 'note':
        return { block: block.block, text: this.spans(block.text) };
      case 'facts':
        return { block: 'facts', facts: block.facts.map((fact) => ({ label: this.spans(fact.label), value: this.spans(fact.value) })) };
      case 'list':
        return { block: 'list', ordered: block.ordered ?? false, items: block.items.map((item) => this.spans(item)) };
      case 'table':
        return {
          block: 'table',
          caption: this.spans(block.caption),
          head: block.head.map((cell) => this.spans(cell)),
          rows: block.rows.map((row) => row.map((cell) => this.spans(cell))),
        };
      case 'progress':
        return { block: 'progress', done: block.done, of: block.of, text: this.spans(block.text) };
      case 'picture':
        return this.picture(block);
      case 'links':
        return { block: 'links', links: block.links.flatMap((link) => this.link(link)) };
      case 'divider':
        return { block: 'divider' };
      case 'actions':
        return { block: 'actions', buttons: block.buttons.map((button) => this.button(button)) };
    }
  }

  private picture({ svg, alt, at }: Extract<Block, { block: 'picture' }>): ShownBlock {
    const url = at ? this.addressOf(at) : null;
    return { block: 'picture', svg, alt: this.words(alt), ...(url === null ? {} : { url }) };
  }

  private link({ label, at }: Link) {
    const url = this.addressOf(at);
    return url === null ? [] : [{ label: this.words(label), url }];
  }

  private button(button: Button): ShownButton {
    return {
      label: this.words(button.label),
      action: button.action,
      token: this.seal(button.action, button.about ?? {}, false),
      ...(this.opensForm(button.action) ? { opens: 'form' as const } : {}),
      ...(button.style ? { style: button.style } : {}),
      ...(button.hint ? { hint: this.words(button.hint) } : {}),
      ...(button.confirm ? { confirm: this.words(button.confirm) } : {}),
    };
  }

  private input(input: Input): ShownInput {
    const field = {
      name: input.name,
      label: this.words(input.label),
      required: input.required ?? false,
      ...(input.help ? { help: this.words(input.help) } : {}),
    };
    switch (input.input) {
      case 'line':
      case 'paragraph':
        return { ...field, input: input.input, max: input.max, value: input.value ?? '' };
      case 'choice':
        return { ...field, input: 'choice', options: this.options(input.options), value: input.value ?? '' };
      case 'choices':
        return { ...field, input: 'choices', options: this.options(input.options), value: input.value ?? [] };
      case 'number':
        return { ...field, input: 'number', min: input.min, max: input.max, value: input.value === undefined ? '' : String(input.value) };
      case 'agree':
        return { ...field, input: 'agree', value: input.value ?? false };
      case 'date':
      case 'time':
      case 'person':
      case 'channel':
        return { ...field, input: input.input, value: input.value ?? '' };
    }
  }

  private options(options: readonly { readonly value: string; readonly label: Text }[]) {
    return options.map((option) => ({ value: option.value, label: this.words(option.label) }));
  }

  private spans(text: Text) {
    return spansOf(text, this.reader);
  }

  private words(text: Text): string {
    return wordsOf(text, this.reader);
  }
}

/** The ids of all people a view or text names. */
export function peopleIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) peopleIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    if ('who' in value && typeof value.who === 'string') found.add(value.who);
    else for (const item of Object.values(value as Record<string, Arg>)) peopleIn(item, found);
  }
  return found;
}
