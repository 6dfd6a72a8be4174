// What is doubtful, and what is proposed, in words.

import { listed, onDay, quote, say, type Text } from '../../../bot/views/text.ts';
import type { Doubt, Mend, Place } from './doubt.ts';
import type { Audience } from '../plan.ts';
import { daysBetween } from '../working-time.ts';
import { milestoneName, theMilestone } from '../words.ts';

export function doubtWords(doubt: Doubt): Text {
  const [one, two = one] = doubt.milestones;
  const [milestone, day] = [milestoneName(one), onDay(doubt.day)];
  switch (doubt.kind) {
    case 'same-day': {
      const both = { day, first: thePlace(one), second: thePlace(two) };
      return doubt.sameHours ? say('calendar.doubt.sameDayHours', both) : say('calendar.doubt.sameDay', both);
    }
    case 'apart':
      return say('calendar.doubt.apart', { milestone, day, other: thePlace(two), theirs: onDay(doubt.theirs) });
    case 'order':
      return say('calendar.doubt.order', { day, first: thePlace(two), second: thePlace(one) });
    case 'weekend':
    case 'friday':
      return say(`calendar.doubt.${doubt.kind}`, { milestone, day });
    case 'holiday':
      return say('calendar.doubt.holiday', { milestone, day, holiday: doubt.holiday });
    case 'week-holiday': {
      const holidays = doubt.holidays.map((holiday) => say('calendar.doubt.off', { holiday: holiday.name, day: onDay(holiday.day) }));
      return say('calendar.doubt.weekHoliday', { milestone, n: holidays.length, holidays: listed(holidays) });
    }
    case 'reply-window': {
      const { until, working, each } = doubt;
      return say('calendar.doubt.replyWindow', { days: daysBetween(doubt.day, until), from: day, until: onDay(until), working, each, needed: 2 * each });
    }
    case 'nobody':
      return say('calendar.doubt.nobody', { milestone, day, audience: audienceWords(doubt.audience) });
    case 'written':
      return say('calendar.doubt.written', { milestone, day, written: quote(doubt.written) });
  }
}

/** `null` where there is nothing to propose. */
export function mendWords({ mend }: Pick<Doubt, 'mend'>): Text | null {
  if (!mend) return null;
  if ('together' in mend) return say('calendar.mend.together', { first: thePlace(mend.together[0]), second: thePlace(mend.together[1]) });
  if ('audience' in mend) return say('calendar.mend.invite', { audience: audienceWords(mend.instead) });
  return say('calendar.mend.move', { milestone: theMilestone(placed(mend)), day: onDay(mend.from) });
}

function placed({ milestone, title }: Extract<Mend, { readonly from: unknown }>): Place {
  return { id: milestone, title };
}

/** Another cohort's with the cohort's name: "the kick-off (Autumn 2026)". */
function thePlace(place: Place): Text {
  const milestone = theMilestone(place);
  return place.cohort === undefined ? milestone : say('calendar.doubt.ofOther', { milestone, cohort: quote(place.cohort) });
}

/** "former pairs". */
export function audienceWords(audience: Audience): Text {
  return say(`calendar.audience.${audience}`);
}
