// Plays the years: people are put in, the clock jumps from one thing that happens to the next, and all is written down.

import type { Language } from '../../bot/texts/language.ts';
import { plusDays } from '../../mentoring/calendar/index.ts';
import { DEFAULT_SETTINGS, type Programme } from '../../mentoring/programme/programme.ts';
import type { Clock } from '../../ports.ts';
import type { Instant } from '../../time.ts';
import { castOf, type Member } from './cast.ts';
import { deskIn, HOME, JumpingClock } from './clock.ts';
import { coordinate } from './coordinator.ts';
import { buildHouse, type House } from './house.ts';
import { liveOn, setOut } from './life.ts';
import { type Played, Stage } from './stage.ts';

export interface Playing {
  readonly programmes: readonly Played[];
  readonly pairs: number;
  readonly languages: readonly [Language, ...Language[]];
  readonly seed: string;
  /** An empty database on a PostgreSQL server; `null`: one in memory. */
  readonly url: string | null;
  /** Times in which the program does not run: nothing falls due, and nobody can press anything. */
  readonly downtimes?: readonly { readonly from: Instant; readonly until: Instant }[];
}

export interface PlayedOut {
  readonly house: House;
  readonly stage: Stage;
  readonly programmes: readonly Played[];
  readonly coordinators: readonly Member[];
  readonly members: readonly Member[];
}

/** Days that are played before the first milestone and after the last one. */
const [BEFORE, AFTER] = [12, 21];

/** The house is the caller's to close. */
export async function play({ programmes, pairs, languages, seed, url, downtimes = [] }: Playing): Promise<PlayedOut> {
  const region = programmes[0]?.plan.holidays ?? 'none';
  const days = programmes.flatMap(({ dates }) => dates.dates).map(({ from, until }) => ({ from, until }));
  const first = days.map(({ from }) => from).sort()[0];
  const last = days
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (!first || !last) throw new Error('a programme without a date');
  const desk = deskIn(region);
  const clock = new JumpingClock(desk.onDay(plusDays(first, -BEFORE), 0));
  const end = desk.onDay(plusDays(last, AFTER), 0.9);

  const { coordinators, members } = castOf({ programmes: programmes.length, pairs, languages, seed });
  const house = await buildHouse({ url, seed, clock, posted: (posted) => stage.post(posted) });
  const stage: Stage = new Stage(house, clock, [...coordinators, ...members], region);
  await moveIn(house, clock, coordinators, languages[0]);

  const [coordinator] = coordinators;
  if (coordinator) coordinate(stage, coordinator, programmes);
  for (const member of members) liveOn(stage, member, programmes);

  for (;;) {
    const due = await house.settle();
    stage.readAll((member, kind) => prompted(stage, member, kind, programmes));
    const meant = stage.agenda.next;
    const next = Math.min(due ?? Number.POSITIVE_INFINITY, meant ?? Number.POSITIVE_INFINITY) as Instant;
    if (next > end) break;
    clock.forwardTo(downtimes.find(({ from, until }) => from <= next && next < until)?.until ?? next);
    for (const deed of stage.agenda.take(clock.now())) await deed();
  }
  return { house, stage, programmes, coordinators, members };
}

function prompted(stage: Stage, member: Member, kind: string, programmes: readonly Played[]): void {
  if (kind !== 'matching.reveal') return;
  const played = programmes[member.joins.at(-1)?.programme ?? 0];
  if (played) setOut(stage, member, played);
}

/** What is there before anything is told: the organisation, its programme, and who is in charge. */
async function moveIn({ store, tenantId, ids }: House, clock: Clock, coordinators: readonly Member[], language: Language): Promise<void> {
  const createdAt = clock.now();
  const programme: Programme = { id: ids.next(), name: 'Mentor Cycle', terms: {}, settings: DEFAULT_SETTINGS, createdAt };
  await store.change(tenantId, async (tx) => {
    tx.organisations.put({ id: tenantId, name: 'Nordsol University', language, timeZone: HOME, createdAt });
    tx.programmes.put(programme);
    for (const { name, email, language: own, timeZone, platform, externalId } of coordinators) {
      const personId = ids.next();
      tx.people.put({ id: personId, name, email, language: own, timeZone, chosen: [], prefers: null, formerly: [], createdAt, leftAt: null });
      tx.accounts.put({ id: ids.next(), personId, platform, externalId, conversation: null, reachable: true });
      tx.grants.put({ id: ids.next(), programmeId: programme.id, personId, role: 'programme', createdAt });
    }
  });
}
