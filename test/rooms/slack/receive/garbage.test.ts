// What no Slack would send, properly signed: the door takes it or turns it away, and nothing behind it breaks (F3).

import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTILE } from '../../../support/hostile.ts';
import * as slack from '../../../support/slack/payloads.ts';
import { asSlackSends, type Kind, signed } from '../../../support/slack/sign.ts';
import { type Door, openDoor, postRaw, SECONDS, SECRET } from './door.ts';

let door: Door;

beforeAll(async () => {
  door = await openDoor();
  const all = /.*/s;
  const { app } = door;
  app.event(all, async () => {});
  app.command(all, ({ ack }) => ack());
  app.action(all, async ({ ack }) => ack());
  app.view(all, ({ ack }) => ack());
  app.view({ type: 'view_closed', callback_id: all }, ({ ack }) => ack());
  app.options(all, ({ ack }) => ack({ options: [] }));
  app.shortcut(all, ({ ack }) => ack());
});
afterAll(() => door.close());

const REAL: readonly (readonly [Kind, object])[] = [
  ['form', slack.command()],
  ['json', slack.homeOpened()],
  ['json', slack.userChange()],
  ['json', slack.tokensRevoked()],
  ['json', slack.urlVerification()],
  ...[slack.pressedInDirectMessage, slack.pressedInEphemeral, slack.pressedInHome, slack.pressedInModal, slack.viewSubmission, slack.viewClosed].map(
    (make) => ['interaction', make()] as const,
  ),
  ...[slack.globalShortcut, slack.messageShortcut, slack.blockSuggestion, slack.interactiveMessage, slack.dialogSubmission].map(
    (make) => ['interaction', make()] as const,
  ),
];

/** Names that Bolt or JavaScript read something into. */
const NAMES = ['type', 'event', 'user', 'team', 'view', 'actions', 'authorizations', 'command', 'channel', 'item', '__proto__', 'constructor', 'toString'];

const nested = fc.integer({ min: 1, max: 80 }).map((depth) => JSON.parse(`${'{"a":['.repeat(depth)}${']}'.repeat(depth)}`) as unknown);
const huge = fc.integer({ min: 1000, max: 200_000 }).map((length) => 'å'.repeat(length / 2));
const strange = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', [], {}, [null], [[]], { id: null }, [{}]) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE, ...NAMES) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 5 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: nested },
);

/** A place in a real payload, as numbers to be taken by whatever number of fields stands at each level. */
const place = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 5 });
const change = fc.record({ place, value: strange, how: fc.constantFrom('set', 'set', 'drop', 'add' as const), name: fc.constantFrom(...NAMES) });

function changed(payload: object, changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[]): object {
  const copy = structuredClone(payload);
  for (const { place: steps, value, how, name } of changes) {
    let at = copy as Record<string, unknown>;
    for (const [index, step] of steps.entries()) {
      const keys = Object.keys(at);
      const key = keys[step % Math.max(keys.length, 1)];
      if (key === undefined) break;
      const inner = at[key];
      if (index < steps.length - 1 && typeof inner === 'object' && inner !== null) {
        at = inner as Record<string, unknown>;
        continue;
      }
      if (how === 'drop') delete at[key];
      else Object.defineProperty(at, how === 'add' ? name : key, { value: structuredClone(value), enumerable: true, configurable: true, writable: true });
      break;
    }
  }
  return copy;
}

interface Garbage {
  readonly type: string;
  readonly body: string;
}

const kinds = fc.constantFrom<Kind>('json', 'interaction');
const types = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'text/html', '');
const nearly = fc
  .tuple(fc.constantFrom(...REAL), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([[kind, payload], changes]) => asSlackSends(kind, kind === 'form' ? strings(changed(payload, changes)) : changed(payload, changes)));
const garbage: fc.Arbitrary<Garbage> = fc.oneof(
  { weight: 12, arbitrary: nearly },
  { weight: 3, arbitrary: fc.tuple(kinds, fc.dictionary(fc.constantFrom(...NAMES), strange)).map(([kind, body]) => asSlackSends(kind, body)) },
  { weight: 2, arbitrary: fc.tuple(kinds, fc.jsonValue()).map(([kind, body]) => asSlackSends(kind, JSON.stringify(body))) },
  { weight: 2, arbitrary: fc.record({ type: types, body: fc.string({ unit: 'binary', maxLength: 300 }) }) },
  { weight: 1, arbitrary: fc.tuple(kinds, huge).map(([kind, text]) => asSlackSends(kind, { type: text, event: { type: text } })) },
);

function strings(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
}

it('takes or turns away 5,000 pieces of garbage, and never breaks (F3)', async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(garbage, async ({ type, body }) => {
      const bytes = Buffer.from(body);
      const headers = Object.entries({ ...signed(SECRET, bytes, SECONDS), ...(type ? { 'content-type': type } : {}) });
      const { status } = await postRaw(door.url, headers, bytes);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect([200, 400, 413]).toContain(status);
    }),
    { numRuns: 5000 },
  );
  // Neither side of the door was left out.
  expect(statuses.get(200)).toBeGreaterThan(1000);
  expect(statuses.get(400)).toBeGreaterThan(100);
  // And nothing of it is in the log but words of Slack's kind.
  const words = new Set(door.lines.flatMap(({ fields }) => Object.values(fields ?? {})));
  expect(words.size).toBeGreaterThan(10);
  for (const word of words) expect(String(word)).toMatch(/^[a-z_]{1,60}$/);
  expect(door.lines.filter(({ event }) => event === 'server.fault')).toEqual([]);
  expect((await door.send('json', slack.homeOpened())).status).toBe(200);
});
