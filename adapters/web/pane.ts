// One pane: who you are, where you look, what is said, and where you write.

import { quote, say } from '../../src/bot/views/text.ts';
import { composer } from './composer.ts';
import { conversation } from './conversation.ts';
import { eventOf } from './live.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PlaygroundPerson, PlaygroundRole } from '../../src/playground.ts';
import type { PaneScene } from './scene.ts';
import { addressOf, conversationOf, directMessages, MANY, type PageState, type Side, withPane } from './state.ts';
import { news, tabs } from './tabs.ts';
import { type Words, wordsIn } from './words.ts';

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

/** Asks for the pane's newest state whenever the server says that something happened in what it shows. */
export function liveSpot({ side, state }: PaneScene): Markup {
  const now = state[side];
  const events = now.view === 'home' ? [eventOf(directMessages(now.person)), 'clock'] : [eventOf(conversationOf(now))];
  const trigger = ['hello', ...events].map((event) => `sse:${event} delay:60ms`).join(', ');
  return markup`<span hidden id="${side}-live" hx-get="" hx-swap="none" hx-sync="this:replace" hx-trigger="${trigger}" hx-vals='{"part":"live","side":"${side}"}'></span>`;
}
