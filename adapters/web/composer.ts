// The line where commands are typed, and the list that completes it.

import type { Command } from '../../src/bot/actions/action.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import { quote, say } from '../../src/bot/views/text.ts';
import { type Markup, markup, nothing } from './markup.ts';
import type { PaneScene } from './scene.ts';
import type { Side } from './state.ts';
import { type Words, wordsIn } from './words.ts';

export function composer(scene: PaneScene, words: Words): Markup {
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
