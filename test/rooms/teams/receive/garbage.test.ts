// What no Teams would send, properly signed: the door takes it or turns it away, and the library behind it does not break (F3).

import { Application } from '@microsoft/teams-ai/lib/Application.js';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTILE } from '../../../support/hostile.ts';
import { activity, answers, type Door, invoke, openDoor } from './door.ts';

let door: Door;

beforeAll(async () => {
  const all = /.*/s;
  const app = new Application({ startTypingTimer: false });
  app.message(all, async () => {});
  app.adaptiveCards.actionSubmit(all, async () => {});
  app.adaptiveCards.actionExecute(all, async () => 'done');
  app.taskModules.fetch(all, async () => 'done');
  app.taskModules.submit(all, async () => null);
  app.messageExtensions.fetchTask(all, async () => 'done');
  app.messageExtensions.submitAction(all, async () => null);
  app.conversationUpdate('membersAdded', async () => {});
  app.conversationUpdate('membersRemoved', async () => {});
  app.conversationUpdate('teamRenamed', async () => {});
  app.activity('installationUpdate', async () => {});
  app.activity(all, (context) => (context.activity.type === 'invoke' ? answers(context) : Promise.resolve()));
  door = await openDoor({ turn: (context) => app.run(context) });
});
afterAll(() => door.close());

const press = { action: { type: 'Action.Execute', verb: 'press', data: { verb: 'press', mc: { a: 'x', t: 'y' } } }, trigger: 'manual' };
const mention = { type: 'mention', text: '<at>Mentor Cycle</at>', mentioned: { id: '28:1', name: 'Mentor Cycle' } };
const REAL: readonly object[] = [
  activity(),
  activity({ text: '<at>Mentor Cycle</at> match', entities: [mention], conversation: { id: '19:x@thread.tacv2', conversationType: 'channel' } }),
  activity({ text: undefined, value: { verb: 'press', mc: {} } }),
  activity({ type: 'conversationUpdate', membersAdded: [{ id: '29:1' }], channelData: { eventType: 'teamMemberAdded', team: { id: '19:x' } } }),
  activity({ type: 'conversationUpdate', channelData: { eventType: 'teamRenamed', team: { id: '19:x', name: 'Team' } } }),
  activity({ type: 'installationUpdate', action: 'add' }),
  invoke('adaptiveCard/action', press),
  invoke('task/fetch', { data: { verb: 'open', mc: {} }, context: { theme: 'dark' } }),
  invoke('task/submit', { data: { verb: 'send', 'f.goal': 'x', mc: {} } }),
  invoke('composeExtension/fetchTask', { commandId: 'goal-new', commandContext: 'compose' }),
  invoke('composeExtension/submitAction', { commandId: 'goal-new', data: { verb: 'send' } }),
];

/** Names that the library or JavaScript read something into. */
const NAMES = [
  'type',
  'name',
  'value',
  'data',
  'verb',
  'action',
  'text',
  'entities',
  'mentioned',
  'channelData',
  'from',
  'id',
  '__proto__',
  'constructor',
  'toString',
];

const nested = fc.integer({ min: 1, max: 80 }).map((depth) => JSON.parse(`${'{"a":['.repeat(depth)}${']}'.repeat(depth)}`) as unknown);
const strange = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', [], {}, [null], [[]], { id: null }, [{}]) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE, ...NAMES) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 5 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: nested },
);

/** A place in a real activity, as numbers to be taken by whatever number of fields stands at each level. */
const place = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 5 });
const change = fc.record({ place, value: strange, how: fc.constantFrom('set', 'set', 'drop', 'add' as const), name: fc.constantFrom(...NAMES) });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(real: object, changes: readonly Change[]): object {
  const copy = structuredClone(real);
  for (const { place: steps, value, how, name } of changes) {
    const { at, key } = found(copy as Record<string, unknown>, steps);
    if (key === undefined) continue;
    if (how === 'drop') delete at[key];
    else Object.defineProperty(at, how === 'add' ? name : key, { value: structuredClone(value), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

function found(at: Record<string, unknown>, [step = 0, ...further]: readonly number[]): { at: Record<string, unknown>; key: string | undefined } {
  const keys = Object.keys(at);
  const key = keys[step % Math.max(keys.length, 1)];
  const inner = key === undefined ? undefined : at[key];
  return further.length > 0 && typeof inner === 'object' && inner !== null ? found(inner as Record<string, unknown>, further) : { at, key };
}

const types = fc.constantFrom('application/json', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded', 'text/html', '');
const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) });
const garbage = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.tuple(fc.constantFrom(...REAL), fc.array(change, { minLength: 1, maxLength: 4 })).map(([real, changes]) => json(changed(real, changes))),
  },
  { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...NAMES), strange).map((of) => json({ ...activity(), ...of })) },
  { weight: 2, arbitrary: fc.jsonValue().map(json) },
  { weight: 2, arbitrary: fc.record({ type: types, body: fc.string({ unit: 'binary', maxLength: 300 }) }) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 200_000 }).map((length) => json(activity({ text: 'å'.repeat(length / 2) }))) },
);

it('takes or turns away 5,000 pieces of garbage, and never breaks (F3)', async () => {
  const statuses = new Map<number, number>();
  const token = door.token();
  await fc.assert(
    fc.asyncProperty(garbage, async ({ type, body }) => {
      const { status } = await door.send(body, { token, type });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect([200, 400, 401]).toContain(status);
    }),
    { numRuns: 5000 },
  );
  // Neither side of the door was left out.
  expect(statuses.get(200)).toBeGreaterThan(1000);
  expect(statuses.get(400)).toBeGreaterThan(500);
  expect(statuses.get(401)).toBeGreaterThan(50);
  // And nothing of it is in the log but words of ours.
  const words = new Set(door.lines.flatMap(({ fields }) => Object.values(fields ?? {})));
  expect([...words].toSorted()).toEqual(['channel', 'forbidden-host', 'service-url', 'tenant'].filter((word) => words.has(word)));
  expect(new Set(door.lines.map(({ event }) => event))).toEqual(new Set(['teams.refused']));
  expect((await door.send(activity())).status).toBe(200);
});
