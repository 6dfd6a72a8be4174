// Every form of the bot in three languages, with the longest of everything, as often as it may be refused; and every answer and
// drawing of one run through all actions: Teams takes each card, and each form comes back whole (F15).

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderForm } from '../../../../adapters/teams/render/form.ts';
import { LIMITS } from '../../../../adapters/teams/render/limits.ts';
import { noteCard, renderMessage } from '../../../../adapters/teams/render/message.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import type { Reply } from '../../../../src/bot/actions/dispatch.ts';
import { type Language, LANGUAGES } from '../../../../src/bot/texts/language.ts';
import type { ShownForm, ShownMessage, ShownHome } from '../../../../src/bot/views/shown.ts';
import { ACTIONS } from '../../../../src/mentoring/table.ts';
import { ownValues } from '../../../support/world.ts';
import { nameOf, POLICY } from '../../house/permissions/policy.ts';
import { type Longest, longest } from '../../slack/render/longest.ts';
import { breachesOf, bytesOf, saidIn } from './parsed.ts';
import { untouched } from './untouched.ts';

const CUT = /too long to show here|för långt för att visas här|demasiado larg[oa] para/;
const counted = { forms: 0, pages: 0, form: 0, kept: 0, token: 0 };
const cut = new Set<string>();

let here: Longest;
let people: ReadonlyMap<string, string>;
beforeAll(async () => {
  here = await longest('en');
  people = new Map(here.people.map((person, index) => [person.id, `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`]));
});
afterAll(async () => {
  await here?.stage.close();
  console.log(`real cards: ${counted.forms} forms, the largest ${counted.form} bytes, of which it travels as ${counted.kept}; ${counted.pages} pages`);
  console.log(`the longest seal ${counted.token} of ${LIMITS.token}; cut aloud: ${[...cut].sort().join(', ') || 'nothing'}`);
});

async function speak(language: Language): Promise<void> {
  await here.stage.world.tx(async (tx) => {
    for (const person of await tx.people.find({})) tx.people.put({ ...person, language });
  });
}

/** As it is shown at first, and as it comes back when it was not taken. */
function lookAtForm(name: string, form: ShownForm, refused?: { readonly reply: Reply; readonly typed: Readonly<Record<string, string>> }): void {
  const { text, fields } = refused?.reply ?? {};
  const how = refused ? { typed: refused.typed, ...(text ? { text } : {}), ...(fields ? { fields } : {}) } : {};
  const card = renderForm(form, { place: 'dialog', people, ...how });
  // What people may not type so long may be cut aloud when it comes back.
  expect([name, breachesOf(card, LIMITS.refilled)]).toEqual([name, []]);
  const pressed = pressedIn(untouched(card));
  expect([name, pressed?.kind === 'form' && pressed.form?.inputs.map((input) => input.label)]).toEqual([name, form.inputs.map((input) => input.label)]);
  counted.forms += 1;
  counted.token = Math.max(counted.token, form.token.length);
  if (refused || pressed?.kind !== 'form' || !pressed.form) return;

  expect([name, CUT.test(saidIn(card)), CUT.test(JSON.stringify(pressed.form))]).toEqual([name, false, false]);
  if (form.inputs.every((input) => !('max' in input) || input.max < 10_000)) expect([name, bytesOf(card) <= LIMITS.card]).toEqual([name, true]);
  counted.form = Math.max(counted.form, bytesOf(card));
  counted.kept = Math.max(counted.kept, ...[...JSON.stringify(card).matchAll(/"k":"([^"]*)"/g)].map(([, kept]) => kept?.length ?? 0));
  const held = ownValues(form);
  for (const input of form.inputs) {
    const value = input.input === 'person' ? (people.get(input.value) ?? '') : held[input.name];
    const bare = (one: unknown) => (typeof one === 'string' ? one.replaceAll('\r\n', '\n') : JSON.stringify(one === true ? 'on' : one));
    if (!('options' in input) || input.options.length > 0) expect([name, input.name, bare(pressed.typed[input.name])]).toEqual([name, input.name, bare(value)]);
  }
}

function lookAtPage(name: string, view: ShownMessage | ShownHome): void {
  for (const place of ['page', 'dialog'] as const) {
    const card = renderMessage(view, place);
    expect([name, breachesOf(card)]).toEqual([name, []]);
    if (CUT.test(saidIn(card))) cut.add(name);
  }
  counted.pages += 1;
}

function lookAt(name: string, { answer, drawn, text, language = 'en' }: Reply): void {
  if (answer?.type === 'form') lookAtForm(name, answer);
  else if (answer) lookAtPage(name, answer);
  if (drawn) lookAtPage(name, drawn.message);
  if (text) expect([name, breachesOf(noteCard(text, language))]).toEqual([name, []]);
}

describe.each(LANGUAGES)('in %s', (language) => {
  it('every form fits, travels with its buttons, and gives back what it holds', async () => {
    await speak(language);
    const forms = new Map<string, ShownForm>();
    for (const row of POLICY.filter(({ action }) => ACTIONS.get(action)?.opens === 'form')) {
      for (const role of (row.finds ?? row.may).slice(0, 1)) {
        const reply = await here.stage.act(role, row.action, row.input(here.things));
        lookAt(nameOf(row), reply);
        if (reply.answer?.type !== 'form') continue;
        const { answer } = reply;
        if (forms.has(answer.action)) continue;
        forms.set(answer.action, answer);
        for (const value of ['', 'x'.repeat(10_000)]) {
          const typed = Object.fromEntries(answer.inputs.map((input) => [input.name, value]));
          const refused = await here.stage.act(role, answer.action, typed, { token: answer.token });
          lookAt(answer.action, refused);
          if (refused.kind === 'refused' && !refused.answer) lookAtForm(answer.action, answer, { reply: refused, typed });
        }
      }
    }
    expect(forms.size).toBeGreaterThan(10);
  });
});

it('every answer of one run through all actions fits', async () => {
  for (const row of POLICY)
    for (const role of (row.finds ?? row.may).slice(0, 1)) lookAt(nameOf(row), await here.stage.act(role, row.action, row.input(here.things)));
  expect(counted.pages).toBeGreaterThan(50);
});
