// A whole organisation for a test: the real rooms, dispatcher and storage; a clock that is moved by hand; a chat in memory.

import { randomBytes, randomUUID } from 'node:crypto';
import { commandIntent } from '../../src/bot/actions/commands.ts';
import { type Dispatch, dispatcher, type Reply } from '../../src/bot/actions/dispatch.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import { plain, type ShownButton, type ShownForm, type ShownView } from '../../src/bot/views/shown.ts';
import type { Pair } from '../../src/mentoring/cycle/index.ts';
import { thinkHere } from '../../src/mentoring/matching/planning/thinking.ts';
import { EMPTY_PROFILE, type Participation, type Profile, type Role } from '../../src/mentoring/orientation/participation.ts';
import { introduce } from '../../src/mentoring/people/index.ts';
import type { Person } from '../../src/mentoring/people/person.ts';
import { type Cohort, DEFAULT_SETTINGS, type GrantRole, type Programme } from '../../src/mentoring/programme/programme.ts';
import type { Tx } from '../../src/mentoring/store.ts';
import { ACTIONS, COMMANDS, TEMPLATES } from '../../src/mentoring/table.ts';
import type { Clock, Ids, Log, Secrets } from '../../src/ports.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../src/runtime/store/store.ts';
import { civilOf, type Instant, instantOf } from '../../src/time.ts';
import { type Delivered, drain, type Mailbox } from './drain.ts';
import { blocksOf, viewWords } from './words.ts';

export { viewWords } from './words.ts';

export type { Delivered } from './drain.ts';

/** Where the deployment is reached. */
const SITE = 'https://mentor.example.org';
export const START = instantOf('2026-09-01T08:00:00Z');

export interface World {
  readonly store: Store;
  readonly tenantId: string;
  readonly programme: Programme;
  readonly cohort: Cohort;
  readonly clock: Clock & { set(at: Instant): void };
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly dispatch: Dispatch;
  person(name: string, of?: Partial<Pick<Person, 'language' | 'timeZone' | 'email'>>): Promise<Person>;
  grant(person: Person, role: GrantRole): Promise<void>;
  join(person: Person, role: Role, of?: { profile?: Partial<Profile>; capacity?: number; cohort?: Cohort }): Promise<Participation>;
  pair(mentee: Participation, mentor: Participation): Promise<Pair>;
  command(person: Person, line: string): Promise<Reply>;
  act(person: Person, action: string, input?: Record<string, unknown>): Promise<Reply>;
  click(person: Person, on: Reply | Delivered, action: string, input?: Record<string, unknown>, which?: (button: ShownButton) => boolean): Promise<Reply>;
  submit(person: Person, form: Reply, fields?: Record<string, unknown>): Promise<Reply>;
  inbox(person: Person): readonly Delivered[];
  words(reply: Reply | Delivered): string;
  advance(ms: number): Promise<void>;
  /** Delivers what waits, without moving the clock. */
  deliver(): Promise<void>;
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const silent: Log = { info() {}, warn() {}, error: (event, _fields, cause) => console.error(event, cause) };

/** Ids that sort by the order of making. */
export function testIds(clock: Clock): Ids {
  let made = 0;
  return { next: () => `${clock.now().toString(16).padStart(12, '0')}${(made++).toString(16).padStart(6, '0')}${randomBytes(4).toString('hex')}` };
}

interface Making {
  readonly database?: Database;
  readonly log?: Log;
  /** Into which messages are drawn beside their readers' own. */
  readonly languages?: readonly Language[];
  /** Where it is reached; `null`: nowhere. */
  readonly site?: string | null;
}

export async function createWorld(options: Making = {}): Promise<World> {
  let at = START;
  const clock = { now: () => at, set: (to: Instant) => void (at = to) };
  const ids = testIds(clock);
  const site = () => (options.site === undefined ? SITE : options.site);
  const secrets = secretsOf([randomBytes(32)]);
  const database = options.database ?? (await openDatabase({ memory: true }));
  const store = storeOf(database, { secrets, ids, clock });
  const tenantId = ids.next();
  const mailbox: Mailbox = new Map();
  const deps = { sessions: store, actions: ACTIONS, templates: TEMPLATES, clock, ids, secrets, log: options.log ?? silent, site, think: thinkHere };
  const dispatch = dispatcher({ ...deps, introduce });

  const programme: Programme = { id: ids.next(), name: 'Mentor Match', terms: {}, settings: DEFAULT_SETTINGS, createdAt: at };
  const cohort: Cohort = {
    ...{ id: ids.next(), programmeId: programme.id, name: 'Autumn 2026', signup: 'open', target: 24, channel: null, createdAt: at },
    ...{ startsOn: civilOf('2026-09-24'), endsOn: civilOf('2027-05-27') },
  };
  await store.change(tenantId, async (tx) => {
    tx.organisations.put({ id: tenantId, name: 'Örebro universitet', language: 'en', timeZone: 'Europe/Stockholm', createdAt: at });
    tx.programmes.put(programme);
    tx.cohorts.put(cohort);
  });

  const send = (person: Person, what: { action: string; input?: Record<string, unknown>; token?: string }) =>
    dispatch({ tenantId, caller: { platform: 'web', externalId: person.id }, eventId: randomUUID(), input: {}, ...what });
  const delivery = () => drain({ store, clock, mailbox, tenantId, deps, languages: options.languages ?? [] });

  return {
    ...{ store, tenantId, programme, cohort, clock, ids, secrets, dispatch },

    async person(name, of = {}) {
      const person: Person = {
        id: ids.next(),
        name,
        email: null,
        language: 'en',
        timeZone: 'Europe/Stockholm',
        chosen: [],
        prefers: null,
        formerly: [],
        createdAt: at,
        leftAt: null,
        ...of,
      };
      await store.change(tenantId, async (tx) => {
        tx.people.put(person);
        tx.accounts.put({ id: ids.next(), personId: person.id, platform: 'web', externalId: person.id, conversation: `dm:${person.id}`, reachable: true });
      });
      return person;
    },

    async grant(person, role) {
      await store.change(tenantId, async (tx) => tx.grants.put({ id: ids.next(), programmeId: programme.id, personId: person.id, role, createdAt: at }));
    },

    async join(person, role, of = {}) {
      const participation: Participation = {
        ...{ id: ids.next(), cohortId: (of.cohort ?? cohort).id, personId: person.id, role, state: 'ready' },
        ...{ capacity: of.capacity ?? (role === 'mentee' ? 0 : 1), profile: { ...EMPTY_PROFILE, languages: ['en'], help: ['goals'], ...of.profile } },
        ...{ noticeVersion: 2, noticeReadAt: at, createdAt: at, submittedAt: at },
      };
      await store.change(tenantId, async (tx) => tx.participations.put(participation));
      return participation;
    },

    async pair(mentee, mentor) {
      const proposalId = ids.next();
      const pair: Pair = {
        ...{ id: ids.next(), cohortId: mentee.cohortId, proposalId, menteeId: mentee.id, mentorId: mentor.id, stage: 2, state: 'active' },
        ...{ rhythmDays: DEFAULT_SETTINGS.rhythmDays, startedAt: at, endedAt: null, lastMetOn: null },
      };
      await store.change(tenantId, async (tx) => {
        tx.proposals.put({
          ...{ id: proposalId, cohortId: mentee.cohortId, menteeId: mentee.id, mentorId: mentor.id, state: 'accepted', score: 700, reasons: [] },
          ...{ askedAt: at, remindAt: null, expiresAt: at, closedAt: at, publishedBy: mentor.personId, runId: null, createdAt: at },
        });
        tx.pairs.put(pair);
      });
      return pair;
    },

    command: (person, line) => send(person, commandIntent(COMMANDS, line)),
    act: (person, action, input = {}) => send(person, { action, input }),

    async click(person, on, action, input = {}, which = () => true) {
      const button = buttonsOf(on).find((one) => one.action === action && which(one));
      if (!button) throw new Error(`no button for ${action} in: ${wordsOf(on)}`);
      const reply = await send(person, { action, token: button.token, input });
      if ('messageId' in on && reply.drawn) replace(mailbox, reply.drawn);
      return reply;
    },

    async submit(person, reply, fields = {}) {
      const form = formOf(reply);
      return send(person, { action: form.action, token: form.token, input: { ...ownValues(form), ...fields } });
    },

    inbox: (person) => mailbox.get(`person:${person.id}`) ?? [],
    words: wordsOf,
    deliver: delivery,

    async advance(ms) {
      const until = instantOf(at + ms);
      for (;;) {
        await delivery();
        const next = await store.nextDue();
        if (next === null || next > until) break;
        at = instantOf(Math.max(at, next));
      }
      at = until;
      await delivery();
    },

    tx: (work) => store.change(tenantId, work),
    close: () => database.close(),
  };
}

function replace(mailbox: Mailbox, drawn: NonNullable<Reply['drawn']>): void {
  for (const box of mailbox.values()) {
    const index = box.findIndex((delivered) => delivered.messageId === drawn.messageId);
    const before = box[index];
    if (before) box[index] = { ...before, message: drawn.message, text: viewWords(drawn.message) };
  }
}

export function formOf(reply: Reply): ShownForm {
  if (reply.answer?.type !== 'form') throw new Error(`not a form: ${wordsOf(reply)}`);
  return reply.answer;
}

/** What a form sends when nobody touches it. */
export function ownValues(form: ShownForm): Record<string, unknown> {
  return Object.fromEntries(form.inputs.filter((input) => input.input !== 'agree' || input.value).map((input) => [input.name, input.value]));
}

export function buttonsOf(on: Reply | Delivered): ShownButton[] {
  const views: (ShownView | undefined)[] = 'message' in on ? [on.message] : [on.answer, on.drawn?.message];
  return views.flatMap((view) => (view ? blocksOf(view) : [])).flatMap((block) => (block.block === 'actions' ? block.buttons : []));
}

function wordsOf(on: Reply | Delivered): string {
  if ('message' in on) return viewWords(on.message);
  const parts = [
    on.text ? plain(on.text) : '',
    ...Object.values(on.fields ?? {}),
    on.answer ? viewWords(on.answer) : '',
    on.drawn ? viewWords(on.drawn.message) : '',
  ];
  return parts.filter((part) => part !== '').join('\n');
}
