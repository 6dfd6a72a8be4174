// Several processes and impatient people: whatever happens at the same moment, the outcome is one of those that happen one after the other.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Intent, Reply } from '../../../src/bot/actions/dispatch.ts';
import type { Database } from '../../../src/runtime/store/database.ts';
import { DATABASES } from '../../support/databases.ts';
import { buttonsOf } from '../../support/world.ts';
import { claimed, codeOn, createCrossing, type Crossing, linked, type Standing, type Visitor } from './crossing.ts';
import { pointersTo } from './histories.ts';

const ROUNDS = 8;

describe.each(DATABASES)('at the same moment, on $name', ({ name, open }) => {
  let database: Database;
  let crossing: Crossing;
  let slack: Visitor;
  let teams: Visitor;
  const rounds = Array.from({ length: name === 'PGlite' ? 2 : ROUNDS }, (_, index) => index);

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(() => anew());

  async function anew(): Promise<void> {
    crossing = await createCrossing(database);
    slack = crossing.visitor('slack', 'U1', { name: 'Ada' });
    teams = crossing.visitor('teams', 'a1', { name: 'Ada' });
  }
  const everyone = () => crossing.world.tx((tx) => tx.people.find({}));
  const confirming = (asked: Standing) => ({ action: 'people.confirm', token: tokenOn(asked, 'people.confirm') });
  const kinds = (replies: readonly Reply[]) => replies.map((reply) => reply.kind).sort();

  it('of two accounts that claim a code one has it', async () => {
    for (const _ of rounds) {
      await anew();
      const others = ['a1', 'a2'].map((id) => crossing.visitor('teams', id, { name: 'Ada' }));
      const code = codeOn(await slack.type('/mentor link'));
      const pages = await Promise.all(others.map((one) => one.type(`/mentor link ${code}`)));
      const replies = await Promise.all(others.map((one, index) => one.press(pages[index], 'people.claim')));
      expect(kinds(replies)).toEqual(['done', 'refused']);
      await crossing.deliver();
      expect(slack.box).toHaveLength(1);
    }
  });

  it('two codes of one person are one', async () => {
    for (const _ of rounds) {
      await anew();
      await slack.type('/mentor help');
      const codes = (await Promise.all([slack.type('/mentor link'), slack.type('/mentor link')])).map(codeOn);
      const answers = [];
      for (const code of codes) answers.push(await teams.type(`/mentor link ${code}`));
      expect(kinds(answers)).toEqual(['done', 'refused']);
      expect(await crossing.world.tx((tx) => tx.links.find({}))).toHaveLength(1);
    }
  });

  it('a yes that is said twice, and delivered twice, joins once', async () => {
    for (const _ of rounds) {
      await anew();
      const yes = confirming(await claimed(crossing, slack, teams));
      const twice: Pick<Intent, 'action' | 'token' | 'eventId'> = { ...yes, eventId: randomUUID() };
      const replies = await Promise.all([slack.send(twice), slack.send(twice), slack.send(yes)]);
      expect(kinds(replies)).toEqual(['done', 'done', 'done']);
      // Later too, when the one who said it has become another.
      expect((await slack.send(twice)).kind).toBe('done');
      await crossing.deliver();
      expect([(await everyone()).length, teams.box.length]).toEqual([1, 1]);
    }
  });

  it('a yes and a no are one of the two', async () => {
    for (const _ of rounds) {
      await anew();
      const asked = await claimed(crossing, slack, teams);
      await Promise.all([slack.send(confirming(asked)), slack.send({ action: 'people.deny', token: tokenOn(asked, 'people.deny') })]);
      await crossing.deliver();
      const joined = (await everyone()).length === 1;
      expect(teams.box.map(({ text }) => text)).toEqual([expect.stringContaining(joined ? 'You are one person here now' : 'The answer in Slack was no')]);
    }
  });

  it('a person who becomes another loses nothing that they begin, and nothing is left pointing at nobody', async () => {
    for (const round of rounds) {
      await anew();
      const asked = await claimed(crossing, slack, teams);
      const { id } = await teams.person();
      const { cohort } = crossing.world;
      const anna = await crossing.world.person('Anna Lind');
      await crossing.world.grant(anna, 'programme');
      const goal = { title: 'Hold a talk', specific: '', measurable: '', achievable: '', relevant: '', dueOn: '', visibility: 'private' };
      const acts = [
        () => teams.send({ action: 'orientation.begin', input: { cohort: cohort.id } }),
        () => teams.send({ action: 'goals.save', input: goal }),
        () => teams.send({ action: 'meetings.pause', input: { period: 'new', from: '2026-09-02', until: '2026-09-20' } }),
        () => crossing.world.act(anna, 'programme.grant', { programme: crossing.world.programme.id, person: id, role: 'matching' }),
      ];
      const act = acts[round % acts.length];
      const [, reply] = await Promise.all([slack.send(confirming(asked)), act?.()]);
      await crossing.deliver();
      const [people, pointing] = [(await everyone()).map((one) => one.id), await pointersTo(crossing.world, [id])];
      if (!people.includes(id)) expect(pointing).toEqual({});
      // Done is done: it is theirs, whoever they are now.
      if (reply?.kind === 'done' && round % 4 !== 3) expect(Object.keys(await pointersTo(crossing.world, [(await teams.person()).id]))).not.toEqual([]);
      if (reply?.kind === 'refused') expect(round % 4).toBe(3);
    }
  });

  it('of two accounts that part at once one stays', async () => {
    for (const _ of rounds) {
      await anew();
      await linked(crossing, slack, teams);
      const page = await slack.type('/mentor unlink');
      const tokens = buttonsOf(page).map((button) => button.token);
      const replies = await Promise.all(tokens.map((token) => slack.send({ action: 'people.unlink', token })));
      expect(kinds(replies).filter((kind) => kind === 'done')).toHaveLength(1);
      expect(await crossing.world.tx((tx) => tx.accounts.find({}))).toHaveLength(1);
    }
  });
});

function tokenOn(standing: Standing, action: string): string {
  const button = buttonsOf({ kind: 'done', answer: standing.message }).find((one) => one.action === action);
  if (!button) throw new Error(`no button ${action}`);
  return button.token;
}
