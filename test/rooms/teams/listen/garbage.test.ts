// What no client of Teams would send, past the door: every listener takes it, answers it if it asks for an answer, and
// nothing breaks, whatever the house then says (F3).

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Desk } from '../../../../adapters/teams/listen/desk.ts';
import { InTime } from '../../../../adapters/teams/listen/in-time.ts';
import { register } from '../../../../adapters/teams/listen/register.ts';
import { Bridge } from '../../../../adapters/teams/receive/bridge.ts';
import { activityOf } from '../../../../adapters/teams/receive/parse.ts';
import { kept } from '../../../../adapters/teams/render/kept.ts';
import { sendData } from '../../../../adapters/teams/render/press.ts';
import { teamsCalls } from '../../../../adapters/teams/send/calls.ts';
import type { TeamsSettings } from '../../../../adapters/teams/settings.ts';
import type { Reply } from '../../../../src/bot/actions/dispatch.ts';
import type { ShownForm } from '../../../../src/bot/views/shown.ts';
import { COMMANDS } from '../../../../src/mentoring/table.ts';
import type { Log } from '../../../../src/ports.ts';
import type { Reception } from '../../../../src/reception.ts';
import { systemClock } from '../../../../src/runtime/clock.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import * as payloads from '../../../support/teams/payloads.ts';

const RUNS = 5000;
const nothing = async () => undefined;
const errors: string[] = [];
const log: Log = { info() {}, warn() {}, error: (event, _fields, cause) => (errors.push(event), console.error(event, cause)) };

const FORM: ShownForm = {
  ...{ type: 'form', language: 'sv', title: 'Mål', intro: [], submit: 'Spara', cancel: 'Nej', action: 'goals.save', token: 'sealed', also: [] },
  inputs: [
    { input: 'line', name: 'title', label: 'Titel', required: true, max: 60, value: '' },
    { input: 'choices', name: 'days', label: 'Dagar', required: false, options: [{ value: 'mon', label: 'Måndag' }], value: [] },
    { input: 'person', name: 'mate', label: 'Vem', required: false, value: '' },
    { input: 'channel', name: 'where', label: 'Var', required: false, value: '' },
    { input: 'agree', name: 'sure', label: 'Säkert', required: true, value: false },
  ],
};

/** The house says anything, in turn. */
const REPLIES: readonly Reply[] = [
  { kind: 'done' },
  { kind: 'refused', text: [{ text: 'Nej', from: 'us' }], fields: { title: 'Fel', none: 'Fel' } },
  { kind: 'done', language: 'sv', answer: FORM },
  { kind: 'done', answer: { type: 'message', language: 'en', blocks: [{ block: 'text', text: [{ text: 'Yes', from: 'us' }] }] } },
  { kind: 'refused', stranger: true, text: [{ text: 'Who are you?', from: 'us' }] },
  { kind: 'done', drawn: { messageId: 'm', message: { type: 'message', language: 'en', blocks: [] } } },
];

/** The rest of it knows nobody, and Teams itself is out of reach. */
function turnOf() {
  let asked = 0;
  const dispatch: Reception['dispatch'] = async () => REPLIES[asked++ % REPLIES.length] ?? { kind: 'done' };
  const accounts = {
    mentions: async () => new Map(),
    personOf: async () => null,
    remember: nothing,
    changed: nothing,
    needsCoordinator: async () => true,
    appoint: async () => false,
  };
  const installations = { save: nothing, find: async () => null, remove: nothing, alone: <T>(_p: string, _d: string, work: () => Promise<T>) => work() };
  const reception = { dispatch, commands: COMMANDS, accounts, installations, clock: systemClock, log } as unknown as Reception;
  const cloud = { openIdUrl: 'http://127.0.0.1:9/x', loginUrl: 'http://127.0.0.1:9', serviceHosts: [] };
  const settings: TeamsSettings = {
    appId: payloads.APP_ID,
    credential: { kind: 'secret', tenantId: payloads.TENANT, secret: 'never used' },
    tenants: [payloads.TENANT],
    share: 1,
    cloud,
  };
  const calls = teamsCalls({ settings, token: { token: async () => '', refused() {} }, clock: systemClock, log });
  const desk = new Desk({ reception, calls: () => calls });
  const turn = register({ desk, inTime: new InTime(log), log, visitOf: async (from) => ({ tenantId: 'organisation', from }) });
  return { bridge: new Bridge(settings), turn };
}

const press = { verb: 'press', mc: { a: 'home.show', t: 'sealed', p: 'page' } };
const sent = { ...sendData(FORM, kept(FORM), 'later'), 'f.title': 'Learn', 'f.days': 'mon,tue', 'f.mate': 'x', 'f.sure': 'on' };
const inMentoring = { spot: payloads.inChannel({ thread: '1' }) };
const REAL: readonly object[] = [
  payloads.message('goal new'),
  payloads.mentioning('match lock', inMentoring, { others: [{ id: '29:1', name: 'Bo' }] }),
  payloads.slash('cohort', inMentoring),
  payloads.submitted(press),
  payloads.execute(press),
  payloads.execute(press, inMentoring),
  payloads.taskFetch({ verb: 'open', mc: { line: '/goal new' } }),
  payloads.taskFetch({ verb: 'open', mc: { a: 'goals.new', t: 'sealed' } }),
  payloads.taskSubmit(sent),
  payloads.taskSubmit(sent, inMentoring),
  payloads.composeFetch('goal-new'),
  payloads.composeSubmit('goal-new', sent, inMentoring),
  payloads.installed('add'),
  payloads.installed('remove', inMentoring),
];

const NAMES = [
  'verb',
  'mc',
  'a',
  't',
  'k',
  'n',
  'p',
  'line',
  'f.title',
  'f.days',
  'data',
  'action',
  'commandId',
  'text',
  '__proto__',
  'constructor',
  'toString',
];
const strange = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1e308, '', [], {}, [null], [[]], { id: null }) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE.filter((text) => text.length < 5000), ...NAMES) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  // Looks like a form, and is none.
  { weight: 1, arbitrary: fc.constantFrom(kept({ ...FORM, inputs: [] }), kept(FORM).slice(0, 60), `${kept(FORM)}AAAA`, 'A'.repeat(9000)) },
);

/** Somewhere in a real activity, mostly in what the listeners read. */
const change = fc.record({
  deep: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 4 }),
  value: strange,
  name: fc.constantFrom(...NAMES),
  add: fc.boolean(),
  top: fc.boolean(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(real: object, changes: readonly Change[]): object {
  const copy = structuredClone(real) as Record<string, unknown>;
  for (const { deep, value, name, add, top } of changes) {
    let at = !top && typeof copy['value'] === 'object' && copy['value'] !== null ? (copy['value'] as Record<string, unknown>) : copy;
    let key = Object.keys(at)[(deep[0] ?? 0) % Math.max(Object.keys(at).length, 1)];
    for (const step of deep.slice(1)) {
      const inner = key === undefined ? null : at[key];
      if (typeof inner !== 'object' || inner === null) break;
      at = inner as Record<string, unknown>;
      key = Object.keys(at)[step % Math.max(Object.keys(at).length, 1)];
    }
    Object.defineProperty(at, add || key === undefined ? name : key, { value: structuredClone(value), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

it(`takes ${RUNS} pieces of garbage, answers what asks for an answer, and never breaks (F3)`, async () => {
  const { bridge, turn } = turnOf();
  const seen = { answered: 0, taken: 0, turnedAway: 0 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...REAL), fc.array(change, { minLength: 1, maxLength: 4 }), async (real, changes) => {
      const activity = activityOf('application/json', Buffer.from(JSON.stringify(changed(real, changes))));
      // The door lets in what comes from Teams alone.
      if (activity?.channelId !== 'msteams') return void seen.turnedAway++;
      const given = await bridge.take(activity, turn);
      if (given) {
        expect([given.status, typeof given.body]).toEqual([200, 'object']);
        seen.answered++;
      } else seen.taken++;
    }),
    { numRuns: RUNS },
  );
  expect(errors).toEqual([]);
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS / 20);
});
