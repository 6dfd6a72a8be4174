// Where the story is played: what each has before them, what each means to do, and how people come to act on what they get.

import type { ShownMessage } from '../../bot/views/shown.ts';
import type { Dates, Plan, TemplateName } from '../../mentoring/calendar/index.ts';
import { type Civil, type Instant, plus } from '../../time.ts';
import { Agenda, type Deed } from './agenda.ts';
import type { Member } from './cast.ts';
import { deskIn, type Desk, type JumpingClock } from './clock.ts';
import { choose, habitFor, patienceOf } from './habits.ts';
import { Hands } from './hands.ts';
import type { House, Posted } from './house.ts';

/** A programme that is played. */
export interface Played {
  /** Of the cohort. */
  readonly name: string;
  readonly plan: Plan;
  /** Where it is built in. */
  readonly template: TemplateName | null;
  readonly year: number;
  readonly dates: Dates;
  readonly opensOn: Civil;
  readonly resultsOn: Civil;
  readonly startsOn: Civil;
  readonly endsOn: Civil;
}

/** What a message of this kind makes somebody do beside answering it. */
export type Prompt = (member: Member, kind: string, message: ShownMessage) => void;

export class Stage {
  readonly clock: JumpingClock;
  readonly desk: Desk;
  readonly hands: Hands;
  readonly agenda = new Agenda();
  /** All that was posted, in order. */
  readonly posts: Posted[] = [];
  private readonly house: House;
  private readonly members: ReadonlyMap<string, Member>;
  /** What stands before each, as it looks by now. */
  private readonly walls = new Map<string, ShownMessage>();
  /** From when on somebody does nothing any more. */
  private readonly quiet = new Map<Member, Instant>();
  private unread: Posted[] = [];

  constructor(house: House, clock: JumpingClock, members: readonly Member[], region: string) {
    this.house = house;
    this.clock = clock;
    this.desk = deskIn(region);
    this.members = new Map(members.map((member) => [member.externalId, member]));
    this.hands = new Hands(house, clock, (_member, { messageId, message }) => void this.walls.set(messageId, message));
  }

  post(posted: Posted): void {
    this.walls.set(posted.messageId, posted.message);
    if (posted.again) return;
    this.posts.push(posted);
    this.unread.push(posted);
  }

  /** Somebody means to do something then; at night and on holidays it waits for the morning. */
  later(at: Instant, by: Member, deed: Deed): void {
    this.agenda.add(at, async () => {
      const now = this.clock.now();
      const awake = this.desk.next(now);
      if (awake > now) this.later(awake, by, deed);
      else if (now < (this.quiet.get(by) ?? Number.POSITIVE_INFINITY)) await deed();
    });
  }

  fallQuiet(member: Member, at: Instant): void {
    this.quiet.set(member, at);
  }

  /** Everybody reads what has come, in its order, and makes up their mind. */
  readAll(prompt: Prompt): void {
    const unread = this.unread;
    this.unread = [];
    for (const { messageId, externalId, message } of unread) {
      const member = this.members.get(externalId ?? '');
      if (!member) continue;
      this.answering(member, messageId, message);
      prompt(member, this.house.kinds.get(messageId) ?? '', message);
    }
  }

  private answering(member: Member, messageId: string, message: ShownMessage): void {
    const habit = habitFor(message);
    const hours = habit && patienceOf(member, habit);
    if (!habit || hours === null) return;
    this.later(this.desk.hoursAfter(this.clock.now(), hours), member, async () => {
      // The other one may have answered for both meanwhile.
      const buttons = choose(habit, this.walls.get(messageId) ?? message, member.chance);
      for (const button of buttons) await this.hands.press(member, button, habit.way?.(member) ?? {});
    });
  }

  /** A moment between two days' opening hours, by the person's own luck. */
  between(from: Civil, until: Civil, share: number, member: Member): Instant {
    const [first, last] = [this.desk.onDay(from, 0), this.desk.onDay(until, 0)];
    return this.desk.hoursAfter(this.desk.next(plus(first, Math.max(0, last - first) * share)), member.chance.whole(0, 10) / 2);
  }
}
