// Everybody in the sample: those who have joined, those who are left for the visitor, and the two in charge.

import type { GrantRole } from '../../mentoring/programme/programme.ts';
import { MENTEES_EN } from './mentees-en.ts';
import { MENTEES_ES } from './mentees-es.ts';
import { MENTEES_SV } from './mentees-sv.ts';
import { MENTORS_EN } from './mentors-en.ts';
import { MENTORS_ES } from './mentors-es.ts';
import { MENTORS_SV } from './mentors-sv.ts';
import type { SampleMember, SamplePerson } from './sample-person.ts';

/** With a profile sent in. */
export const MEMBERS: readonly SampleMember[] = [...MENTEES_SV, ...MENTEES_ES, ...MENTEES_EN, ...MENTORS_SV, ...MENTORS_ES, ...MENTORS_EN];

/** A mentee and a mentor who have not joined yet: a visitor can do it as them. */
export const NEWCOMERS: readonly SamplePerson[] = [
  { account: 'alva', name: 'Alva Lindqvist', language: 'sv', timeZone: 'Europe/Stockholm' },
  { account: 'mateo', name: 'Mateo Rivas Ortega', language: 'es', timeZone: 'Europe/Madrid' },
];

export const COORDINATORS: readonly (SamplePerson & { readonly grant: GrantRole })[] = [
  { account: 'anna', name: 'Anna Lind', language: 'sv', timeZone: 'Europe/Stockholm', grant: 'programme' },
  { account: 'carmen', name: 'Carmen Ibáñez', language: 'es', timeZone: 'Europe/Madrid', grant: 'matching' },
];
