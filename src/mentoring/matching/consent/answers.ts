// The two questions and their answers, mentee first (S4.20-S4.27). No answer, late press or strange press reveals anything.

import { z } from 'zod';
import { choice, id } from '../../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../../bot/actions/outcome.ts';
import { say } from '../../../bot/views/text.ts';
import { BotError } from '../../../fault.ts';
import { startPair } from '../../cycle/index.ts';
import { beginCheckins } from '../../meetings/index.ts';
import { anyone } from '../../people/index.ts';
import type { Programme } from '../../programme/index.ts';
import { type AnyAction, type Context, define, type Tx } from '../../store.ts';
import type { Side } from '../summary/anonymous.ts';
import { proposalView, sideOf } from './messages.ts';
import { type Proposal, topicOf } from '../proposal.ts';
import { workingDaysOf } from './days.ts';
import { timesFor } from '../rules.ts';
import { isAsked, type Place } from './views.ts';

interface Asked {
  readonly proposal: Proposal;
  readonly side: Side;
}

const input = z.object({ proposal: id(), place: choice(['message', 'page']).default('page') });

async function asked({ tx, actor }: Context, of: { readonly proposal: string }): Promise<Asked | null> {
  const proposal = await tx.proposals.get(of.proposal);
  const side = proposal && sideOf(proposal, actor);
  return proposal && side ? { proposal, side } : null;
}

/** An answer of one side: whoever comes late, or twice, sees how it stands and changes nothing. */
function answering(name: string, side: Side, run: (context: Context, proposal: Proposal) => Promise<Outcome | Proposal>): AnyAction {
  return define({
    name,
    version: 1,
    input,
    subject: async (context, of) => {
      const found = await asked(context, of);
      return found?.side === side ? found : null;
    },
    may: anyone,
    async run(context, { place }, { proposal }) {
      if (!isAsked(proposal, side)) return shown(context, proposal, side, place);
      const result = await run(context, proposal);
      return 'kind' in result ? result : shown(context, result, side, place);
    },
  });
}

/** A pressed message is drawn anew by itself; a page is answered by a page. */
async function shown({ tx, actor }: Context, proposal: Proposal, side: Side, place: Place): Promise<Outcome> {
  if (place === 'message') return done();
  return done(await proposalView(tx, proposal, side, { timeZone: actor.timeZone, place }));
}

/** Puts the proposal's new state, and draws its messages anew. */
function put(tx: Tx, proposal: Proposal): Proposal {
  tx.proposals.put(proposal);
  tx.refresh(topicOf(proposal));
  return proposal;
}

/** Ends a proposal: nobody is reminded of it, and its cohort is looked at once more. */
export function close(
  tx: Tx,
  proposal: Proposal,
  state: 'accepted' | 'declined_by_mentee' | 'declined_by_mentor' | 'withdrawn',
  now: Context['now'],
): Proposal {
  tx.forget('matching.remind', proposal.id);
  tx.forget('matching.expire', proposal.id);
  tx.remind('matching.round', proposal.cohortId, now);
  return put(tx, { ...proposal, state, closedAt: now });
}

/** Asks one side, and sets the reminder and the end of the wait. */
export function ask(tx: Tx, proposal: Proposal, side: Side, personId: string): void {
  tx.post({
    to: { person: personId },
    template: side === 'mentee' ? 'matching.askMentee' : 'matching.askMentor',
    args: { proposal: proposal.id },
    kind: 'decision',
    topic: topicOf(proposal),
  });
  if (proposal.remindAt === null) tx.forget('matching.remind', proposal.id);
  else tx.remind('matching.remind', proposal.id, proposal.remindAt);
  tx.remind('matching.expire', proposal.id, proposal.expiresAt);
}

/** The programme of one's own participation: the way to it needs no cohort. */
async function programmeFor({ tx, actor }: Context, participationId: string): Promise<Programme> {
  const mine = actor.participations.find((one) => one.id === participationId);
  const programme = mine && (await tx.programmes.get(mine.programmeId));
  if (!programme) throw new BotError('bug', 'a participation without its programme');
  return programme;
}

const menteeYes = answering('matching.menteeYes', 'mentee', async (context, proposal) => {
  const { tx, now } = context;
  const programme = await programmeFor(context, proposal.menteeId);
  const mentor = await tx.participations.get(proposal.mentorId);
  const person = mentor && (await tx.people.get(mentor.personId));
  if (!person) throw new BotError('bug', 'a proposal without its mentor');
  const works = await workingDaysOf(tx, proposal.cohortId);
  const next = put(tx, { ...proposal, state: 'asked_mentor', ...timesFor(now, person.timeZone, programme.settings.proposalDays, works) });
  ask(tx, next, 'mentor', person.id);
  return next;
});

const menteeNo = answering('matching.menteeNo', 'mentee', async ({ tx, now }, proposal) => close(tx, proposal, 'declined_by_mentee', now));

const mentorYes = answering('matching.mentorYes', 'mentor', async (context, proposal) => {
  const { tx, now, ids } = context;
  const members = await tx.participations.all([proposal.menteeId, proposal.mentorId]);
  const mentee = members.find((one) => one.id === proposal.menteeId);
  const mentor = members.find((one) => one.id === proposal.mentorId);
  if (!mentee || !mentor) throw new BotError('bug', 'a proposal without its people');
  // The mentor is read before the pairs are counted, and put back: of two yeses at the same moment one is decided again (C7).
  const pairs = await tx.pairs.count({ mentorId: mentor.id, state: 'active' });
  if (pairs >= mentor.capacity) return refused(say('matching.full', { capacity: mentor.capacity }));
  tx.participations.put(mentor);
  const programme = await programmeFor(context, mentor.id);
  const people = await tx.people.all([mentee.personId, mentor.personId]);
  const accepted = close(tx, proposal, 'accepted', now);
  const pair = startPair(tx, { proposal: accepted, programme, now, ids });
  beginCheckins(tx, { pair, mentee, mentor, programme, people, now, ids });
  for (const { personId } of [mentee, mentor]) {
    tx.post({ to: { person: personId }, template: 'matching.reveal', args: { proposal: proposal.id }, kind: 'decision', topic: `pair:${pair.id}` });
  }
  return accepted;
});

const mentorNo = answering('matching.mentorNo', 'mentor', async ({ tx, now }, proposal) => {
  const mentee = await tx.participations.get(proposal.menteeId);
  if (mentee) notThisTime(tx, proposal, mentee.personId);
  return close(tx, proposal, 'declined_by_mentor', now);
});

/** Kindly, and not by whom or why (S4.27). */
export function notThisTime(tx: Tx, proposal: Proposal, personId: string): void {
  tx.post({ to: { person: personId }, template: 'matching.notThisTime', args: { proposal: proposal.id }, kind: 'decision', topic: topicOf(proposal) });
}

/** The question on a page of its own, or how it stands by now. */
const read = define({
  name: 'matching.read',
  version: 1,
  look: true,
  input: z.object({ proposal: id() }),
  subject: asked,
  may: anyone,
  run: async ({ tx, actor }, _input, { proposal, side }) => done(await proposalView(tx, proposal, side, { timeZone: actor.timeZone, place: 'page' })),
});

export const ANSWERS: readonly AnyAction[] = [menteeYes, menteeNo, mentorYes, mentorNo, read];
