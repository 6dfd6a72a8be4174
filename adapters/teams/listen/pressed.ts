// What a pressed button, or a form that was sent, asks of the house.

import { commandIntent } from '../../../src/bot/actions/commands.ts';
import { readReference } from '../reference.ts';
import type { Pressed } from '../render/press.ts';
import type { Asked, Desk, Visit } from './desk.ts';

/** What stands for somebody who was chosen and does not belong here: a person, so that nobody is told to choose, and none of ours. */
const NOBODY = 'nobody';

/** A channel comes from the client as a place to write to: only one of the person's own tenant is one. */
function channelsIn({ from }: Visit, { form, typed }: Extract<Pressed, { kind: 'form' }>): Readonly<Record<string, string>> {
  const fields = (form?.inputs ?? []).filter(({ input, name }) => input === 'channel' && typed[name]);
  return Object.fromEntries(fields.map(({ name }) => [name, readReference(String(typed[name]))?.tenant === from.tenant ? String(typed[name]) : '']));
}

export async function pressedBy(desk: Desk, visit: Visit, pressed: Pressed | null): Promise<Asked> {
  const { commands } = desk.reception;
  // What cannot be read brings no token of ours, and that is answered in the person's language.
  if (!pressed) return { action: commandIntent(commands, '/mentor').action, token: '' };
  if (pressed.kind === 'line') return commandIntent(commands, pressed.line);
  const { action, token } = pressed;
  if (pressed.kind !== 'form') return { action, token };
  const { people, next } = pressed;
  const typed = { ...pressed.typed, ...channelsIn(visit, pressed) };
  const chosen = people
    .filter((field) => typed[field])
    .map(async (field) => [field, (await desk.personOf(visit, String(typed[field])))?.id ?? NOBODY] as const);
  return { action, token, input: { ...typed, ...Object.fromEntries(await Promise.all(chosen)), ...(next === undefined ? {} : { next }) } };
}
