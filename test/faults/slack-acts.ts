// What a mentee in Slack may do on any day: each act is one command, press or form, and what must be before them for it.

import { systemClock } from '../../src/runtime/clock.ts';
import { DAY } from '../../src/time.ts';
import type { LocalSlack } from '../support/slack/local-slack.ts';
import { type Person, until } from '../support/slack/person.ts';

export interface Mentee {
  readonly person: Person;
  readonly pairId: string;
}

/** `value` is what chance has chosen, from 0 to 120: it says how it is done. */
export interface Act {
  /** Gets everything before the mentee; false where it cannot be done just now. */
  ready(mentee: Mentee, value: number): Promise<boolean>;
  does(mentee: Mentee, value: number): Promise<unknown>;
}

const day = (from: number) => new Date(systemClock.now() + from * DAY).toISOString().slice(0, 10);

function types(line: string): Act {
  return { ready: async () => true, does: ({ person }) => person.types(line) };
}

/** `fill` puts in what `value` says; some of it is faulty. */
function sends(line: string, fill: (mentee: Mentee, value: number) => void): Act {
  return {
    async ready(mentee, value) {
      await mentee.person.types(line);
      await until(() => mentee.person.desk.top);
      fill(mentee, value);
      return true;
    },
    does: ({ person }) => person.submits(),
  };
}

export function acts(slack: LocalSlack): Readonly<Record<string, Act>> {
  /** The list of goals; resolves to what it says, now and later. */
  async function list({ person }: Mentee): Promise<() => string> {
    await person.types('/goal list');
    const { ts } = person.desk.ephemerals.at(-1) ?? {};
    return () => slack.posted({ ...person.desk.ephemerals.find((one) => one.ts === ts) }).words;
  }

  /** The buttons of the newest card that change the goal. */
  function changing({ person }: Mentee): readonly string[] {
    const words = person.desk.ephemerals.map((one) => slack.posted({ ...one }).words).findLast((one) => !one.includes('Your goals')) ?? '';
    return [...words.matchAll(/\[((?:Let go|Share|Keep|Take it up)[^\]]*)\]/g)].map(([, label = '']) => label);
  }

  return {
    'looks at the goals': types('/goal list'),
    'asks for a form': types('/goal new'),
    'is back': types('/mentor back'),
    'asks for a word': sends('/mentor contact', () => {}),
    'is busy': sends('/mentor busy', ({ person }, value) => person.fills({ from: day(value % 3), until: day((value % 40) - 2) })),
    'sets a goal': sends('/goal new', ({ person, pairId }, value) =>
      person.fills({ title: `Goal ${value}`, dueOn: day(value % 5 === 0 ? -value : value), visibility: value % 2 === 0 ? 'private' : pairId }),
    ),
    'says how far it is': {
      async ready(mentee, value) {
        if (!(await list(mentee))().includes('[Progress]')) return false;
        await mentee.person.presses('Progress', { in: 'ephemeral' });
        await until(() => mentee.person.desk.top);
        mentee.person.fills({ progress: value });
        return true;
      },
      does: ({ person }) => person.submits(),
    },
    'reaches a goal': {
      ready: async (mentee) => (await list(mentee))().includes('[Done]'),
      does: ({ person }) => person.presses('Done', { in: 'ephemeral' }),
    },
    'changes a goal': {
      async ready(mentee) {
        const words = await list(mentee);
        if (!words().includes('[Look]')) return false;
        await mentee.person.presses('Look', { in: 'ephemeral' });
        await until(() => !words().includes('Your goals'));
        return changing(mentee).length > 0;
      },
      async does(mentee, value) {
        const labels = changing(mentee);
        await mentee.person.presses(labels[value % labels.length] ?? '', { in: 'ephemeral' });
      },
    },
  };
}

/** A check-in, answered where it was asked or on the home page. */
export function answers(slack: LocalSlack, place: 'message' | 'home'): Act {
  return {
    async ready({ person }) {
      if (place === 'home') await person.opensHome();
      // Looking at the conversation itself again and again is more than the local Slack lets anybody do.
      const isAsked = ({ args, answer }: (typeof slack.calls)[number]) =>
        args['channel'] === person.id && answer?.['ok'] === true && JSON.stringify(args).includes('Yes, we met');
      const asked = () => slack.callsOf('chat.postMessage').some(isAsked);
      return until(() => (place === 'home' ? person.desk.home !== null : asked()), { within: 90_000 });
    },
    does: ({ person }, value) => person.presses(['Yes, we met', 'Planned', 'Not yet'][value % 3] ?? '', { in: place }),
  };
}
