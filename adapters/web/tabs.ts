// Where to look in a pane, and who else has something new.

import { quote, say } from '../../src/bot/views/text.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PaneScene } from './scene.ts';
import { addressOf, conversationOf, directMessages, MANY, PANE_VIEWS, withPane } from './state.ts';
import { wordsIn } from './words.ts';

/** Who else has messages that nobody has looked at: the way from one end of a pair to the other. */
export function news({ side, state, people, news: unseen }: PaneScene): Markup {
  const words = wordsIn(state.language);
  const waiting = people.filter((person) => person !== state[side].person && unseen.has(directMessages(person)));
  if (waiting.length === 0) return markup`<div id="${side}-news" class="news"></div>`;
  const links = waiting.map((person) => {
    const address = addressOf(withPane(state, side, { person, view: 'messages', many: MANY }));
    const change = JSON.stringify({ [side]: person.externalId, [`${side}View`]: 'messages', part: 'pane', side });
    return markup`<li><a href="${address}" hx-get="" hx-swap="none" hx-vals="${change}">${person.name}</a></li>`;
  });
  return markup`
    <div id="${side}-news" class="news">
      <details id="${side}-news-more"><summary>${words(say('playground.news', { count: waiting.length }))}</summary><ul>${links}</ul></details>
    </div>`;
}

export function tabs({ side, state, news: unseen }: PaneScene): Markup {
  const words = wordsIn(state.language);
  const now = state[side];
  const items = PANE_VIEWS.map((view) => {
    const change = JSON.stringify({ [`${side}View`]: view, [`${side}Many`]: String(MANY), part: 'view', side });
    const fresh = view !== 'home' && view !== now.view && unseen.has(conversationOf({ ...now, view }));
    const dot = fresh ? markup` <span class="dot"><span class="visually-hidden">${words(say('playground.new'))}</span></span>` : nothing;
    const current = view === now.view ? markup`aria-current="page"` : nothing;
    const address = addressOf(withPane(state, side, { view, many: MANY }));
    return markup`<li><a id="${side}-to-${view}" href="${address}" ${current} hx-get="" hx-swap="none" hx-vals="${change}">${words(say(`playground.view.${view}`))}${dot}</a></li>`;
  });
  return markup`<nav id="${side}-tabs" class="tabs" aria-label="${words(say(`playground.views.${side}`, { name: quote(now.person.name) }))}"><ul>${items}</ul></nav>`;
}
