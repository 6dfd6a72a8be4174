// The page of check-ins, the home page's part, the rhythm, and the private word.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { homeMeetings } from '../../../src/mentoring/meetings/index.ts';
import { DAY } from '../../../src/time.ts';
import type { World } from '../../support/world.ts';
import { checkinsOf, iso, last, openWorlds, pairOfTwo } from './pairing.ts';

let worlds: Awaited<ReturnType<typeof openWorlds>>;
let world: World;
beforeAll(async () => void (worlds = await openWorlds()));
beforeEach(async () => void (world = await worlds.next()));
afterAll(() => worlds.database.close());

describe('the page of check-ins', () => {
  it('shows rhythm, next date and what was answered', async () => {
    const { bo } = await pairOfTwo(world);
    const before = world.words(await world.command(bo, '/mentor träffar'));
    expect(before).toContain('Du och María Ruiz');
    expect(before).toContain('Nästa avstämning: tisdag 15 september');
    expect(before).toContain('Träffades senast: inte än');
    expect(before).toContain('Hur ofta: varannan vecka');
    expect(before).toContain('Vi har inte frågat något än.');
    await world.advance(15 * DAY);
    const open = await world.command(bo, '/mentor meetings');
    expect(world.words(open)).toContain('Nästa avstämning: Öppen nu');
    await world.click(bo, open, 'meetings.answer');
    const after = world.words(await world.command(bo, '/mentor meetings'));
    expect(after).toContain('Träffades senast: onsdag 16 september');
    expect(after).toContain('tisdag 15 september: ni hade träffats');
    expect(after).toContain('Nästa avstämning: tisdag 29 september');
  });

  it('counts a busy period into the next date, for both', async () => {
    const { bo, maria } = await pairOfTwo(world);
    await world.submit(maria, await world.command(maria, '/mentor busy'), { until: '2026-09-20' });
    const words = world.words(await world.command(bo, '/mentor meetings'));
    expect(words).toContain('Nästa avstämning: måndag 21 september');
    expect(words).toContain('María Ruiz har en hektisk period till och med söndag 20 september.');
    expect(world.words(await world.command(maria, '/mentor reuniones'))).toContain('[Ya estoy de vuelta]');
  });

  it('is friendly to somebody without a pair', async () => {
    const eve = await world.person('Eve Holm');
    expect(world.words(await world.command(eve, '/mentor meetings'))).toContain('You are not in a pair yet.');
  });
});

describe('the home page', () => {
  it('has the open question with its buttons', async () => {
    const { bo } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    const blocks = await world.store.read(world.tenantId, bo.id, async ({ tx, actor }) => {
      if (!actor) throw new Error('nobody');
      return homeMeetings({ tx, actor, now: world.clock.now(), ids: world.ids, platform: 'web', addressOf: () => null, think: async () => null });
    });
    const buttons = blocks.flatMap((block) => (block.block === 'actions' ? block.buttons.map((button) => button.action) : []));
    expect(buttons).toEqual(['meetings.answer', 'meetings.answer', 'meetings.answer', 'meetings.busy', 'meetings.show']);
  });
});

describe('the rhythm', () => {
  it('is changed by either, moves the next date and is told to the other', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    const form = await world.click(bo, await world.command(bo, '/mentor meetings'), 'meetings.rhythm');
    expect(world.words(form)).toContain('Att ni ses regelbundet betyder mer än att ni ses ofta.');
    const saved = await world.submit(bo, form, { rhythm: '7' });
    expect(world.words(saved)).toBe('Från och med nu frågar vi dig och María Ruiz varje vecka.');
    await world.deliver();
    expect(last(world, maria).text).toBe('Bo Ek ha cambiado cada cuánto os preguntamos: cada semana. Tú también puedes cambiarlo.');
    await world.advance(7 * DAY);
    expect(iso(last(world, bo).at)).toBe('2026-09-08T07:00:00.000Z');
    expect((await checkinsOf(world, pair)).map((one) => iso(one.dueAt))).toEqual(['2026-09-08T07:00:00.000Z', '2026-09-15T07:00:00.000Z']);
  });

  it('weekly never has two open questions: the next one waits for the end of the first', async () => {
    const { bo, pair } = await pairOfTwo(world);
    await world.submit(bo, await world.click(bo, await world.command(bo, '/mentor meetings'), 'meetings.rhythm'), { rhythm: '7' });
    const seen = new Set<string>();
    for (let day = 0; day < 40; day++) {
      await world.advance(DAY);
      const open = (await checkinsOf(world, pair)).filter((one) => one.state === 'open');
      expect(open.length).toBeLessThanOrEqual(1);
      for (const one of open) seen.add(one.id);
    }
    expect(seen.size).toBeGreaterThanOrEqual(4);
  });

  it('saved unchanged says nothing to the other', async () => {
    const { bo, maria } = await pairOfTwo(world);
    await world.submit(bo, await world.click(bo, await world.command(bo, '/mentor meetings'), 'meetings.rhythm'));
    await world.deliver();
    expect(world.inbox(maria)).toEqual([]);
  });
});

describe('a private word (S4.72, E4.9)', () => {
  it('needs no reason, and says beforehand who will see it', async () => {
    const { anna, bo } = await pairOfTwo(world);
    const form = await world.command(bo, '/mentor kontakt');
    expect(world.words(form)).toContain('Anna Lind ser att du vill prata och hör av sig till dig. Ingen annan får veta det');
    await world.submit(bo, form);
    await world.deliver();
    expect(last(world, anna).text).toBe(
      'Bo Ek would like a private word with you. Please get in touch.\nThis is between the two of you. The person they are paired with has not been told.',
    );
  });

  it('has nowhere to go for somebody outside every programme', async () => {
    await pairOfTwo(world);
    const eve = await world.person('Eve Holm');
    expect(world.words(await world.command(eve, '/mentor contact'))).toContain('You are not in a programme yet');
    const reply = await world.act(eve, 'meetings.askContact', { programme: world.programme.id });
    expect(reply.kind).toBe('refused');
  });
});
