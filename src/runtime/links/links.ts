// What our own addresses lead to, looked up as things stand when somebody comes.

import { openAddress } from '../../bot/views/address.ts';
import type { CalendarFile, JoinPage, Links } from '../../links.ts';
import { civilIn } from '../../mentoring/calendar/index.ts';
import { type CalendarOf, cohortCalendar, invitedDay, joinOf, personalCalendar } from '../../mentoring/passes/index.ts';
import { mayIn } from '../../mentoring/people/index.ts';
import { programmeOf } from '../../mentoring/programme/index.ts';
import type { Tx } from '../../mentoring/store.ts';
import type { Clock, Secrets, Site } from '../../ports.ts';
import type { Reading as StoreReading, Store } from '../store/store.ts';
import { calendarFile } from './calendar-file.ts';
import { pictureAt } from './picture.ts';
import { qrPicture } from './qr-picture.ts';

export interface Linking {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Where this deployment is reached from outside; absent: nowhere. */
  readonly site?: Site;
}

export function linksOf(linking: Linking): Links {
  return {
    picture: async (token) => (await qrPicture(linking, token)) ?? pictureAt(token, linking),
    event: (token) => event(linking, token),
    calendar: (code) => calendar(linking, code),
    join: (code) => join(linking, code),
  };
}

type Present = StoreReading & { readonly actor: NonNullable<StoreReading['actor']> };

/** For whoever has left there is nothing any more. */
function asReader<T>({ store }: Linking, tenantId: string, personId: string, work: (reading: Present) => Promise<T | null>): Promise<T | null> {
  return store.read(tenantId, personId, async (reading) => (reading.actor ? work({ ...reading, actor: reading.actor }) : null));
}

async function event(linking: Linking, token: string): Promise<CalendarFile | null> {
  const opened = openAddress('event', token, linking.secrets);
  const invitation = opened?.about['invitation'];
  if (!opened || typeof invitation !== 'string') return null;
  return asReader(linking, opened.tenantId, opened.personId, async (reading) => {
    const timeZone = await zoneOf(reading.tx);
    const found = await invitedDay(reading.tx, invitation, { personId: opened.personId, timeZone });
    return found && drawn(linking, reading, found, timeZone);
  });
}

async function calendar(linking: Linking, code: string): Promise<CalendarFile | null> {
  const pass = await linking.store.prisma.pass.findUnique({ where: { code } });
  if (!pass || pass.opens === 'join') return null;
  return asReader(linking, pass.tenantId, pass.personId, async (reading) => {
    const { tx, actor } = reading;
    const now = linking.clock.now();
    const timeZone = await zoneOf(tx);
    if (pass.opens === 'mine') return drawn(linking, reading, await personalCalendar(tx, pass.subject, now), timeZone);
    const cohort = await tx.cohorts.get(pass.subject);
    if (!cohort || !mayIn(actor, cohort.programmeId, 'view')) return null;
    const { terms } = await programmeOf(tx, cohort);
    return drawn(linking, { ...reading, actor: { ...actor, terms } }, await cohortCalendar(tx, cohort, now), timeZone);
  });
}

async function join({ store, clock }: Linking, code: string): Promise<JoinPage | null> {
  const pass = await store.prisma.pass.findUnique({ where: { code } });
  if (pass?.opens !== 'join') return null;
  const { tenantId, subject } = pass;
  return store.read(tenantId, null, async ({ tx }) => {
    const [organisation, cohort] = [await tx.organisations.get(tenantId), await tx.cohorts.get(subject)];
    if (!organisation || !cohort) return null;
    const doors = await store.prisma.door.findMany({ where: { tenantId }, distinct: ['platform'], select: { platform: true }, orderBy: { platform: 'asc' } });
    const found = await joinOf(tx, cohort, civilIn(clock.now(), organisation.timeZone));
    return { organisation: organisation.name, language: organisation.language, ...found, platforms: doors.map(({ platform }) => platform) };
  });
}

function drawn({ clock }: Linking, { actor, names }: Present, found: CalendarOf, timeZone: string): Promise<CalendarFile> {
  return calendarFile(found, { language: actor.language, terms: actor.terms, timeZone, names, now: clock.now() });
}

/** Gatherings are where the organisation is. */
async function zoneOf(tx: Tx): Promise<string> {
  return (await tx.organisations.get(tx.tenantId))?.timeZone ?? 'UTC';
}
