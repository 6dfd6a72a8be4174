// Answers that take longer than people or Slack like to wait: a word comes in between, Slack is acknowledged before its
// three seconds are over (LocalSlack waits no longer either), and the answer still finds its place (E9.2).

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../support/slack/local-slack.ts';
import type { Person } from '../../../support/slack/person.ts';
import { type HeldHouse, openHeldHouse } from './held.ts';
import { drawn, inDays, opensCohort, reading, shown, standing, takesPart, until } from './scene.ts';

const WAIT = 'One moment.';
/** One person for each fact, since all of them are tried at once. */
const NAMES = ['command', 'form', 'blocked', 'pressed', 'inWindow', 'sent', 'faulty', 'later', 'shortcut', 'closed'] as const;

const HOUSES = { http: 'http', socket: 'socket', windowless: 'http' } as const;
type Which = keyof typeof HOUSES;
const houses = new Map<Which, { readonly slack: LocalSlack; readonly house: HeldHouse }>();

beforeAll(async () => {
  const people = [...NAMES, 'mentee', 'mentor'].map((name) => ({ name, realName: `Person ${name}` }));
  const users = [{ name: 'anna', realName: 'Anna Lind', locale: 'sv-SE', owner: true }, ...people];
  for (const which of ['http', 'socket', 'windowless'] as const) {
    const slack = await startLocalSlack({ users });
    houses.set(which, { slack, house: await openHeldHouse(slack, HOUSES[which]) });
    for (const name of ['anna', ...NAMES]) await slack.person(name).types('/mentor');
  }
  const { slack } = at('http');
  await opensCohort(slack.person('anna'), 'Hösten');
  await takesPart(slack.person('mentee'), 'mentee');
  await takesPart(slack.person('mentor'), 'mentor');
  await slack.person('anna').types('/match preview Hösten');
  await slack.person('anna').presses('Publicera', { in: 'ephemeral' });
  await slack.person('mentee').hears('[Yes, please ask them]');
});
afterAll(async () => {
  for (const { house, slack } of houses.values()) {
    await house.stop();
    await slack.close();
  }
});

function at(which: Which) {
  const found = houses.get(which);
  if (!found) throw new Error(`no house ${which}`);
  return found;
}

const waiting = (person: Person) => until(async () => (await reading(person)).includes(WAIT));
const reads = (person: Person, words: string) => until(async () => (await reading(person)).includes(words));
const asides = (person: Person) => person.desk.ephemerals.length;

interface Slow {
  readonly person: Person;
  readonly hold: () => () => void;
  readonly slack: LocalSlack;
}

interface Fact {
  readonly who: (typeof NAMES)[number];
  readonly fact: string;
  readonly plays: (slow: Slow) => Promise<void>;
}

const FACTS: readonly Fact[] = [
  {
    who: 'command',
    fact: 'a command opens a window with a word to wait, and the answer follows into it',
    async plays({ person, hold }) {
      const [before, release] = [asides(person), hold()];
      const typing = person.types('/mentor');
      await waiting(person);
      await typing;
      release();
      await reads(person, 'Your mentoring');
      expect(person.desk.modals).toHaveLength(1);
      expect(asides(person)).toBe(before);
    },
  },
  {
    who: 'form',
    fact: 'a form follows into the window that waits, and can be sent from there',
    async plays({ person, hold }) {
      const release = hold();
      await person.types('/goal new');
      await waiting(person);
      release();
      await until(() => person.desk.top?.view['submit']);
      person.fills({ title: 'Speak in public' });
      expect(await person.submits()).toEqual({});
      await reads(person, 'Speak in public');
    },
  },
  {
    who: 'shortcut',
    fact: 'a shortcut does as a command does',
    async plays({ person, hold }) {
      const release = hold();
      await person.shortcut('my_page');
      await waiting(person);
      release();
      await reads(person, 'Your mentoring');
    },
  },
  {
    who: 'pressed',
    fact: 'a press does as a command does',
    async plays({ person, hold }) {
      const [before, release] = [asides(person), hold()];
      await person.presses('What I can write', { in: 'ephemeral' });
      await waiting(person);
      release();
      await reads(person, '/mentor join');
      expect(asides(person)).toBe(before);
    },
  },
  {
    who: 'inWindow',
    fact: 'a press in a window is acknowledged, and the window changes afterwards',
    async plays({ person, hold }) {
      await person.shortcut('my_page');
      const release = hold();
      await person.presses('What I can write');
      expect(await reading(person)).toContain('Your mentoring');
      release();
      await reads(person, '/mentor join');
    },
  },
  {
    who: 'sent',
    fact: 'a form that was sent keeps its window with a word to wait, and the answer follows into it',
    async plays({ person, hold }) {
      await person.types('/goal new');
      person.fills({ title: 'Speak in public' });
      const release = hold();
      expect(await person.submits()).toEqual({});
      expect(await reading(person)).toContain(WAIT);
      release();
      await reads(person, 'Speak in public');
      expect(person.desk.modals).toHaveLength(1);
    },
  },
  {
    who: 'faulty',
    fact: 'a form that was sent with a fault comes back with all that was typed and what is wrong, and can be sent again',
    async plays({ person, hold }) {
      await person.types('/goal new');
      person.fills({ title: 'Speak <!channel> *loud*', specific: 'One\n\ntwo & three', dueOn: inDays(-3) });
      const [typed, release] = [standing(person), hold()];
      expect(await person.submits()).toEqual({});
      expect(await reading(person)).toContain(WAIT);
      release();
      await reads(person, 'The date lies in the past. Choose a day from today on.');
      expect([standing(person), drawn(person)]).toEqual([typed, typed]);
      person.fills({ dueOn: inDays(30) });
      expect(await person.submits()).toEqual({});
      await reads(person, 'Speak <!channel> *loud*');
    },
  },
  {
    who: 'later',
    fact: 'what was begun slowly is not done twice when the same arrives again',
    async plays({ person, hold }) {
      await person.types('/goal new');
      person.fills({ title: 'Only once' });
      const release = hold();
      expect(await person.submits()).toEqual({});
      const again = person.again().catch((error: unknown) => error);
      release();
      await reads(person, 'Only once');
      await again;
      await person.types('/goal');
      expect((await shown(person)).match(/Only once/g)).toHaveLength(1);
    },
  },
];

describe.each(['http', 'socket'] as const)('where an answer takes long, over %s', { concurrent: true }, (via) => {
  it.each(FACTS.map(({ fact, ...how }) => [fact, how] as const))('%s', async (_fact, { who, plays }) => {
    const { slack, house } = at(via);
    const person = slack.person(who);
    await plays({ person, slack, hold: () => house.hold(person) });
  });
});

describe('where an answer takes long, and Slack does not help', { concurrent: true }, () => {
  it('a pressed message that says it all itself leaves no window behind that waits for ever', async () => {
    const { slack, house } = at('http');
    const mentee = slack.person('mentee');
    const release = house.hold(mentee);
    await mentee.presses('Yes, please ask them', { in: 'message' });
    await waiting(mentee);
    release();
    await reads(mentee, 'Done.');
    expect(await reading(mentee)).not.toContain(WAIT);
    expect(await mentee.hears('Thank you for your yes.')).not.toContain('[Yes, please ask them]');
  });

  it('a window that was closed while it waited gives way to a word in the conversation', async () => {
    const { slack, house } = at('http');
    const person = slack.person('closed');
    const [before, release] = [asides(person), house.hold(person)];
    await person.types('/mentor');
    await waiting(person);
    await person.closes();
    release();
    await until(() => asides(person) > before);
    expect(await shown(person)).toContain('Your mentoring');
    expect(person.desk.top).toBeUndefined();
  });

  it('a command is acknowledged before its time is over where no window opens, and the answer follows in the conversation', async () => {
    const { slack, house } = at('windowless');
    const person = slack.person('blocked');
    const [before, release] = [asides(person), house.hold(person)];
    slack.fault('views.open', 'hang');
    await person.types('/mentor');
    expect(person.desk.top).toBeUndefined();
    expect(asides(person)).toBe(before);
    slack.fault('views.open', { error: 'expired_trigger_id' });
    release();
    await until(() => asides(person) > before);
    expect(await shown(person)).toContain('Your mentoring');
  });
});
