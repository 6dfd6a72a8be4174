// What a simulated year comes to, as data: everybody, every message as it was seen, every deed, every pair, every milestone.

import { type Instant, instantOf, isoOf } from '../../time.ts';
import { datesOf } from '../../mentoring/calendar/index.ts';
import { showCalendar } from '../admin/calendar.ts';
import type { Member } from './cast.ts';
import type { PlayedOut } from './play.ts';
import type { Played } from './stage.ts';
import { wordsOf } from './words.ts';

export interface Told {
  readonly at: string;
  /** Of `people`, or `channel:` and the chat's own name of it. */
  readonly to: string;
  /** The name of its template. */
  readonly kind: string;
  readonly language: string;
  readonly text: string;
  /** Which of `pairs` it is about. */
  readonly pair?: string;
}

export interface PairRecord {
  readonly id: string;
  readonly cohort: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly proposedAt: string;
  readonly menteeYesAt?: string;
  readonly mentorYesAt?: string;
  readonly revealedAt?: string;
  readonly endedAt?: string;
}

export interface Milestone {
  readonly id: string;
  readonly cohort: string;
  readonly date: string;
  readonly endDate?: string;
}

export interface YearRecord {
  readonly people: readonly (Pick<Member, 'name' | 'email' | 'role' | 'language' | 'timeZone' | 'platform'> & { readonly id: string })[];
  readonly messages: readonly Told[];
  readonly actions: readonly { readonly at: string; readonly by: string; readonly action: string; readonly outcome: 'done' | 'refused' }[];
  readonly pairs: readonly PairRecord[];
  /** As `admin calendar --json` gives them, on the days that were played. */
  readonly milestones: readonly Milestone[];
  readonly totals: Readonly<Record<'people' | 'messages' | 'actions' | 'refusals' | 'proposals' | 'pairs', number>>;
}

export async function recordOf({ house, stage, programmes, coordinators, members }: PlayedOut, file: string | null): Promise<YearRecord> {
  const { store, tenantId, kinds } = house;
  const { prisma } = store;
  const accounts = await prisma.account.findMany({ where: { tenantId }, select: { externalId: true, personId: true } });
  const accountOf = new Map(accounts.map((account) => [account.personId, account.externalId]));
  const everybody = [...coordinators, ...members];

  const rows = await store.read(tenantId, null, async ({ tx }) => ({
    proposals: await tx.proposals.find({}),
    pairs: await tx.pairs.find({}),
    checkins: await tx.checkins.find({}),
    meetings: await tx.meetings.find({}),
    participations: await tx.participations.find({}),
    cohorts: await tx.cohorts.find({}),
  }));
  const numberOf = new Map(rows.proposals.map(({ id }, index) => [id, `pair-${index + 1}`]));
  // Whatever is about a pair names it, its proposal, one of its check-ins or of its meetings.
  const ofPair = new Map(rows.pairs.map((pair) => [pair.id, numberOf.get(pair.proposalId) ?? '']));
  for (const { id, pairId } of [...rows.checkins, ...rows.meetings]) ofPair.set(id, ofPair.get(pairId) ?? '');
  for (const [id, number] of numberOf) ofPair.set(id, number);

  const sent = await prisma.message.findMany({ where: { tenantId, mode: 'post' }, select: { id: true, args: true } });
  const pairIn = new Map(sent.map(({ id, args }) => [id, Object.values(args as object).flatMap((arg) => ofPair.get(String(arg)) ?? [])[0]]));
  const messages = stage.posts.map(({ at, messageId, externalId, conversation, message }): Told => {
    const pair = pairIn.get(messageId);
    const to = externalId === null ? `channel:${conversation}` : externalId;
    const told = { at: isoOf(at), to, kind: kinds.get(messageId) ?? '', language: message.language, text: wordsOf(message) };
    return pair ? { ...told, pair } : told;
  });
  const actions = stage.hands.acted.map(({ at, by, action, outcome }) => ({ at: isoOf(at), by: by.externalId, action, outcome }));

  const events = await prisma.event.findMany({
    where: { tenantId, action: { in: ['matching.menteeYes', 'matching.mentorYes'] }, outcome: 'done' },
    select: { action: true, subject: true, at: true },
    orderBy: { at: 'asc' },
  });
  const saidYes = (proposal: string, action: string) => events.find((one) => one.action === action && one.subject?.split(',').includes(proposal))?.at;
  const personOf = new Map(rows.participations.map((one) => [one.id, accountOf.get(one.personId)]));
  const nameOf = new Map(rows.cohorts.map((cohort) => [cohort.id, cohort.name]));
  const pairOf = new Map(rows.pairs.map((pair) => [pair.proposalId, pair]));
  const revealed = new Map(messages.flatMap(({ kind, pair, at }) => (kind === 'matching.reveal' && pair ? [[pair, at] as const] : [])));
  const pairs = rows.proposals.map((proposal): PairRecord => {
    const [menteeYes, mentorYes] = [saidYes(proposal.id, 'matching.menteeYes'), saidYes(proposal.id, 'matching.mentorYes')];
    const [revealedAt, endedAt] = [revealed.get(numberOf.get(proposal.id) ?? ''), pairOf.get(proposal.id)?.endedAt];
    return {
      ...{
        id: numberOf.get(proposal.id) ?? '',
        cohort: nameOf.get(proposal.cohortId) ?? '',
        mentee: personOf.get(proposal.menteeId) ?? '',
        mentor: personOf.get(proposal.mentorId) ?? '',
      },
      proposedAt: isoOf(proposal.createdAt),
      ...when('menteeYesAt', menteeYes && instantOf(menteeYes)),
      ...when('mentorYesAt', mentorYes && instantOf(mentorYes)),
      ...(revealedAt ? { revealedAt } : {}),
      ...when('endedAt', endedAt),
    };
  });

  return {
    people: everybody.map(({ externalId, name, email, role, language, timeZone, platform }) => ({
      ...{ id: externalId, name, email, role, language, timeZone, platform },
    })),
    ...{ messages, actions, pairs },
    milestones: (await Promise.all(programmes.map((played) => milestonesOf(played, file, house)))).flat(),
    totals: {
      ...{ people: everybody.length, messages: messages.length, actions: actions.length, proposals: pairs.length },
      refusals: actions.filter(({ outcome }) => outcome === 'refused').length,
      pairs: rows.pairs.length,
    },
  };
}

function when<K extends string>(key: K, at: Instant | null | undefined) {
  return (at ? { [key]: isoOf(at) } : {}) as { readonly [key in K]?: string };
}

/** What the operator's command says of them; what the coordinator has moved, on its new days. */
async function milestonesOf({ name, template, year }: Played, file: string | null, { store, tenantId }: PlayedOut['house']): Promise<Milestone[]> {
  const lines: string[] = [];
  const which = template === null ? ['--programme', file ?? ''] : ['--template', template];
  showCalendar([...which, '--year', String(year), '--json'], (line) => void lines.push(line));
  const rows = JSON.parse(lines.join('\n')) as Omit<Milestone, 'cohort'>[];
  const played = await store.read(tenantId, null, async ({ tx }) => {
    const [cohort] = await tx.cohorts.find({ name });
    const calendar = cohort && (await tx.years.get(cohort.id));
    return calendar ? datesOf(calendar).dates : [];
  });
  const days = new Map(played.map(({ milestone, from, until }) => [milestone.id, { date: from, ...(until === from ? {} : { endDate: until }) }]));
  return rows.map((row) => ({ ...row, ...days.get(row.id), cohort: name }));
}
