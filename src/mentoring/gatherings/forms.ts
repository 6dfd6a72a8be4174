// The forms of gatherings, and reading what was written in them.

import { quote, say, type Text } from '../../bot/views/text.ts';
import { type Form, type Input, note, paragraph } from '../../bot/views/view.ts';
import { type Civil, type Instant, isCivil } from '../../time.ts';
import { AUDIENCES, civilIn, hourIn } from '../calendar/index.ts';
import type { Cohort } from '../programme/index.ts';
import { hoursOn } from './changing.ts';
import type { Gathering } from './gathering.ts';
import { isWorkshop } from './rules.ts';
import { nameOf } from './words.ts';

const MOST_PLACES = 2000;

interface Kept {
  readonly from: string;
  readonly until: string;
  readonly place: string;
  readonly link: string;
  readonly capacity: number | null;
}

/** The day of a milestone is the calendar's; a workshop's own is here. */
export function editForm(gathering: Gathering, timeZone: string): Form {
  const { startsAt, endsAt, place, link, capacity } = gathering;
  const own = isWorkshop(gathering);
  const dated: Input[] = [
    { ...titleInput, value: gathering.title },
    { ...dayInput, value: civilIn(startsAt, timeZone) },
  ];
  return {
    type: 'form',
    title: say('gatherings.edit.title'),
    intro: [paragraph(nameOf(gathering)), note(say(own ? 'gatherings.edit.noteOwn' : 'gatherings.edit.note'))],
    inputs: [...(own ? dated : []), ...inputsFor({ from: hourIn(startsAt, timeZone), until: hourIn(endsAt, timeZone), place, link, capacity })],
    submit: say('common.save'),
    action: 'gatherings.save',
    about: { gathering: gathering.id },
  };
}

export function workshopForm(cohort: Cohort): Form {
  const options = AUDIENCES.map((value) => ({ value, label: say(`gatherings.audience.${value}`) }));
  const audience: Input = { input: 'choices', name: 'audience', label: say('gatherings.fact.audience'), options, value: ['pairs'], required: true };
  return {
    type: 'form',
    title: say('gatherings.workshop.title'),
    intro: [paragraph(say('gatherings.workshop.intro', { cohort: quote(cohort.name) }))],
    inputs: [titleInput, dayInput, ...inputsFor({ from: '13:00', until: '15:00', place: '', link: '', capacity: null }), audience],
    submit: say('gatherings.workshop.submit'),
    action: 'gatherings.addWorkshop',
    about: { cohort: cohort.id },
  };
}

const titleInput = { input: 'line', name: 'title', label: say('gatherings.field.title'), max: 120, required: true } as const;
const dayInput = { input: 'date', name: 'day', label: say('gatherings.field.day'), required: true } as const;

function inputsFor({ from, until, place, link, capacity }: Kept): Input[] {
  const places = { min: 1, max: MOST_PLACES, ...(capacity === null ? {} : { value: capacity }) };
  return [
    { input: 'time', name: 'from', label: say('gatherings.field.from'), value: from, required: true },
    { input: 'time', name: 'until', label: say('gatherings.field.until'), value: until, required: true },
    { input: 'line', name: 'place', label: say('gatherings.field.place'), max: 200, value: place },
    { input: 'line', name: 'link', label: say('gatherings.field.link'), help: say('gatherings.field.link.help'), max: 500, value: link },
    { input: 'number', name: 'capacity', label: say('gatherings.field.capacity'), help: say('gatherings.field.capacity.help'), ...places },
  ];
}

interface Written {
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly link: string;
  readonly capacity: string;
}

type Read =
  | { readonly fields: Readonly<Record<string, Text>> }
  | { readonly day: Civil; readonly from: string; readonly until: string; readonly capacity: number | null };

/** What was written, or what to mend in it. */
export function readWritten({ day, from, until, link, capacity }: Written, timeZone: string, now: Instant): Read {
  const fields: Record<string, Text> = {};
  if (!isCivil(day)) return { fields: { day: say('error.notADate') } };
  const places = capacity === '' ? null : Number(capacity);
  for (const [field, hour] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (!HOUR.test(hour)) fields[field] = say('gatherings.error.hour');
  if (link !== '' && !isHttps(link)) fields['link'] = say('gatherings.error.link');
  if (places !== null && !(Number.isInteger(places) && places >= 1 && places <= MOST_PLACES))
    fields['capacity'] = say('error.notANumber', { min: 1, max: MOST_PLACES });
  if (!fields['from'] && !fields['until']) {
    if (until <= from) fields['until'] = say('gatherings.error.order');
    else if (hoursOn(day, from, until, timeZone).startsAt <= now) fields[day < civilIn(now, timeZone) ? 'day' : 'from'] = say('gatherings.error.past');
  }
  return Object.keys(fields).length > 0 ? { fields } : { day, from, until, capacity: places };
}

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

function isHttps(link: string): boolean {
  return URL.parse(link)?.protocol === 'https:';
}
