// From a shown view to HTML. Pure: the same view gives the same HTML, and what people wrote is always escaped.

import type { ShownBlock, ShownButton, ShownHome, ShownMessage, Spans } from '../../src/bot/views/shown.ts';
import { type Markup, markup, nothing, trusted } from './markup.ts';
import { ring } from './ring.ts';

/** A message or a home page. It holds no ids, for it may stand twice on one page. */
export function renderView(view: ShownMessage | ShownHome): Markup {
  const title = view.type === 'home' ? markup`<h2 class="home-title">${view.title}</h2>` : nothing;
  return markup`<div class="view" lang="${view.language}">${title}${renderBlocks(view.blocks)}</div>`;
}

export function renderBlocks(blocks: readonly ShownBlock[]): readonly Markup[] {
  return blocks.map((block) => renderBlock(block));
}

export function renderSpans(spans: Spans): readonly Markup[] {
  return spans.map((span) => {
    if ('who' in span) return markup`<b class="who">${span.name}</b>`;
    if ('channel' in span) return markup`<b>${span.name ?? `#${span.channel}`}</b>`;
    return span.from === 'user' ? markup`<span class="quoted" dir="auto">${span.text}</span>` : markup`${span.text}`;
  });
}

function renderBlock(block: ShownBlock): Markup {
  switch (block.block) {
    case 'heading':
      return markup`<h3>${renderSpans(block.text)}</h3>`;
    case 'text':
      return markup`<p>${renderSpans(block.text)}</p>`;
    case 'note':
      return markup`<p class="note">${renderSpans(block.text)}</p>`;
    case 'facts': {
      const facts = block.facts.map((fact) => markup`<div><dt>${renderSpans(fact.label)}</dt><dd>${renderSpans(fact.value)}</dd></div>`);
      return markup`<dl class="facts">${facts}</dl>`;
    }
    case 'list': {
      const items = block.items.map((item) => markup`<li>${renderSpans(item)}</li>`);
      return block.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
    }
    case 'table':
      return renderTable(block);
    case 'progress':
      return markup`<div class="progress">${ring(block.done, block.of)}<p>${renderSpans(block.text)}</p></div>`;
    case 'picture':
      // Whoever has a keyboard alone can move along a drawing that is wider than its place.
      return markup`<div class="picture" role="img" aria-label="${block.alt}" tabindex="0">${trusted(block.svg)}</div>`;
    case 'links':
      return block.links.length === 0 ? nothing : markup`<ul class="links">${block.links.map(renderLink)}</ul>`;
    case 'divider':
      return markup`<hr>`;
    case 'actions':
      return markup`<div class="actions">${block.buttons.map((button) => renderButton(button))}</div>`;
  }
}

/** What it leads to is ours, and is not told where the reader came from; a calendar's file is kept, not shown. */
function renderLink({ label, url }: Extract<ShownBlock, { block: 'links' }>['links'][number]): Markup {
  const file = url.endsWith('.ics') ? markup` download` : nothing;
  return markup`<li><a href="${url}" rel="noopener noreferrer"${file}>${label}</a></li>`;
}

/** Each cell repeats its column's head for narrow screens, where the table becomes a list of cards. */
function renderTable(block: Extract<ShownBlock, { block: 'table' }>): Markup {
  const head = block.head.map((cell) => markup`<th scope="col" role="columnheader">${renderSpans(cell)}</th>`);
  const rows = block.rows.map((row) => {
    const cells = row.map((cell, index) => {
      const label = block.head[index];
      return markup`<td role="cell">${label ? markup`<span class="cell-head" aria-hidden="true">${renderSpans(label)}</span>` : nothing}<span class="cell">${renderSpans(cell)}</span></td>`;
    });
    return markup`<tr role="row">${cells}</tr>`;
  });
  // The roles are written out because a table that is drawn as a list loses its own in some browsers.
  return markup`<table role="table"><caption>${renderSpans(block.caption)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
}

/** The form around the conversation sends it; its value says the action and carries the sealed subject. */
function renderButton(button: ShownButton): Markup {
  const label = button.hint ? markup`<span class="visually-hidden"> ${button.hint}</span>` : nothing;
  const confirm = button.confirm ? markup` data-confirm="${button.confirm}"` : nothing;
  return markup`<button name="press" value="${pressValue(button)}" class="${button.style ?? 'plain'}"${confirm}>${button.label}${label}</button>`;
}

function pressValue(button: ShownButton): string {
  return `${button.action} ${button.token}`;
}

/** Takes a pressed button's value apart again. */
export function pressed(value: string): { readonly action: string; readonly token: string } | null {
  const [action, token, ...more] = value.split(' ');
  return action && token && more.length === 0 ? { action, token } : null;
}
