// A view after language and person have been decided: what an adapter renders.

/**
 * A run of text: words to escape, a person to mention, or a channel to point to by the platform's own id of it.
 * `name` is what to say where it cannot be pointed to; without one the channel is called by a name already.
 */
export type Span =
  | { readonly text: string; readonly from: 'us' | 'user' }
  | { readonly who: string; readonly name: string }
  | { readonly channel: string; readonly platform: string; readonly name?: string };
export type Spans = readonly Span[];

export type ShownView = ShownMessage | ShownForm | ShownHome;

interface Shown {
  /** BCP 47: `en`, `sv` or `es`. */
  readonly language: string;
}

export interface ShownMessage extends Shown {
  readonly type: 'message';
  readonly blocks: readonly ShownBlock[];
}

export interface ShownHome extends Shown {
  readonly type: 'home';
  readonly title: string;
  readonly blocks: readonly ShownBlock[];
}

export interface ShownForm extends Shown {
  readonly type: 'form';
  readonly title: string;
  readonly intro: readonly ShownBlock[];
  readonly inputs: readonly ShownInput[];
  readonly submit: string;
  readonly cancel: string;
  readonly action: string;
  readonly token: string;
  readonly also: readonly { readonly label: string; readonly next: string }[];
}

export type ShownBlock =
  | { readonly block: 'heading'; readonly text: Spans }
  | { readonly block: 'text'; readonly text: Spans }
  | { readonly block: 'facts'; readonly facts: readonly { readonly label: Spans; readonly value: Spans }[] }
  | { readonly block: 'list'; readonly items: readonly Spans[]; readonly ordered: boolean }
  | { readonly block: 'table'; readonly caption: Spans; readonly head: readonly Spans[]; readonly rows: readonly (readonly Spans[])[] }
  | { readonly block: 'progress'; readonly done: number; readonly of: number; readonly text: Spans }
  /** `url`: the same as PNG, for those who take no SVG; absent where this deployment has no address. */
  | { readonly block: 'picture'; readonly svg: string; readonly alt: string; readonly url?: string }
  | { readonly block: 'links'; readonly links: readonly { readonly label: string; readonly url: string }[] }
  | { readonly block: 'divider' }
  | { readonly block: 'actions'; readonly buttons: readonly ShownButton[] }
  | { readonly block: 'note'; readonly text: Spans };

export interface ShownButton {
  readonly label: string;
  readonly hint?: string;
  readonly confirm?: string;
  readonly style?: 'main' | 'danger';
  readonly action: string;
  /** Opaque: binds tenant, person, action and subject. */
  readonly token: string;
  /** What is to be expected of a press. */
  readonly opens?: 'form';
}

interface ShownField {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required: boolean;
}

export interface ShownOption {
  readonly value: string;
  readonly label: string;
}

export type ShownInput =
  | (ShownField & { readonly input: 'line'; readonly max: number; readonly value: string })
  | (ShownField & { readonly input: 'paragraph'; readonly max: number; readonly value: string })
  | (ShownField & { readonly input: 'choice'; readonly options: readonly ShownOption[]; readonly value: string })
  | (ShownField & { readonly input: 'choices'; readonly options: readonly ShownOption[]; readonly value: readonly string[] })
  | (ShownField & { readonly input: 'date'; readonly value: string })
  | (ShownField & { readonly input: 'time'; readonly value: string })
  | (ShownField & { readonly input: 'person'; readonly value: string })
  | (ShownField & { readonly input: 'channel'; readonly value: string })
  | (ShownField & { readonly input: 'number'; readonly min: number; readonly max: number; readonly value: string })
  | (ShownField & { readonly input: 'agree'; readonly value: boolean });

/** The words alone, for notifications, logs of tests and screen readers. */
export function plain(spans: Spans): string {
  return spans.map((span) => ('text' in span ? span.text : 'who' in span ? span.name : (span.name ?? span.channel))).join('');
}
