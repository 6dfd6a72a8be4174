// What the coordinator does: a cohort and its calendar, sign-up, matching in rounds, and whatever her messages ask of her.

import { plusDays, writePlan } from '../../mentoring/calendar/index.ts';
import type { Instant } from '../../time.ts';
import type { Member } from './cast.ts';
import { of, type Way } from './hands.ts';
import { ROUND } from './life.ts';
import type { Played, Stage } from './stage.ts';

/** Working days before the results, and after them for those who came late: each time she looks, and publishes what she sees. */
const ROUNDS = [-ROUND, -6, -2, 5];

export function coordinate(stage: Stage, coordinator: Member, programmes: readonly Played[]): void {
  const { desk, clock, hands } = stage;
  const does = (at: Instant, line: string, way: Way = {}) => stage.later(at, coordinator, async () => void (await hands.command(coordinator, line, way)));

  for (const [index, played] of programmes.entries()) {
    const { name } = played;
    const today = desk.hoursAfter(clock.now(), index * 3);
    const { startsOn, endsOn } = played;
    does(today, `/cohort create ${name}`, { answers: { name, startsOn, endsOn } });
    does(desk.hoursAfter(today, 1), `/cohort channel ${name}`, { answers: { conversation: CHANNEL } });
    does(desk.hoursAfter(today, 2), `/cohort calendar ${name}`, calendarOf(played));
    for (const days of ROUNDS) does(desk.onDay(desk.days(played.resultsOn, days), 0.2), `/match preview ${name}`, { presses: [of('matching.publish')] });
    does(desk.onDay(plusDays(startsOn, -1), 0.6), `/cohort close ${name}`);
  }
}

/** Takes the template, or pastes the file; accepts each day that is proposed instead of a doubtful one; then publishes, knowing the rest. */
function calendarOf({ plan, template, year }: Played): Way {
  const mends = Array.from({ length: MOST_MENDS }, () => of('year.mend'));
  return {
    answers: template === null ? { file: writePlan(plan, 'yaml', 'en'), year } : { template, year },
    presses: [of(template === null ? 'year.importForm' : 'year.choose'), ...mends, of('year.publish'), of('year.publish'), of('programme.open')],
  };
}

const MOST_MENDS = 8;
const CHANNEL = 'C-MENTORING';
