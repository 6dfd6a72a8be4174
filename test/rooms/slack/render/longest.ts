// The stage of every action, with everything as long as people may make it, in one language; and what came of it in months.

import { type Language, LANGUAGES } from '../../../../src/bot/texts/language.ts';
import type { ShownMessage } from '../../../../src/bot/views/shown.ts';
import { EMPTY_PROFILE, HELP, MEETING_LANGUAGES, type Profile, SLOTS } from '../../../../src/mentoring/orientation/participation.ts';
import { snapshotOf } from '../../../../src/mentoring/matching/asking.ts';
import { planOf } from '../../../../src/mentoring/matching/planning/plan.ts';
import { poolOf } from '../../../../src/mentoring/matching/pool.ts';
import type { Person } from '../../../../src/mentoring/people/person.ts';
import type { Tx } from '../../../../src/mentoring/store.ts';
import type { Ids } from '../../../../src/ports.ts';
import { DAY, HOUR, type Instant, plus } from '../../../../src/time.ts';
import { createStage, type Stage, type Things } from '../../../support/every-action.ts';
import { POLICY } from '../../house/permissions/policy.ts';

/** Enough for more than one page of a plan, and for some mentees who are left over. */
const CROWD = 44;
const WORD = 'Wolfeschlegelsteinhausenbergerdorff-Nordström ';
const long = (start: string, most: number) => `${start} ${WORD.repeat(Math.ceil(most / WORD.length))}`.slice(0, most).trim();

const PROFILE: Profile = {
  ...EMPTY_PROFILE,
  ...{ employer: long('Vårdhuset', 120), title: long('Chef', 120), experience: long('Tio år', 1500), interests: long('Skidor', 500) },
  ...{ languages: MEETING_LANGUAGES, help: HELP, slots: SLOTS, topics: long('Retorik', 500), challenges: long('Tala', 1500) },
  ...{ ideal: long('Snäll', 1500), wishes: long('Inga', 500) },
  focus: ['first-at-university', 'staying-or-leaving', 'leading-without-authority', 'returning-to-work', 'late-career'],
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

/** From now on everybody there reads another language. */
export async function readIn({ stage }: Longest, language: Language): Promise<void> {
  await stage.forGood(async (tx) => {
    for (const person of await tx.people.find({})) tx.people.put({ ...person, language });
  });
}

interface Sent {
  readonly template: string;
  readonly language: Language;
  readonly message: ShownMessage;
}

/** All messages of half a year that begins with everybody doing whatever they may, each in all languages. */
export async function halfYear(): Promise<{ readonly messages: readonly Sent[]; readonly people: readonly Person[] }> {
  const messages: Sent[] = [];
  let people: readonly Person[] = [];
  const [first, ...languages] = LANGUAGES;
  const stage = await createStage({
    languages,
    async before(on) {
      const { world } = on;
      people = await lengthen(on, first);
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
        const [joined, apart] = await tx.links.find({});
        const [account] = await tx.accounts.find({}, { limit: 1 });
        if (!joined || !apart || !account) throw new Error('nobody has made a code');
        tx.links.put({ ...joined, state: 'joined' });
        tx.links.put({ ...apart, state: 'refused' });
        tx.links.put({ ...apart, id: 'asked', code: 'asked', state: 'claimed', claimedBy: account.id, expiresAt: plus(apart.createdAt, 400 * DAY) });
        const coming = await invitedTo(tx, things, plus(world.clock.now(), 100 * DAY), world.ids);
        const been = await invitedTo(tx, things, plus(world.clock.now(), -DAY), world.ids);
        const circle = await tx.circles.get(things.circle);
        if (!circle) throw new Error('no circle');
        const joining = circle.members.map(({ participationId }) => ({ participationId, answer: 'yes' as const }));
        for (const state of ['formed', 'closed'] as const) tx.circles.put({ ...circle, id: state, state, members: joining });
        const those = {
          coming: coming.invitation,
          mingle: coming.gathering,
          been: been.invitation,
          invited: invited?.id ?? '',
          ready: ready?.id ?? '',
          joined: joined.id,
          apart: apart.id,
        };
        const someOfEachKind = [...people.slice(0, -CROWD), ...people.slice(-2)];
        for (const [template, args] of Object.entries(rareArgs(things, those))) {
          for (const { id: person } of someOfEachKind) tx.post({ to: { person }, template, args, kind: 'decision', topic: `rare:${template}` });
        }
      });
      await world.advance(180 * DAY);
      for (const { template, message, translated } of people.flatMap((person) => world.inbox(person))) {
        messages.push({ template, language: first, message });
        for (const [index, one] of translated.entries()) messages.push({ template, language: languages[index] ?? first, message: one });
      }
    },
  });
  await stage.close();
  return { messages, people };
}

/** What half a year on the stage does not bring about, sent to all kinds of people all the same: whoever it is not for gets nothing. */
function rareArgs(
  { programme, cohort, outsider, busy, pair, mentorPerson, circle }: Things,
  { invited, ready, joined, apart, coming, been, mingle }: Readonly<Record<'invited' | 'ready' | 'joined' | 'apart' | 'coming' | 'been' | 'mingle', string>>,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    'people.invited': { participation: invited, by: outsider },
    'people.linkAsked': { link: 'asked' },
    'people.linked': { link: joined },
    'people.linkOver': { link: apart },
    'programme.announcement': { cohort },
    'programme.first': { programme },
    'programme.unreachable': { person: 'somebody without an account' },
    'matching.leftOver': { participation: ready, side: 'mentee' },
    'programme.channelLost': { cohort },
    'circles.asked': { circle },
    'circles.formed': { circle: 'formed' },
    'circles.tooFew': { circle: 'closed' },
    'meetings.partnerBusy': { busy },
    'meetings.welcomeBack': { busy },
    'meetings.talkOffered': { pair, partner: mentorPerson, until: '2027-05-27' },
    'year.called': { cohort },
    ...Object.fromEntries(['moved', 'changed', 'freed'].map((telling) => [`gatherings.${telling}`, { invitations: coming, on: '2026-12-10' }])),
    'gatherings.thanks': { invitations: been, on: '2026-08-31' },
    'gatherings.announcement': { gathering: mingle },
  };
}

/** A gathering with a place and a name as long as they may be, to which the mentee of the pair has said yes. */
async function invitedTo(tx: Tx, { gathering, invitation }: Things, startsAt: Instant, ids: Ids) {
  const [like, mine] = [await tx.gatherings.get(gathering), await tx.invitations.get(invitation)];
  if (!like || !mine) throw new Error('nobody is invited');
  const own = ids.next();
  const words = { title: long('Svåra samtal', 120), place: long('Aulan', 200), link: `https://example.org/${'x'.repeat(400)}`, milestone: own };
  const when = { startsAt, endsAt: plus(startsAt, 2 * HOUR), part: 'workshop', state: 'planned' } as const;
  tx.gatherings.put({ ...like, ...words, ...when, id: own });
  const yes = { ...mine, id: ids.next(), gatheringId: own, answer: 'yes' as const };
  tx.invitations.put(yes);
  return { gathering: own, invitation: yes.id };
}

/** The things as they are called by now, and the plan as it is. */
async function renamed({ world, things }: Stage, people: readonly Person[]): Promise<Things> {
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  const seen = await world.tx(async (tx) => {
    const cohort = await tx.cohorts.get(things.cohort);
    return cohort ? planOf(snapshotOf(await poolOf(tx, cohort), { mode: 'patch' })).seen : '';
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
