// The way in: the notice, three pages of a profile, and the page on which it is sent in.

import { slackId } from '../programme.ts';
import type { Seen, Tour } from '../tour.ts';
import type { Typed } from './typed.ts';

export async function joining(tour: Tour, typed: Typed): Promise<void> {
  await tour.types('nobody', '/mentor');
  await tour.does('alva', 'home.welcome');
  await tour.passes(0, 'alva');
  await tour.types('alva', '/mentor');
  await tour.types('alva', '/mentor help');
  await tour.types('alva', '/mentor halp');
  await tour.types('alva', '/goal');
  await joins(tour, 'alva', 'mentee', typed.mentee);
  await joins(tour, 'mateo', 'mentor', typed.mentor);
  const profile = await tour.types('alva', '/mentor profile');
  await tour.presses('alva', profile, 'orientation.edit');
  await tour.types('alva', '/mentor');
  await tour.types('alva', '/mentor language');
  await tour.types('alva', '/mentor withdraw');
  await tour.types('alva', '/mentor meetings');
  await tour.types('alva', '/cohort');
}

/** Somebody on a coordinator's list, who comes in, is asked, and would rather not. */
export async function invited(tour: Tour): Promise<void> {
  const profile = { name: 'Jo Sand', email: 'jo@example.org', locale: tour.programme.language };
  await tour.does('jo', 'home.show', { caller: { platform: 'slack', externalId: slackId('jo'), profile } }, 'home');
  await tour.passes(0, 'jo');
  await tour.presses('jo', tour.told('jo', 'people.invited'), 'orientation.withdraw');
}

async function joins(tour: Tour, account: string, role: 'mentee' | 'mentor', about: Typed['mentee']): Promise<void> {
  const { experience, employer, title, topics, challenges, interests, ideal, wishes } = about;
  const notice = await tour.types(account, '/mentor join');
  const first = await tour.presses(account, notice, 'orientation.begin');
  const wrong = await tour.submits(account, first, { role: '', experience, employer, title, email: 'not an address' });
  const second = await tour.submits(account, wrong, { role, experience, employer, title, email: `${account}@example.org` });
  const third = await tour.submits(account, second, { help: ['communication', 'goals'], topics, challenges, interests });
  const page: Seen = await tour.submits(account, third, { languages: ['en', 'sv'], ideal, wishes, slots: ['wed-pm', 'thu-pm'], capacity: '2' });
  const matters = await tour.presses(account, page, 'orientation.focus');
  const unclear = await tour.submits(account, matters, { other: '?!' });
  const weighed = await tour.submits(account, unclear, { first: 'presenting', second: 'delegation', other: '' });
  await tour.presses(account, weighed, 'orientation.submit');
  await tour.passes(0);
}
