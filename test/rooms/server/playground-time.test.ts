// The playground's clock walks through all that falls due on the way, as if the days had passed.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MovableClock } from '../../../src/runtime/clock.ts';
import type { PlaygroundClock } from '../../../src/playground.ts';
import { keptClock, playgroundClock } from '../../../src/runtime/playground/time.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY, HOUR, type Instant, instantOf } from '../../../src/time.ts';

const START = instantOf('2026-09-01T08:00:00Z');
const base = { now: () => START };

let database: Database;
let clock: MovableClock;
let time: PlaygroundClock;
let agenda: { at: number; seen?: boolean; does?: () => void }[];
let happened: string[];

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.prisma.setting.deleteMany({});
  clock = new MovableClock(base);
  agenda = [];
  happened = [];
  let posts = 0;
  const later = (now: Instant) => agenda.filter((one) => one.at > now).map((one) => instantOf(one.at));
  time = playgroundClock({
    prisma: database.prisma,
    clock,
    dueAfter: async (now) => later(now).toSorted()[0] ?? null,
    async settle() {
      for (const one of agenda.filter((each) => each.at <= clock.now())) {
        agenda.splice(agenda.indexOf(one), 1);
        happened.push(`${new Date(one.at).toISOString().slice(5, 13)} at ${new Date(clock.now()).toISOString().slice(5, 13)}`);
        one.does?.();
        if (one.seen ?? true) posts++;
      }
    },
    posted: () => posts,
  });
});

const at = (hours: number) => START + hours * HOUR;

it('does each thing at its own time, in order, also what comes of it', async () => {
  agenda.push({ at: at(30) }, { at: at(5), does: () => agenda.push({ at: at(29) }) }, { at: at(100) });
  await time.move(2 * DAY);
  expect(happened).toEqual(['09-01T13 at 09-01T13', '09-02T13 at 09-02T13', '09-02T14 at 09-02T14']);
  expect(time.now()).toBe(at(48));
});

it('moves to the next thing that anybody sees', async () => {
  agenda.push({ at: at(5), seen: false }, { at: at(7) }, { at: at(9) });
  expect(await time.toNext()).toBe(at(7));
  expect(happened).toHaveLength(2);
});

it('stays where it is when nothing is waiting', async () => {
  expect(await time.toNext()).toBeNull();
  expect(time.now()).toBe(START);
});

it('does not leap through years in which nobody sees anything', async () => {
  const again = () => void agenda.push({ at: clock.now() + 14 * DAY, seen: false, does: again });
  again();
  const reached = await time.toNext();
  expect(reached).toBeLessThanOrEqual(START + 80 * DAY);
});

it('lets two who move it at once move it one after the other', async () => {
  await Promise.all([time.move(DAY), time.move(DAY), time.move(-DAY)]);
  expect(time.now()).toBe(at(48));
});

it('is where it was after a restart', async () => {
  await time.move(3 * DAY);
  expect((await keptClock(database.prisma, base)).now()).toBe(at(72));
});
