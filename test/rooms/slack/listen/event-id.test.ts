// When two deliveries are one event: the same thing that arrives again has the same id, another act has another (F2).

import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventIdOf } from '../../../../adapters/slack/translate/event-id.ts';
import { commandIn, pressIn, shortcutIn, submissionIn } from '../../../../adapters/slack/translate/payloads.ts';
import * as payloads from '../../../support/slack/payloads.ts';

interface Kind {
  readonly kind: string;
  readonly make: () => object;
  /** By what it is told apart where Slack sends no trigger id. */
  readonly other: (payload: object) => object;
  readonly idOf: (payload: object) => string;
}

function there<T>(read: T | null): T {
  if (read === null) throw new Error('this payload is none of ours');
  return read;
}

const KINDS: readonly Kind[] = [
  {
    kind: 'command',
    make: () => payloads.command(),
    other: (payload) => ({ ...payload, text: 'join' }),
    idOf: (payload) => eventIdOf('command', there(commandIn(payload))),
  },
  {
    kind: 'press',
    make: () => payloads.pressedInDirectMessage(),
    other: (payload) => ({ ...payload, actions: [payloads.button()] }),
    idOf: (payload) => eventIdOf('press', there(pressIn(payload))),
  },
  {
    kind: 'submission',
    make: () => payloads.viewSubmission(),
    other: (payload) => ({ ...payload, view: payloads.modal({}, { 'f.title': { answer: { type: 'plain_text_input', value: 'other' } } }) }),
    idOf: (payload) => eventIdOf('submission', there(submissionIn(payload))),
  },
  {
    kind: 'shortcut',
    make: () => payloads.globalShortcut({ callback_id: 'my_page' }),
    other: (payload) => ({ ...payload, callback_id: 'new_goal' }),
    idOf: (payload) => eventIdOf('shortcut', there(shortcutIn(payload))),
  },
];

const again = (payload: object) => JSON.parse(JSON.stringify(payload)) as object;
const reversed = (payload: object) => Object.fromEntries(Object.entries(payload).toReversed());
const bare = (payload: object) => ({ ...payload, trigger_id: undefined });

describe.each(KINDS)('a $kind', ({ kind, make, other, idOf }) => {
  it('that is delivered again has the same id, with whatever Slack has added to it since', () => {
    for (const payload of [make(), bare(make())]) {
      expect(idOf(again(payload))).toBe(idOf(payload));
      expect(idOf({ ...reversed(again(payload)), new_in_2027: { deep: [1] } })).toBe(idOf(payload));
    }
  });

  it('that somebody does once more has another id, though it says the same', () => {
    const payload = make();
    expect(idOf({ ...again(payload), trigger_id: payloads.triggerId() })).not.toBe(idOf(payload));
  });

  it('without a trigger id is told apart by what it says', () => {
    const payload = bare(make());
    expect(idOf(bare(other(again(payload))))).not.toBe(idOf(payload));
  });

  it('has an id of its kind, short and of plain signs, whatever the trigger id', () => {
    const seen = new Map<string, string>();
    assert(
      property(string({ minLength: 1, maxLength: 250, unit: 'binary' }), (trigger) => {
        const id = idOf({ ...make(), trigger_id: trigger });
        expect(id).toMatch(new RegExp(`^slack:${kind}:[\\w-]{43}$`));
        expect(seen.get(id) ?? trigger).toBe(trigger);
        seen.set(id, trigger);
      }),
    );
  });
});

it('the same trigger id is another event in each kind', () => {
  const trigger_id = payloads.triggerId();
  expect(new Set(KINDS.map(({ make, idOf }) => idOf({ ...make(), trigger_id }))).size).toBe(KINDS.length);
});
