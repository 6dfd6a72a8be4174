// The Teams that runs here, tried with a tiny bot of Microsoft's own libraries: what a person does arrives whole, and what
// the bot answers is what the person then sees.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTinyBot, type TinyBot } from '../../support/teams/local/tiny-bot.ts';
import { LOCAL, type LocalTeams, startLocalTeams } from '../../support/teams/local-teams.ts';
import { message, PARTNER } from '../../support/teams/payloads.ts';
import type { Person } from '../../support/teams/person.ts';

let teams: LocalTeams;
let bot: TinyBot;
let anna: Person;
let mateo: Person;

beforeAll(async () => {
  teams = await startLocalTeams({
    people: [
      { name: 'anna', realName: 'Anna Lind', locale: 'sv-SE' },
      { name: 'mateo', realName: 'Mateo Rivas', locale: 'es-ES', timeZone: 'Atlantic/Canary', guest: true, email: null },
      { name: 'nemo', realName: 'Nemo Berg', withoutObjectId: true, locale: null },
    ],
  });
  bot = await startTinyBot(teams);
  [anna, mateo] = [teams.person('anna'), teams.person('mateo')];
});
afterEach(() => {
  anna.closes();
  anna.notice = null;
  teams.connector.heal();
});
afterAll(async () => {
  await bot.stop();
  await teams.close();
});

const asked = async () => {
  await anna.types('ask me');
  return anna.sees().messages.length;
};

describe('a person in their own chat', () => {
  it('writes, and reads the answer; nobody else does', async () => {
    await anna.types('Hej & <hå>');
    expect(anna.newest).toBe('heard: ["Hej & <hå>","personal",false]');
    expect(mateo.sees().messages).toEqual([]);
  });

  it('is written to unasked', async () => {
    await mateo.types('hello');
    await bot.writes('mateo', 'Time to meet');
    expect(await mateo.hears('Time')).toBe('Time to meet');
  });

  it('is told of as Teams knows them', async () => {
    await anna.types('who am I');
    expect(JSON.parse(anna.newest)).toMatchObject({ name: 'Anna Lind', email: 'anna@example.org', tenantId: LOCAL.tenant, userRole: 'user' });
    await mateo.types('who am I');
    const told: unknown = JSON.parse(mateo.newest);
    expect(told).toMatchObject({ userRole: 'guest', userPrincipalName: expect.stringContaining('#EXT#') as string });
    expect(told).not.toHaveProperty('email');
    await teams.person('nemo').types('who am I');
    expect(JSON.parse(teams.person('nemo').newest)).not.toHaveProperty('aadObjectId');
  });

  it('is not written to once they have removed the app, and again once they have it back', async () => {
    await mateo.uninstalls();
    await expect(bot.writes('mateo', 'Are you there?')).rejects.toThrow();
    expect(teams.refusals.splice(0)).toEqual([expect.stringMatching(/^POST .*: 403$/)]);
    await mateo.installs();
    expect(await mateo.hears('installed')).toBe('installed: add');
    await bot.writes('mateo', 'There you are');
    expect(mateo.newest).toBe('There you are');
  });
});

describe('a person in a channel', () => {
  const inMentoring = () => teams.inChannel('mentoring').map(({ words }) => words);

  it('writes to the bot by name and mentions people, and the answer stands in the thread for all', async () => {
    await anna.mentions('match @mateo', { channel: 'mentoring' });
    expect(inMentoring()).toEqual(['heard: ["match <at>Mateo Rivas</at>","channel",false]']);
    expect(anna.sees().messages.at(-1)).not.toContain('match');
  });

  it('chooses a command from the menu, which nobody else sees', async () => {
    await anna.slashes('match preview', { channel: 'mentoring' });
    expect(inMentoring().at(-1)).toBe('heard: ["match preview","channel",true]');
  });

  it('adds the app to the team', async () => {
    await anna.installs({});
    expect(teams.inChannel('General').map(({ words }) => words)).toEqual(['installed: add']);
  });
});

describe('a card', () => {
  it('is read as it looks, with its buttons', async () => {
    await asked();
    expect(anna.newest).toBe('Met, yes?\n[Yes]\n[Open]\n[Delete]');
  });

  it('is replaced for whoever pressed it, and stays where it stands', async () => {
    const before = await asked();
    await anna.presses('Yes');
    expect(anna.newest).toBe('Thank you');
    expect(anna.sees().messages).toHaveLength(before);
    await expect(anna.presses('Nothing')).rejects.toThrow('sees no button Nothing');
  });

  it('unfolds a question, and is as the bot changes it afterwards', async () => {
    await asked();
    await anna.presses('Delete');
    expect(anna.newest).toContain('[Delete]\nSure?\n[Do it]');
    await anna.presses('Do it');
    expect(anna.sees()).toMatchObject({ notice: 'Deleted' });
    expect(anna.sees().messages.at(-1)).toBe('Gone');
  });

  it('that Teams could not show is taken down', async () => {
    await anna.types('wrong');
    expect(teams.refusals.splice(0)).toEqual([expect.stringContaining('Nonsense')]);
  });
});

describe('a dialog', () => {
  const opened = async () => {
    await asked();
    await anna.presses('Open');
  };

  it('opens from a card, keeps what is typed, and says what the bot says above a field', async () => {
    await opened();
    anna.fills({ Title: 'short', kind: 'Life', Days: ['Monday', 'friday'], With: 'mateo', By: '2027-01-02', Hours: 3, Sure: true });
    expect(anna.sees().dialog).toContain('Days: Monday, Friday');
    expect(await anna.submits()).toEqual({ title: 'Say more' });
    expect(anna.sees().dialog).toMatch(/^A goal\nSay more\nTitle: short\n/);
    anna.fills({ Title: 'long enough', Days: ['Friday'], With: 'mateo', Sure: true });
    expect(await anna.submits()).toEqual({});
    expect(anna.dialog).toBeNull();
    const mate = mateo.known.account.aadObjectId;
    const sent = { verb: 'send', 'f.title': 'long enough', 'f.kind': 'work', 'f.days': 'friday', 'f.with': mate, 'f.by': '2026-12-01', 'f.sure': 'true' };
    expect(JSON.parse(anna.newest.replace('sent task/submit: ', ''))).toEqual(sent);
  });

  it('opens from a command of the extension, and is sent as that command’s', async () => {
    await anna.chooses('goal-new', { channel: 'mentoring' });
    anna.fills({ Title: 'from a channel' });
    await anna.submits();
    expect(teams.inChannel('mentoring').at(-1)?.words).toContain('sent composeExtension/submitAction: {"verb":"send","f.title":"from a channel"');
  });

  it('sends nothing while a field is at fault by the card itself, as Teams does not', async () => {
    await opened();
    anna.fills({ Hours: 12 });
    const before = anna.own().length;
    expect(await anna.submits()).toEqual({ title: 'Give it a title', hours: 'One to nine' });
    expect([anna.own().length, anna.dialog === null]).toEqual([before, false]);
    expect(() => anna.fills({ Title: 'x'.repeat(21) })).toThrow('20 characters');
    expect(() => anna.fills({ Kind: 'Play' })).toThrow('there are: Work, Life');
    expect(() => anna.fills({ Hours: 'many' })).toThrow('a number');
    expect(() => anna.fills({ Nothing: 'x' })).toThrow('there are: Title, Kind');
  });

  it('gives way to a word in a box', async () => {
    await opened();
    anna.fills({ Title: 'note' });
    await anna.submits();
    expect(anna.sees()).toMatchObject({ dialog: null, notice: 'Noted' });
  });
});

describe('the service', () => {
  it('brings the same thing once more when it is asked to, as itself or as another', async () => {
    await anna.types('once');
    const before = anna.own().length;
    expect([(await anna.again()).status, (await anna.anew()).status]).toEqual([200, 200]);
    expect(anna.own()).toHaveLength(before + 2);
  });

  it('signs what it sends, so that a bot tells it from others', async () => {
    const activity = message('x', teams.originOf('anna'));
    const good = { appId: LOCAL.appId, serviceUrl: teams.connector.serviceUrl };
    const status = async (token: string) => (await teams.deliver(activity, { token })).status;
    expect(await status(teams.provider.token(good))).toBe(200);
    expect(await status(teams.provider.token({ ...good, appId: PARTNER }))).toBe(401);
    expect(await status(teams.provider.token({ ...good, serviceUrl: 'https://evil.example/' }))).toBe(401);
  });
});
