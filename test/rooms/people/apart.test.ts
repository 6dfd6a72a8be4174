// A pair with one person in Slack and one in Teams: every flow, each in their own place and language, and nothing that takes one chat for granted.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY, instantOf, type Instant } from '../../../src/time.ts';
import { DUE_RULES } from '../../../src/mentoring/table.ts';
import { createCrossing, type Crossing, linked, type Visitor } from './crossing.ts';

let database: Database;
let crossing: Crossing;
let alva: Visitor;
let mateo: Visitor;
let anna: Visitor;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
  crossing = await createCrossing(database);
  alva = crossing.visitor('slack', 'UALVA', { name: 'Alva Ek', email: 'alva@example.org', locale: 'sv' });
  mateo = crossing.visitor('teams', 'a-mateo', { name: 'Mateo Rivas', email: null, locale: 'es' });
  anna = crossing.visitor('slack', 'UANNA', { name: 'Anna Lind' });
});
afterAll(() => database.close());

const all = (visitor: Visitor) => visitor.box.map(({ text }) => text);
const last = (visitor: Visitor) => all(visitor).at(-1) ?? '';

async function passing(ms: number): Promise<void> {
  const { world } = crossing;
  world.clock.set(instantOf(world.clock.now() + ms));
  const run = async (tx: Parameters<Parameters<typeof world.tx>[0]>[0], batch: { rule: string; due: readonly { subject: string; dueAt: Instant }[] }) =>
    DUE_RULES.get(batch.rule)?.run({ tx, now: world.clock.now(), ids: world.ids }, batch.due);
  while ((await world.store.due(run, world.clock.now())) > 0);
  await crossing.deliver();
}

describe('a pair across Slack and Teams', () => {
  it('comes about with a question to each where they are, in their own language', async () => {
    const { world } = crossing;
    await anna.type('/mentor help');
    await world.grant(await anna.person(), 'programme');
    for (const one of [alva, mateo]) await one.type('/mentor help');
    await world.join(await alva.person(), 'mentee');
    await world.join(await mateo.person(), 'mentor');
    await anna.press(await anna.type('/match preview'), 'matching.publish');
    await crossing.deliver();
    expect([last(alva), all(mateo)]).toEqual([expect.stringContaining('Vi har hittat någon som kan passa dig.'), []]);
    await alva.press(alva.box.at(-1), 'matching.menteeYes');
    await crossing.deliver();
    expect(last(mateo)).toContain('quiere aprender');
  });

  it('is revealed to both, each told where the other is and how to write to them', async () => {
    await mateo.press(mateo.box.at(-1), 'matching.mentorYes');
    await crossing.deliver();
    expect(last(alva)).toContain('Mateo Rivas finns i Microsoft Teams, där du inte är, och har inte angett någon e-postadress.');
    expect(last(alva)).toContain('Hittar ni inte fram till varandra hjälper en samordnare till: /mentor contact.');
    expect(last(mateo)).toContain('Alva Ek está en Slack, donde tú no estás. Escríbele por correo: alva@example.org.');
  });

  it('shares a goal', async () => {
    const [pair] = await crossing.world.tx((tx) => tx.pairs.find({}));
    const text = { title: 'Hålla ett föredrag', specific: '', measurable: '', achievable: '', relevant: '', dueOn: '' };
    await alva.send({ action: 'goals.save', input: { ...text, visibility: pair?.id } });
    await crossing.deliver();
    expect(last(mateo)).toContain('Hålla ett föredrag');
  });

  it('is asked whether they have met, and an answer in the one chat stands in the other too', async () => {
    await passing(15 * DAY);
    expect(last(alva)).toContain('Mateo Rivas');
    expect(last(mateo)).toContain('Alva Ek');
    const before = mateo.box.at(-1)?.drawn;
    await alva.press(alva.box.at(-1), 'meetings.answer');
    await crossing.deliver();
    expect(mateo.box.at(-1)?.drawn).toBe((before ?? 0) + 1);
    expect(mateo.words(await mateo.type('/mentor meetings'))).toContain('Escríbele por correo: alva@example.org.');
    expect(alva.words(await alva.type('/mentor avstämningar'))).toContain('Mateo Rivas finns i Microsoft Teams, där du inte är');
  });

  it('can ask for a private word: the coordinator hears where the person is', async () => {
    await mateo.send({ action: 'meetings.askContact', input: { programme: crossing.world.programme.id, reason: 'time' } });
    await crossing.deliver();
    expect(last(anna)).toContain('Mateo Rivas is in Microsoft Teams, where you are not, and has given no e-mail address.');
    await alva.send({ action: 'meetings.askContact', input: { programme: crossing.world.programme.id, reason: 'time' } });
    await crossing.deliver();
    expect(last(anna)).not.toContain('where you are not');
    expect(mateo.words(await mateo.type('/mentor withdraw'))).toContain('Anna Lind está en Slack, donde tú no estás');
    expect(alva.words(await alva.type('/mentor withdraw'))).not.toContain('finns i');
  });

  it('is told nothing of places once they share one', async () => {
    const alsoInSlack = crossing.visitor('slack', 'UMATEO', { name: 'Mateo', locale: 'es' });
    await linked(crossing, mateo, alsoInSlack);
    expect(mateo.words(await mateo.type('/mentor meetings'))).not.toContain('Escríbele por correo');
    expect(await mateo.person()).toMatchObject({ prefers: 'teams' });
  });
});

describe('a channel of another platform', () => {
  const RAW = '{"serviceUrl":"https://smba.example","tenant":"t","conversation":"19:abc@thread.tacv2"}';

  it('is never shown by its raw id, and is not lost by a form that cannot show it', async () => {
    const { world } = crossing;
    const channel = { platform: 'teams', conversation: RAW };
    await world.tx(async (tx) => tx.cohorts.put({ ...((await tx.cohorts.get(world.cohort.id)) ?? world.cohort), channel }));
    const shown = await anna.type('/cohort show autumn');
    expect(anna.words(shown)).toContain('Announcements: a channel in Microsoft Teams');
    const form = await anna.press(shown, 'programme.channel');
    expect(anna.words(form)).toContain('Announcements of Autumn 2026 go to a channel in Microsoft Teams so far.');
    if (form.answer?.type !== 'form') throw new Error('no form');
    const saved = await anna.send({ action: 'programme.setChannel', token: form.answer.token, input: { conversation: '' } });
    for (const reply of [shown, form, saved]) expect(anna.words(reply)).not.toContain('smba');
    expect(anna.words(saved)).toContain('a channel in Microsoft Teams');
    expect((await world.tx((tx) => tx.cohorts.get(world.cohort.id)))?.channel).toEqual(channel);
  });

  it('is kept whole, however long its address is', async () => {
    const long = JSON.stringify({ ...JSON.parse(RAW), user: `29:${'x'.repeat(280)}` });
    const teams = crossing.visitor('teams', 'a-anna', { name: 'Anna Lind' });
    await linked(crossing, anna, teams);
    const form = await teams.press(await teams.type('/cohort show autumn'), 'programme.channel');
    if (form.answer?.type !== 'form') throw new Error('no form');
    const saved = await teams.send({ action: 'programme.setChannel', token: form.answer.token, input: { conversation: long } });
    expect([saved.kind, (await crossing.world.tx((tx) => tx.cohorts.get(crossing.world.cohort.id)))?.channel]).toEqual([
      'done',
      { platform: 'teams', conversation: long },
    ]);
  });
});
