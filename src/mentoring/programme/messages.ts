// What the room says unasked: sign-up is open, and "you are a coordinator now".

import { quote, say, who } from '../../bot/views/text.ts';
import { actions, message, note, paragraph } from '../../bot/views/view.ts';
import type { Template, Tx } from '../store.ts';
import { GRANT_ROLES, type Cohort, type GrantRole } from './programme.ts';
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
  async build({ tx }, args) {
    const cohort = await tx.cohorts.get(String(args['cohort']));
    const programme = cohort && (await tx.programmes.get(cohort.programmeId));
    if (!programme) return null;
    const names = { cohort: quote(cohort.name), programme: quote(programme.name) };
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

/** Tells a person that they have a role now, or none any more (`role: null`). */
export function tellRole(tx: Tx, of: { readonly personId: string; readonly programmeId: string; readonly role: GrantRole | null; readonly by: string }): void {
  const topic = `coordinator:${of.programmeId}:${of.personId}`;
  tx.refresh(topic); // an earlier "you are" loses its buttons
  const args = { programme: of.programmeId, role: of.role ?? '', by: of.by };
  tx.post({ to: { person: of.personId }, template: 'programme.coordinator', args, kind: 'decision', topic });
}

export const coordinator: Template = {
  name: 'programme.coordinator',
  async build({ tx, reader }, args) {
    const programme = await tx.programmes.get(String(args['programme']));
    if (!programme) return null;
    const names = { programme: quote(programme.name), by: who(String(args['by'])) };
    const role = GRANT_ROLES.find((one) => one === args['role']);
    if (!role) return message([paragraph(say('programme.role.gone', names))], programme.terms);
    const title = say(`programme.role.${role}`);
    const holds = reader.grants.some((grant) => grant.programmeId === programme.id && grant.role === role);
    if (!holds) return message([paragraph(say('programme.role.past', { ...names, role: title }))], programme.terms);
    return message(
      [
        paragraph(say('programme.role.given', { ...names, role: title })),
        note(say(`programme.role.${role}.what`)),
        actions({ label: say('programme.button.cohorts'), action: 'programme.list', style: 'main' }),
      ],
      programme.terms,
    );
  },
};
