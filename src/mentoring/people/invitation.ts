// Being listed by a coordinator is an invitation, never an enrolment: the person reads, and sends in, or says no (C13).

import { quote, say, who } from '../../bot/views/text.ts';
import { actions, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Participation } from '../orientation/participation.ts';
import type { Cohort, Programme } from '../programme/programme.ts';
import type { Template, Tx } from '../store.ts';

/** Asks a listed person to confirm. `by` is the coordinator who listed them, where that is still known. */
export function invite(tx: Tx, participation: Participation, by?: string): void {
  tx.post({
    to: { person: participation.personId },
    template: 'people.invited',
    args: { participation: participation.id, ...(by === undefined ? {} : { by }) },
    kind: 'decision',
    topic: `participation:${participation.id}`,
  });
}

export const invited: Template = {
  name: 'people.invited',
  async build({ tx, reader, again }, args) {
    const participation = await tx.participations.get(String(args['participation']));
    const cohort = participation && (await tx.cohorts.get(participation.cohortId));
    const programme = cohort && (await tx.programmes.get(cohort.programmeId));
    if (!programme || participation.personId !== reader.personId) return null;
    // Whoever was faster than the invitation needs none.
    if (!again && (participation.state !== 'draft' || participation.noticeVersion > 0)) return null;
    return invitation({ participation, cohort, programme }, typeof args['by'] === 'string' ? args['by'] : null);
  },
};

function invitation(of: { readonly participation: Participation; readonly cohort: Cohort; readonly programme: Programme }, by: string | null): Message {
  const { participation, cohort, programme } = of;
  const names = { cohort: quote(cohort.name), programme: quote(programme.name) };
  if (participation.state === 'withdrawn') return message([paragraph(say('people.invited.declined', names))], programme.terms);
  if (participation.state === 'ready') return message([paragraph(say('people.invited.sent', names))], programme.terms);
  const role = say(`people.invited.as.${participation.role}`);
  const join = { action: 'orientation.join', about: { cohort: cohort.id }, style: 'main' } as const;
  const decline = { action: 'orientation.withdraw', about: { participation: participation.id }, label: say('people.invited.no') };
  if (participation.noticeVersion > 0) {
    return message([paragraph(say('people.invited.begun', names)), actions({ ...join, label: say('people.invited.continue') }, decline)], programme.terms);
  }
  const told = by === null ? say('people.invited.text', { ...names, role }) : say('people.invited.textBy', { ...names, role, by: who(by) });
  return message([paragraph(told), note(say('people.invited.why')), actions({ ...join, label: say('people.invited.read') }, decline)], programme.terms);
}
