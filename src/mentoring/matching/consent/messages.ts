// The messages of matching, each drawn from ids for whoever reads it, whatever has happened meanwhile.

import { quote, say } from '../../../bot/views/text.ts';
import { actions, type Block, message, note, paragraph } from '../../../bot/views/view.ts';
import { civilIn } from '../../calendar/index.ts';
import { type Actor, elsewhere } from '../../people/index.ts';
import type { Template, Tx } from '../../store.ts';
import { type Side, summaryFor } from '../summary/anonymous.ts';
import { isOpen, type Proposal } from '../proposal.ts';
import { isAsked, type Place, question, reminder, reveal, standing } from './views.ts';

type Reader = Pick<Actor, 'participations' | 'timeZone'>;

/** On which side of a proposal somebody stands; a mentor stands on none until the mentee has said yes. */
export function sideOf(proposal: Proposal, reader: Pick<Reader, 'participations'>): Side | null {
  const mine = (id: string) => reader.participations.some((one) => one.id === id);
  if (mine(proposal.menteeId)) return 'mentee';
  const unaware = proposal.state === 'asked_mentee' || proposal.state === 'declined_by_mentee';
  return mine(proposal.mentorId) && !unaware ? 'mentor' : null;
}

/** The question while it is asked of this reader, and how it stands before and after. */
export async function proposalView(tx: Tx, proposal: Proposal, side: Side, of: { readonly timeZone: string; readonly place: Place }) {
  if (!isAsked(proposal, side)) return standing(proposal, side, of.timeZone);
  const other = await tx.participations.get(side === 'mentee' ? proposal.mentorId : proposal.menteeId);
  if (!other) return standing(proposal, side, of.timeZone);
  return question(proposal, side, await summaryFor(tx, other, side === 'mentee' ? 'mentor' : 'mentee'), of.place);
}

function about(name: string, build: (tx: Tx, proposal: Proposal, side: Side, reader: Actor) => ReturnType<Template['build']>): Template {
  return {
    name,
    async build({ tx, reader }, args) {
      const proposal = await tx.proposals.get(String(args['proposal']));
      const side = proposal && sideOf(proposal, reader);
      return proposal && side ? build(tx, proposal, side, reader) : null;
    },
  };
}

const asking = (tx: Tx, proposal: Proposal, side: Side, { timeZone }: Actor) => proposalView(tx, proposal, side, { timeZone, place: 'message' });

const askMentee = about('matching.askMentee', asking);
const askMentor = about('matching.askMentor', asking);

const reminding = about('matching.reminder', async (_tx, proposal, side, { timeZone }) =>
  isAsked(proposal, side) ? reminder(proposal, side, timeZone) : null,
);

/** The other one's profile, whole (S4.25). Nothing of it leaves the storage before the proposal is accepted. */
const revealing: Template = {
  name: 'matching.reveal',
  async build({ tx, reader, now }, args) {
    const proposal = await tx.proposals.get(String(args['proposal']));
    const side = proposal && sideOf(proposal, reader);
    if (proposal?.state !== 'accepted' || !side) return null;
    const other = await tx.participations.get(side === 'mentee' ? proposal.mentorId : proposal.menteeId);
    const person = other && (await tx.people.get(other.personId));
    const cohort = await tx.cohorts.get(proposal.cohortId);
    if (!other || !person || !cohort) return null;
    const ahead = cohort.startsOn > civilIn(now, reader.timeZone) ? cohort.startsOn : null;
    return reveal({ other, person, side: side === 'mentee' ? 'mentor' : 'mentee', startsOn: ahead, apart: await reachOf(tx, reader.personId, person.id) });
  },
};

/** For two who cannot write to each other in one chat; nothing where they can. */
async function reachOf(tx: Tx, readerId: string, personId: string): Promise<readonly Block[]> {
  const reach = (await elsewhere(tx, readerId, [personId])).get(personId);
  return reach ? [reach, note(say('people.elsewhere.help'))] : [];
}

/** To the one who waited, where the other could not: not by whom, nor why (S4.27). */
const notThisTime = about('matching.notThisTime', async (_tx, proposal, side) =>
  isOpen(proposal) || proposal.state === 'accepted' ? null : message([paragraph(say(`matching.notThisTime.${side}`))]),
);

/** To the one who did not answer in time. */
const ranOut = about('matching.ranOut', async (_tx, proposal, side) =>
  proposal.state === 'expired' ? message([paragraph(say(`matching.ranOut.${side}`))]) : null,
);

/** To those for whom nobody was found this time (C12). */
const leftOver: Template = {
  name: 'matching.leftOver',
  async build({ tx, reader }, args) {
    const participation = await tx.participations.get(String(args['participation']));
    if (participation?.state !== 'ready' || participation.personId !== reader.personId) return null;
    const side = args['side'] === 'mentor' ? 'mentor' : 'mentee';
    return message([paragraph(say(`matching.leftOver.${side}`)), paragraph(say(`matching.leftOver.${side}.next`))]);
  },
};

/** To the coordinators: all have answered, or somebody did not in time. */
const news: Template = {
  name: 'matching.news',
  async build({ tx, reader }, args) {
    const cohort = await tx.cohorts.get(String(args['cohort']));
    if (!cohort || !reader.grants.some((grant) => grant.programmeId === cohort.programmeId)) return null;
    const proposals = await tx.proposals.find({ cohortId: cohort.id });
    const expired = Number(args['expired'] ?? 0);
    const name = quote(cohort.name);
    const open = proposals.filter(isOpen).length;
    const agreed = proposals.filter((proposal) => proposal.state === 'accepted').length;
    return message([
      ...(expired > 0 ? [paragraph(say('matching.news.expired', { count: expired, cohort: name }))] : []),
      paragraph(open === 0 ? say('matching.news.over', { cohort: name, agreed }) : say('matching.news.open', { open, cohort: name })),
      actions(
        { label: say('matching.button.status'), action: 'matching.status', about: { cohort: cohort.id }, style: 'main' },
        { label: say('matching.button.preview'), action: 'matching.preview', about: { cohort: cohort.id } },
      ),
    ]);
  },
};

export const TEMPLATES: readonly Template[] = [askMentee, askMentor, reminding, revealing, notThisTime, ranOut, leftOver, news];
