// One pane: who you are, your messages, the channel or your home, what only you see, and where you write.

import type { Reply } from '../../src/bot/actions/dispatch.ts';
import type { Command } from '../../src/bot/actions/action.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import { quote, say } from '../../src/bot/views/text.ts';
import { eventOf } from './live.ts';
import { type Markup, markup, nothing, trusted } from './markup.ts';
import type { PlaygroundPerson, PlaygroundRole, Post } from './ports.ts';
import { renderSpans, renderView } from './render.ts';
import { addressOf, conversationOf, directMessages, MANY, PANE_VIEWS, type PageState, type Side, SIDES, withPane } from './state.ts';
import { shortMoment, type Words, wordsIn } from './words.ts';

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

const ROLES: readonly PlaygroundRole[] = ['coordinator', 'mentee', 'mentor', 'both', 'none'];

export function pane(scene: PaneScene): Markup {
  const { side, state } = scene;
  const words = wordsIn(state.language);
  return markup`
    <section class="pane" id="${side}" aria-label="${words(say(`playground.pane.${side}`, { name: quote(state[side].person.name) }))}">
      <header class="pane-head">${chooser(scene, words)}${news(scene)}${tabs(scene)}</header>
      ${liveSpot(scene)}
      ${conversation(scene)}
      ${composer(scene, words)}
      ${sheet(side, scene.sheet)}
    </section>`;
}

/** Marks a part's outermost tag for htmx, which finds its place by id: `morph` changes only what differs. */
export function swapped(part: Markup, how: 'morph' | 'true' = 'morph'): Markup {
  return trusted(part.toString().replace(/\sid="/, ` hx-swap-oob="${how}" id="`));
}

export function sheet(side: Side, dialog: Markup = nothing): Markup {
  return markup`<div id="${side}-sheet" class="sheet-place">${dialog}</div>`;
}

function chooser({ side, state, people }: PaneScene, words: Words): Markup {
  const { person } = state[side];
  const groups = ROLES.map((role) => ({ role, members: people.filter((one) => one.role === role) })).filter((group) => group.members.length > 0);
  const options = groups.map(
    ({ role, members }) => markup`
      <optgroup label="${words(say(`playground.role.${role}`))}">
        ${members.map((one) => markup`<option value="${one.externalId}" ${one === person ? 'selected' : ''}>${personLine(one, words)}</option>`)}
      </optgroup>`,
  );
  const others = addressFields(state, side);
  return markup`
    <form class="chooser" method="get" action="/" autocomplete="off" hx-get="" hx-trigger="change" hx-swap="none" hx-params="${side},part,side" hx-vals='{"part":"pane","side":"${side}"}'>
      ${others}
      <label for="${side}-who">${words(say('playground.youAre'))}</label>
      <select id="${side}-who" name="${side}">${options}</select>
      <noscript><button class="plain">${words(say('common.open'))}</button></noscript>
    </form>`;
}

function personLine(person: PlaygroundPerson, words: Words): string {
  const language = words(say(`common.language.${person.language}`));
  return [person.name, language, person.note].filter(Boolean).join(' · ');
}

/** The rest of the address, for a form that is sent without a script. */
function addressFields(state: PageState, side: Side): readonly Markup[] {
  const query = new URLSearchParams(addressOf(withPane(state, side, { many: MANY })).slice(2));
  query.delete(side);
  return [...query].map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`);
}

export function news({ side, state, people, news: unseen }: PaneScene): Markup {
  const words = wordsIn(state.language);
  const shown = new Set(SIDES.map((one) => state[one].person));
  const waiting = people.filter((person) => unseen.has(directMessages(person)) && !shown.has(person));
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

/** Asks for the pane's newest state whenever the server says that something happened in what it shows. */
export function liveSpot({ side, state }: PaneScene): Markup {
  const now = state[side];
  const events = now.view === 'home' ? [eventOf(directMessages(now.person)), 'clock'] : [eventOf(conversationOf(now))];
  const trigger = ['hello', ...events].map((event) => `sse:${event} delay:60ms`).join(', ');
  return markup`<span hidden id="${side}-live" hx-get="" hx-swap="none" hx-sync="this:replace" hx-trigger="${trigger}" hx-vals='{"part":"live","side":"${side}"}'></span>`;
}

export function conversation(scene: PaneScene): Markup {
  const { side, state } = scene;
  const words = wordsIn(state.language);
  const now = state[side];
  return markup`
    <div id="${side}-view" class="conversation" data-view="${now.view}" tabindex="0" role="group" aria-label="${words(say(`playground.view.${now.view}`))}">
      <form method="post" hx-post="" hx-swap="none" hx-sync="this:drop" novalidate>
        <input type="hidden" name="do" value="press">
        <input type="hidden" name="side" value="${side}">
        <input type="hidden" name="who" value="${now.person.externalId}">
        <input type="hidden" name="event" value="${scene.event}">
        ${shown(scene)}
        ${replyPlace(side, scene.reply)}
      </form>
    </div>`;
}

export function replyPlace(side: Side, reply: Markup = nothing): Markup {
  return markup`<div id="${side}-reply" class="reply-place" aria-live="polite">${reply}</div>`;
}

/** The messages, the channel or the home page: what changes by itself. */
export function shown(scene: PaneScene): Markup {
  const { side, state, posts, home } = scene;
  const words = wordsIn(state.language);
  const now = state[side];
  if (now.view === 'home') return markup`<div id="${side}-log" class="home">${home ? homeView(home) : nothing}</div>`;
  const label = words(say(`playground.view.${now.view}`));
  if (posts.length === 0) {
    const empty = now.view === 'channel' ? say('playground.empty.channel') : say('playground.empty.messages');
    return markup`<div id="${side}-log" role="log" aria-label="${label}"><p class="empty">${words(empty)}</p></div>`;
  }
  const earlier = posts.length > now.many ? earlierLink(scene, words) : nothing;
  return markup`<div id="${side}-log" role="log" aria-label="${label}">${earlier}${posts.slice(-now.many).map((post) => article(post, scene, words))}</div>`;
}

function homeView(home: Reply): Markup {
  const refusal = home.text ? markup`<p>${renderSpans(home.text)}</p>` : nothing;
  return markup`${refusal}${home.answer && home.answer.type !== 'form' ? renderView(home.answer) : nothing}`;
}

function article(post: Post, { side, state }: PaneScene, words: Words): Markup {
  const { person } = state[side];
  const zone = person.timeZone ?? 'UTC';
  return markup`
    <article id="${side}-post-${post.id}" class="post" tabindex="-1">
      <header><b>${words(say('playground.bot'))}</b> <time datetime="${new Date(post.at).toISOString()}">${shortMoment(post.at, state.language, zone)}</time></header>
      ${trusted(post.html)}
    </article>`;
}

function earlierLink({ side, state }: PaneScene, words: Words): Markup {
  const many = state[side].many + MANY;
  const change = JSON.stringify({ [`${side}Many`]: String(many), part: 'view', side });
  return markup`<p class="earlier"><a href="${addressOf(withPane(state, side, { many }))}" hx-get="" hx-swap="none" hx-vals="${change}">${words(say('playground.earlier'))}</a></p>`;
}

function composer(scene: PaneScene, words: Words): Markup {
  const { side, state } = scene;
  const { person } = state[side];
  return markup`
    <form class="composer" method="post" hx-post="" hx-swap="none" hx-sync="this:drop" autocomplete="off" data-side="${side}">
      <input type="hidden" name="do" value="command">
      <input type="hidden" name="side" value="${side}">
      <input type="hidden" name="who" value="${person.externalId}">
      <input type="hidden" name="event" value="${scene.event}">
      <label class="visually-hidden" for="${side}-line">${words(say('playground.compose.label', { name: quote(person.name) }))}</label>
      <input id="${side}-line" name="line" type="text" required maxlength="4000" enterkeyhint="send" spellcheck="false" autocapitalize="off"
        role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls="${side}-options"
        placeholder="${words(say('playground.compose.hint'))}"
        hx-get="" hx-swap="none" hx-trigger="input changed delay:40ms" hx-sync="this:replace" hx-vals='{"part":"options","side":"${side}"}'>
      ${suggestions(side, state.language, [])}
      <button class="main">${words(say('playground.compose.send'))}</button>
    </form>`;
}

/** The commands that begin as the line does; the composer's script shows them and takes one. */
export function suggestions(side: Side, language: Language, found: readonly Command[]): Markup {
  const words = wordsIn(language);
  const items = found.map((row, index) => {
    const line = `${row.command} ${row.word}`.trim();
    return markup`<li id="${side}-option-${index}" role="option" aria-selected="false" data-line="${row.usage ? `${line} ` : line}"><kbd>${line}${row.usage ? markup` <i>${row.usage}</i>` : nothing}</kbd> <span>${words({ say: row.help, args: {} })}</span></li>`;
  });
  return markup`<ul id="${side}-options" class="suggestions" role="listbox" lang="${language}" aria-label="${words(say('playground.compose.options'))}" hidden>${items}</ul>`;
}

/** What only the one who acted sees: an answer, or kind words of refusal. */
export function replyCard(reply: Reply, state: PageState, side: Side, line?: string): Markup {
  const words = wordsIn(state.language);
  const wrote = line === undefined ? nothing : markup`<p class="wrote">${words(say('playground.wrote'))} <kbd>${line}</kbd></p>`;
  const text = reply.text ? markup`<p ${reply.kind === 'refused' ? markup`role="alert" class="refusal"` : nothing} lang="${state[side].person.language}">${renderSpans(reply.text)}</p>` : nothing;
  const answer = reply.answer && reply.answer.type !== 'form' ? renderView(reply.answer) : nothing;
  const silent = !reply.text && !reply.answer;
  if (silent && reply.drawn) return nothing;
  return markup`
    <section class="reply" tabindex="-1" aria-label="${words(say('playground.onlyYou'))}">
      <header><span>${words(say('playground.onlyYou'))}</span> <a href="${addressOf(state)}" class="dismiss" data-dismiss>${words(say('playground.dismiss'))}</a></header>
      ${wrote}${text}${answer}${silent ? markup`<p>${words(say('playground.done'))}</p>` : nothing}
    </section>`;
}
