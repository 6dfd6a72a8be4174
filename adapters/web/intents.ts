// What a person does in a pane, made into an intent: a typed line, a pressed button, a sent form.

import { commandIntent } from '../../src/bot/actions/commands.ts';
import type { Intent } from '../../src/bot/actions/dispatch.ts';
import { PLATFORM } from './chat.ts';
import { FIELD, type Typed } from './form.ts';
import type { Playground, PlaygroundPerson } from '../../src/playground.ts';
import { pressed } from './render.ts';

/** The fields of a sent form, as hono reads them. */
export type Body = Readonly<Record<string, unknown>>;

export function word(body: Body, name: string): string {
  const value = body[name];
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : '';
}

/** The answers to a form of the bot, without the fields of this adapter. */
export function typedIn(body: Body): Typed {
  const typed: [string, string | readonly string[]][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (!name.startsWith(FIELD)) continue;
    if (typeof value === 'string') typed.push([name.slice(FIELD.length), value]);
    else if (Array.isArray(value)) typed.push([name.slice(FIELD.length), value.filter((one) => typeof one === 'string')]);
  }
  return Object.fromEntries(typed);
}

/** `null` for a body that none of our pages sends. */
export function intentOf(playground: Playground, person: PlaygroundPerson, body: Body): Intent | null {
  const sent = word(body, 'event');
  const envelope = {
    tenantId: playground.tenantId,
    caller: { platform: PLATFORM, externalId: person.externalId },
    // The browser names each press, so that a press sent twice is one event.
    eventId: /^[\w-]{8,64}$/.test(sent) ? sent : playground.newEventId(),
  };
  if (word(body, 'do') === 'command') return { ...envelope, ...commandIntent(playground.commands, word(body, 'line')) };
  const button = pressed(word(body, 'press'));
  if (!button) return null;
  return { ...envelope, ...button, input: word(body, 'do') === 'submit' ? typedIn(body) : {} };
}

/** The home page is what the bare command shows. */
export function homeIntent(playground: Playground, person: PlaygroundPerson): Intent {
  return {
    tenantId: playground.tenantId,
    caller: { platform: PLATFORM, externalId: person.externalId },
    eventId: playground.newEventId(),
    ...commandIntent(playground.commands, '/mentor'),
  };
}
