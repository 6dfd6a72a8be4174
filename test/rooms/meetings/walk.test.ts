// Months at random: whatever people do, nobody has two open questions, and nobody is asked outside working hours.

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { civilIn, isWorkingDay, plusDays } from '../../../src/mentoring/calendar/index.ts';
import type { Person } from '../../../src/mentoring/people/person.ts';
import { DAY, HOUR } from '../../../src/time.ts';
import { buttonsOf, type World } from '../../support/world.ts';
import { begin, openWorlds } from './pairing.ts';

const step = fc.record({
  hours: fc.integer({ min: 1, max: 100 }),
  who: fc.nat({ max: 4 }),
  does: fc.constantFrom('answers', 'answers', 'answers late', 'is busy', 'is back', 'nothing', 'nothing'),
  which: fc.nat({ max: 2 }),
});

it('nobody has two open questions, nor is anyone asked outside 8 to 18 on a working day', { timeout: 300_000 }, async () => {
  const worlds = await openWorlds();
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 35 }), async (steps) => {
      const world = await worlds.next();
      const people = await circle(world);
      const heard = new Map<Person, number>();
      for (const move of steps) {
        await world.advance(move.hours * HOUR);
        const person = people[move.who];
        if (person) await act(world, person, move);
        await check(world, people, heard);
      }
      for (const person of people) asked += world.inbox(person).filter((one) => one.template === 'meetings.ask').length;
    }),
    { numRuns: 4 },
  );
  await worlds.database.close();
  expect(asked).toBeGreaterThan(30);
});

/** Three mentees and two mentors in five pairs; one mentor far away; one rhythm weekly. */
async function circle(world: World): Promise<Person[]> {
  const zones = ['Europe/Stockholm', 'Europe/Madrid', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Atlantic/Canary'];
  const people: Person[] = [];
  for (const [n, timeZone] of zones.entries()) people.push(await world.person(`Person ${n}`, { timeZone }));
  const parts = [];
  for (const [n, person] of people.entries()) parts.push({ person, part: await world.join(person, n < 3 ? 'mentee' : 'mentor', { capacity: 3 }) });
  const couples: [number, number][] = [
    [0, 3],
    [1, 3],
    [2, 3],
    [0, 4],
    [1, 4],
  ];
  for (const [mentee, mentor] of couples) {
    const [one, other] = [parts[mentee], parts[mentor]];
    if (!one || !other) throw new Error('no such person');
    const pair = await begin(world, [one.person, one.part], [other.person, other.part]);
    if (mentor === 4) await world.act(one.person, 'meetings.setRhythm', { pair: pair.id, rhythm: '7' });
  }
  return people;
}

async function act(world: World, person: Person, move: { does: string; which: number }): Promise<void> {
  const today = civilIn(world.clock.now(), person.timeZone);
  if (move.does === 'is busy') await world.act(person, 'meetings.pause', { until: plusDays(today, move.which * 7) });
  if (move.does === 'is back') await world.act(person, 'meetings.back');
  if (!move.does.startsWith('answers')) return;
  const questions = world.inbox(person).filter((one) => buttonsOf(one).some((button) => button.action === 'meetings.answer'));
  const question = move.does === 'answers' ? questions.at(-1) : questions[0];
  const button = question && buttonsOf(question).filter((one) => one.action === 'meetings.answer')[move.which];
  if (question && button) await world.click(person, question, 'meetings.answer', {}, (one) => one.token === button.token);
}

/** `heard`: how many messages of each person were looked at before. */
async function check(world: World, people: readonly Person[], heard: Map<Person, number>): Promise<void> {
  const open = await world.tx(async (tx) => tx.checkins.find({ state: 'open' }));
  expect(new Set(open.map((one) => one.pairId)).size).toBe(open.length);
  const planned = await world.tx(async (tx) => tx.checkins.find({ state: 'planned' }));
  expect(planned).toHaveLength(5);
  for (const person of people) {
    expect(open.filter((one) => one.asked.includes(person.id)).length, person.name).toBeLessThanOrEqual(1);
    const inbox = world.inbox(person);
    const news = inbox.slice(heard.get(person) ?? 0);
    heard.set(person, inbox.length);
    for (const message of news) {
      if (message.template !== 'meetings.ask' && message.template !== 'meetings.reminder') continue;
      const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: person.timeZone, hour: '2-digit', hourCycle: 'h23' }).format(message.at));
      expect(isWorkingDay(civilIn(message.at, person.timeZone))).toBe(true);
      expect(hour).toBeGreaterThanOrEqual(8);
      expect(hour).toBeLessThan(18);
    }
  }
  // Nothing lies forgotten: what is open was asked or waits for a turn, and no question is older than its ladder allows.
  for (const one of open) expect(world.clock.now() - one.dueAt).toBeLessThan(40 * DAY);
}
