// What people do of their own accord: sign up, write goals and follow them, take busy periods, leave.

import { titlesOf } from '../../bot/actions/commands.ts';
import type { ShownButton } from '../../bot/views/shown.ts';
import { civilIn, plusDays } from '../../mentoring/calendar/index.ts';
import { COMMANDS } from '../../mentoring/table.ts';
import type { Member } from './cast.ts';
import { HOME } from './clock.ts';
import { of } from './hands.ts';
import { WORDS } from './profiles.ts';
import type { Played, Stage } from './stage.ts';

/** Sign-up, the busy periods, and for some the day on which they turn away. */
export function liveOn(stage: Stage, member: Member, programmes: readonly Played[]): void {
  for (const join of member.joins) {
    const played = programmes[join.programme];
    if (!played) continue;
    const lastCall = stage.desk.days(played.resultsOn, -ROUND);
    const [from, until, share] = join.when <= 1 ? [played.opensOn, lastCall, join.when * 0.97] : [lastCall, played.resultsOn, (join.when - 1) * 0.6];
    const at = stage.between(plusDays(from, 1), until, share, member);
    stage.later(at, member, async () => {
      const chosen = (button: ShownButton) => button.action === 'orientation.join' && button.label === played.name;
      const presses = [chosen, of('orientation.begin'), of('orientation.submit')];
      await stage.hands.command(member, typed(member, 'orientation.join'), { answers: join.answers, presses });
    });
  }
  const [first] = member.joins;
  const played = first && programmes[first.programme];
  if (!played) return;
  if (member.temper === 'busy') takeBreaks(stage, member, played);
  if (member.temper === 'leaving') turnAway(stage, member, played);
}

/** So many working days before the results the first round of matching begins: time for two answers each, and a second round. */
export const ROUND = 14;

function takeBreaks(stage: Stage, member: Member, played: Played): void {
  for (let breaks = member.chance.whole(1, 2), share = member.chance.next() * 0.4 + 0.1; breaks > 0; breaks--, share += 0.35) {
    const at = stage.between(played.startsOn, played.endsOn, share, member);
    const [ahead, long] = [member.chance.whole(0, 5), member.chance.whole(5, 13)];
    stage.later(at, member, async () => {
      const from = plusDays(civilIn(stage.clock.now(), member.timeZone), ahead);
      await stage.hands.command(member, typed(member, 'meetings.busy'), { answers: { from, until: plusDays(from, long) } });
    });
  }
}

/** Some withdraw before they are matched; others say a word to the coordinator, or nothing, and are not seen again. */
function turnAway(stage: Stage, member: Member, played: Played): void {
  if (member.chance.yes(0.4)) {
    const at = stage.between(stage.desk.days(played.resultsOn, -ROUND), played.resultsOn, member.chance.next() * 0.5, member);
    stage.later(at, member, async () => {
      await stage.hands.command(member, typed(member, 'orientation.leave'), { presses: [of('orientation.withdraw')] });
      stage.fallQuiet(member, stage.clock.now());
    });
    return;
  }
  const at = stage.between(played.startsOn, played.endsOn, 0.2 + member.chance.next() * 0.5, member);
  const says = member.chance.yes(0.5);
  stage.later(at, member, async () => {
    if (says) await stage.hands.command(member, typed(member, 'meetings.help'));
    stage.fallQuiet(member, stage.clock.now());
  });
}

/** What comes of getting a mentor: a goal within weeks, its progress in spring, and its end. */
export function setOut(stage: Stage, member: Member, played: Played): void {
  const { temper, chance, language } = member;
  if (member.role !== 'mentee' || temper === 'silent' || chance.yes(0.15)) return;
  const title = chance.pick(WORDS[language].goals);
  const today = civilIn(stage.clock.now(), HOME);
  const [dueOn, shared] = [plusDays(played.endsOn, -chance.whole(10, 60)), chance.yes(0.7)];
  stage.later(stage.desk.onDay(plusDays(today, chance.whole(3, 25)), chance.next()), member, async () => {
    // Of the ways to share a goal, the first is to keep it.
    const answers = { title, specific: title, visibility: shared ? 1 : 0, ...(dueOn > today ? { dueOn } : {}) };
    await stage.hands.command(member, typed(member, 'goals.new'), { answers });
  });
  for (const progress of [40, 100]) {
    const at = stage.between(played.startsOn, played.endsOn, progress === 40 ? 0.5 : 0.9, member);
    if (chance.yes(0.7)) {
      stage.later(at, member, async () => {
        await stage.hands.command(member, typed(member, 'goals.pick', 'progress'), { answers: { progress }, presses: [of('goals.progress')] });
      });
    }
  }
}

/** As they would write it in their own language. */
function typed(member: Member, action: string, word?: string): string {
  const row = COMMANDS.find((one) => one.action === action && (word === undefined || one.word === word) && one.word !== '');
  if (!row) return '';
  return `/${titlesOf(row)[member.language]}`;
}
