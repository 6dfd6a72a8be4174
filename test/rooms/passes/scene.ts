// A world with an address: its actions hand out links, and whoever has one can open it.

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { calendarRoutes } from '../../../adapters/links/calendar.ts';
import { joinRoutes } from '../../../adapters/links/join.ts';
import { commandIntent } from '../../../src/bot/actions/commands.ts';
import { type Dispatching, dispatcher, type Reply } from '../../../src/bot/actions/dispatch.ts';
import { thinkHere } from '../../../src/mentoring/matching/planning/thinking.ts';
import { TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import type { Gathering, Invitation } from '../../../src/mentoring/gatherings/gathering.ts';
import { introduce } from '../../../src/mentoring/people/index.ts';
import type { Actor } from '../../../src/mentoring/people/actor.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import type { Table, Tx } from '../../../src/mentoring/store.ts';
import { ACTIONS, COMMANDS, TEMPLATES } from '../../../src/mentoring/table.ts';
import type { Year } from '../../../src/mentoring/year/year.ts';
import type { Links } from '../../../src/links.ts';
import { linksOf } from '../../../src/runtime/links/links.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import type { TableName } from '../../../src/runtime/store/tables.ts';
import { HOUR, instantOf, plus } from '../../../src/time.ts';
import { blocksOf } from '../../support/words.ts';
import { createWorld, silent, START, type World } from '../../support/world.ts';

export const SITE = 'https://mentor.example.org';

type RowOf<N extends TableName> = Tx[N] extends Table<infer T> ? T : never;

export interface Scene extends World {
  readonly site: Hono;
  readonly links: Links;
  /** With an address, unlike the world's own. */
  say(person: Person, line: string): Promise<Reply>;
  press(person: Person, on: Reply, action: string): Promise<Reply>;
  open(url: string, headers?: Record<string, string>): Promise<Response>;
  publish(of?: Partial<Year>): Promise<Year>;
  gathering(of?: Partial<Gathering>): Promise<Gathering>;
  invite(person: Person, to: Gathering, answer?: Invitation['answer']): Promise<Invitation>;
  /** Changes a row that is there. */
  change<N extends TableName>(table: N, id: string, to: Partial<RowOf<N>>): Promise<void>;
  leaves(person: Person): Promise<void>;
}

export async function createScene(options: { database?: Database } = {}): Promise<Scene> {
  const world = await createWorld({ ...options, site: null });
  const { store, clock, ids, secrets, tenantId } = world;
  const site = () => SITE;
  const deps: Dispatching<Tx, Actor> = {
    sessions: store,
    actions: ACTIONS,
    templates: TEMPLATES,
    clock,
    ids,
    secrets,
    log: silent,
    introduce,
    site,
    think: thinkHere,
  };
  const dispatch = dispatcher(deps);
  const links = linksOf({ store, clock, secrets, site });
  const app = new Hono().route('/', calendarRoutes(links)).route('/', joinRoutes(links));
  const send = (person: Person, what: { action: string; input?: Readonly<Record<string, unknown>>; token?: string }) =>
    dispatch({ tenantId, caller: { platform: 'web', externalId: person.id }, eventId: randomUUID(), input: {}, ...what });

  async function change<N extends TableName>(name: N, id: string, to: Partial<RowOf<N>>): Promise<void> {
    await world.tx(async (tx) => {
      const table = tx[name] as unknown as Table<RowOf<N>>;
      const row = await table.get(id);
      if (row) table.put({ ...row, ...to });
    });
  }

  return {
    ...world,
    site: app,
    links,
    say: (person, line) => send(person, commandIntent(COMMANDS, line)),
    press(person, on, action) {
      const buttons = (on.answer ? blocksOf(on.answer) : []).flatMap((block) => (block.block === 'actions' ? block.buttons : []));
      const button = buttons.find((one) => one.action === action);
      if (!button) throw new Error(`no button for ${action}`);
      return send(person, { action, token: button.token });
    },
    open: async (url, headers = {}) => app.request(url.replace(SITE, ''), { headers }),
    async publish(of = {}) {
      const state = { state: 'published', publishedBy: null, publishedAt: START, doneUntil: START } as const;
      const year: Year = { id: world.cohort.id, plan: TEMPLATE_PLANS.september, year: 2026, shifts: [], ...state, ...of };
      await world.tx(async (tx) => tx.years.put(year));
      return year;
    },
    async gathering(of = {}) {
      const startsAt = of.startsAt ?? instantOf('2026-09-24T11:00:00Z');
      const gathering: Gathering = {
        ...{
          id: ids.next(),
          cohortId: world.cohort.id,
          sharedWith: [],
          milestone: 'kickoff',
          part: 'day',
          title: '',
          startsAt,
          endsAt: plus(startsAt, 2 * HOUR),
        },
        ...{ place: 'Aula 1', link: '', capacity: null, audience: ['pairs'], recruits: false, inviteFrom: START, state: 'planned', sequence: 0, done: [] },
        ...{ createdAt: START, ...of },
      };
      await world.tx(async (tx) => tx.gatherings.put(gathering));
      return gathering;
    },
    async invite(person, to, answer = 'open') {
      const invitation: Invitation = { id: ids.next(), gatheringId: to.id, personId: person.id, answer, invitedAt: START, answeredAt: null, came: null };
      await world.tx(async (tx) => tx.invitations.put(invitation));
      return invitation;
    },
    change,
    leaves: (person) => change('people', person.id, { leftAt: clock.now() }),
  };
}

/** The addresses that an answer hands out. */
export function linksIn(reply: Reply): string[] {
  const blocks = reply.answer ? blocksOf(reply.answer) : [];
  return blocks.flatMap((block) => (block.block === 'links' ? block.links.map((link) => link.url) : []));
}

export function linkIn(reply: Reply): string {
  const [first] = linksIn(reply);
  if (first === undefined) throw new Error('no link');
  return first;
}
