// A person whom no message reaches any more: the coordinators hear of it once, for nobody is to be left out in silence.

import { inChannel, quote, say, who } from '../../bot/views/text.ts';
import { actions, message, note, paragraph } from '../../bot/views/view.ts';
import type { Template, Tx } from '../store.ts';
import { coordinatorsOf } from './people-in-charge.ts';

/** For delivery, when a platform has said that it will never get through. Whoever can be reached in another place is no news. */
export async function reportUnreachable(tx: Tx, personId: string): Promise<void> {
  if ((await tx.accounts.count({ personId, reachable: true })) > 0) return;
  const joined = await tx.participations.find({ personId, state: ['draft', 'ready'] });
  const cohorts = await tx.cohorts.all([...new Set(joined.map((one) => one.cohortId))]);
  const told = new Set([personId]);
  for (const programmeId of new Set(cohorts.map((cohort) => cohort.programmeId))) {
    for (const person of await coordinatorsOf(tx, programmeId, 'manage')) {
      if (told.has(person)) continue;
      told.add(person);
      tx.post({ to: { person }, template: 'programme.unreachable', args: { person: personId }, kind: 'nudge', topic: `unreachable:${personId}` });
    }
  }
}

export const unreachable: Template = {
  name: 'programme.unreachable',
  async build({ tx, again }, args) {
    const personId = String(args['person']);
    const reachable = await tx.accounts.count({ personId, reachable: true });
    if (reachable > 0 && !again) return null;
    const person = who(personId);
    return message([paragraph(say('people.unreachable', { person })), note(say('people.unreachable.note'))]);
  },
};

/** For delivery, when a cohort's channel cannot be written to. */
export async function reportChannelLost(tx: Tx, cohortId: string): Promise<void> {
  const cohort = await tx.cohorts.get(cohortId);
  if (!cohort?.channel) return;
  for (const person of await coordinatorsOf(tx, cohort.programmeId, 'manage')) {
    tx.post({ to: { person }, template: 'programme.channelLost', args: { cohort: cohortId }, kind: 'decision', topic: `channel:${cohortId}` });
  }
}

export const channelLost: Template = {
  name: 'programme.channelLost',
  async build({ tx }, args) {
    const cohort = await tx.cohorts.get(String(args['cohort']));
    if (!cohort?.channel) return null;
    const names = { cohort: quote(cohort.name), channel: inChannel(cohort.channel) };
    return message([
      paragraph(say('people.channelLost', names)),
      note(say('people.channelLost.note')),
      actions({ label: say('programme.button.channel'), action: 'programme.channel', about: { cohort: cohort.id } }),
    ]);
  },
};
