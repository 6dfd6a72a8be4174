// What a gathering is called, and when and where it is, in words.

import { atHour, onDay, quote, say, type Text } from '../../bot/views/text.ts';
import type { Fact } from '../../bot/views/view.ts';
import { civilIn, hourIn, milestoneName, theMilestone } from '../calendar/index.ts';
import type { Gathering } from './gathering.ts';

type Named = Pick<Gathering, 'id' | 'cohortId' | 'milestone' | 'part' | 'title'>;

/** "Kick-off", or "Kick-off: seminar" where several parts of it stand together. */
export function nameOf(one: Named, among: readonly Named[] = []): Text {
  const several = among.some((other) => other.id !== one.id && other.milestone === one.milestone && other.cohortId === one.cohortId);
  const what = milestoneName(milestoneOf(one));
  return several ? say('gatherings.name.part', { what, part: say(`gatherings.part.${one.part}`) }) : what;
}

/** Within a sentence: "the kick-off". */
export function theGathering(one: Named): Text {
  return theMilestone(milestoneOf(one));
}

function milestoneOf({ milestone, title }: Named) {
  return { id: milestone, ...(title === '' ? {} : { title }) };
}

/** The day as the reader's own wall shows it. */
export function dayWords(one: Pick<Gathering, 'startsAt'>, timeZone: string) {
  return onDay(civilIn(one.startsAt, timeZone), 'week');
}

export function hoursAndPlace({ startsAt, endsAt, place }: Pick<Gathering, 'startsAt' | 'endsAt' | 'place'>): Text {
  const hours = { from: atHour(startsAt), until: atHour(endsAt) };
  return place === '' ? say('gatherings.hours', hours) : say('gatherings.hoursPlace', { ...hours, place: quote(place) });
}

/** "Thursday 24 September, 13:00–15:00, Aula Nova" */
export function whenAndWhere(one: Gathering, timeZone: string): Text {
  return say('gatherings.dayHours', { day: dayWords(one, timeZone), hours: hoursAndPlace(one) });
}

/** Without the place: of what is called off, it says which part. */
export function dayAndHours(one: Gathering, timeZone: string): Text {
  return whenAndWhere({ ...one, place: '' }, timeZone);
}

/** Hours, place and link of gatherings of one day. */
export function whenFacts(gatherings: readonly Gathering[]): Fact[] {
  const only = gatherings.length === 1;
  return gatherings.flatMap((one) => [
    { label: only ? say(one.place === '' ? 'gatherings.fact.hours' : 'gatherings.fact.when') : nameOf(one, gatherings), value: hoursAndPlace(one) },
    ...(one.link === ''
      ? []
      : [{ label: only ? say('gatherings.fact.link') : say('gatherings.fact.linkTo', { what: nameOf(one, gatherings) }), value: quote(one.link) }]),
  ]);
}

/** Whether the reader's wall shows other hours than the wall there. */
export function zoneDiffers({ startsAt }: Pick<Gathering, 'startsAt'>, reader: string, there: string): boolean {
  return hourIn(startsAt, reader) !== hourIn(startsAt, there) || civilIn(startsAt, reader) !== civilIn(startsAt, there);
}

/** `America/New_York` as people would say it: "New York". */
export function cityOf(timeZone: string): Text {
  return quote((timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '));
}
