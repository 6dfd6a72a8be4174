// Every answer of the bot, to everybody, with the longest of everything, in three languages and every place of Slack and Teams: each takes it (F15).

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../../adapters/slack/render/check.ts';
import { renderHome } from '../../../../adapters/slack/render/home.ts';
import { LIMITS } from '../../../../adapters/slack/render/limits.ts';
import { fitsInMessage, renderMessage } from '../../../../adapters/slack/render/message.ts';
import { noteModal, renderForm, renderPage } from '../../../../adapters/slack/render/modal.ts';
import { typedIn } from '../../../../adapters/slack/translate/values.ts';
import { renderForm as renderFormCard } from '../../../../adapters/teams/render/form.ts';
import { LIMITS as CARD } from '../../../../adapters/teams/render/limits.ts';
import { renderMessage as renderCard } from '../../../../adapters/teams/render/message.ts';
import type { Reply } from '../../../../src/bot/actions/dispatch.ts';
import { LANGUAGES } from '../../../../src/bot/texts/language.ts';
import type { ShownForm, ShownHome, ShownMessage, ShownView } from '../../../../src/bot/views/shown.ts';
import { TEMPLATES } from '../../../../src/mentoring/table.ts';
import type { Person } from '../../../../src/mentoring/people/person.ts';
import type { RoleName } from '../../../support/every-action.ts';
import { ownValues } from '../../../support/world.ts';
import { nameOf, POLICY } from '../../house/permissions/policy.ts';
import { breachesOf } from '../../teams/render/parsed.ts';
import { halfYear, type Longest, longest, readIn } from './longest.ts';
import { textsIn } from './said.ts';
import { untouched } from './untouched.ts';

const counted = { messages: 0, replies: 0, different: 0, views: 0, bytes: 0, size: 0, token: 0 };
const [tooLong, clipped] = [new Set<string>(), new Set<string>()];
afterAll(() => {
  console.log(
    `real answers: ${counted.replies} replies and ${counted.messages} messages, ${counted.different} different ones, ${counted.views} views for Slack; the largest window ${counted.bytes} bytes, message ${counted.size} characters`,
  );
  console.log(`the longest button value ${counted.token} of ${LIMITS.buttonValue}; too long for a message: ${[...tooLong].join(', ') || 'none'}`);
  console.log(`clipped: ${[...clipped].sort().join(' | ') || 'nothing'}`);
});

/** Slack knows all people, or nobody. */
function mentionsOf(people: readonly Person[]): readonly ReadonlyMap<string, string>[] {
  return [new Map(people.map((person, index) => [person.id, `U${index}`])), new Map()];
}

class Looking {
  readonly breaches: string[] = [];
  private readonly seen = new Set<string>();
  private readonly mentions: readonly ReadonlyMap<string, string>[];

  constructor(people: readonly Person[]) {
    this.mentions = mentionsOf(people);
  }

  reply(name: string, { answer, drawn, text }: Reply): void {
    counted.replies += 1;
    if (answer) this.view(name, answer);
    if (drawn) this.view(name, drawn.message);
    if (!text) return;
    this.take(name, checkView(noteModal(text, 'en')));
    this.view(name, { type: 'message', language: 'en', blocks: [{ block: 'text', text }] });
  }

  view(name: string, view: ShownView): void {
    // But for its seals, the same view again.
    const same = JSON.stringify(view, (key, value: unknown) => (key === 'token' ? '' : value));
    if (this.seen.has(same)) return;
    this.seen.add(same);
    counted.different += 1;
    const breaches = view.type === 'form' ? breachesOf(renderFormCard(view, { place: 'dialog' }), CARD.refilled) : breachesOf(renderCard(view, 'page'));
    this.take(name, breaches);
    for (const mentions of this.mentions) {
      if (view.type === 'form') this.form(name, view, mentions);
      else this.page(name, view, mentions);
    }
  }

  private page(name: string, view: ShownMessage | ShownHome, mentions: ReadonlyMap<string, string>): void {
    const [message, page] = [renderMessage(view, mentions), renderPage(view, mentions)];
    if (!fitsInMessage(message)) tooLong.add(name);
    this.measure(page, message.blocks);
    this.take(name, [...checkMessage(message), ...checkView(page), ...checkView(renderHome(view, mentions))]);
    counted.views += 2;
  }

  private form(name: string, form: ShownForm, mentions: ReadonlyMap<string, string>): void {
    const view = renderForm(form, { mentions });
    this.measure(view, []);
    this.take(name, checkView(view));
    for (const text of [view.submit, view.close]) if (text?.text.endsWith('…')) clipped.add(`${form.submit}/${form.cancel}`);
    const { typed } = typedIn(untouched(view));
    const held = ownValues(form);
    for (const input of form.inputs) {
      // A person whom Slack does not know cannot be shown as chosen.
      const value = input.input === 'person' ? (mentions.get(input.value) ?? '') : held[input.name];
      const bare = (one: unknown) => (typeof one === 'string' ? one.replaceAll('\r\n', '\n').trim() : JSON.stringify(one));
      if (bare(typed[input.name]) !== bare(value)) this.breaches.push(`${name}: ${input.name} comes back as something else`);
    }
  }

  private measure(window: { readonly blocks: readonly object[] }, message: readonly object[]): void {
    counted.bytes = Math.max(counted.bytes, Buffer.byteLength(JSON.stringify(window)));
    counted.size = Math.max(counted.size, textsIn(message).join('').length);
    for (const [, value] of JSON.stringify(window).matchAll(/"value":"([\w.]+ [^"]*)"/g)) counted.token = Math.max(counted.token, value?.length ?? 0);
    for (const text of textsIn(window.blocks)) if (text.endsWith('…') && !text.includes('Wolfe')) clipped.add(text);
  }

  private take(name: string, breaches: readonly string[]): void {
    counted.views += 1;
    this.breaches.push(...breaches.map((breach) => `${name}: ${breach}`));
  }
}

let here: Longest;
let year: Awaited<ReturnType<typeof halfYear>>;
beforeAll(async () => {
  here = await longest(LANGUAGES[0]);
  year = await halfYear();
}, 300_000);
afterAll(() => here.stage.close());

describe.each(LANGUAGES)('in %s', (language) => {
  beforeAll(() => readIn(here, language));

  it('every answer to everybody fits', async () => {
    const looking = new Looking(here.people);
    const forms = new Map<string, { readonly form: ShownForm; readonly role: RoleName }>();
    for (const row of POLICY) {
      // Everybody else is told the same as these two (see the table of permissions). What each role is shown differs in what
      // it holds, and not by language: one role is enough for the other two.
      const roles = language === 'en' ? row.may : row.may.slice(0, 1);
      for (const role of new Set<RoleName>(language === 'en' ? [...roles, 'stranger', 'outsider'] : roles)) {
        const reply = await here.stage.act(role, row.action, row.input(here.things));
        looking.reply(nameOf(row), reply);
        if (reply.answer?.type === 'form') forms.set(reply.answer.action, { form: reply.answer, role });
      }
    }
    expect(forms.size).toBeGreaterThan(10);
    for (const { form, role } of forms.values()) {
      for (const value of ['', 'x'.repeat(10_000), '<!channel>']) {
        const typed = Object.fromEntries(form.inputs.map((input) => [input.name, value]));
        const reply = await here.stage.act(role, form.action, typed, { token: form.token });
        looking.reply(form.action, reply);
        const refilled = [
          renderForm(form, { mentions: new Map(), reply, typed }),
          ...(reply.answer?.type === 'form' ? [renderForm(reply.answer, { mentions: new Map(), reply })] : []),
        ];
        expect(refilled.flatMap(checkView)).toEqual([]);
      }
    }
    expect(looking.breaches).toEqual([]);
  }, 300_000);

  it('every message of half a year fits', () => {
    const messages = year.messages.filter((one) => one.language === language);
    const looking = new Looking(year.people);
    for (const { template, message } of messages) looking.view(template, message);
    counted.messages += messages.length;
    const seen = new Set(messages.map((one) => one.template));
    expect([...TEMPLATES.keys()].filter((name) => !seen.has(name))).toEqual([]);
    expect(looking.breaches).toEqual([]);
  });
});
