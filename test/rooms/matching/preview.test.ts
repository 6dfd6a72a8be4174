// What a coordinator sees and decides before anybody is asked.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/mentoring/people/index.ts';
import type { Participation } from '../../../src/mentoring/orientation/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { civilOf } from '../../../src/time.ts';
import { createWorld, formOf, type World } from '../../support/world.ts';

let database: Database;
let world: World;
let anna: Person;
let bo: Person;
let eva: Person;
let carmen: Person;
let dora: Person;
let mentee: Participation;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  world = await createWorld({ database });
  anna = await world.person('Anna Lind');
  await world.grant(anna, 'matching');
  bo = await world.person('Bo Ek');
  eva = await world.person('Eva Ström');
  carmen = await world.person('Carmen Ruiz');
  dora = await world.person('Dora Ruiz');
  mentee = await world.join(bo, 'mentee', { profile: { help: ['goals', 'insight'], topics: 'leading people' } });
  await world.join(eva, 'mentee', { profile: { languages: ['sv'] } });
  await world.join(carmen, 'mentor', { profile: { help: ['goals', 'insight'], topics: 'leading people', experience: 'Twenty years at Valdeluna.' } });
  await world.join(dora, 'mentor', { profile: { help: ['commercial'] } });
});
afterEach(async () => {
  await world.store.prisma.timer.deleteMany();
  await world.store.prisma.message.deleteMany();
});
afterAll(() => database.close());

const preview = () => world.command(anna, '/match preview');
const proposals = () => world.tx((tx) => tx.proposals.find({}));

describe('the preview', () => {
  it('says who with whom, the fit and why in words, who is left over and why, and how many', async () => {
    const words = world.words(await preview());
    expect(words).toContain('Matching in Autumn 2026');
    expect(words).toContain('1 of 2 mentees would get a mentor. Nobody has been asked yet.');
    expect(words).toMatch(/Bo Ek \| Carmen Ruiz \| \d{3} \| help with career goals and first steps and insight into a profession · the same topics:/);
    expect(words).toContain('Eva Ström: 2 mentors share no language with them');
    expect(words).toContain('With room left: Dora Ruiz.');
    expect(words).toContain('Proved: nobody can do better by these rules. 2 possible pairs were looked at.');
  });

  it('speaks the reader’s language', async () => {
    await world.tx(async (tx) => {
      const [row] = await tx.people.all([anna.id]);
      if (row) tx.people.put({ ...row, language: 'sv' });
    });
    expect(world.words(await world.command(anna, '/match förhandsgranska'))).toContain('1 av 2 adepter skulle få en mentor.');
  });

  it('sends nothing to anybody', async () => {
    await preview();
    await world.deliver();
    for (const person of [bo, eva, carmen, dora]) expect(world.inbox(person)).toEqual([]);
    expect(await proposals()).toEqual([]);
  });

  it('is for coordinators; who may only read finds nothing to decide', async () => {
    expect((await world.command(bo, '/match preview')).kind).toBe('refused');
    const reader = await world.person('Read Only');
    await world.grant(reader, 'read-only');
    const reply = await world.command(reader, '/match');
    expect(world.words(reply)).toContain('Bo Ek | Carmen Ruiz');
    expect(world.words(reply)).not.toContain('[Publish]');
    expect((await world.act(reader, 'matching.publish', { cohort: world.cohort.id, seen: 'x' })).kind).toBe('refused');
    expect((await world.act(reader, 'matching.two', { kind: 'lock', names: 'Bo Ek, Dora Ruiz' })).kind).toBe('refused');
  });

  it('asks which cohort where there are several, and takes a part of its name', async () => {
    await world.tx(async (tx) => tx.cohorts.put({ ...world.cohort, id: world.ids.next(), name: 'Spring 2027', startsOn: civilOf('2027-01-20') }));
    expect(world.words(await preview())).toContain('Which cohort?');
    expect(world.words(await world.command(anna, '/match preview autumn'))).toContain('Matching in Autumn 2026');
    const choice = await world.command(anna, '/match preview winter');
    expect(world.words(choice)).toContain('I know no cohort called “winter”');
    const chosen = await world.click(anna, choice, 'matching.preview', {}, (button) => button.label.includes('Spring'));
    expect(world.words(chosen)).toContain('Nobody is waiting for a mentor just now.');
  });

  it('shows closer why two fit, with points that add up, and what each will read', async () => {
    const page = await world.click(anna, await preview(), 'matching.pair');
    const [, score] = /Fit: (\d+) of 1,000\./.exec(world.words(page)) ?? [];
    const parts = [...world.words(page).matchAll(/: (\d+) of (\d+)$/gm)].map((match) => [Number(match[1]), Number(match[2])] as const);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.reduce((sum, [points]) => sum + points, 0)).toBe(Number(score));
    for (const [points, of] of parts) expect(points).toBeLessThanOrEqual(of);
    const words = world.words(await world.click(anna, page, 'matching.summaries'));
    expect(words).toContain('What Bo Ek reads about Carmen Ruiz, without a name:');
    expect(words).toContain('Twenty years at ….');
  });

  it('shows special wishes to whoever matches, and to nobody who only reads (S4.19)', async () => {
    await world.tx(async (tx) => {
      const [mine] = await tx.participations.find({ personId: bo.id });
      if (mine) tx.participations.put({ ...mine, profile: { ...mine.profile, wishes: 'Somebody outside my own department' } });
    });
    const page = world.words(await world.click(anna, await preview(), 'matching.pair'));
    expect(page).toContain('Wish of Bo Ek: Somebody outside my own department');
    const reader = await world.person('Read Only');
    await world.grant(reader, 'read-only');
    const read = await world.click(reader, await world.command(reader, '/match'), 'matching.pair');
    expect(world.words(read)).not.toContain('department');
  });

  it('says what has changed since it was last looked at', async () => {
    await preview();
    await world.join(await world.person('Late'), 'mentee', { profile: { help: ['commercial'] } });
    const words = world.words(await preview());
    expect(words).toContain('Since the last preview\nLate: Dora Ruiz, and nobody before');
    expect(world.words(await preview())).not.toContain('Since the last preview');
  });

  it('tells on a page of its own how good it is', async () => {
    const page = world.words(await world.click(anna, await preview(), 'matching.measures'));
    expect(page).toContain('How good is the plan for Autumn 2026?');
    expect(page).toContain('Matched, of all who can be: 1 of 1');
  });

  it('shows a long plan in parts', async () => {
    for (let index = 0; index < 25; index++) {
      await world.join(await world.person(`Mentee ${index}`), 'mentee');
      await world.join(await world.person(`Mentor ${index}`), 'mentor');
    }
    const first = await preview();
    expect(world.words(first)).toContain('Pairs 1 to 12 of 26.');
    expect(world.words(await world.click(anna, first, 'matching.more'))).toContain('Pairs 13 to 24 of 26.');
  });
});

describe('publishing', () => {
  it('asks exactly those who were seen, after a word on how many', async () => {
    const reply = await preview();
    const button =
      reply.answer?.type === 'message'
        ? reply.answer.blocks.flatMap((block) => (block.block === 'actions' ? block.buttons : [])).find((one) => one.action === 'matching.publish')
        : undefined;
    expect(button?.confirm).toBe('1 person is asked now, without names, whether it suits them. 1 mentee is told kindly that it takes a little longer.');
    expect(world.words(await world.click(anna, reply, 'matching.publish'))).toContain('1 person has been asked.');
    await world.deliver();
    const [, score] = /Bo Ek \| Carmen Ruiz \| (\d+)/.exec(world.words(reply)) ?? [];
    expect(await proposals()).toMatchObject([{ menteeId: mentee.id, state: 'asked_mentee', score: Number(score), publishedBy: anna.id }]);
    expect(world.inbox(bo).map((delivered) => delivered.template)).toEqual(['matching.askMentee']);
  });

  it('tells everyone left over kindly what comes next, and not again while nothing has changed (C12)', async () => {
    await world.click(anna, await preview(), 'matching.publish');
    await world.deliver();
    expect(world.inbox(eva).map((delivered) => delivered.text)).toEqual([expect.stringContaining('We did not find the right mentor for you this time.')]);
    expect(world.inbox(dora).map((delivered) => delivered.text)).toEqual([expect.stringContaining('There is no mentee for you in this round.')]);
    await world.advance(60_000);
    await world.join(await world.person('Late'), 'mentee', { profile: { help: ['commercial'] } });
    await world.click(anna, await preview(), 'matching.publish');
    await world.deliver();
    expect(world.inbox(eva)).toHaveLength(1);
    expect((await proposals()).length).toBe(2);
  });

  it('publishes nothing that has changed since it was seen, and shows it anew', async () => {
    const seen = await preview();
    await world.join(await world.person('Late'), 'mentee');
    const reply = await world.click(anna, seen, 'matching.publish');
    expect(reply.kind).toBe('refused');
    expect(world.words(reply)).toContain('Something has changed since you looked, so nothing was sent.');
    expect(world.words(reply)).toContain('Late');
    expect(await proposals()).toEqual([]);
    expect((await world.click(anna, reply, 'matching.publish')).kind).toBe('done');
    expect(await proposals()).toHaveLength(2);
  });

  it('asks a mentee about one person at a time (C6)', async () => {
    const seen = await preview();
    await world.click(anna, seen, 'matching.publish');
    expect((await world.click(anna, seen, 'matching.publish')).kind).toBe('refused');
    const again = await preview();
    expect(world.words(again)).toContain('1 of 2 mentees would get a mentor. 1 of them is being asked already.');
    expect(world.words(again)).toContain('is being asked · help with');
    expect(world.words(again)).not.toContain('[Publish]');
    const still = await world.click(anna, again, 'matching.preview', {}, (button) => button.label === 'Move nothing');
    expect(world.words(still)).toContain('Questions that are open all stay as they are.');
    expect(await proposals()).toHaveLength(1);
  });
});

describe('lock and forbid', () => {
  it('keeps two together who would not have been, and lets go again', async () => {
    expect(world.words(await world.command(anna, '/match lock Bo Ek, Dora Ruiz'))).toContain('Bo Ek and Dora Ruiz stay together in every plan from now on.');
    const locked = await preview();
    expect(world.words(locked)).toContain('Bo Ek | Dora Ruiz');
    expect(world.words(locked)).toContain('decided by a coordinator');
    const page = await world.click(anna, locked, 'matching.pair');
    expect(world.words(page)).toContain('Locked: they stay together in every plan.');
    await world.click(anna, page, 'matching.release');
    expect(world.words(await preview())).toContain('Bo Ek | Carmen Ruiz');
  });

  it('never puts two together who are kept apart, in whichever order they are named', async () => {
    expect(world.words(await world.command(anna, '/match förbjud carmen och bo'))).toContain('Bo Ek and Carmen Ruiz are not put together.');
    expect(world.words(await preview())).toContain('Bo Ek | Dora Ruiz');
  });

  it('takes the last word on two people, and one lock for a mentee', async () => {
    await world.command(anna, '/match lock bo carmen');
    await world.command(anna, '/match forbid bo carmen');
    await world.command(anna, '/match lock bo dora');
    expect((await world.tx((tx) => tx.rules.find({}))).map((rule) => rule.kind).sort()).toEqual(['forbid', 'lock']);
    await world.command(anna, '/match lock bo carmen');
    expect(await world.tx((tx) => tx.rules.find({}))).toMatchObject([{ kind: 'lock' }]);
  });

  it('opens a form without names, and takes two people from it', async () => {
    const form = await world.command(anna, '/match lock');
    expect(formOf(form).inputs.map((input) => input.input)).toEqual(['person', 'person']);
    expect((await world.submit(anna, form, { first: dora.id, second: bo.id })).kind).toBe('done');
    expect(await world.tx((tx) => tx.rules.find({}))).toMatchObject([{ menteeId: mentee.id, kind: 'lock' }]);
  });

  it('tells at the field what is wrong, and who was meant', async () => {
    const form = await world.command(anna, '/match lock');
    const stranger = await world.person('Stranger');
    expect((await world.submit(anna, form, { first: stranger.id, second: bo.id })).fields).toEqual({ first: 'This person is in none of your cohorts.' });
    expect((await world.submit(anna, form, { first: bo.id, second: bo.id })).fields).toEqual({ second: 'Choose two different people.' });
    expect((await world.submit(anna, form, { first: bo.id, second: eva.id })).fields?.['second']).toContain('In none of your cohorts');
    expect((await world.submit(anna, form, { first: eva.id, second: carmen.id })).fields?.['second']).toContain('They share no language');
    expect(world.words(await world.command(anna, '/match lock bo, ruiz'))).toContain('“ruiz” could be Carmen Ruiz and Dora Ruiz. Whom do you mean?');
    expect(world.words(await world.command(anna, '/match lock bo, zelda'))).toContain('I find nobody called “zelda”');
    expect(world.words(await world.command(anna, '/match lock ruiz'))).toContain('Put a comma between them');
    expect(await world.tx((tx) => tx.rules.find({}))).toEqual([]);
  });

  it('does not lock more mentees to a mentor than there are places', async () => {
    await world.join(await world.person('Fia'), 'mentee');
    await world.command(anna, '/match lock bo, carmen');
    expect(world.words(await world.command(anna, '/match lock fia, carmen'))).toContain('As many are locked to the mentor already as there are places (1).');
  });

  it('is for those who may match', async () => {
    expect((await world.command(bo, '/match lock bo, carmen')).kind).toBe('refused');
    expect((await world.act(bo, 'matching.lock', { mentee: mentee.id, mentor: mentee.id })).kind).toBe('refused');
  });
});

describe('the status', () => {
  it('says who is waited for, since when and until when (C3, C23)', async () => {
    await world.click(anna, await preview(), 'matching.publish');
    await world.advance(86_400_000);
    const words = world.words(await world.command(anna, '/match status'));
    expect(words).toContain('Bo Ek and Carmen Ruiz: waiting for Bo Ek for 1 day, until Monday 7 September');
    expect(words).toContain('Eva Ström');
  });
});
