// What is said in a pane: the messages, the channel or the home page, and what only the one who acts sees.

import type { Reply } from '../../src/bot/actions/dispatch.ts';
import { say } from '../../src/bot/views/text.ts';
import { isoOf } from '../../src/time.ts';
import { type Markup, markup, nothing, trusted } from './markup.ts';
import type { Post } from '../../src/playground.ts';
import { renderSpans, renderView } from './render.ts';
import type { PaneScene } from './scene.ts';
import { addressOf, MANY, type PageState, type Side, withPane } from './state.ts';
import { shortMoment, type Words, wordsIn } from './words.ts';

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
      <header><b>${words(say('playground.bot'))}</b> <time datetime="${isoOf(post.at)}">${shortMoment(post.at, state.language, zone)}</time></header>
      ${trusted(post.html)}
    </article>`;
}

function earlierLink({ side, state }: PaneScene, words: Words): Markup {
  const many = state[side].many + MANY;
  const change = JSON.stringify({ [`${side}Many`]: String(many), part: 'view', side });
  return markup`<p class="earlier"><a href="${addressOf(withPane(state, side, { many }))}" hx-get="" hx-swap="none" hx-vals="${change}">${words(say('playground.earlier'))}</a></p>`;
}

/** What only the one who acted sees: an answer, or kind words of refusal. */
export function replyCard(reply: Reply, state: PageState, side: Side, line?: string): Markup {
  const words = wordsIn(state.language);
  const wrote = line === undefined ? nothing : markup`<p class="wrote">${words(say('playground.wrote'))} <kbd>${line}</kbd></p>`;
  const text = reply.text
    ? markup`<p ${reply.kind === 'refused' ? markup`role="alert" class="refusal"` : nothing} lang="${state[side].person.language}">${renderSpans(reply.text)}</p>`
    : nothing;
  const answer = reply.answer && reply.answer.type !== 'form' ? renderView(reply.answer) : nothing;
  const silent = !reply.text && !reply.answer;
  if (silent && reply.drawn) return nothing;
  return markup`
    <section class="reply" tabindex="-1" aria-label="${words(say('playground.onlyYou'))}">
      <header><span>${words(say('playground.onlyYou'))}</span> <a href="${addressOf(state)}" class="dismiss" data-dismiss>${words(say('playground.dismiss'))}</a></header>
      ${wrote}${text}${answer}${silent ? markup`<p>${words(say('playground.done'))}</p>` : nothing}
    </section>`;
}
