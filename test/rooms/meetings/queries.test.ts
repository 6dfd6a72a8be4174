// How often the storage is asked: never more because more people take part.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY, HOUR } from '../../../src/time.ts';
import { createWorld, type World } from '../../support/world.ts';
import { begin, last, pairOfTwo } from './pairing.ts';

let world: World;
let queries: string[] = [];
beforeEach(async () => {
  const database = await openDatabase({ memory: true }, (sql) => void (/^(-- Implicit|BEGIN|COMMIT|ROLLBACK|SET|SAVEPOINT)/i.test(sql) || queries.push(sql)));
  world = await createWorld({ database });
});
afterEach(() => world.close());

async function counted<T>(work: () => Promise<T>): Promise<number> {
  queries = [];
  await work();
  return queries.length;
}

describe('an action of this room', () => {
  it('takes at most six queries; the page of all meetings one more, for where the partners are', async () => {
    const { bo, maria } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    const counts: Record<string, number> = {};
    counts['not yet'] = await counted(() => world.click(bo, last(world, bo), 'meetings.answer', {}, (button) => button.label === 'Inte än'));
    await world.advance(14 * DAY);
    counts['met'] = await counted(() => world.click(maria, last(world, maria), 'meetings.answer'));
    await world.deliver();
    const form = await world.click(bo, last(world, bo), 'meetings.change');
    counts['change'] = await counted(() => world.click(bo, last(world, bo), 'meetings.change'));
    counts['changed'] = await counted(() => world.submit(bo, form, { answer: 'planned', on: '2026-10-09' }));
    counts['busy'] = await counted(() => world.command(bo, '/mentor busy'));
    const busy = await world.command(bo, '/mentor busy');
    counts['pause'] = await counted(() => world.submit(bo, busy));
    counts['back'] = await counted(() => world.command(bo, '/mentor back'));
    const page = await world.command(bo, '/mentor meetings');
    counts['show'] = await counted(() => world.command(bo, '/mentor meetings'));
    const rhythm = await world.click(bo, page, 'meetings.rhythm');
    counts['rhythm'] = await counted(() => world.submit(bo, rhythm, { rhythm: '7' }));
    const contact = await world.command(bo, '/mentor contact');
    counts['contact'] = await counted(() => world.submit(bo, contact));
    for (const [name, count] of Object.entries(counts)) {
      expect(count, name).toBeGreaterThan(0);
      expect(count, name).toBeLessThanOrEqual(name === 'show' ? 7 : 6);
    }
  });
});

describe('what time brings', () => {
  it('takes as many queries for forty pairs as for four', async () => {
    const anna = await world.person('Anna Lind');
    await world.grant(anna, 'programme');
    const rules = ['meetings.ask', 'meetings.remind', 'meetings.unanswered', 'meetings.next'] as const;

    const cost = async (mentors: number) => {
      const mine: string[] = [];
      for (let n = 0; n < mentors; n++) {
        const mentor = await world.person(`Mentor ${n}`);
        const mentoring = await world.join(mentor, 'mentor', { capacity: 2 });
        for (const which of ['a', 'b']) {
          const mentee = await world.person(`Mentee ${n}${which}`);
          mine.push((await begin(world, [mentee, await world.join(mentee, 'mentee')], [mentor, mentoring])).id);
        }
      }
      const costs: number[] = [];
      const { DUE_RULES } = await import('../../../src/mentoring/table.ts');
      world.clock.set((world.clock.now() + 15 * DAY) as never);
      for (const name of rules) {
        const subjects = await world.tx(async (tx) => {
          const rows = await tx.checkins.find({ pairId: mine, state: 'open' });
          return name === 'meetings.ask' || name === 'meetings.next' ? mine : rows.map((row) => row.id);
        });
        expect(subjects).toHaveLength(mine.length);
        const due = subjects.map((subject) => ({ subject, dueAt: world.clock.now() }));
        const run = () => world.tx(async (tx) => DUE_RULES.get(name)?.run({ tx, now: world.clock.now(), ids: world.ids }, due));
        costs.push(await counted(run));
        world.clock.set((world.clock.now() + HOUR) as never);
      }
      return costs;
    };

    const few = await cost(2);
    const many = await cost(20);
    expect(many).toEqual(few);
    for (const count of many) expect(count).toBeLessThanOrEqual(20);
  });
});
