// The whole story of one proposal: the mentee first, then the mentor, and only then both see each other.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Participation } from '../../../src/mentoring/orientation/index.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { withdrawProposalsOf } from '../../../src/mentoring/matching/index.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY, HOUR } from '../../../src/time.ts';
import { createWorld, type Delivered, type World } from '../../support/world.ts';

let database: Database;
let world: World;
let anna: Person;
let bo: Person;
let carmen: Person;
let mentee: Participation;
let mentor: Participation;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
beforeEach(async () => {
  world = await createWorld({ database });
  anna = await world.person('Anna Coordinator');
  bo = await world.person('Bo Rosenstråhle', { language: 'sv', email: 'bo.r@example.org' });
  carmen = await world.person('Carmen Iturralde', { language: 'es', email: 'carmen@example.net', timeZone: 'Europe/Madrid' });
  await world.grant(anna, 'programme');
  mentee = await world.join(bo, 'mentee', {
    profile: { languages: ['en', 'es'], experience: 'Student. Skriv till bo.r@example.org, hälsar Bo!', employer: 'Kvarnviks bibliotek' },
  });
  mentor = await world.join(carmen, 'mentor', {
    profile: {
      languages: ['es'],
      experience: 'Dirijo el Observatorio Marea Baja. Soy Carmen, +34 600 123 456.',
      employer: 'Observatorio Marea Baja',
      title: 'Directora',
    },
  });
});
// One database for all: what one test leaves waiting must not come due in the next.
afterEach(async () => {
  await world.store.prisma.timer.deleteMany();
  await world.store.prisma.message.deleteMany();
});
afterAll(() => database.close());

async function publish(): Promise<void> {
  const preview = await world.command(anna, '/match preview');
  expect((await world.click(anna, preview, 'matching.publish')).kind).toBe('done');
  await world.deliver();
}

function last(person: Person, template?: string): Delivered {
  const found = world.inbox(person).findLast((delivered) => template === undefined || delivered.template === template);
  if (!found) throw new Error(`nothing delivered to ${person.name}`);
  return found;
}

async function press(person: Person, action: string, template?: string) {
  const reply = await world.click(person, last(person, template), action);
  await world.deliver();
  return reply;
}

async function withPlaces(capacity: number): Promise<void> {
  await world.tx(async (tx) => {
    const [row] = await tx.participations.all([mentor.id]);
    if (row) tx.participations.put({ ...row, capacity });
  });
}

async function theProposal() {
  const [proposal] = await world.tx((tx) => tx.proposals.find({}));
  if (!proposal) throw new Error('no proposal');
  return proposal;
}

describe('a yes and a yes', () => {
  it('asks the mentee first, with no name, and the mentor hears nothing (S4.20, S4.21)', async () => {
    await publish();
    expect(last(bo).text).toContain('Du ser inget namn ännu');
    expect(last(bo).text).toContain('Kan hjälpa till med');
    expect(world.inbox(carmen)).toEqual([]);
    expect(await world.tx((tx) => tx.pairs.find({}))).toEqual([]);
  });

  it('asks the mentor only then, with the mentee’s summary and whether they can still take part (S4.22, S4.23)', async () => {
    await publish();
    const reply = await press(bo, 'matching.menteeYes');
    expect(world.words(reply)).toContain('Tack för ditt ja');
    expect(last(carmen).text).toContain('¿Puedes seguir participando?');
    expect(last(carmen).text).toContain('Le gustaría ayuda con');
    expect(world.inbox(bo)).toHaveLength(1);
  });

  it('shows nothing of either to the other before the second yes, in no message (S4.21, S4.22)', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await world.advance(3 * DAY);
    const seenByBo = world
      .inbox(bo)
      .map((delivered) => delivered.text)
      .join('\n');
    const seenByCarmen = world
      .inbox(carmen)
      .map((delivered) => delivered.text)
      .join('\n');
    expect(world.inbox(carmen).length).toBeGreaterThan(1);
    expect(seenByBo).not.toMatch(/carmen|iturralde|marea|baja|observatorio|directora|@|600/i);
    expect(seenByCarmen).not.toMatch(/\bbo\b|rosenstr|kvarnvik|@|example/i);
  });

  it('makes the pair at the second yes and shows both the whole profile at the same moment (S4.24, S4.25)', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    expect(world.words(await press(carmen, 'matching.mentorYes'))).toContain('Los dos habéis dicho que sí');
    const [pair] = await world.tx((tx) => tx.pairs.find({}));
    expect(pair).toMatchObject({ menteeId: mentee.id, mentorId: mentor.id, stage: 2, state: 'active', rhythmDays: 14 });
    const [toBo, toCarmen] = [last(bo, 'matching.reveal'), last(carmen, 'matching.reveal')];
    expect(toBo.at).toBe(toCarmen.at);
    expect(toBo.text).toContain('Carmen Iturralde är din mentor');
    for (const known of ['carmen@example.net', 'Observatorio Marea Baja', 'Directora', '+34 600 123 456']) expect(toBo.text).toContain(known);
    expect(toCarmen.text).toContain('Bo Rosenstråhle es tu mentorizado/a');
    for (const known of ['bo.r@example.org', 'Kvarnviks bibliotek', 'Skriv till bo.r@example.org']) expect(toCarmen.text).toContain(known);
  });

  it('invites both to the start that lies ahead (S4.26)', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await press(carmen, 'matching.mentorYes');
    expect(last(bo, 'matching.reveal').text).toContain('torsdag 24 september');
    expect(last(carmen, 'matching.reveal').text).toContain('24 de septiembre');
  });

  it('begins the check-ins and stops asking', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await press(carmen, 'matching.mentorYes');
    expect(await world.tx((tx) => tx.checkins.count({}))).toBe(1);
    const before = world.inbox(bo).filter((delivered) => delivered.template.startsWith('matching.')).length;
    await world.advance(10 * DAY);
    expect(world.inbox(bo).filter((delivered) => delivered.template.startsWith('matching.'))).toHaveLength(before);
    expect((await theProposal()).state).toBe('accepted');
  });

  it('tells the coordinators once when everyone has answered', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    expect(world.inbox(anna)).toEqual([]);
    await press(carmen, 'matching.mentorYes');
    expect(world.inbox(anna).map((delivered) => delivered.text)).toEqual([
      expect.stringContaining('Everyone who was asked in Autumn 2026 has answered: 1 pair.'),
    ]);
  });
});

describe('a no', () => {
  it('of the mentee reveals nothing, and the mentor never hears of it (S4.27)', async () => {
    await publish();
    expect(world.words(await press(bo, 'matching.menteeNo'))).toContain('Vi letar vidare åt dig');
    await world.advance(10 * DAY);
    expect(world.inbox(carmen)).toEqual([]);
    expect((await theProposal()).state).toBe('declined_by_mentee');
  });

  it('of the mentor is told to the mentee kindly, not by whom or why (S4.27)', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await press(carmen, 'matching.mentorNo');
    expect(last(bo).template).toBe('matching.notThisTime');
    expect(last(bo).text).toBe('Det blev inget den här gången, och det beror inte på dig. Vi letar vidare och hör av oss så snart vi har hittat någon.');
    expect(world.inbox(bo)[0]?.text).toContain('gäller inte längre');
    expect(last(carmen).text).toContain('Gracias por decirlo');
    expect(
      world
        .inbox(bo)
        .map((delivered) => delivered.text)
        .join('\n'),
    ).not.toContain('Carmen');
  });

  it('returns both to the pool, but never to each other (C11)', async () => {
    await publish();
    await press(bo, 'matching.menteeNo');
    const alone = world.words(await world.command(anna, '/match preview'));
    expect(alone).toContain('0 of 1 mentee');
    expect(alone).toContain('1 mentor has been proposed before');
    const dora = await world.person('Dora');
    await world.join(dora, 'mentor');
    expect(world.words(await world.command(anna, '/match preview'))).toContain('Bo Rosenstråhle | Dora');
  });

  it('is shown to no coordinator by name (S4.27)', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await press(carmen, 'matching.mentorNo');
    const status = world.words(await world.command(anna, '/match status'));
    expect(status).toContain('1 more proposal came to nothing');
    expect(status).not.toContain('Carmen');
  });
});

describe('silence', () => {
  it('brings one reminder halfway, in working hours, and an end in working days (S4.39)', async () => {
    await publish(); // Tuesday
    await world.advance(2 * DAY + HOUR);
    expect(world.inbox(bo).map((delivered) => delivered.template)).toEqual(['matching.askMentee', 'matching.reminder']);
    await world.advance(2 * DAY);
    expect((await theProposal()).state).toBe('asked_mentee');
    await world.advance(3 * DAY);
    expect((await theProposal()).state).toBe('expired');
    expect(last(bo).text).toContain('det gör inget');
    expect(world.inbox(bo)[0]?.message.blocks.some((block) => block.block === 'actions')).toBe(false);
    expect(world.inbox(carmen)).toEqual([]);
  });

  it('of the mentor looks to the mentee like any no (S4.27)', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await world.advance(9 * DAY);
    expect(last(bo).template).toBe('matching.notThisTime');
    expect(last(carmen).template).toBe('matching.ranOut');
    expect(world.inbox(carmen).map((delivered) => delivered.template)).toEqual(['matching.askMentor', 'matching.reminder', 'matching.ranOut']);
  });

  it('reaches the coordinators in one message, however many ran out, and stands in the status (C3)', async () => {
    for (let index = 0; index < 3; index++) {
      await world.join(await world.person(`Mentee ${index}`), 'mentee');
      await world.join(await world.person(`Mentor ${index}`), 'mentor');
    }
    await publish();
    await world.advance(9 * DAY);
    expect(world.inbox(anna).map((delivered) => delivered.text)).toEqual([expect.stringContaining('4 proposals in Autumn 2026 have passed their time')]);
    const status = world.words(await world.command(anna, '/match status'));
    expect(status).toContain('Time passed without an answer');
    expect(status).toContain('Bo Rosenstråhle and Carmen Iturralde, Monday 7 September');
  });
});

describe('a late, doubled or strange press', () => {
  it('shows how it stands and changes nothing', async () => {
    await publish();
    const asked = last(bo);
    await press(bo, 'matching.menteeYes');
    const again = await world.click(bo, asked, 'matching.menteeYes');
    expect(again.kind).toBe('done');
    expect(world.words(again)).toContain('Tack för ditt ja');
    expect(world.words(await world.click(bo, asked, 'matching.menteeNo'))).toContain('Tack för ditt ja');
    await world.deliver();
    expect((await theProposal()).state).toBe('asked_mentor');
    expect(world.inbox(carmen)).toHaveLength(1);
  });

  it('after the end is met kindly', async () => {
    await publish();
    const asked = last(bo);
    await world.advance(9 * DAY);
    expect(world.words(await world.click(bo, asked, 'matching.menteeYes'))).toContain('gäller inte längre');
    expect((await theProposal()).state).toBe('expired');
  });

  it('by somebody else, or by the mentor before the time, finds nothing', async () => {
    await publish();
    const { id } = await theProposal();
    for (const action of ['matching.menteeYes', 'matching.menteeNo', 'matching.mentorYes', 'matching.mentorNo', 'matching.read']) {
      for (const person of [anna, carmen]) expect((await world.act(person, action, { proposal: id })).kind, `${action} by ${person.name}`).toBe('refused');
    }
    expect((await world.act(bo, 'matching.mentorYes', { proposal: id })).kind).toBe('refused');
    expect((await theProposal()).state).toBe('asked_mentee');
  });

  it('can be answered from the page as well, by page', async () => {
    await publish();
    const { id } = await theProposal();
    const page = await world.act(bo, 'matching.read', { proposal: id });
    expect(world.words(page)).toContain('Någon som kan passa dig');
    const reply = await world.click(bo, page, 'matching.menteeYes');
    expect(reply.answer).toBeDefined();
    expect(world.words(reply)).toContain('Tack för ditt ja');
    await world.deliver();
    expect(last(bo).text).toContain('Tack för ditt ja');
  });
});

describe('places (C7)', () => {
  it('lets a mentor with two places have two mentees, and a third has to wait', async () => {
    await withPlaces(2);
    for (const name of ['Mentee 1', 'Mentee 2']) await world.join(await world.person(name), 'mentee', { profile: { languages: ['es'] } });
    await publish();
    expect(await world.tx((tx) => tx.proposals.count({ mentorId: mentor.id }))).toBe(2);
    expect(world.words(await world.command(anna, '/match preview'))).toContain(
      'those who would suit have no place left in this round. One more place with Carmen Iturralde would help.',
    );
  });

  it('turns away a yes for which there is no place any more, and says how to make one', async () => {
    const other = await world.join(await world.person('Dora'), 'mentee', { profile: { languages: ['es'] } });
    await world.pair(other, mentor);
    const at = world.clock.now();
    const proposal = {
      id: world.ids.next(),
      cohortId: world.cohort.id,
      menteeId: mentee.id,
      mentorId: mentor.id,
      state: 'asked_mentor',
      score: 1,
      reasons: [],
    } as const;
    const times = { askedAt: at, remindAt: null, expiresAt: at, closedAt: null, publishedBy: anna.id, runId: null, createdAt: at };
    await world.tx(async (tx) => tx.proposals.put({ ...proposal, ...times }));
    const reply = await world.act(carmen, 'matching.mentorYes', { proposal: proposal.id });
    expect(reply.kind).toBe('refused');
    expect(world.words(reply)).toContain('Tu única plaza está ocupada');
    expect(await world.tx((tx) => tx.pairs.count({}))).toBe(1);
    await withPlaces(2);
    expect((await world.act(carmen, 'matching.mentorYes', { proposal: proposal.id })).kind).toBe('done');
    expect(await world.tx((tx) => tx.pairs.count({}))).toBe(2);
  });
});

describe('leaving', () => {
  const leave = (participation: Participation) => world.tx((tx) => withdrawProposalsOf(tx, participation.id, world.clock.now(), world.ids));

  it('by the mentee before the mentor was asked tells nobody', async () => {
    await publish();
    await leave(mentee);
    await world.advance(10 * DAY);
    expect((await theProposal()).state).toBe('withdrawn');
    expect(world.inbox(carmen)).toEqual([]);
    expect(last(bo).text).toContain('gäller inte längre');
  });

  it('by either afterwards is told to the other as kindly as a no, and no reminder follows', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await leave(mentor);
    await world.advance(10 * DAY);
    expect(last(bo).template).toBe('matching.notThisTime');
    expect(world.inbox(carmen)).toHaveLength(1);
    expect(last(carmen).text).toContain('ya no está abierta');
  });

  it('by a mentee tells the mentor who was asked', async () => {
    await publish();
    await press(bo, 'matching.menteeYes');
    await leave(mentee);
    await world.deliver();
    expect(last(carmen).text).toContain('no ha salido esta vez');
  });
});
