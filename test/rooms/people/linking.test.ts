// One person with accounts in several chats: a code typed in the other one, a yes in each, and kind words wherever it does not work.

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { DAY, instantOf, MINUTE } from '../../../src/time.ts';
import { claimed, codeOn, createCrossing, type Crossing, linked, type Visitor } from './crossing.ts';
import { begin, type History, HISTORIES, pointersTo } from './histories.ts';

let database: Database;
let crossing: Crossing;
let slack: Visitor;
let teams: Visitor;

beforeAll(async () => {
  database = await openDatabase({ memory: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  crossing = await createCrossing(database);
  slack = crossing.visitor('slack', 'U0ADA', { name: 'Ada Ek', email: 'ada@example.org' });
  teams = crossing.visitor('teams', 'aad-ada', { name: 'Ada Ek (IT)' });
});

const pass = (ms: number) => crossing.world.clock.set(instantOf(crossing.world.clock.now() + ms));
const everyone = () => crossing.world.tx((tx) => tx.people.find({}));
const last = (visitor: Visitor) => visitor.box.at(-1)?.text ?? '';
async function apart(one = slack, other = teams): Promise<boolean> {
  return (await one.account())?.personId !== (await other.account())?.personId;
}

describe('two accounts of one person', () => {
  it('become one by a code that is typed in the other, and a yes in each', async () => {
    const reply = await slack.type('/mentor link');
    const code = codeOn(reply);
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(slack.words(reply)).toContain('Write this to me there, for example in Microsoft Teams:');
    expect(slack.words(reply)).toContain('until Tuesday 1 September 10:15 am');

    const page = await teams.type(`link ${code.toLowerCase().replace('-', ' ')}`);
    expect(teams.words(page)).toContain('This code was made by Ada Ek in Slack.');
    expect([await apart(), slack.box, teams.box]).toEqual([true, [], []]);

    expect(teams.words(await teams.press(page, 'people.claim'))).toContain('I have asked in Slack too.');
    await crossing.deliver();
    expect(last(slack)).toContain('Ada Ek (IT) in Microsoft Teams has typed your code. Is that you?');
    expect([await apart(), teams.box]).toEqual([true, []]);

    await slack.press(slack.box.at(-1), 'people.confirm');
    expect(last(slack)).toContain('You are one person here now, in Slack and Microsoft Teams');
    await crossing.deliver();
    expect(last(teams)).toContain('You are one person here now, in Slack and Microsoft Teams');
    for (const one of [slack, teams]) expect(last(one)).toContain('I write to you in Slack.');
    expect([await apart(), (await everyone()).map((one) => [one.name, one.email, one.prefers])]).toEqual([false, [['Ada Ek', 'ada@example.org', 'slack']]]);
    expect([slack.box.length, teams.box.length]).toEqual([1, 1]);
  });

  it.each([
    ['sv', 'Nu är du en och samma person här, i Slack och Microsoft Teams', 'Jag skriver till dig i Slack.'],
    ['es', 'Ahora eres una sola persona aquí, en Slack y Microsoft Teams', 'Te escribo en Slack.'],
  ] as const)('are told in the person’s own language (%s)', async (locale, one, where) => {
    const [first, second] = [crossing.visitor('slack', 'U1', { name: 'Bo', locale }), crossing.visitor('teams', 'a1', { name: 'Bo', locale })];
    await linked(crossing, first, second);
    for (const visitor of [first, second]) expect(last(visitor)).toContain(one);
    for (const visitor of [first, second]) expect(last(visitor)).toContain(where);
  });

  it('may be three, one after the other', async () => {
    const web = crossing.visitor('web', 'ada', { name: 'Ada' });
    await linked(crossing, slack, teams);
    await linked(crossing, web, teams);
    expect([await apart(), await apart(slack, web), (await everyone()).length]).toEqual([false, false, 1]);
    expect(last(teams)).toContain('in Slack, Microsoft Teams and the browser');
  });

  it('leave no trace of the code where it is kept', async () => {
    const code = codeOn(await slack.type('/mentor link'));
    await teams.type(`/mentor link ${code}`);
    const dump = await everything(database);
    expect(dump).toContain('Ada Ek');
    for (const written of [code, code.replace('-', ''), code.toLowerCase()]) expect(dump).not.toContain(written);
  });
});

describe('kind words, and nothing changed, for', () => {
  const refusal = async (visitor: Visitor, line: string) => {
    const before = await everyone();
    const reply = await visitor.type(line);
    expect([reply.kind, (await everyone()).filter((one) => before.some(({ id }) => id === one.id))]).toEqual(['refused', before]);
    return visitor.words(reply);
  };

  it('a wrong code', async () => {
    await slack.type('/mentor link');
    const wrong = /I do not know this code\. It has eight letters and digits/;
    for (const line of ['/mentor link ABCD-EFGH', '/mentor link nonsense', '/mentor link 1']) expect(await refusal(teams, line)).toMatch(wrong);
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/), async (typed) => {
        expect(await refusal(teams, `/mentor link ${typed}`)).toMatch(wrong);
      }),
      { numRuns: 12 },
    );
  });

  it('an expired code, from the sixteenth minute on, also on a page that was opened before', async () => {
    const code = codeOn(await slack.type('/mentor link'));
    pass(15 * MINUTE - 1);
    const page = await teams.type(`/mentor link ${code}`);
    expect(page.kind).toBe('done');
    pass(1);
    expect(await refusal(teams, `/mentor link ${code}`)).toContain('The time of this code has passed');
    expect(teams.words(await teams.press(page, 'people.claim'))).toContain('The time of this code has passed');
    await crossing.deliver();
    expect(slack.box).toEqual([]);
  });

  it('an earlier code than the newest', async () => {
    const [first, second] = [codeOn(await slack.type('/mentor link')), codeOn(await slack.type('/mentor link'))];
    expect(await refusal(teams, `/mentor link ${first}`)).toContain('I do not know this code');
    expect((await teams.type(`/mentor link ${second}`)).kind).toBe('done');
  });

  it('one’s own code, in the account in which it was made, and in one that is linked already', async () => {
    const code = codeOn(await slack.type('/mentor link'));
    expect(await refusal(slack, `/mentor link ${code}`)).toContain('This is your own code, and you are where it was made.');
    await linked(crossing, slack, teams);
    const again = codeOn(await slack.type('/mentor link'));
    expect(await refusal(teams, `/mentor link ${again}`)).toContain('These accounts are one already.');
  });

  it('the code of an organisation that is not one’s own', async () => {
    const other = await createCrossing(database);
    const code = codeOn(await other.visitor('slack', 'U9', { name: 'Eva' }).type('/mentor link'));
    expect(await refusal(teams, `/mentor link ${code}`)).toContain('I do not know this code');
  });

  it('somebody else’s code: the one who made it says no, and the other hears of it', async () => {
    const bo = crossing.visitor('teams', 'aad-bo', { name: 'Bo Alm' });
    const asked = await claimed(crossing, slack, bo);
    expect(asked.text).toContain('Bo Alm in Microsoft Teams has typed your code.');
    await slack.press(asked, 'people.deny');
    await crossing.deliver();
    expect(last(slack)).toContain('You have said that it is not you. Nothing has changed, and the code no longer counts.');
    expect(last(bo)).toContain('The answer in Slack was no, so nothing has changed.');
    expect([await apart(slack, bo), (await everyone()).length]).toEqual([true, 2]);
    // A no is a no: neither the old question nor the code bring it back.
    expect((await slack.send({ action: 'people.confirm', input: { link: (await links())[0]?.id } })).kind).toBe('refused');
    expect(await apart(slack, bo)).toBe(true);
  });

  it('a code that two accounts claim: the first who confirms has it, the second is told', async () => {
    const bo = crossing.visitor('teams', 'aad-bo', { name: 'Bo Alm' });
    const code = codeOn(await slack.type('/mentor link'));
    const [first, second] = [await teams.type(`/mentor link ${code}`), await bo.type(`/mentor link ${code}`)];
    await teams.press(first, 'people.claim');
    expect(bo.words(await bo.press(second, 'people.claim'))).toContain('This code has been used already, so nothing has changed here.');
    expect(await refusal(bo, `/mentor link ${code}`)).toContain('This code has been used already');
    await crossing.deliver();
    await slack.press(slack.box.at(-1), 'people.confirm');
    expect(await refusal(bo, `/mentor link ${code}`)).toContain('This code has been used already');
    expect([await apart(), await apart(slack, bo), slack.box.length]).toEqual([false, true, 1]);
  });

  it('a second account in the same chat', async () => {
    const other = crossing.visitor('slack', 'U0OTHER', { name: 'Ada Ek' });
    const code = codeOn(await slack.type('/mentor link'));
    expect(await refusal(other, `/mentor link ${code}`)).toContain('Both of these have an account in Slack, and one person has only one there.');
  });

  it('two accounts with something to keep in each: when the code is typed, and in the end', async () => {
    await begin(crossing.world, await known(slack), 'goal');
    await begin(crossing.world, await known(teams), 'grant');
    const code = codeOn(await slack.type('/mentor link'));
    expect(await refusal(teams, `/mentor link ${code}`)).toContain('Both accounts take part in something already: a cohort, a goal or a role.');

    const web = crossing.visitor('web', 'ada', { name: 'Ada' });
    const asked = await claimed(crossing, slack, web);
    await begin(crossing.world, await web.person(), 'participation');
    await slack.press(asked, 'people.confirm');
    await crossing.deliver();
    for (const one of [slack, web]) expect(last(one)).toContain('Both accounts take part in something already');
    expect([await apart(slack, web), (await everyone()).length]).toEqual([true, 3]);
  });

  it('a yes that comes a day later', async () => {
    const asked = await claimed(crossing, slack, teams);
    pass(DAY);
    expect(slack.words(await slack.press(asked, 'people.confirm'))).toContain('This question is no longer open, and nothing has changed.');
    expect(await apart()).toBe(true);
  });

  it('a yes in place of whoever made the code', async () => {
    await claimed(crossing, slack, teams);
    const [link] = await links();
    for (const action of ['people.confirm', 'people.deny']) {
      expect(teams.words(await teams.send({ action, input: { link: link?.id } }))).toContain('This is not yours to open');
    }
    expect([await apart(), (await links())[0]?.state]).toEqual([true, 'claimed']);
  });

  it('whatever is pressed twice, or late', async () => {
    const code = codeOn(await slack.type('/mentor link'));
    const page = await teams.type(`/mentor link ${code}`);
    for (let n = 0; n < 2; n++) expect(teams.words(await teams.press(page, 'people.claim'))).toContain('I have asked in Slack too.');
    await crossing.deliver();
    expect(slack.box).toHaveLength(1);
    const asked = { ...slack.box[0] } as (typeof slack.box)[number];
    for (let n = 0; n < 2; n++) expect((await slack.press(asked, 'people.confirm')).kind).toBe('done');
    expect(slack.words(await slack.press(asked, 'people.deny'))).toContain('These accounts are one already.');
    expect(teams.words(await teams.press(page, 'people.claim'))).toContain('These accounts are one already.');
    await crossing.deliver();
    expect([await apart(), slack.box.length, teams.box.length, (await everyone()).length]).toEqual([false, 1, 1, 1]);
  });
});

describe('whoever has something to keep stays, with all of it', () => {
  const kinds = fc.uniqueArray(fc.constantFrom<History>(...HISTORIES), { maxLength: 3 });

  it('whatever it is, on whichever side it lies, and nothing points at the one who is gone', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, kinds, fc.boolean(), async (ofMaker, ofClaimer, backwards) => {
        crossing = await createCrossing(database);
        const both = [crossing.visitor('slack', 'U1', { name: 'Ada' }), crossing.visitor('teams', 'a1', { name: 'Ada' })] as const;
        const [maker, claimer] = backwards ? [both[1], both[0]] : both;
        const [first, second] = [await known(maker), await known(claimer)];
        for (const kind of ofMaker) await begin(crossing.world, first, kind);
        for (const kind of ofClaimer) await begin(crossing.world, second, kind);
        const before = await pointersTo(crossing.world, [first.id, second.id]);
        // Said to both before they are one, and not yet delivered.
        for (const { id } of [first, second]) await crossing.world.tx(async (tx) => tx.post(welcome(id)));

        const code = codeOn(await maker.type('/mentor link'));
        const page = await claimer.type(`/mentor link ${code}`);
        if (ofMaker.length > 0 && ofClaimer.length > 0) {
          expect([page.kind, await pointersTo(crossing.world, [first.id, second.id])]).toEqual(['refused', before]);
          return;
        }
        await claimer.press(page, 'people.claim');
        await crossing.deliver();
        for (const { id } of [first, second]) await crossing.world.tx(async (tx) => tx.post(welcome(id)));
        await maker.press(maker.box.at(-1), 'people.confirm');
        await crossing.deliver();

        const [stays, goes] = ofClaimer.length > 0 ? [second, first] : [first, second];
        expect((await everyone()).map(({ id, formerly }) => [id, formerly])).toEqual([[stays.id, [goes.id]]]);
        expect(await pointersTo(crossing.world, [stays.id])).toEqual(before);
        expect(await pointersTo(crossing.world, [goes.id])).toEqual({});
        expect([...new Set(await crossing.states())]).toEqual(['sent']);
        const [settled, other] = ofClaimer.length > 0 ? [claimer, maker] : [maker, claimer];
        expect(await settled.person()).toMatchObject({ id: stays.id, prefers: settled.platform });
        // Each had a welcome and a word about the two; of the welcomes that waited, both have come to the one place.
        expect([settled.box.length, other.box.length]).toEqual([4, 2]);
      }),
      { numRuns: 12 },
    );
  });

  it('and buttons that were made for the other one work for them', async () => {
    await begin(crossing.world, await known(teams), 'goal');
    const old = await slack.type('/mentor place');
    const home = await slack.type('/mentor');
    await linked(crossing, slack, teams);
    // Slack’s own person is gone: its pages and its question are the other one’s.
    expect((await slack.press(home, 'help.show')).kind).toBe('done');
    expect(old.kind).toBe('done');
    await slack.press(slack.box.at(-1), 'people.place', /Slack/);
    expect(await slack.person()).toMatchObject({ prefers: 'slack' });
    expect(slack.words(await slack.type('/goal'))).toContain('Hold a talk');
  });

  it('also where the other had begun to sign up, once they have taken that back', async () => {
    await begin(crossing.world, await known(slack), 'participation');
    await teams.send({ action: 'orientation.begin', input: { cohort: crossing.world.cohort.id } });
    const code = codeOn(await slack.type('/mentor link'));
    const refused = await teams.type(`/mentor link ${code}`);
    expect(teams.words(refused)).toContain('Where you have only begun to sign up, /mentor withdraw clears the way.');
    await teams.press(await teams.type('/mentor withdraw'), 'orientation.withdraw');
    const { id } = await slack.person();
    await linked(crossing, slack, teams);
    expect((await everyone()).map((one) => one.id)).toEqual([id]);
    expect((await crossing.world.tx((tx) => tx.participations.find({}))).map((one) => [one.personId, one.state])).toEqual([[id, 'ready']]);
  });

  it('keeping what was chosen in either place', async () => {
    await teams.type('/mentor language svenska');
    await linked(crossing, slack, teams);
    expect(await slack.person()).toMatchObject({ name: 'Ada Ek', language: 'sv', chosen: ['language'], email: 'ada@example.org' });
    expect(last(slack)).toContain('Nu är du en och samma person här');
  });
});

const links = () => crossing.world.tx((tx) => tx.links.find({}));

async function known(visitor: Visitor) {
  await visitor.type('/mentor help');
  return visitor.person();
}

function welcome(person: string) {
  return { to: { person }, template: 'home.welcomed', args: {}, kind: 'decision', topic: `welcome:${person}` } as const;
}

/** All rows of all tables, as text. */
async function everything({ prisma }: Database): Promise<string> {
  const tables = await prisma.$queryRawUnsafe<{ name: string }[]>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`);
  const dumps = tables.map(({ name }) => `SELECT coalesce(string_agg(t::text, ''), '') AS dump FROM "${name}" t`);
  const rows = await prisma.$queryRawUnsafe<{ dump: string }[]>(dumps.join(' UNION ALL '));
  return rows.map((row) => row.dump).join('\n');
}
