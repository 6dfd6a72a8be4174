// What the profile asks only where the programme's matching uses it (S4.80), in forms and in lists; and that nobody else is told.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../../src/bot/texts/catalogue.ts';
import { wordsOf } from '../../../src/bot/texts/format.ts';
import { LANGUAGES } from '../../../src/bot/texts/language.ts';
import { summaryOf } from '../../../src/mentoring/matching/summary/anonymous.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/mentoring/matching/settings/settings.ts';
import { MAX } from '../../../src/mentoring/orientation/forms.ts';
import { EMPTY_PROFILE, LEVELS, MEETS, type Profile } from '../../../src/mentoring/orientation/participation.ts';
import { completeness } from '../../../src/mentoring/orientation/rules.ts';
import type { Person } from '../../../src/mentoring/people/index.ts';
import { columnOf, levelOf, meetsOf } from '../../../src/mentoring/programme/columns.ts';
import { readRoll } from '../../../src/mentoring/programme/roll.ts';
import { FURTHER_BOUNDS } from '../../../src/mentoring/programme/row-further.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { createWorld, formOf, type World } from '../../support/world.ts';

const ASKED = ['level', 'unit', 'manager', 'place', 'meets'] as const;
const ALL: Settings = {
  ...DEFAULT_SETTINGS,
  weights: { ...DEFAULT_SETTINGS.weights, place: 3, seniority: 2 },
  rules: { ...DEFAULT_SETTINGS.rules, manager: true, unit: true },
};

let asked: string[] = [];
let database: Database;
let world: World;
let bo: Person;

beforeAll(async () => {
  database = await openDatabase({ memory: true }, (sql) => void (/^\s*(BEGIN|COMMIT|ROLLBACK|--)/i.test(sql) ? 0 : asked.push(sql)));
});
beforeEach(async () => {
  world = await createWorld({ database });
  bo = await world.person('Bo Ek');
});
afterAll(() => database.close());

let versions = 0;
const uses = (settings: Settings) =>
  world.tx(async (tx) => {
    const row = { id: world.ids.next(), programmeId: world.programme.id, number: ++versions, settings, createdBy: bo.id };
    tx.weighings.put({ ...row, createdAt: world.clock.now() });
  });
const profile = () => world.tx(async (tx) => (await tx.participations.find({ personId: bo.id }))[0]?.profile);

async function pages(fields: Record<string, unknown> = {}, further: Record<string, unknown> = {}) {
  const about = await world.click(bo, await world.command(bo, '/mentor join'), 'orientation.begin');
  const wants = await world.submit(bo, about, { role: 'mentee', ...fields });
  const partner = wants.kind === 'done' ? await world.submit(bo, wants, { help: ['goals'] }) : wants;
  const review = partner.kind === 'done' ? await world.submit(bo, partner, { languages: ['en'], ...further }) : partner;
  return { about, wants, partner, review };
}
const names = (reply: Awaited<ReturnType<typeof pages>>['about']) => formOf(reply).inputs.map((input) => input.name);

describe('the pages of the profile', () => {
  it('ask for nothing more where nothing more counts', async () => {
    const { about, partner } = await pages();
    for (const name of ASKED) expect([...names(about), ...names(partner)]).not.toContain(name);
  });

  it('ask for all that counts, say why, and need no answer', async () => {
    await uses(ALL);
    const { about, wants, partner, review } = await pages();
    expect(names(about)).toEqual(['role', 'experience', 'employer', 'title', 'email', 'level', 'unit', 'manager']);
    expect(names(wants)).toEqual(['help', 'topics', 'challenges', 'interests']);
    expect(names(partner)).toEqual(['languages', 'ideal', 'wishes', 'slots', 'timeZone', 'place', 'meets']);
    for (const input of [...formOf(about).inputs, ...formOf(partner).inputs].filter(({ name }) => (ASKED as readonly string[]).includes(name))) {
      expect(input.required, input.name).not.toBe(true);
      expect(input.help, input.name).toBeTruthy();
    }
    expect(world.words(about)).toContain('So that you are not matched with your own manager. Nobody sees it.');
    expect(review.kind).toBe('done');
    expect(await profile()).toMatchObject({ level: '', unit: '', manager: '', place: '', meets: '' });
  });

  it('keep what is told, show it again, and let it be taken back', async () => {
    await uses(ALL);
    await pages({ level: 'some', unit: 'Care', manager: 'Eva.Berg@Example.org' }, { place: 'Örebro', meets: 'either' });
    expect(await profile()).toMatchObject({ level: 'some', unit: 'Care', manager: 'eva.berg@example.org', place: 'Örebro', meets: 'either' });
    const [mine] = await world.tx((tx) => tx.participations.find({ personId: bo.id }));
    const again = await world.act(bo, 'orientation.edit', { participation: mine?.id, step: 1 });
    expect(Object.fromEntries(formOf(again).inputs.map(({ name, value }) => [name, value]))).toMatchObject({ level: 'some', unit: 'Care' });
    await world.submit(bo, again, { level: 'none', unit: '', manager: '', next: 'later' });
    expect(await profile()).toMatchObject({ level: '', unit: '', manager: '', place: 'Örebro' });
  });

  it('leave alone what is no longer asked', async () => {
    await uses(ALL);
    await pages({ level: 'leading', unit: 'Care' }, { place: 'Örebro', meets: 'online' });
    await uses(DEFAULT_SETTINGS);
    const [mine] = await world.tx((tx) => tx.participations.find({ personId: bo.id }));
    for (const step of [1, 3]) {
      const form = await world.act(bo, 'orientation.edit', { participation: mine?.id, step });
      for (const name of ASKED) expect(names(form)).not.toContain(name);
      await world.submit(bo, form, { next: 'later' });
    }
    expect(await profile()).toMatchObject({ level: 'leading', unit: 'Care', place: 'Örebro', meets: 'online' });
  });

  it('say kindly at the field what is no address, or not in the list, and change nothing', async () => {
    await uses(ALL);
    const { about, wants } = await pages({ manager: 'eva', unit: 'Care' });
    expect(wants).toMatchObject({ kind: 'refused', fields: { manager: expect.stringContaining('e-mail address') } });
    expect((await world.submit(bo, about, { role: 'mentee', level: 'king' })).fields).toHaveProperty('level');
    expect((await profile())?.unit).toBe('');
  });

  it('cost one query more, and none on the second page', async () => {
    const looked: number[] = [];
    const step = async (work: () => ReturnType<World['act']>) => {
      asked = [];
      const reply = await work();
      expect(reply.kind).toBe('done');
      looked.push(asked.filter((sql) => sql.includes('"Weighing"')).length);
      return reply;
    };
    const join = await world.command(bo, '/mentor join');
    const about = await step(() => world.click(bo, join, 'orientation.begin'));
    const wants = await step(() => world.submit(bo, about, { role: 'mentee' }));
    await step(() => world.submit(bo, wants, { help: ['goals'] }));
    const [mine] = await world.tx((tx) => tx.participations.find({ personId: bo.id }));
    for (const page of [1, 2, 3]) await step(() => world.act(bo, 'orientation.edit', { participation: mine?.id, step: page }));
    expect(looked).toEqual([1, 0, 1, 1, 0, 1]);
  });

  it('count for no completeness: nobody is pressed', () => {
    const filled = { role: 'mentee', email: null } as const;
    const told: Profile = { ...EMPTY_PROFILE, level: 'some', unit: 'Care', manager: 'e@example.org', place: 'Lund', meets: 'online' };
    expect(completeness({ ...filled, profile: told })).toEqual(completeness({ ...filled, profile: EMPTY_PROFILE }));
  });
});

describe('the other side', () => {
  it('reads nothing of these, neither as an answer nor in what was written (S4.21)', () => {
    const told: Profile = {
      ...EMPTY_PROFILE,
      ...{ level: 'leading', unit: 'Barnkliniken', manager: 'karin.berg@example.org', place: 'Karlshamn', meets: 'person', languages: ['sv'] },
      experience: 'Jag arbetar på barnkliniken i karlshamn, där Karin är chef. Karin Berg anställde mig och skriver som karin.berg@example.org.',
      challenges: 'I run the BARNKLINIKEN ward in Karlshamn and learn to lead.',
    };
    const read = (of: Profile) => {
      const blocks = summaryOf({ profile: of, role: 'mentor', name: 'Bo Ek', names: ['Bo Ek'], common: new Map() });
      const words = blocks.flatMap((block) => (block.block === 'facts' ? block.facts.map(({ value }) => value) : []));
      return words.map((value) => wordsOf(value, { language: 'sv', timeZone: 'UTC', terms: {}, names: new Map() })).join('\n');
    };
    expect(read({ ...told, unit: '', place: '', manager: '' })).toMatch(/barnkliniken i karlshamn/);
    const text = read(told);
    expect(text).not.toMatch(/barnklin|karlshamn|karin|berg|leder människor|på plats/i);
    expect(text).toContain('learn to lead');
  });

  it('is told nothing of these after the second yes either', async () => {
    const mia = await world.person('Mia Ström');
    const secret = { level: 'leading', unit: 'Barnkliniken', manager: 'karin.berg@example.org', place: 'Karlshamn', meets: 'person' } as const;
    const mentee = await world.join(bo, 'mentee', { profile: secret });
    const mentor = await world.join(mia, 'mentor', { profile: secret });
    const pair = await world.pair(mentee, mentor);
    for (const person of [bo, mia])
      await world.tx(async (tx) => {
        const post = { to: { person: person.id }, template: 'matching.reveal', args: { proposal: pair.proposalId }, kind: 'decision' } as const;
        tx.post({ ...post, topic: `pair:${pair.id}` });
      });
    await world.deliver();
    for (const person of [bo, mia]) {
      const [letter] = world.inbox(person);
      expect(letter?.text).toContain('is your');
      expect(letter?.text).not.toMatch(/Barnkliniken|Karlshamn|karin|leading people|in person/);
    }
  });
});

describe('a list of people', () => {
  const read = (head: string, row: string) => {
    const roll = readRoll(`name,email,role,${head}\nBo,bo@example.org,mentee,${row}`);
    if ('refused' in roll) throw new Error('refused');
    return roll;
  };

  it.each([
    ['level,unit,manager,place,meets', 'some,Care,Eva@Example.org,Lund,online'],
    ['Nivå,Enhet,Chefens e-post,Ort,Sätt att ses', 'har jobbat några år,Care,eva@example.org,Lund,på nätet'],
    ['Nivel,Unidad,Correo de quien dirige,Lugar,Forma de verse', 'llevo unos años,Care,eva@example.org,Lund,por internet'],
  ])('takes them along in any language: %s', (head, row) => {
    const told = { level: 'some', unit: 'Care', manager: 'eva@example.org', place: 'Lund', meets: 'online' };
    expect(read(head, row).newcomers).toMatchObject([{ profile: told }]);
  });

  it('knows each column and each word by the names that the pages show', () => {
    for (const language of LANGUAGES) {
      for (const column of ASKED) expect(columnOf(CATALOGUES[language][`orientation.column.${column}`]), `${language} ${column}`).toBe(column);
      for (const level of LEVELS) expect(levelOf(CATALOGUES[language][`orientation.level.${level}`])).toBe(level);
      for (const meets of MEETS) expect(meetsOf(CATALOGUES[language][`orientation.meets.${meets}`])).toBe(meets);
    }
    expect(FURTHER_BOUNDS).toEqual({ unit: MAX.line, place: MAX.line });
  });

  it('names what is wrong, and what would be right', () => {
    const why = (head: string, row: string) =>
      read(head, row).faults.flatMap((fault) => fault.why.map((one) => wordsOf(one, { language: 'en', timeZone: 'UTC', terms: {}, names: new Map() })));
    expect(why('level', 'boss')).toEqual([expect.stringMatching(/“boss” is not a level: write one of studying or just starting, a few years in, .* or /)]);
    expect(why('meets', 'never')).toEqual(['“never” is not a way to meet: write one of in person, online and either is fine']);
    expect(why('manager', 'Eva')).toEqual(['“Eva” is not an e-mail address of a manager']);
    expect(why('unit', 'x'.repeat(121))).toEqual(['Unit is longer than 120 characters']);
  });
});
