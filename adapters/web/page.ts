// The whole page: what this is, what to try first, the clock, and two panes.

import { LANGUAGES } from '../../src/bot/texts/language.ts';
import { quote, say } from '../../src/bot/views/text.ts';
import { type Instant, isoOf } from '../../src/time.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PlaygroundPerson } from '../../src/playground.ts';
import { ring } from './ring.ts';
import type { PageState } from './state.ts';
import { wallOf, wordsIn } from './words.ts';

export interface PageScene {
  readonly state: PageState;
  readonly people: readonly PlaygroundPerson[];
  readonly now: Instant;
  /** Whether the visitor has folded the first steps away. */
  readonly stepsFolded: boolean;
  readonly left: Markup;
  readonly right: Markup;
  readonly said?: string;
}

const HTMX = JSON.stringify({ allowEval: false, includeIndicatorStyles: false, historyCacheSize: 0, refreshOnHistoryMiss: true, selfRequestsOnly: true });

export function page(scene: PageScene): Markup {
  const { state } = scene;
  const words = wordsIn(state.language);
  return markup`<!doctype html>
<html lang="${state.language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="htmx-config" content="${HTMX}">
    <title>${words(say('playground.title'))}</title>
    <link rel="icon" href="/assets/ring.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/style.css">
    <script src="/assets/htmx.js" defer></script>
    <script src="/assets/sse.js" defer></script>
    <script src="/assets/morph.js" defer></script>
    <script src="/assets/app.js" type="module"></script>
  </head>
  <body hx-ext="sse,morph" sse-connect="/events">
    <a class="skip" href="#left">${words(say('playground.skip'))}</a>
    <header class="guide">
      <div class="brand">${ring(4, 7)}<h1>Mentor Cycle</h1></div>
      <p class="what">${words(say('playground.what'))}</p>
      ${languages(state)}
      ${clock(state, scene.now, scene.said)}
      ${steps(scene)}
    </header>
    <main class="panes">${scene.left}${scene.right}</main>
    <span hidden hx-get="" hx-swap="none" hx-trigger="sse:news delay:150ms" hx-sync="this:replace" hx-vals='{"part":"news"}'></span>
    <span hidden hx-get="" hx-swap="none" hx-trigger="sse:clock, every 60s" hx-vals='{"part":"clock"}'></span>
    <p id="lost" class="lost" role="alert" hidden data-text="${words(say('playground.lost'))}"></p>
    <dialog id="confirm" class="confirm" aria-labelledby="confirm-text" data-cancel="${cancels()}" data-leave="${words(say('playground.leave'))}" data-leave-yes="${words(say('playground.leave.yes'))}">
      <form method="dialog">
        <p id="confirm-text"></p>
        <div class="actions"><button class="main" value="yes"></button><button class="plain" value="no"></button></div>
      </form>
    </dialog>
  </body>
</html>`;
}

export const CLOCK_MOVES = ['hour', 'day', 'week', 'next'] as const;

/** `said` tells what the last move came to. */
export function clock(state: PageState, now: Instant, said?: string): Markup {
  const words = wordsIn(state.language);
  const wall = wallOf(now, state.language, state.left.person.timeZone ?? 'UTC');
  const buttons = CLOCK_MOVES.map((move) => markup`<button name="move" value="${move}" class="plain">${words(say(`playground.clock.${move}`))}</button>`);
  return markup`
    <section id="clock" class="clock" aria-labelledby="clock-title">
      <h2 id="clock-title" class="visually-hidden">${words(say('playground.clock.title'))}</h2>
      <p class="wall"><time datetime="${isoOf(now)}"><span class="hour">${wall.hour}</span> <span class="day">${wall.day}</span></time> <span class="place">${words(say('playground.clock.place', { place: quote(wall.place) }))}</span></p>
      <form method="post" hx-post="" hx-swap="none" hx-sync="this:drop"><input type="hidden" name="do" value="move"><div class="moves">${buttons}</div></form>
      <p id="clock-said" class="said" role="status">${said ?? ''}</p>
    </section>`;
}

function steps({ state, people, stepsFolded }: PageScene): Markup {
  const words = wordsIn(state.language);
  const coordinator = people.find((person) => person.role === 'coordinator');
  const name = quote(coordinator?.name ?? '');
  const lines = [
    coordinator ? say('playground.try.1', { name }) : say('playground.try.join'),
    say('playground.try.2'),
    say('playground.try.3'),
    say('playground.try.4'),
    say('playground.try.5'),
    say('playground.try.6'),
    ...(coordinator ? [say('playground.try.7')] : []),
  ];
  return markup`
    <details id="steps" class="steps" ${stepsFolded ? '' : 'open'}>
      <summary><h2>${words(say('playground.try.title'))}</h2></summary>
      <ol>${lines.map((line) => markup`<li>${words(line)}</li>`)}</ol>
      ${coordinator ? markup`<p class="note">${words(say('playground.try.join'))}</p>` : nothing}
    </details>`;
}

/** A question is asked in the language of the button that was pressed. */
function cancels(): string {
  return JSON.stringify(Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(language)(say('common.cancel'))])));
}

/** Each language by its own name, for whoever cannot read the present one. */
const OWN_NAMES = { en: 'English', sv: 'Svenska', es: 'Español' } as const;

function languages(state: PageState): Markup {
  const words = wordsIn(state.language);
  const buttons = LANGUAGES.map(
    (language) =>
      markup`<button name="lang" value="${language}" lang="${language}" ${language === state.language ? markup`aria-pressed="true"` : markup`aria-pressed="false"`}>${OWN_NAMES[language]}</button>`,
  );
  return markup`<form class="languages" method="post"><input type="hidden" name="do" value="language"><div role="group" aria-label="${words(say('playground.language'))}">${buttons}</div></form>`;
}
