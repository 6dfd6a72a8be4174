// The stage of every action, with everything as long as people may make it, in one language; and what came of it in months.

import type { Language } from '../../../../src/bot/texts/language.ts';
import type { ShownMessage } from '../../../../src/bot/views/shown.ts';
import { HELP, MEETING_LANGUAGES, type Profile, SLOTS } from '../../../../src/mentoring/orientation/participation.ts';
import { planOf } from '../../../../src/mentoring/matching/plan.ts';
import { poolOf } from '../../../../src/mentoring/matching/pool.ts';
import type { Person } from '../../../../src/mentoring/people/person.ts';
import { DAY } from '../../../../src/time.ts';
import { createStage, type Stage, type Things } from '../../../support/every-action.ts';
import { POLICY } from '../../house/permissions/policy.ts';

/** Enough for more than one page of a plan, and for some mentees who are left over. */
const CROWD = 64;
const WORD = 'Wolfeschlegelsteinhausenbergerdorff-Nordström ';
const long = (start: string, most: number) => `${start} ${WORD.repeat(Math.ceil(most / WORD.length))}`.slice(0, most).trim();

const PROFILE: Profile = {
  ...{ employer: long('Vårdhuset', 120), title: long('Chef', 120), experience: long('Tio år', 1500), interests: long('Skidor', 500) },
  ...{ languages: MEETING_LANGUAGES, help: HELP, slots: SLOTS, topics: long('Retorik', 500), challenges: long('Tala', 1500) },
  ...{ ideal: long('Snäll', 1500), wishes: long('Inga', 500) },
};

export interface Longest {
  readonly stage: Stage;
  readonly things: Things;
  readonly people: readonly Person[];
}

export async function longest(language: Language): Promise<Longest> {
  let people: readonly Person[] = [];
  const stage = await createStage({ before: async (on) => void (people = await lengthen(on, language)) });
  return { stage, things: await renamed(stage, people), people };
}

interface Sent {
  readonly template: string;
  readonly message: ShownMessage;
}

/** All messages of half a year that begins with everybody doing whatever they may. */
export async function halfYear(language: Language): Promise<{ readonly messages: readonly Sent[]; readonly people: readonly Person[] }> {
  const messages: Sent[] = [];
  let people: readonly Person[] = [];
  const stage = await createStage({
    async before(on) {
      const { world } = on;
      people = await lengthen(on, language);
      let things = await renamed(on, people);
      for (const row of POLICY) {
        // What is published must be the plan as it is by then.
        if (row.action === 'matching.publish') things = await renamed(on, people);
        for (const role of (row.finds ?? row.may).slice(0, 2)) await on.act(role, row.action, row.input(things));
      }
      await world.tx(async (tx) => {
        const cohort = await tx.cohorts.get(things.cohort);
        if (cohort) tx.cohorts.put({ ...cohort, signup: 'open' });
        const all = await tx.participations.find({ cohortId: things.cohort });
        const [invited, ready] = [all.find((one) => one.state === 'draft' && one.noticeVersion === 0), all.findLast((one) => one.state === 'ready')];
        for (const [template, args] of Object.entries(rareArgs(things, { invited: invited?.id ?? '', ready: ready?.id ?? '' }))) {
          for (const { id: person } of people) tx.post({ to: { person }, template, args, kind: 'decision', topic: `rare:${template}` });
        }
      });
      await world.advance(180 * DAY);
      messages.push(...people.flatMap((person) => world.inbox(person)));
    },
  });
  await stage.close();
  return { messages, people };
}

/** What half a year on the stage does not bring about, sent to everybody all the same: whoever it is not for gets nothing. */
function rareArgs(
  { programme, cohort, outsider, busy }: Things,
  { invited, ready }: { readonly invited: string; readonly ready: string },
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    'people.invited': { participation: invited, by: outsider },
    'programme.announcement': { cohort },
    'programme.first': { programme },
    'programme.unreachable': { person: 'somebody without an account' },
    'matching.leftOver': { participation: ready, side: 'mentee' },
    'programme.channelLost': { cohort },
    'meetings.partnerBusy': { busy },
    'meetings.welcomeBack': { busy },
  };
}

/** The things as they are called by now, and the plan as it is. */
async function renamed({ world, things }: Stage, people: readonly Person[]): Promise<Things> {
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  const seen = await world.tx(async (tx) => {
    const cohort = await tx.cohorts.get(things.cohort);
    return cohort ? planOf(await poolOf(tx, cohort)).seen : '';
  });
  return { ...things, seen, waitingName: name(things.waitingPerson), mentorName: name(things.mentorPerson), cohortName: long('Norra starten', 80) };
}

async function lengthen({ world }: Stage, language: Language): Promise<readonly Person[]> {
  for (let index = 0; index < CROWD; index++) {
    await world.join(await world.person(`Someone ${index}`), index % 5 < 3 ? 'mentee' : 'mentor', { capacity: 1 });
  }
  return world.tx(async (tx) => {
    const people = (await tx.people.find({})).map((person, index) => ({ ...person, language, name: long(`${person.name} ${index}`, 200) }));
    for (const person of people) tx.people.put(person);
    for (const cohort of await tx.cohorts.find({})) tx.cohorts.put({ ...cohort, name: long(cohort.name, 80) });
    for (const programme of await tx.programmes.find({})) tx.programmes.put({ ...programme, name: long(programme.name, 80) });
    const all = await tx.participations.find({});
    for (const one of all.slice(0, -CROWD)) tx.participations.put({ ...one, profile: PROFILE });
    // The last of the crowd, of whom names are enough, has been invited and has not come in yet.
    const last = all.at(-1);
    if (last) tx.participations.put({ ...last, state: 'draft', noticeVersion: 0, submittedAt: null });
    for (const goal of await tx.goals.find({})) {
      const letters = Object.fromEntries(['specific', 'measurable', 'achievable', 'relevant'].map((letter) => [letter, long('För trettio', 1000)]));
      const notes = Array.from({ length: 30 }, () => ({ at: goal.createdAt, by: goal.personId, text: long('Halvvägs', 1000), progress: 50 }));
      tx.goals.put({ ...goal, text: { ...goal.text, ...letters, title: long('Hålla ett föredrag', 150) }, notes });
    }
    return people;
  });
}
