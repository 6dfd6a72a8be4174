// What the parts of a pane are drawn from, and how a part finds its place on the page.

import type { Reply } from '../../src/bot/actions/dispatch.ts';
import { type Markup, trusted } from './markup.ts';
import type { PlaygroundPerson, Post } from '../../src/playground.ts';
import type { PageState, Side } from './state.ts';

/** Everything a pane is drawn from. */
export interface PaneScene {
  readonly side: Side;
  readonly state: PageState;
  readonly people: readonly PlaygroundPerson[];
  /** For the messages and the channel; one more than are shown where there are earlier ones. */
  readonly posts: readonly Post[];
  /** For the home page. */
  readonly home: Reply | null;
  /** Conversations with something that nobody has looked at yet. */
  readonly news: ReadonlySet<string>;
  /** The event id of the next press where no script makes one. */
  readonly event: string;
  readonly reply?: Markup;
  readonly sheet?: Markup;
}

/** Marks a part's outermost tag for htmx, which finds its place by id: `morph` changes only what differs. */
export function swapped(part: Markup, how: 'morph' | 'true' = 'morph'): Markup {
  return trusted(part.toString().replace(/\sid="/, ` hx-swap-oob="${how}" id="`));
}
