// What the room says unasked: sign-up is open, and "you are a coordinator now".

import { quote, say, who } from '../../bot/views/text.ts';
import { actions, message, note, paragraph } from '../../bot/views/view.ts';
import { mayIn } from '../people/index.ts';
import type { Template, Tx } from '../store.ts';
import { type Cohort, type Grant, GRANT_ROLES } from './programme.ts';
import { datesOf } from './views.ts';

/** Tells a cohort's channel that sign-up is open; earlier announcements of it come to life again. */
export function announce(tx: Tx, cohort: Cohort): void {
  tx.refresh(`announcement:${cohort.id}`);
  if (!cohort.channel) return;
  const to = { channel: { cohort: cohort.id } };
  tx.post({ to, template: 'programme.announcement', args: { cohort: cohort.id }, kind: 'decision', topic: `announcement:${cohort.id}` });
}

export const announcement: Template = {
  name: 'programme.announcement',
  async build({ tx, again }, args) {
    const cohort = await tx.cohorts.get(String(args['cohort']));
    const programme = cohort && (await tx.programmes.get(cohort.programmeId));
    if (!programme) return null;
    const names = { cohort: quote(cohort.name), programme: quote(programme.name) };
    if (cohort.signup === 'closed' && !again) return null;
    if (cohort.signup === 'closed') return message([paragraph(say('programme.announcement.closed', names))], programme.terms);
    return message(
      [
        paragraph(say('programme.announcement.open', { ...names, ...datesOf(cohort) })),
        note(say('programme.announcement.note')),
        actions({ label: say('programme.announcement.join'), action: 'orientation.join', about: { cohort: cohort.id }, style: 'main' }),
      ],
      programme.terms,
    );
  },
};

/** Tells a person that they have a role now, or have it no longer. */
export function tellRole(tx: Tx, change: 'given' | 'taken', grant: Pick<Grant, 'personId' | 'programmeId' | 'role'>, by: string): void {
  const { personId, programmeId, role } = grant;
  const topic = `coordinator:${programmeId}:${personId}`;
  tx.refresh(topic); // an earlier "you are" loses its button
  tx.post({ to: { person: personId }, template: 'programme.coordinator', args: { programme: programmeId, role, change, by }, kind: 'decision', topic });
}

export const coordinator: Template = {
  name: 'programme.coordinator',
  async build({ tx, reader, again }, args) {
    const programme = await tx.programmes.get(String(args['programme']));
    const role = GRANT_ROLES.find((one) => one === args['role']);
    if (!programme || !role) return null;
    const names = { programme: quote(programme.name), by: who(String(args['by'])), role: say(`people.role.${role}`) };
    const holds = reader.grants.some((grant) => grant.programmeId === programme.id && grant.role === role);
    if (!again && holds === (args['change'] === 'taken')) return null;
    if (args['change'] === 'taken') return message([paragraph(say('people.role.taken', names))], programme.terms);
    if (!holds) return message([paragraph(say('people.role.past', names))], programme.terms);
    return message(
      [
        paragraph(say('people.role.given', names)),
        note(say(`people.role.${role}.what`)),
        actions({ label: say('programme.button.cohorts'), action: 'programme.list', style: 'main' }),
      ],
      programme.terms,
    );
  },
};

/** To whoever is in charge of a programme before anybody else is: what to do first. */
export const firstCoordinator: Template = {
  name: 'programme.first',
  async build({ tx, reader, again }, args) {
    const programme = await tx.programmes.get(String(args['programme']));
    if (!programme) return null;
    if (!mayIn(reader, programme.id, 'manage')) return again ? message([paragraph(say('people.first.past'))], programme.terms) : null;
    return message(
      [
        paragraph(say('people.first', { programme: quote(programme.name) })),
        { block: 'list', items: [say('people.first.cohort'), say('people.first.import'), say('people.first.others')], ordered: true },
        actions(
          { label: say('people.first.create'), action: 'programme.new', style: 'main' },
          { label: say('people.coordinators.add'), action: 'programme.coordinator', about: { programme: programme.id } },
        ),
      ],
      programme.terms,
    );
  },
};
