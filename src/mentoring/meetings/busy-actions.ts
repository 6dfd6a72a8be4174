// Saying that one is busy, and that one is back.

import { z } from 'zod';
import { id, nothing, optionalLine } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { message, paragraph } from '../../bot/views/view.ts';
import { type Civil, isCivil } from '../../time.ts';
import { civilIn, instantAt, plusDays, plusWorkingDays } from '../calendar/index.ts';
import { OPENS } from '../nudges/index.ts';
import { anyone } from '../people/index.ts';
import { type Context, define } from '../store.ts';
import { currentOf, dateFaults, isBusyOn, joined, USUAL } from './busy.ts';
import { type BusyPeriod, busyTopic } from './checkin.ts';
import { minePairs } from './mine.ts';
import { busyForm, busyNoted } from './views.ts';

interface Mine {
  readonly today: Civil;
  /** Those that are not over. */
  readonly periods: readonly BusyPeriod[];
}

/** Everybody's busy periods are their own business: the subject is always the one who acts. */
async function mine({ tx, actor, now }: Context): Promise<Mine> {
  const today = civilIn(now, actor.timeZone);
  return { today, periods: await tx.busy.find({ personId: actor.personId, untilOn: { gte: today } }) };
}

export const busy = define({
  name: 'meetings.busy',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ until: optionalLine(40) }),
  subject: mine,
  may: anyone,
  async run(_context, input, { today, periods }) {
    const period = currentOf(periods, today);
    const from = period?.fromOn ?? today;
    const until = isCivil(input.until) ? input.until : (period?.untilOn ?? plusDays(today, USUAL));
    return done(busyForm({ from, until }, period));
  },
});

export const pause = define({
  name: 'meetings.pause',
  version: 1,
  input: z.object({ period: id().default('new'), from: optionalLine(40), until: optionalLine(40) }),
  subject: mine,
  may: anyone,
  async run({ tx, actor, now, ids }, input, { today, periods }) {
    const before = periods.find((period) => period.id === input.period) ?? null;
    const dates = { from: input.from === '' ? (before?.fromOn ?? today) : input.from, until: input.until };
    const faults = dateFaults(dates, before?.fromOn ?? null, today);
    if (faults) return refused(say('error.form'), { fields: faults });

    const pairs = await minePairs(tx, actor);
    const blank = before ?? { id: ids.next(), personId: actor.personId, createdAt: now };
    const wanted = { ...blank, fromOn: dates.from as Civil, untilOn: dates.until as Civil };
    const { period, gone } = joined(wanted, periods);
    const same = periods.some((one) => one.id === period.id && one.fromOn === period.fromOn && one.untilOn === period.untilOn);
    tx.busy.put(period);
    for (const periodId of gone) {
      tx.busy.remove(periodId);
      tx.forget('meetings.busyBegins', periodId);
      tx.forget('meetings.busyOver', periodId);
    }
    const begins = instantAt(period.fromOn, 0, actor.timeZone);
    tx.remind('meetings.busyBegins', period.id, begins > now ? begins : now);
    tx.remind('meetings.busyOver', period.id, instantAt(plusWorkingDays(plusDays(period.untilOn, 1), 0), OPENS, actor.timeZone));
    for (const person of same ? [] : new Set(pairs.map(({ partnerId }) => partnerId))) {
      tx.post({ to: { person }, template: 'meetings.partnerBusy', args: { busy: period.id }, kind: 'nudge', topic: busyTopic(period) });
    }
    return done(busyNoted(period, today));
  },
});

export const back = define({
  name: 'meetings.back',
  version: 1,
  input: nothing,
  subject: mine,
  may: anyone,
  async run({ tx, actor }, _input, { today, periods }) {
    const period = currentOf(periods, today);
    if (!period) return refused(say('meetings.back.none'));
    const pairs = await minePairs(tx, actor);
    const begun = isBusyOn(period, today);
    tx.busy.put({ ...period, untilOn: plusDays(begun ? today : period.fromOn, -1) });
    tx.forget('meetings.busyBegins', period.id);
    tx.forget('meetings.busyOver', period.id);
    tx.refresh(busyTopic(period));
    // Questions wait for their own day; this only wakes those that the busy period has put off.
    const tomorrow = instantAt(plusDays(today, 1), OPENS, actor.timeZone);
    for (const { pair } of begun ? pairs : []) tx.remind('meetings.ask', pair.id, tomorrow);
    return done(message([paragraph(begun ? say('meetings.back.done') : say('meetings.back.calledOff'))]));
  },
});
