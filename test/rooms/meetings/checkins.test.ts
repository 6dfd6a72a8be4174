// Check-ins as a pair lives them: asked in their own language and hours, answered by either for both.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, instantOf, MINUTE } from '../../../src/time.ts';
import type { World } from '../../support/world.ts';
import { begin, checkinsOf, iso, last, openWorlds, pairOfTwo } from './pairing.ts';

let worlds: Awaited<ReturnType<typeof openWorlds>>;
let world: World;
beforeAll(async () => void (worlds = await openWorlds()));
beforeEach(async () => void (world = await worlds.next()));
afterAll(() => worlds.database.close());

describe('a pair in contact', () => {
  it('is asked two weeks after the start, at nine, each in their own language (S4.55)', async () => {
    const { bo, maria } = await pairOfTwo(world);
    await world.advance(13 * DAY);
    expect(world.inbox(bo)).toEqual([]);
    await world.advance(2 * DAY);
    expect(world.inbox(bo).map((one) => iso(one.at))).toEqual(['2026-09-15T07:00:00.000Z']);
    expect(world.inbox(maria).map((one) => iso(one.at))).toEqual(['2026-09-15T07:00:00.000Z']);
    expect(last(world, bo).text).toContain('Har du och María Ruiz träffats sedan tisdag 1 september? Det räcker med ett tryck, och det gäller för er båda.');
    expect(last(world, maria).text).toContain('¿Os habéis visto Bo Ek y tú desde el martes 1 de septiembre? Basta un toque y vale por los dos.');
    expect(last(world, bo).text).toContain('[Ja, vi har träffats]');
  });

  it('in two places is asked at nine in each', async () => {
    const bo = await world.person('Bo Ek');
    const ines = await world.person('Inés Paz', { language: 'es', timeZone: 'America/Sao_Paulo' });
    await begin(world, [bo, await world.join(bo, 'mentee')], [ines, await world.join(ines, 'mentor')]);
    await world.advance(15 * DAY);
    expect(iso(last(world, bo).at)).toBe('2026-09-15T07:00:00.000Z');
    expect(iso(last(world, ines).at)).toBe('2026-09-15T12:00:00.000Z');
  });

  it('needs one click: it answers for both, and the other’s message says so (E4.8)', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    const reply = await world.click(maria, last(world, maria), 'meetings.answer', {}, (button) => button.label === 'Sí, nos hemos visto');
    expect(reply.kind).toBe('done');
    expect(world.words(reply)).toContain('Has dicho que Bo Ek y tú os habéis visto. Qué bien.');
    await world.deliver();
    expect(last(world, bo).text).toContain('María Ruiz säger att ni har träffats. Fint.');
    expect(last(world, bo).text).not.toContain('[Ja, vi har träffats]');
    expect(world.inbox(bo)).toHaveLength(1);
    const [asked] = await checkinsOf(world, pair);
    expect(asked).toMatchObject({ state: 'answered', answer: 'met', answeredBy: maria.id });
    expect(await world.tx(async (tx) => (await tx.pairs.get(pair.id))?.lastMetOn)).toBe('2026-09-16');
  });

  it('keeps the first answer when the other presses late: the answer may be changed, not run over', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    const stale = last(world, bo);
    await world.click(maria, last(world, maria), 'meetings.answer');
    const reply = await world.click(bo, stale, 'meetings.answer', {}, (button) => button.label === 'Inte än');
    expect(reply.kind).toBe('done');
    expect(world.words(reply)).toContain('María Ruiz säger att ni har träffats.');
    expect((await checkinsOf(world, pair))[0]).toMatchObject({ answer: 'met', answeredBy: maria.id });
  });

  it('may change its mind within the week, either of the two, and add the day', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    await world.click(maria, last(world, maria), 'meetings.answer');
    await world.deliver();
    const form = await world.click(bo, last(world, bo), 'meetings.change');
    expect(world.words(form)).toContain('Ditt svar gäller för er båda, och María Ruiz ser det nya.');
    const refusal = await world.submit(bo, form, { answer: 'met', on: '2026-09-20' });
    expect(refusal.fields?.['on']).toBe('Den dagen har inte varit än. Välj i dag eller en tidigare dag, eller svara ”Det är planerat”.');
    expect((await world.submit(bo, form, { answer: 'met', on: '2026-08-30' })).fields?.['on']).toContain('Välj en dag från och med tisdag 1 september');
    expect((await world.submit(bo, form, { answer: 'met', on: 'i går' })).fields?.['on']).toContain('Skriv år-månad-dag');
    expect((await world.submit(bo, form, { answer: 'met', on: '2026-09-10' })).kind).toBe('done');
    expect(await world.tx(async (tx) => (await tx.pairs.get(pair.id))?.lastMetOn)).toBe('2026-09-10');
    const again = await world.click(bo, last(world, bo), 'meetings.change');
    expect((await world.submit(bo, again, { answer: 'not_yet', on: '' })).kind).toBe('done');
    expect(await world.tx(async (tx) => (await tx.pairs.get(pair.id))?.lastMetOn)).toBe(null);
    await world.deliver();
    expect(last(world, maria).text).toContain('Bo Ek dice que todavía no os habéis visto.');
  });

  it('is asked after a planned day, on a working day', async () => {
    const { bo, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    await world.click(bo, last(world, bo), 'meetings.answer', {}, (button) => button.label === 'Det är planerat');
    await world.deliver();
    const form = await world.click(bo, last(world, bo), 'meetings.change');
    const saved = await world.submit(bo, form, { on: '2026-09-18' });
    expect(world.words(saved)).toContain('Vi frågar igen efter fredag 18 september.');
    await world.advance(6 * DAY);
    expect((await checkinsOf(world, pair)).map((one) => [one.number, one.state])).toEqual([
      [1, 'answered'],
      [2, 'open'],
      [3, 'planned'],
    ]);
    expect(iso(last(world, bo).at)).toBe('2026-09-21T07:00:00.000Z');
  });

  it('goes back to its rhythm when the planned day falls away', async () => {
    const { bo, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    await world.click(bo, last(world, bo), 'meetings.answer', {}, (button) => button.label === 'Det är planerat');
    await world.deliver();
    await world.submit(bo, await world.click(bo, last(world, bo), 'meetings.change'), { on: '2026-11-10' });
    expect(iso((await checkinsOf(world, pair))[1]?.dueAt ?? 0)).toBe('2026-11-11T07:00:00.000Z');
    await world.submit(bo, await world.click(bo, last(world, bo), 'meetings.change'), { answer: 'not_yet', on: '' });
    expect(iso((await checkinsOf(world, pair))[1]?.dueAt ?? 0)).toBe('2026-09-29T06:00:00.000Z');
  });

  it('that says not yet twice in a row is offered a private word; the partner is not told (S4.47)', async () => {
    const { anna, bo, maria } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    const once = await world.click(bo, last(world, bo), 'meetings.answer', {}, (button) => button.label === 'Inte än');
    expect(world.words(once)).toContain('Det som hjälper mest är en regelbunden tid, inte att ses ofta');
    expect(world.words(once)).not.toContain('[Prata enskilt med samordnaren]');
    await world.advance(14 * DAY);
    const twice = await world.click(bo, last(world, bo), 'meetings.answer', {}, (button) => button.label === 'Inte än');
    expect(world.words(twice)).toContain('[Prata enskilt med samordnaren]');
    const before = world.inbox(maria).length;
    const form = await world.click(bo, twice, 'meetings.help');
    expect(world.words(form)).toContain('Anna Lind ser att du vill prata');
    expect(world.words(await world.submit(bo, form, { reason: 'silence' }))).toContain('Anna Lind hör av sig till dig.');
    await world.deliver();
    expect(last(world, anna).text).toContain('Bo Ek would like a private word with you. Please get in touch.\nIn their words: I do not hear back.');
    expect(world.inbox(maria)).toHaveLength(before);
  });
});

describe('a question that nobody answers', () => {
  it('brings one reminder after three working days, and three later the coordinator sees it (E4.8, C24)', async () => {
    const { anna, bo, maria, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    await world.advance(2 * DAY + 8 * HOUR);
    for (const person of [bo, maria]) expect(world.inbox(person).map((one) => one.template)).toEqual(['meetings.ask', 'meetings.reminder']);
    expect(iso(last(world, bo).at)).toBe('2026-09-18T07:00:00.000Z');
    expect(last(world, bo).text).toContain('Ifall det gick dig förbi: har du och María Ruiz träffats sedan tisdag 1 september?');
    expect(world.inbox(anna)).toEqual([]);

    await world.advance(5 * DAY);
    expect(iso(last(world, anna).at)).toBe('2026-09-23T07:00:00.000Z');
    expect(last(world, anna).text).toContain('A pair has been asked and reminded whether they have met, and we have had no answer.');
    expect(last(world, anna).text).toContain('Bo Ek and María Ruiz, asked on Tuesday 15 September');
    expect((await checkinsOf(world, pair))[0]).toMatchObject({ state: 'unanswered', answer: null });
    expect(world.inbox(bo)).toHaveLength(2);
  });

  it('can still be answered, and then both of its messages say so', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    await world.advance(24 * DAY);
    const [question] = world.inbox(bo);
    if (!question) throw new Error('not asked');
    expect((await world.click(bo, question, 'meetings.answer')).kind).toBe('done');
    await world.deliver();
    for (const message of world.inbox(maria)) expect(message.text).toContain('Bo Ek dice que os habéis visto.');
    expect((await checkinsOf(world, pair))[0]).toMatchObject({ state: 'answered', answer: 'met' });
  });

  it('does not stop the rhythm, and an answer to the old one then counts for the new one', async () => {
    const { bo, pair } = await pairOfTwo(world);
    await world.advance(29 * DAY);
    expect((await checkinsOf(world, pair)).map((one) => one.state)).toEqual(['unanswered', 'open', 'planned']);
    const [question] = world.inbox(bo);
    if (!question) throw new Error('not asked');
    await world.click(bo, question, 'meetings.answer');
    expect((await checkinsOf(world, pair)).map((one) => one.state)).toEqual(['answered', 'answered', 'planned']);
  });

  it('reaches a coordinator in one message for all pairs of the morning, without a word of content (E9.5)', async () => {
    const { anna } = await pairOfTwo(world);
    for (const name of ['Cleo Ask', 'Dan Öst']) {
      const mentee = await world.person(name);
      const mentor = await world.person(`${name} mentor`);
      await begin(world, [mentee, await world.join(mentee, 'mentee')], [mentor, await world.join(mentor, 'mentor')]);
    }
    await world.advance(23 * DAY);
    expect(world.inbox(anna)).toHaveLength(1);
    expect(last(world, anna).text).toContain('3 pairs have been asked and reminded');
    expect(last(world, anna).text).toContain('Cleo Ask and Cleo Ask mentor');
    expect(last(world, anna).text).toContain('never what a pair talks about');
  });
});

describe('a mentor with two mentees', () => {
  it('has one open question at a time; the second mentee is asked meanwhile, the mentor after the first answer', async () => {
    const { bo, maria, mentor } = await pairOfTwo(world);
    const cleo = await world.person('Cleo Ask');
    await begin(world, [cleo, await world.join(cleo, 'mentee')], [maria, mentor]);
    await world.advance(15 * DAY);
    expect(world.inbox(maria)).toHaveLength(1);
    expect(world.inbox(bo)).toHaveLength(1);
    expect(world.inbox(cleo)).toHaveLength(1);
    const about = last(world, maria).text.includes('Bo Ek') ? 'Cleo Ask' : 'Bo Ek';
    await world.click(maria, last(world, maria), 'meetings.answer');
    await world.advance(HOUR);
    expect(world.inbox(maria)).toHaveLength(2);
    expect(last(world, maria).text).toContain(`¿Os habéis visto ${about} y tú`);
  });

  it('is never asked what a mentee has answered meanwhile', async () => {
    const { bo, maria, mentor } = await pairOfTwo(world);
    const cleo = await world.person('Cleo Ask');
    await begin(world, [cleo, await world.join(cleo, 'mentee')], [maria, mentor]);
    await world.advance(15 * DAY);
    const waiting = last(world, maria).text.includes('Bo Ek') ? cleo : bo;
    await world.click(waiting, last(world, waiting), 'meetings.answer');
    await world.advance(HOUR);
    await world.click(maria, last(world, maria), 'meetings.answer');
    await world.advance(5 * DAY);
    expect(world.inbox(maria)).toHaveLength(1);
  });

  it('who was not asked yet is not reported as silent', async () => {
    const { anna, maria, mentor } = await pairOfTwo(world);
    const cleo = await world.person('Cleo Ask');
    await begin(world, [cleo, await world.join(cleo, 'mentee')], [maria, mentor]);
    await world.advance(22 * DAY + 12 * HOUR);
    const first = last(world, maria).text.includes('Bo Ek') ? 'Cleo Ask' : 'Bo Ek';
    expect(world.inbox(anna).map((one) => one.text.includes(first))).toEqual([true]);
    expect(last(world, anna).text).toContain('A pair has been asked');
    await world.advance(6 * DAY);
    expect(world.inbox(anna)).toHaveLength(2);
  });
});

describe('time that does not behave', () => {
  it('after sixty days of downtime asks once, and plans from then on', async () => {
    const { bo, maria, pair } = await pairOfTwo(world);
    world.clock.set(instantOf(world.clock.now() + 75 * DAY));
    await world.advance(MINUTE);
    await world.advance(4 * DAY);
    for (const person of [bo, maria]) expect(world.inbox(person).filter((one) => one.template === 'meetings.ask')).toHaveLength(1);
    const rows = await checkinsOf(world, pair);
    expect(rows.map((one) => [one.number, one.state])).toEqual([
      [1, 'open'],
      [2, 'planned'],
    ]);
    // 15 November is a Sunday: they are asked on Monday at nine.
    expect(iso(world.inbox(bo)[0]?.at ?? 0)).toBe('2026-11-16T08:00:00.000Z');
    expect(iso(rows[1]?.dueAt ?? 0)).toBe('2026-11-30T08:00:00.000Z');
  });

  it('with the clock moved back asks nothing again', async () => {
    const { bo, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    const before = await checkinsOf(world, pair);
    world.clock.set(instantOf(world.clock.now() - 10 * DAY));
    await world.advance(9 * DAY);
    expect(world.inbox(bo)).toHaveLength(1);
    expect(await checkinsOf(world, pair)).toEqual(before);
  });
});

describe('the end', () => {
  it('of the cohort ends the questions', async () => {
    const { bo, pair } = await pairOfTwo(world);
    world.clock.set(instantOf('2027-05-28T09:00:00Z'));
    await world.advance(30 * DAY);
    expect(world.inbox(bo)).toEqual([]);
    expect(await checkinsOf(world, pair)).toEqual([]);
  });

  it('of the pair puts the open question aside and asks nothing more', async () => {
    const { bo, pair } = await pairOfTwo(world);
    await world.advance(15 * DAY);
    await world.tx(async (tx) => {
      const row = await tx.pairs.get(pair.id);
      if (row) tx.pairs.put({ ...row, state: 'ended', endedAt: world.clock.now() });
      tx.remind('meetings.ask', pair.id, world.clock.now());
    });
    await world.advance(40 * DAY);
    expect(world.inbox(bo).map((one) => one.text)).toEqual(['Den här frågan behövs inte längre.']);
    expect((await checkinsOf(world, pair)).map((one) => one.state)).toEqual(['cancelled']);
  });
});

describe('strangers to the pair', () => {
  it('can neither answer nor look: not a member of another pair, not a coordinator (S1.17)', async () => {
    const { anna, pair } = await pairOfTwo(world);
    const eve = await world.person('Eve Holm');
    await world.join(eve, 'mentee');
    await world.advance(15 * DAY);
    const [open] = await checkinsOf(world, pair);
    for (const person of [anna, eve]) {
      for (const action of ['meetings.answer', 'meetings.change', 'meetings.changed', 'meetings.rhythm', 'meetings.setRhythm']) {
        const reply = await world.act(person, action, { pair: pair.id, checkin: open?.id ?? '', answer: 'met', rhythm: '7', on: '' });
        expect(reply.kind, `${person.name} ${action}`).toBe('refused');
      }
    }
    expect((await checkinsOf(world, pair))[0]).toMatchObject({ state: 'open' });
  });
});
