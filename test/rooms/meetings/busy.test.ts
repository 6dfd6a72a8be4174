// Busy periods as people live them: said once, silent for both, over by themselves (S4.42, C14, E4.6).

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/time.ts';
import type { World } from '../../support/world.ts';
import { checkinsOf, iso, last, openWorlds, pairOfTwo } from './pairing.ts';

let worlds: Awaited<ReturnType<typeof openWorlds>>;
let world: World;
beforeAll(async () => void (worlds = await openWorlds()));
beforeEach(async () => void (world = await worlds.next()));
afterAll(() => worlds.database.close());

describe('a busy period', () => {
  it('is two weeks from today unless one says otherwise, and the partner is told the dates without a reason', async () => {
    const { bo, maria } = await pairOfTwo(world);
    const form = await world.command(bo, '/mentor upptagen');
    expect(world.words(form)).toContain('2026-09-01');
    expect(world.words(form)).toContain('2026-09-15');
    const saved = await world.submit(bo, form, { until: '2026-10-12' });
    expect(world.words(saved)).toBe('Noterat. Vi frågar dig inget till och med måndag 12 oktober. Är du tillbaka tidigare skriver du /mentor back.');
    await world.deliver();
    expect(last(world, maria).text).toBe('Bo Ek está en una época de mucho trabajo hasta el lunes 12 de octubre. Volveremos a preguntar después.');
  });

  it('takes its last day from the command', async () => {
    const { bo } = await pairOfTwo(world);
    expect(world.words(await world.command(bo, '/mentor busy 2026-09-20'))).toContain('2026-09-20');
    expect(world.words(await world.command(bo, '/mentor busy until the moon is blue'))).toContain('2026-09-15');
  });

  it('says at the field what cannot be, and changes nothing', async () => {
    const { bo } = await pairOfTwo(world);
    const form = await world.command(bo, '/mentor busy');
    expect((await world.submit(bo, form, { until: '2026-08-31' })).fields?.['until']).toBe('Datumet har passerat. Välj en dag från och med i dag.');
    expect((await world.submit(bo, form, { until: '2027-01-31' })).fields?.['until']).toContain('Åtta veckor är det mesta åt gången.');
    expect((await world.submit(bo, form, { until: '<!channel>' })).fields?.['until']).toContain('Skriv år-månad-dag');
    expect(await world.tx(async (tx) => tx.busy.count({}))).toBe(0);
  });

  it('silences both until it is over, then welcomes the person and asks again on the first working day', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(12 * DAY);
    const form = await world.command(maria, '/mentor ocupada');
    await world.submit(maria, form, { until: '2026-10-10' });
    await world.advance(27 * DAY);
    expect(iso(world.clock.now())).toBe('2026-10-10T08:00:00.000Z');
    expect(world.inbox(bo).map((one) => one.template)).toEqual(['meetings.partnerBusy']);
    expect(world.inbox(maria)).toEqual([]);
    await world.advance(3 * DAY);
    expect(world.inbox(maria).map((one) => [one.template, iso(one.at)])).toEqual([
      ['meetings.welcomeBack', '2026-10-12T06:00:00.000Z'],
      ['meetings.ask', '2026-10-12T07:00:00.000Z'],
    ]);
    expect(world.inbox(maria)[0]?.text).toBe('Qué bueno tenerte de vuelta. Tu época de mucho trabajo ha terminado y volvemos a preguntar.');
    expect(iso(last(world, bo).at)).toBe('2026-10-12T07:00:00.000Z');
    expect((await checkinsOf(world, pair)).map((one) => one.state)).toEqual(['open', 'planned']);
  });

  it('puts an open question aside, kindly, and asks again right after it', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    const form = await world.click(maria, last(world, maria), 'meetings.busy');
    await world.submit(maria, form, { until: '2026-09-21' });
    await world.advance(MINUTE);
    expect(world.inbox(bo)[0]?.text).toBe('María Ruiz har en hektisk period, så vi har lagt frågan åt sidan. Vi frågar igen efteråt.');
    expect(world.inbox(maria)[0]?.text).toBe('Estás en una época de mucho trabajo, así que hemos aparcado esta pregunta. Volveremos a preguntar después.');
    expect((await checkinsOf(world, pair))[0]).toMatchObject({ state: 'cancelled', answer: 'busy', answeredBy: maria.id });
    await world.advance(6 * DAY);
    expect(iso(last(world, bo).at)).toBe('2026-09-22T07:00:00.000Z');
    expect(last(world, bo).template).toBe('meetings.ask');
    expect(world.inbox(bo).filter((one) => one.template === 'meetings.reminder')).toEqual([]);
  });

  it('may lie ahead: until then all goes on', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(DAY);
    const saved = await world.submit(bo, await world.command(bo, '/mentor busy'), { from: '2026-09-16', until: '2026-09-25' });
    expect(world.words(saved)).toContain('Från onsdag 16 september till och med fredag 25 september frågar vi dig inget.');
    await world.deliver();
    expect(last(world, maria).text).toContain('tiene una época de mucho trabajo desde el miércoles 16 de septiembre hasta el viernes 25 de septiembre');
    await world.advance(13 * DAY + 12 * HOUR);
    expect(last(world, bo).template).toBe('meetings.ask');
    await world.advance(DAY);
    expect((await checkinsOf(world, pair))[0]?.state).toBe('cancelled');
  });

  it('joins one that it overlaps, and the partner is told the new end once', async () => {
    const { bo, maria } = await pairOfTwo(world);
    await world.submit(bo, await world.command(bo, '/mentor busy'), { until: '2026-09-10' });
    await world.act(bo, 'meetings.pause', { from: '2026-09-08', until: '2026-09-20' });
    expect(await world.tx(async (tx) => (await tx.busy.find({})).map((one) => [one.fromOn, one.untilOn]))).toEqual([['2026-09-01', '2026-09-20']]);
    await world.act(bo, 'meetings.pause', { from: '2026-09-08', until: '2026-09-09' });
    await world.deliver();
    expect(world.inbox(maria)).toHaveLength(2);
    await world.advance(25 * DAY);
    expect(world.inbox(bo).filter((one) => one.template === 'meetings.welcomeBack')).toHaveLength(1);
  });

  it('is made shorter by its own form', async () => {
    const { bo } = await pairOfTwo(world);
    await world.submit(bo, await world.command(bo, '/mentor busy'), { until: '2026-10-10' });
    await world.advance(DAY);
    await world.submit(bo, await world.command(bo, '/mentor busy'), { until: '2026-09-20' });
    expect(await world.tx(async (tx) => (await tx.busy.find({})).map((one) => [one.fromOn, one.untilOn]))).toEqual([['2026-09-01', '2026-09-20']]);
  });

  it('ends early with one word; what waited is asked the next day and the partner’s message says so', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(12 * DAY);
    await world.submit(bo, await world.command(bo, '/mentor busy'), { until: '2026-10-30' });
    await world.advance(9 * DAY);
    const reply = await world.command(bo, '/mentor tillbaka');
    expect(world.words(reply)).toBe('Roligt att ha dig tillbaka. Vi börjar fråga igen, tidigast i morgon.');
    await world.deliver();
    expect(world.inbox(maria)[0]?.text).toBe('Bo Ek vuelve a tener tiempo: la época de mucho trabajo ha terminado.');
    await world.advance(DAY);
    expect(iso(last(world, bo).at)).toBe('2026-09-23T07:00:00.000Z');
    expect((await checkinsOf(world, pair))[0]?.state).toBe('open');
    await world.advance(60 * DAY);
    expect(world.inbox(bo).filter((one) => one.template === 'meetings.welcomeBack')).toEqual([]);
  });

  it('that is none needs no ending', async () => {
    const { bo } = await pairOfTwo(world);
    const reply = await world.command(bo, '/mentor back');
    expect(reply.kind).toBe('refused');
    expect(world.words(reply)).toContain('Du har ingen hektisk period');
  });
});
