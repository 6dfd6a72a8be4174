// From sign-up to check-in: the whole story of a pair in two languages, without a browser.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/bot/actions/dispatch.ts';
import type { Person } from '../../src/mentoring/people/person.ts';
import { DAY } from '../../src/time.ts';
import { DATABASES } from '../support/databases.ts';
import { createWorld, formOf, type World } from '../support/world.ts';

describe.each(DATABASES)('from sign-up to check-in, on $name', ({ open }) => {
  let world: World;
  let anna: Person;
  let alva: Person;
  let mateo: Person;

  beforeAll(async () => {
    world = await createWorld({ database: await open() });
    anna = await world.person('Anna Lind', { language: 'sv', email: 'anna@example.org' });
    alva = await world.person('Alva Lindqvist', { language: 'sv', email: 'alva.lindqvist@example.org' });
    mateo = await world.person('Mateo Rivas Ortega', { language: 'es', timeZone: 'Atlantic/Canary', email: 'mateo.rivas@example.org' });
    await world.grant(anna, 'programme');
  });
  afterAll(() => world.close());

  async function joins(person: Person, role: 'mentee' | 'mentor', about: Record<string, unknown>, wants: Record<string, unknown>): Promise<void> {
    const notice = await world.command(person, '/mentor join');
    const one = await world.click(person, notice, 'orientation.begin');
    const two = await world.submit(person, one, { role, ...about });
    const three = await world.submit(person, two, wants);
    const page = await world.submit(person, three, { languages: ['en'], slots: ['wed-pm'], capacity: 1 });
    expect(await world.click(person, page, 'orientation.submit')).toMatchObject({ kind: 'done' });
  }

  it('begins with what is asked and why, then the profile (S0.6, S4.11-S4.16, S4.80)', async () => {
    await joins(
      alva,
      'mentee',
      { experience: 'Jag är ny chef på en vårdcentral.', employer: 'Vårdhuset Rönnen' },
      { help: ['communication'], topics: 'retorik', challenges: 'Tala inför 30 kollegor' },
    );
    await joins(
      mateo,
      'mentor',
      { experience: 'Doce años dirigiendo equipos en Puertos Atlánticos.', employer: 'Puertos Atlánticos', title: 'Jefe de equipo' },
      { help: ['communication', 'goals'], topics: 'retorik\nhablar en público' },
    );
    const states = await world.tx((tx) => tx.participations.find({}));
    expect(states.map(({ role, state }) => `${role} ${state}`)).toEqual(['mentee ready', 'mentor ready']);
  });

  let preview: Reply;
  it('shows the coordinator who with whom and why, and sends nothing before she says so (S2.7, E9.7)', async () => {
    preview = await world.command(anna, '/match preview');
    expect(world.words(preview)).toContain('Alva Lindqvist');
    expect(world.words(preview)).toContain('Mateo Rivas Ortega');
    await world.deliver();
    expect(world.inbox(alva)).toEqual([]);
  });

  it('asks the mentee first, without a name (S4.20, S4.21)', async () => {
    await world.click(anna, preview, 'matching.publish');
    await world.deliver();
    const [question] = world.inbox(alva);
    for (const secret of ['Mateo', 'Rivas', 'example.org', 'Puertos', 'Atlánticos']) expect(question?.text).not.toContain(secret);
    expect(question?.text).toMatch(/retorik|Kommunikation/i);
    expect(world.inbox(mateo)).toEqual([]);
  });

  it('then asks the mentor, without a name, whether he still can (S4.22, S4.23)', async () => {
    const [question] = world.inbox(alva);
    if (!question) throw new Error('nobody asked her');
    await world.click(alva, question, 'matching.menteeYes');
    await world.deliver();
    const [asked] = world.inbox(mateo);
    for (const secret of ['Alva', 'Lindqvist', 'example.org', 'Rönnen']) expect(asked?.text).not.toContain(secret);
  });

  it('shows both everything, at the same moment, on the second yes (S4.24, S4.25)', async () => {
    const [asked] = world.inbox(mateo);
    if (!asked) throw new Error('nobody asked him');
    await world.click(mateo, asked, 'matching.mentorYes');
    await world.deliver();
    const [toAlva, toMateo] = [world.inbox(alva).at(-1), world.inbox(mateo).at(-1)];
    expect(toAlva?.at).toBe(toMateo?.at);
    for (const fact of ['Mateo Rivas Ortega', 'mateo.rivas@example.org', 'Puertos Atlánticos']) expect(toAlva?.text).toContain(fact);
    for (const fact of ['Alva Lindqvist', 'alva.lindqvist@example.org', 'Vårdhuset Rönnen']) expect(toMateo?.text).toContain(fact);
    expect(await world.tx((tx) => tx.pairs.count({ state: 'active' }))).toBe(1);
  });

  it('helps her set a SMART goal and him to ask (S0.12, S0.13)', async () => {
    const form = await world.command(alva, '/goal new');
    expect(formOf(form).inputs.map((input) => input.name)).toEqual(
      expect.arrayContaining(['title', 'specific', 'measurable', 'achievable', 'relevant', 'dueOn']),
    );
    const [pair] = await world.tx((tx) => tx.pairs.find({}));
    const saved = await world.submit(alva, form, {
      title: 'Hålla ett föredrag',
      specific: 'Ett föredrag för 30 kollegor',
      dueOn: '2026-12-01',
      visibility: pair?.id,
    });
    expect(saved.kind).toBe('done');
    expect(world.words(saved)).toContain('Hur');
    await world.deliver();
    expect(world.inbox(mateo).at(-1)?.text).toContain('Hålla ett föredrag');
  });

  it('asks both after two weeks, each in their own language, at nine where they are (S4.55)', async () => {
    await world.advance(15 * DAY);
    const questions = [world.inbox(alva).at(-1), world.inbox(mateo).at(-1)];
    expect(questions.map((question) => question?.template)).toEqual(['meetings.ask', 'meetings.ask']);
    expect(questions[0]?.text).toContain('Har du och Mateo Rivas Ortega träffats');
    expect(questions[1]?.text).toContain('Alva Lindqvist');
  });

  it('takes one answer for both (C14)', async () => {
    const mine = world.inbox(alva).at(-1);
    if (!mine) throw new Error('no question');
    await world.click(alva, mine, 'meetings.answer');
    await world.deliver();
    const his = world.inbox(mateo).at(-1);
    expect(his?.text).toContain('Alva Lindqvist');
    expect(his?.text).not.toBe(mine.text);
    const [checkin] = await world.tx((tx) => tx.checkins.find({}));
    expect(checkin).toMatchObject({ state: 'answered', answer: 'met', answeredBy: alva.id });
  });
});
