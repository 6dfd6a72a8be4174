// HTML that is safe by construction: whatever is put between the tags is escaped, unless it is markup itself.

import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Markup = HtmlEscapedString;
type Child = string | number | boolean | null | undefined | Markup | readonly Child[];

/** A template tag: markup`<p>${words}</p>`. */
export function markup(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return html(strings, ...children) as Markup;
}

/** For HTML that we drew before: a stored post, an SVG of our own. Never for what a person wrote. */
export function trusted(drawn: string): Markup {
  return raw(drawn);
}

export const nothing: Markup = trusted('');
