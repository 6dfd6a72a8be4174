// What stands in a calendar to subscribe to: gatherings, a pair's weeks to meet, a cohort's milestones. Pure.

import { quote, say, type Text, who } from '../../bot/views/text.ts';
import type { CalendarEntry } from '../../links.ts';
import type { Instant } from '../../time.ts';
import { type DatedMilestone, milestoneName } from '../calendar/index.ts';
import type { Pair } from '../cycle/index.ts';
import type { Gathering, Invitation } from '../gatherings/gathering.ts';
import type { PairMeeting } from '../meetings/window/window.ts';
import type { Year } from '../year/year.ts';

/** An entry before somebody reads it. */
export interface Entry extends Omit<CalendarEntry, 'title' | 'text'> {
  readonly title: Text;
  /** One paragraph each. */
  readonly text: readonly Text[];
}

/** `year`: of the gathering's cohort; a workshop may have none. */
export function gatheringEntry(gathering: Gathering, year: Year | undefined, invitation?: Invitation): Entry {
  const { id, sequence, startsAt, endsAt, place, link } = gathering;
  const cancelled = gathering.state === 'cancelled';
  const title = gatheringTitle(gathering, year);
  const text = [
    ...(invitation?.answer === 'open' && !cancelled ? [say('passes.entry.open')] : []),
    ...(invitation?.answer === 'waiting' && !cancelled ? [say('passes.entry.waiting')] : []),
    // Outlook does not show the address of an entry.
    ...(link === '' ? [] : [say('passes.entry.link', { link: quote(link) })]),
  ];
  const changedAt = latest(gathering.createdAt, changeOf(year), invitation?.invitedAt, invitation?.answeredAt);
  return { ...about(`gathering-${id}`, cancelled, title), sequence, when: { startsAt, endsAt }, text, place, link, changedAt };
}

/** A day for which a milestone has several parts names them, but for the first. */
function gatheringTitle({ title, milestone, part }: Gathering, year: Year | undefined): Text {
  const name = milestoneName({ id: milestone, ...(title === '' ? {} : { title }) });
  const parts = year?.plan.milestones.find((one) => one.id === milestone)?.parts ?? [];
  return parts.findIndex((one) => one.part === part) > 0 ? say('passes.entry.part', { name, part: say(`passes.part.${part}`) }) : name;
}

export interface Week {
  readonly pair: Pair;
  readonly partnerId: string;
  readonly number: number;
  readonly from: DatedMilestone['from'];
  readonly until: DatedMilestone['until'];
  /** What became of it, where somebody has said so. */
  readonly meeting: PairMeeting | null;
}

/** The pair alone sees who meets whom. */
export function meetingEntry({ pair, partnerId, number, from, until, meeting }: Week, year: Year): Entry {
  const title = say('passes.entry.meeting', { number, partner: who(partnerId) });
  const cancelled = meeting?.state === 'skipped';
  const changedAt = latest(pair.startedAt, changeOf(year), meeting?.saidAt);
  const sequence = year.shifts.length + (meeting?.saidAt ? 1 : 0);
  const about_ = about(`pair-${pair.id}-meeting-${number}`, cancelled, title);
  return { ...about_, sequence, when: { from, until }, text: [say('passes.entry.week')], place: '', link: '', changedAt };
}

export function milestoneEntry({ milestone, from, until }: DatedMilestone, year: Year): Entry {
  const [uid, title] = [`cohort-${year.id}-${milestone.id}`, milestoneName(milestone)];
  return { ...about(uid, false, title), sequence: year.shifts.length, when: { from, until }, text: [], place: '', link: '', changedAt: latest(changeOf(year)) };
}

/** Not every program shows that an entry is called off: its name says so too. */
function about(uid: string, cancelled: boolean, title: Text) {
  return { uid: `${uid}@mentor-cycle`, cancelled, title: cancelled ? say('passes.entry.cancelled', { title }) : title };
}

/** When a calendar was last changed by hand. */
function changeOf(year: Year | undefined): Instant | null {
  return year?.shifts.at(-1)?.at ?? year?.publishedAt ?? null;
}

function latest(...all: readonly (Instant | null | undefined)[]): Instant {
  return Math.max(0, ...all.map((at) => at ?? 0)) as Instant;
}
