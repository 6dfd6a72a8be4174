// The programme year: a calendar is chosen, looked through and published; then it speaks, and people come and go.

import { DAY, HOUR } from '../../../src/time.ts';
import { formOn, type Seen, type Tour } from '../tour.ts';
import type { Typed } from './typed.ts';

const ME = 'anna';

/** On 1 September: one cohort whose year is under way, and one that begins in January. */
export async function calendars(tour: Tour, typed: Typed): Promise<void> {
  const none = await tour.types(ME, '/cohort calendar Autumn 2026');
  const importing = await tour.presses(ME, none, 'year.importForm');
  await tour.submits(ME, importing, { file: 'milestones:\n  - id: kickoff\n    rule: { kind: nth, nth: 6, weekday: thursday, month: 9 }', year: '2026' });
  await begun(tour, none, 'september', '2026');
  const page = await tour.types(ME, '/cohort calendar Autumn 2026');
  await published(tour, page);
  tour.pictures('year', '/cohort calendar Autumn 2026');

  const january = await tour.types(ME, `/cohort calendar ${typed.cohort}`);
  await begun(tour, january, 'january', '2027');
  await changed(tour, typed);
  await tour.types(ME, `/cohort close ${typed.cohort}`);
  await published(tour, await tour.types(ME, `/cohort calendar ${typed.cohort}`));
  await tour.passes(0, ME);
}

async function begun(tour: Tour, on: Seen, template: string, year: string): Promise<void> {
  const form = await tour.presses(ME, on, 'year.choose');
  await tour.submits(ME, form, { template, year: 'soon' });
  await tour.submits(ME, form, { template, year });
}

/** Whatever is doubtful is read once more. */
async function published(tour: Tour, page: Seen): Promise<void> {
  const asked = await tour.presses(ME, page, 'year.publish');
  if (hasButton(asked, 'year.publish')) await tour.presses(ME, asked, 'year.publish');
}

async function changed(tour: Tour, typed: Typed): Promise<void> {
  const open = () => tour.types(ME, `/cohort calendar ${typed.cohort}`);
  await tour.presses(ME, await open(), 'year.doubts');
  await tour.presses(ME, await open(), 'year.mend');
  if (hasButton(await open(), 'year.audience')) await tour.presses(ME, await open(), 'year.audience');
  const picking = await tour.presses(ME, await open(), 'year.pick');
  const why = await tour.submits(ME, picking, { milestone: 'kickoff' });
  const moving = await tour.presses(ME, why, 'year.moveForm');
  await tour.submits(ME, moving, { from: '2040-01-01', reason: '' });
  const warned = await tour.submits(ME, moving, { from: '2027-01-28', reason: typed.step });
  await tour.submits(ME, warned, {});
  const moved = await tour.submits(ME, await tour.presses(ME, await open(), 'year.pick'), { milestone: 'kickoff' });
  await tour.presses(ME, moved, 'year.takeBack');
  const file = await tour.presses(ME, await open(), 'year.exportFile');
  await tour.submits(ME, file, { next: 'json' });
  await tour.presses(ME, await open(), 'year.drop');
  await begun(tour, await open(), 'january', '2027');
}

/** A day of two parts: a pair that has just found each other is invited the next morning. */
export async function kickoff(tour: Tour): Promise<void> {
  const invited = tour.told('alva', 'gatherings.invited');
  const choosing = await tour.presses('alva', invited, 'gatherings.choose');
  await tour.submits('alva', choosing, {});
  await tour.passes(0, 'alva');
  await tour.presses('mateo', tour.told('mateo', 'gatherings.invited'), 'gatherings.answer');
}

/** Until the closing, with one pair of whom we see all. */
export async function wholeYear(tour: Tour): Promise<void> {
  await tour.types(ME, '/cohort gatherings Autumn 2026');
  await tour.types(ME, '/cohort subscribe Autumn 2026');
  await tour.types(ME, '/cohort qr Autumn 2026');
  const mine = await tour.types('alva', '/mentor calendar');
  await tour.presses('alva', mine, 'passes.renew');
  await workshop(tour);
  await until(tour, 'alva', 'meetings.windowAsk');
  await tour.presses('alva', tour.told('alva', 'meetings.windowAsk'), 'meetings.window');
  const form = await tour.presses(ME, tour.told(ME, 'gatherings.whoCame'), 'gatherings.attendance');
  await tour.submits(ME, form, {});
  await until(tour, 'alva', 'meetings.talkOffered');
  await tour.presses('alva', tour.told('alva', 'meetings.talkOffered'), 'meetings.askTalk');
  await tour.types('mateo', '/mentor talk');
  await later(tour);
  await tour.passes(2 * HOUR, ME);
  const page = await tour.types(ME, '/cohort calendar Autumn 2026');
  const next = await tour.presses(ME, page, 'year.compare');
  const rolling = await tour.presses(ME, next, 'year.rollForm');
  await tour.submits(ME, rolling, {});
  await tour.types('alva', '/mentor');
}

/** The closing is put a week off, after all have been invited. */
async function later(tour: Tour): Promise<void> {
  const picking = await tour.presses(ME, await tour.types(ME, '/cohort calendar Autumn 2026'), 'year.pick');
  const why = await tour.submits(ME, picking, { milestone: 'closing' });
  const form = await tour.presses(ME, why, 'year.moveForm');
  const warned = await tour.submits(ME, form, { from: '2027-06-03', reason: 'The hall is taken.' });
  if (hasButton(warned, 'year.move')) await tour.submits(ME, warned, {});
  await tour.passes(DAY, 'alva');
}

/** A workshop of one place, for which two people ask; then it has another hour, another place, and is called off. */
async function workshop(tour: Tour): Promise<void> {
  const day = new Date(tour.programme.now() + 30 * DAY).toISOString().slice(0, 10);
  const list = await tour.types(ME, '/cohort gatherings Autumn 2026');
  const form = await tour.presses(ME, list, 'gatherings.workshop');
  await tour.submits(ME, form, { title: 'A workshop', day: '2020-01-01', from: '13:00', until: '12:00', audience: ['pairs'] });
  await tour.submits(ME, form, { title: 'A workshop', day, from: '13:00', until: '15:00', place: 'Room 3', capacity: '1', audience: ['pairs'] });
  await until(tour, 'mateo', 'gatherings.invited');
  await tour.types('alva', '/mentor gatherings');
  for (const account of ['mateo', 'alva']) await tour.presses(account, await tour.types(account, '/mentor gatherings'), 'gatherings.answer');
  await tour.presses('mateo', await tour.types('mateo', '/mentor gatherings'), 'gatherings.answer');
  await tour.passes(HOUR, 'alva');
  const shown = await tour.presses(ME, await tour.types(ME, '/cohort gatherings Autumn 2026'), 'gatherings.show');
  for (const place of ['Room 4', 'Room 5']) {
    const editing = await tour.presses(ME, shown, 'gatherings.edit');
    await tour.submits(ME, editing, { place, capacity: '20' });
    await tour.passes(HOUR, 'alva', 'mateo');
  }
  const later = await tour.presses(ME, shown, 'gatherings.edit');
  await tour.submits(ME, later, { from: '14:00', until: '16:00' });
  await tour.passes(DAY, 'alva');
  await tour.presses(ME, shown, 'gatherings.cancel');
  await tour.passes(DAY, 'alva');
}

/** Lets days go by until somebody is told, anew where they have been told before. */
async function until(tour: Tour, account: string, template: string): Promise<void> {
  const before = newest(tour, account, template);
  for (let day = 0; day < 260; day++) {
    await tour.passes(DAY, account);
    if (newest(tour, account, template) !== before) return;
  }
  throw new Error(`${account} is told no ${template} in months`);
}

function newest(tour: Tour, account: string, template: string): string | null {
  return tour.toldOf(template).includes(account) ? tour.told(account, template).messageId : null;
}

function hasButton(on: Seen, action: string): boolean {
  const { answer } = on.reply;
  if (answer?.type === 'form') return formOn(on).action === action;
  return answer?.blocks.some((block) => block.block === 'actions' && block.buttons.some((button) => button.action === action)) ?? false;
}
