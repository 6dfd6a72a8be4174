// What a busy period brings by itself: open questions are put aside at its start, a welcome comes at its end (E4.6).

import type { DueRule } from '../store.ts';
import { civilIn } from '../calendar/index.ts';
import { isBusyOn, isCalledOff } from './busy.ts';
import { busyTopic } from './checkin.ts';
import { close } from './planning.ts';
import { byId, sceneAround } from './scene.ts';

/** Subjects are busy periods that begin. What was asked is asked again right after; what is planned waits by itself. */
export const busyBegins: DueRule = {
  name: 'meetings.busyBegins',
  async run({ tx, now }, due) {
    const periods = await tx.busy.all(due.map((one) => one.subject));
    const people = byId(await tx.people.all(periods.map((period) => period.personId)));
    const begun = periods.filter((period) => isBusyOn(period, civilIn(now, people.get(period.personId)?.timeZone ?? 'UTC')));
    const busy = new Set(begun.map((period) => period.personId));
    for (const { open, planned, members } of (await sceneAround(tx, [...busy], now)).values()) {
      const answeredBy = members.find((personId) => busy.has(personId));
      if (!open || answeredBy === undefined) continue;
      close(tx, { ...open, state: 'cancelled', answer: 'busy', answeredBy, answeredAt: now }, now);
      if (planned) tx.checkins.put({ ...planned, dueAt: now });
    }
  },
};

/** Subjects are busy periods that are over. */
export const busyOver: DueRule = {
  name: 'meetings.busyOver',
  async run({ tx, now }, due) {
    const periods = await tx.busy.all(due.map((one) => one.subject));
    const scene = await sceneAround(tx, [...new Set(periods.map((period) => period.personId))], now);
    const paired = new Set([...scene.values()].flatMap((seen) => seen.members));
    for (const period of periods) {
      if (isCalledOff(period) || !paired.has(period.personId)) continue;
      tx.post({ to: { person: period.personId }, template: 'meetings.welcomeBack', args: { busy: period.id }, kind: 'nudge', topic: busyTopic(period) });
    }
  },
};
