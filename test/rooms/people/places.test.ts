// Somebody in several chats: where they are written to, what stands elsewhere, and how accounts part again.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../../src/mentoring/store.ts';
import { accountsOf } from '../../../src/runtime/reception/accounts.ts';
import { type Database, openDatabase } from '../../../src/runtime/store/database.ts';
import { buttonsOf } from '../../support/world.ts';
import { createCrossing, type Crossing, linked, type Visitor } from './crossing.ts';

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
  slack = crossing.visitor('slack', 'U1', { name: 'Ada Ek' });
  teams = crossing.visitor('teams', 'a1', { name: 'Ada Ek' });
  await linked(crossing, slack, teams);
});

const last = (visitor: Visitor) => visitor.box.at(-1)?.text ?? '';
const counts = () => [slack.box.length, teams.box.length];

/** A message to the person, such as any room sends. */
async function tell(of: Partial<Post> = {}): Promise<void> {
  const { id } = await slack.person();
  const post = { to: { person: id }, template: 'home.welcomed', args: {}, kind: 'decision', topic: `welcome:${id}`, ...of } as const;
  await crossing.world.tx(async (tx) => tx.post(post));
  await crossing.deliver();
}

describe('a person in two chats', () => {
  it('is written to where it was before, until they choose the other, by a button or by its name', async () => {
    await tell();
    expect(counts()).toEqual([2, 1]);
    const reply = await teams.press(teams.box[0], 'people.place', /^Write to me in Microsoft Teams$/);
    expect(teams.words(reply)).toContain('I write to you in Microsoft Teams.');
    await tell();
    expect(counts()).toEqual([2, 2]);
    expect(slack.words(await slack.type('/mentor place slack'))).toContain('I write to you in Slack.');
    await tell();
    expect(counts()).toEqual([3, 2]);
  });

  it('sees in both what has been chosen, and can choose there again', async () => {
    await slack.press(slack.box[0], 'people.place');
    await crossing.deliver();
    for (const one of [slack, teams]) {
      expect(one.box[0]?.text).toContain('I write to you in Microsoft Teams.');
      expect(buttonsOf({ kind: 'done', ...(one.box[0] ? { answer: one.box[0].message } : {}) }).map((button) => button.label)).toEqual([
        'Write to me in Slack',
      ]);
    }
  });

  it('can look without changing, and is told kindly where they have no account', async () => {
    const page = slack.words(await slack.type('/mentor place'));
    expect(page).toContain('You are one person here, in Slack and Microsoft Teams. You can write to me in any of them.');
    const wrong = await slack.type('/mentor place the moon');
    expect([wrong.kind, slack.words(wrong)]).toEqual(['refused', expect.stringContaining('You have no account here in “the moon”.')]);
    expect(slack.words(wrong)).toContain('[Write to me in Microsoft Teams]');
    expect(await slack.person()).toMatchObject({ prefers: 'slack' });
  });

  it('has what stands in the one chat drawn anew there, wherever new messages go', async () => {
    const asked = { template: 'people.linked', args: { link: (await crossing.world.tx((tx) => tx.links.find({})))[0]?.id ?? '' }, topic: 'standing' };
    await tell(asked);
    await teams.type('/mentor place teams');
    await crossing.deliver();
    const drawn = slack.box.at(-1)?.drawn;
    await crossing.world.tx(async (tx) => tx.refresh('standing'));
    await crossing.deliver();
    expect([slack.box.at(-1)?.drawn, last(slack).includes('I write to you in Microsoft Teams.')]).toEqual([(drawn ?? 0) + 1, true]);
  });

  it('has one account here where they are alone', async () => {
    const bo = crossing.visitor('teams', 'b1', { name: 'Bo' });
    const page = bo.words(await bo.type('/mentor place'));
    expect(page).toContain('You are here in Microsoft Teams only, and that is where I write to you.');
    expect(bo.words(await bo.type('/mentor unlink'))).toContain('You have only one account here, in Microsoft Teams');
    const own = await bo.account();
    expect((await bo.send({ action: 'people.unlink', input: { account: own?.id } })).kind).toBe('refused');
    expect(await bo.account()).toEqual(own);
  });
});

describe('an account that is lost', () => {
  const alarms = async () =>
    (await crossing.world.store.prisma.message.findMany({ where: { tenantId: crossing.world.tenantId, template: 'programme.unreachable' } })).length;

  beforeEach(async () => {
    const anna = await crossing.world.person('Anna Lind');
    await crossing.world.grant(anna, 'programme');
    await crossing.world.join(await slack.person(), 'mentee');
  });

  it('alarms nobody while there is another: what waited comes there, and what follows', async () => {
    crossing.answers.slack.push({ outcome: 'never', fault: 'account_inactive' });
    await tell();
    await tell({ kind: 'nudge', topic: 'nudge' });
    expect([counts(), await alarms(), (await slack.account())?.reachable]).toEqual([[1, 3], 0, false]);
    expect([...new Set(await crossing.states())]).toEqual(['sent']);
  });

  it('is where messages go again once the person acts there', async () => {
    crossing.answers.slack.push({ outcome: 'never', fault: 'account_inactive' });
    await tell();
    await slack.type('/mentor place');
    await tell();
    expect(counts()).toEqual([2, 2]);
  });

  it('alarms the coordinators with the last one, once', async () => {
    crossing.answers.slack.push({ outcome: 'never', fault: 'account_inactive' });
    crossing.answers.teams.push({ outcome: 'never', fault: 'blocked' });
    await tell();
    await tell();
    expect([counts(), await alarms()]).toEqual([[1, 1], 1]);
    expect(await crossing.states()).toEqual(expect.arrayContaining(['dead']));
  });

  it('alarms nobody either where the platform says so unasked', async () => {
    const accounts = accountsOf({ ...crossing.world, committed: () => undefined });
    await accounts.changed(crossing.world.tenantId, { platform: 'slack', externalId: 'U1', profile: null });
    expect([(await slack.account())?.reachable, await alarms()]).toEqual([false, 0]);
    await accounts.changed(crossing.world.tenantId, { platform: 'teams', externalId: 'a1', profile: null });
    expect(await alarms()).toBe(1);
  });
});

describe('parting', () => {
  const parting = async (from: Visitor, place: RegExp) => from.press(await from.type('/mentor unlink'), 'people.unlink', place);

  it('takes one account away and leaves everything with the other', async () => {
    const before = await slack.person();
    await crossing.world.join(before, 'mentee');
    const reply = await parting(slack, /Microsoft Teams/);
    expect(slack.words(reply)).toContain('The account in Microsoft Teams goes its own way from now on.');
    expect([await teams.account(), await slack.person()]).toEqual([undefined, before]);
    await crossing.deliver();
    expect(slack.box[0]?.text).toContain('These accounts were one for a while. Now each goes its own way.');
  });

  it('makes the other place the one where messages come', async () => {
    await parting(teams, /Slack/);
    expect(await teams.person()).toMatchObject({ prefers: 'teams' });
    const { id } = await teams.person();
    await crossing.world.tx(async (tx) => tx.post({ to: { person: id }, template: 'home.welcomed', args: {}, kind: 'decision', topic: 't' }));
    await crossing.deliver();
    expect(counts()).toEqual([1, 2]);
  });

  it('works in the account that goes, and says so; whoever writes there again begins as somebody new', async () => {
    const before = await slack.person();
    const page = await slack.type('/mentor unlink');
    const reply = await slack.press(page, 'people.unlink', /Slack/);
    expect(slack.words(reply)).toContain('This account goes its own way from now on. All that you had here stays in Microsoft Teams.');
    expect(await teams.person()).toMatchObject({ id: before.id, prefers: 'teams' });
    // What was made for the person one was before is no longer one’s own.
    expect((await slack.press(page, 'people.unlink', /Microsoft/)).kind).toBe('refused');
    await slack.type('/mentor help');
    expect((await slack.person()).id).not.toBe(before.id);
    expect((await slack.press(slack.box[0], 'people.place')).kind).toBe('refused');
    expect(await teams.person()).toMatchObject({ id: before.id, prefers: 'teams' });
  });

  it('can be undone with a new code', async () => {
    await parting(slack, /Slack/);
    await linked(crossing, teams, slack);
    expect((await slack.account())?.personId).toBe((await teams.account())?.personId);
  });

  it('is nobody else’s to do', async () => {
    const bo = crossing.visitor('web', 'bo', { name: 'Bo' });
    const account = await slack.account();
    const reply = await bo.send({ action: 'people.unlink', input: { account: account?.id } });
    expect([bo.words(reply), await slack.account()]).toEqual(['This is not yours to open, or it is no longer here.', account]);
  });
});
