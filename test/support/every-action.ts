// A stage on which every action can be tried by everyone: two organisations with all there can be, and a database that takes everything back.

import { randomUUID } from 'node:crypto';
import type { Caller, Reply } from '../../src/bot/actions/dispatch.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import { datesOf, TEMPLATE_PLANS } from '../../src/mentoring/calendar/index.ts';
import type { Circle } from '../../src/mentoring/circles/circle.ts';
import type { Gathering, Invitation } from '../../src/mentoring/gatherings/index.ts';
import type { Goal } from '../../src/mentoring/goals/index.ts';
import { snapshotOf } from '../../src/mentoring/matching/asking.ts';
import { planOf } from '../../src/mentoring/matching/planning/plan.ts';
import { poolOf } from '../../src/mentoring/matching/pool.ts';
import type { Proposal } from '../../src/mentoring/matching/proposal.ts';
import { noted } from '../../src/mentoring/matching/settings/steps.ts';
import type { Checkin } from '../../src/mentoring/meetings/index.ts';
import type { PairMeeting } from '../../src/mentoring/meetings/window/window.ts';
import type { Participation } from '../../src/mentoring/orientation/participation.ts';
import type { Link } from '../../src/mentoring/people/link.ts';
import type { Person } from '../../src/mentoring/people/person.ts';
import type { Tx } from '../../src/mentoring/store.ts';
import { seenOf } from '../../src/mentoring/year/rules.ts';
import type { Year } from '../../src/mentoring/year/year.ts';
import type { Log } from '../../src/ports.ts';
import { openDatabase } from '../../src/runtime/store/database.ts';
import { civilOf, DAY, HOUR, type Instant, plus } from '../../src/time.ts';
import { takenBack } from './taken-back.ts';
import { createWorld, START, type World } from './world.ts';

/** How somebody stands to the things on the stage. */
export const ROLES = [
  'stranger', // nobody we know, and the platform does not even tell a name
  'newcomer', // nobody we know, but the platform tells who it is
  'left', // a coordinator and mentor who is no longer here
  'outsider', // known, and takes no part
  'mentee', // of the pair
  'mentor', // of the pair
  'otherMentee',
  'otherMentor',
  'formerMentor', // of a pair of the mentee's that has ended
  'asked', // a mentee who is asked about the mentor
  'agreed', // a mentee who has said yes to the mentor, who is asked now
  'waiting', // a mentee without anybody
  'beginner', // a mentee with a profile half-way
  'programme', // coordinators of the programme
  'matching',
  'readOnly',
  'safeguarding',
  'apart', // a mentee of another programme
  'elsewhere', // a coordinator of another programme
  'foreignMentee', // of another organisation
  'foreignCoordinator',
] as const;
export type RoleName = (typeof ROLES)[number];

/** Ids and names of what can be acted upon. */
export interface Things {
  readonly [name: string]: string;
  readonly programme: string;
  readonly elsewhere: string;
  readonly cohort: string;
  readonly cohortName: string;
  readonly closedCohort: string;
  readonly elsewhereCohort: string;
  /** Has a calendar that is not published; `cohort` has one that is, and `closedCohort` has none. */
  readonly draftedCohort: string;
  readonly draftSeen: string;
  readonly gathering: string;
  readonly heldGathering: string;
  readonly invitation: string;
  readonly window: string;
  readonly circle: string;
  readonly seen: string;
  /** The last that a coordinator decided in `cohort`. */
  readonly step: string;
  readonly pair: string;
  readonly endedPair: string;
  readonly openCheckin: string;
  readonly otherPair: string;
  readonly answeredCheckin: string;
  readonly proposal: string;
  readonly asking: string;
  readonly agreed: string;
  readonly draft: string;
  readonly ready: string;
  readonly mentorship: string;
  readonly apart: string;
  readonly waitingPerson: string;
  readonly waitingName: string;
  readonly mentorPerson: string;
  readonly mentorName: string;
  readonly outsider: string;
  readonly privateGoal: string;
  readonly sharedGoal: string;
  readonly doneGoal: string;
  readonly goalOfBefore: string;
  readonly busy: string;
  readonly grant: string;
  readonly openLink: string;
  readonly askedLink: string;
  readonly account: string;
}

/** What somebody sees for whom none of the things is there. */
export const NOTHING = new Proxy({}, { get: () => 'nothing' }) as Things;

export interface Stage {
  readonly world: World;
  readonly things: Things;
  act(
    role: RoleName,
    action: string,
    input: Readonly<Record<string, unknown>>,
    more?: { readonly token?: string; readonly profile?: Caller['profile'] },
  ): Promise<Reply>;
  command(role: RoleName, line: string): Promise<Reply>;
  words(reply: Reply): string;
  /** What the last act would have changed. */
  changed(): readonly string[];
  /** Changes things for good. */
  forGood<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What the platform tells of an account that leads to nobody. */
const TOLD: Partial<Record<RoleName, NonNullable<Caller['profile']>>> = {
  newcomer: { name: 'Nils Ny', email: 'nils@example.org' },
  left: { name: 'Leo Left', email: 'leo@example.org' },
};

interface Staging {
  readonly log?: Log;
  /** Into which messages are drawn beside their readers' own. */
  readonly languages?: readonly Language[];
  /** May still change things for good. */
  readonly before?: (stage: Stage) => Promise<void>;
}

export async function createStage({ before, ...options }: Staging = {}): Promise<Stage> {
  const kept = await takenBack(await openDatabase({ memory: true }));
  const given = { database: kept.database, ...options };
  const [world, foreign] = [await createWorld(given), await createWorld(given)];
  const { people, things } = await furnish(world, foreign);
  const worldOf = (role: RoleName) => (role === 'foreignMentee' || role === 'foreignCoordinator' ? foreign : world);
  const personOf = (role: RoleName): Person => people[role as keyof typeof people] ?? { ...people.outsider, id: role };
  const stage: Stage = {
    world,
    things,
    act: (role, action, input, { token, profile } = {}) => {
      const told = profile ?? TOLD[role];
      return worldOf(role).dispatch({
        tenantId: worldOf(role).tenantId,
        caller: { platform: 'web', externalId: personOf(role).id, ...(told ? { profile: told } : {}) },
        eventId: randomUUID(),
        ...{ action, input, ...(token === undefined ? {} : { token }) },
      });
    },
    command: (role, line) => worldOf(role).command(personOf(role), line),
    words: world.words,
    changed: kept.changed,
    async forGood(work) {
      kept.end();
      const result = await world.tx(work);
      await kept.begin();
      return result;
    },
    close: () => world.close(),
  };
  await before?.(stage);
  await kept.begin();
  return stage;
}

async function furnish(world: World, foreign: World) {
  const people = {
    left: await world.person('Leo Left'),
    outsider: await world.person('Olle Outsider', { email: 'olle@example.org' }),
    mentee: await world.person('Mia Mentee', { email: 'mia@example.org' }),
    mentor: await world.person('Max Mentor'),
    otherMentee: await world.person('Oda Other'),
    otherMentor: await world.person('Otto Other'),
    formerMentor: await world.person('Fia Former'),
    asked: await world.person('Ada Asked'),
    agreed: await world.person('Alf Agreed'),
    waiting: await world.person('Vera Waiting'),
    beginner: await world.person('Bea Beginner'),
    programme: await world.person('Petra Programme'),
    matching: await world.person('Maj Matching'),
    readOnly: await world.person('Rut Reader'),
    safeguarding: await world.person('Siv Safe'),
    apart: await world.person('Arne Apart'),
    elsewhere: await world.person('Elsa Elsewhere'),
    foreignMentee: await foreign.person('Finn Foreign'),
    foreignCoordinator: await foreign.person('Frida Foreign'),
    // Of no role: somebody in another chat, who has made a code and typed one.
    other: await world.person('Tim Teams'),
  };
  const { outsider, mentor, waiting } = people;
  await foreign.join(people.foreignMentee, 'mentee');
  await foreign.grant(people.foreignCoordinator, 'programme');
  await world.grant(people.left, 'programme');
  await world.grant(people.programme, 'programme');
  await world.grant(people.matching, 'matching');
  await world.grant(people.readOnly, 'read-only');
  await world.grant(people.safeguarding, 'safeguarding');

  const cohort = { ...world.cohort, name: 'Norra starten' };
  const elsewhere = { ...world.programme, id: world.ids.next(), name: 'Södra programmet' };
  const [closedCohort, elsewhereCohort, laterCohort, draftedCohort] = [
    { ...world.cohort, id: world.ids.next(), name: 'Östra starten', signup: 'closed' as const },
    { ...world.cohort, id: world.ids.next(), name: 'Södra starten', programmeId: elsewhere.id },
    { ...world.cohort, id: world.ids.next(), name: 'Södra nästa', programmeId: elsewhere.id, signup: 'closed' as const },
    {
      ...world.cohort,
      id: world.ids.next(),
      name: 'Västra starten',
      signup: 'closed' as const,
      startsOn: civilOf('2027-09-23'),
      endsOn: civilOf('2028-05-25'),
    },
  ];
  await world.join(people.left, 'mentor');
  const mentee = await world.join(people.mentee, 'mentee');
  const mentorship = await world.join(mentor, 'mentor', { capacity: 4 });
  const pair = await world.pair(mentee, mentorship);
  const otherPair = await world.pair(await world.join(people.otherMentee, 'mentee'), await world.join(people.otherMentor, 'mentor'));
  const endedPair = await world.pair(mentee, await world.join(people.formerMentor, 'mentor'));
  const [asked, agreed] = [await world.join(people.asked, 'mentee'), await world.join(people.agreed, 'mentee')];
  const ready = await world.join(waiting, 'mentee');
  const draft: Participation = { ...(await world.join(people.beginner, 'mentee')), state: 'draft', submittedAt: null };
  const apart = await world.join(people.apart, 'mentee', { cohort: elsewhereCohort });

  const proposal = (menteeId: string, state: Proposal['state']): Proposal => ({
    ...{ id: world.ids.next(), cohortId: cohort.id, menteeId, mentorId: mentorship.id, state, score: 700, reasons: [], askedAt: START, remindAt: null },
    ...{ expiresAt: plus(START, 4 * DAY), closedAt: null, publishedBy: people.programme.id, runId: null, createdAt: START },
  });
  const circle: Circle = {
    ...{ id: world.ids.next(), cohortId: cohort.id, state: 'asked', score: 700, expiresAt: plus(START, 7 * DAY), createdBy: people.programme.id },
    ...{ createdAt: START, members: [asked, agreed, ready].map(({ id: participationId }) => ({ participationId, answer: 'open' })) },
  };
  const [asking, answered] = [proposal(asked.id, 'asked_mentee'), proposal(agreed.id, 'asked_mentor')];
  const goal = (of: Partial<Goal>): Goal => ({
    ...{ id: world.ids.next(), personId: people.mentee.id, pairId: null, visibility: 'private', state: 'active', dueOn: civilOf('2026-12-01'), progress: 20 },
    ...{ text: { title: 'Hold a talk', specific: 'For 30', measurable: '', achievable: '', relevant: '' }, notes: [], createdAt: START, doneAt: null, ...of },
  });
  const goals = {
    privateGoal: goal({}),
    sharedGoal: goal({ visibility: 'pair', pairId: pair.id }),
    doneGoal: goal({ state: 'done', progress: 100, doneAt: START }),
    goalOfBefore: goal({ visibility: 'pair', pairId: endedPair.id }),
  };
  const both = [people.mentee.id, mentor.id];
  const checkin = (of: Partial<Checkin>): Checkin => ({
    ...{ id: world.ids.next(), pairId: pair.id, number: 1, state: 'open', sinceOn: civilOf('2026-08-20'), dueAt: plus(START, -DAY), asked: both },
    ...{ answer: null, answeredBy: null, answeredAt: null, ...of },
  });
  const next = { number: 2, state: 'planned', dueAt: plus(START, 13 * DAY), asked: [] } as const;
  const openCheckin = checkin({});
  const others = [people.otherMentee.id, people.otherMentor.id];
  const answer = { state: 'answered', answer: 'not_yet', answeredBy: people.otherMentee.id, answeredAt: plus(START, -DAY / 2) } as const;
  const answeredCheckin = checkin({ pairId: otherPair.id, asked: others, ...answer });
  const busy = { id: world.ids.next(), personId: people.mentee.id, fromOn: civilOf('2026-09-01'), untilOn: civilOf('2026-09-10'), createdAt: START };

  const link = (person: Person, accountId: string, of: Partial<Link>): Link => ({
    ...{ id: world.ids.next(), personId: person.id, accountId, code: person.id, state: 'open', claimedBy: null },
    ...{ createdAt: START, expiresAt: plus(START, DAY), ...of },
  });

  const plan = TEMPLATE_PLANS.september;
  const year = (id: string, of: Partial<Year>): Year => ({
    ...{ id, plan, year: 2026, shifts: [], state: 'draft', publishedBy: null, publishedAt: null, doneUntil: START, ...of },
  });
  const late = { milestone: 'closing', from: civilOf('2028-05-26'), until: civilOf('2028-05-26'), reason: 'Aulan', by: people.programme.id, at: START };
  const published = year(cohort.id, { state: 'published', publishedBy: people.programme.id, publishedAt: START });
  const drafted = year(draftedCohort.id, { year: 2027, shifts: [late] });
  const gatheringOn = (milestone: string, startsAt: Instant): Gathering => ({
    ...{ id: world.ids.next(), cohortId: cohort.id, sharedWith: [], milestone, part: 'day', title: '', startsAt, endsAt: plus(startsAt, 2 * HOUR) },
    ...{ place: 'Aulan', link: '', capacity: 40, audience: ['pairs'], recruits: false, inviteFrom: START, state: 'planned', sequence: 0, done: [] },
    createdAt: START,
  });
  const [gathering, heldGathering] = [gatheringOn('kickoff', plus(START, 23 * DAY)), gatheringOn('mingle', plus(START, -2 * DAY))];
  const invitationOf = (personId: string, { id: gatheringId }: Gathering): Invitation => ({
    ...{ id: world.ids.next(), gatheringId, personId, answer: 'open', invitedAt: START, answeredAt: null, came: null },
  });
  const invitations = both.map((personId) => invitationOf(personId, gathering));
  const invitedBefore = invitationOf(people.mentee.id, heldGathering);
  const window: PairMeeting = {
    ...{ id: world.ids.next(), pairId: pair.id, number: 1, fromOn: civilOf('2026-08-31'), untilOn: civilOf('2026-09-04') },
    ...{ state: 'ahead', saidBy: null, saidAt: null },
  };

  const step = world.ids.next();
  const { grant, seen, links, account } = await world.tx(async (tx) => {
    const [teams, web] = [...(await tx.accounts.find({ personId: people.other.id })), ...(await tx.accounts.find({ personId: outsider.id }))];
    if (!teams || !web) throw new Error('no accounts');
    const account = { ...web, id: world.ids.next(), personId: waiting.id, platform: 'slack', externalId: 'U1' };
    const links = [link(people.other, teams.id, {}), link(outsider, web.id, { state: 'claimed', claimedBy: teams.id })] as const;
    tx.accounts.put({ ...teams, platform: 'teams' });
    tx.accounts.put(account);
    for (const one of links) tx.links.put(one);
    tx.people.put({ ...(await known(tx.people.get(people.left.id))), leftAt: START });
    tx.cohorts.put({ ...(await known(tx.cohorts.get(cohort.id))), name: cohort.name });
    tx.participations.put({ ...(await known(tx.participations.get(draft.id))), state: draft.state, submittedAt: null });
    tx.pairs.put({ ...(await known(tx.pairs.get(endedPair.id))), state: 'ended', endedAt: START });
    tx.programmes.put(elsewhere);
    for (const one of [closedCohort, elsewhereCohort, laterCohort, draftedCohort]) tx.cohorts.put(one);
    for (const one of [published, drafted]) tx.years.put(one);
    for (const one of [gathering, heldGathering]) tx.gatherings.put(one);
    for (const one of [...invitations, invitedBefore]) tx.invitations.put(one);
    tx.meetings.put(window);
    tx.passes.put({ id: world.ids.next(), opens: 'mine', subject: people.mentee.id, personId: people.mentee.id, code: 'mine', createdAt: START });
    tx.grants.put({ id: world.ids.next(), programmeId: elsewhere.id, personId: people.elsewhere.id, role: 'programme', createdAt: START });
    for (const one of [asking, answered]) tx.proposals.put(one);
    tx.circles.put(circle);
    for (const one of Object.values(goals)) tx.goals.put(one);
    for (const one of [openCheckin, checkin(next), answeredCheckin, checkin({ ...next, pairId: otherPair.id })]) tx.checkins.put(one);
    tx.busy.put(busy);
    const forbidden = { kind: 'rule', menteeId: ready.id, mentorId: mentorship.id, now: 'forbid', before: [] } as const;
    noted(tx, { id: step, cohortId: cohort.id, about: forbidden, createdBy: people.programme.id, createdAt: START });
    const [grant] = await tx.grants.find({ personId: people.readOnly.id });
    return { grant: grant?.id ?? '', seen: planOf(snapshotOf(await poolOf(tx, cohort), { mode: 'patch' })).seen, links, account };
  });

  const things: Things = {
    ...{ programme: world.programme.id, elsewhere: elsewhere.id, cohort: cohort.id, cohortName: cohort.name, closedCohort: closedCohort.id },
    ...{ elsewhereCohort: elsewhereCohort.id, seen, step, pair: pair.id, endedPair: endedPair.id, openCheckin: openCheckin.id },
    ...{ otherPair: otherPair.id, answeredCheckin: answeredCheckin.id, proposal: pair.proposalId, asking: asking.id, agreed: answered.id },
    ...{ draft: draft.id, ready: ready.id, mentorship: mentorship.id, apart: apart.id, waitingPerson: waiting.id, waitingName: waiting.name },
    ...{ mentorPerson: mentor.id, mentorName: mentor.name, outsider: outsider.id, busy: busy.id, grant },
    ...{ draftedCohort: draftedCohort.id, draftSeen: seenOf(drafted, datesOf(drafted)), gathering: gathering.id, heldGathering: heldGathering.id },
    ...{ circle: circle.id, invitation: invitations[0]?.id ?? '', window: window.id },
    ...{ openLink: links[0].id, askedLink: links[1].id, account: account.id },
    ...{ privateGoal: goals.privateGoal.id, sharedGoal: goals.sharedGoal.id, doneGoal: goals.doneGoal.id, goalOfBefore: goals.goalOfBefore.id },
  };
  return { people, things };
}

async function known<T>(row: Promise<T | null>): Promise<T> {
  const found = await row;
  if (!found) throw new Error('not there');
  return found;
}
