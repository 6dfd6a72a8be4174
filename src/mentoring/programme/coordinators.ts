// Coordinators name and remove each other; the last programme coordinator stays (E8.2).

import { z } from 'zod';
import { choice, id, nothing } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { quote, say, who } from '../../bot/views/text.ts';
import { actions, type Block, type Form, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { type Actor, mayIn } from '../people/index.ts';
import { define } from '../store.ts';
import { tellRole } from './messages.ts';
import { programmesWhere } from './people-in-charge.ts';
import { type Grant, GRANT_ROLES, type Programme } from './programme.ts';
import { givingRole, removingRole } from './roles.ts';

export const coordinators = define({
  name: 'programme.coordinators',
  version: 1,
  look: true,
  input: nothing,
  subject: async ({ actor }) => programmesWhere(actor, 'view'),
  may: (_actor, programmes) => programmes.length > 0,
  async run({ tx, actor }, _input, programmeId) {
    const programmes = await tx.programmes.all(programmeId);
    const grants = await tx.grants.find({ programmeId });
    return done(coordinatorsView(programmes, grants, actor));
  },
});

function coordinatorsView(programmes: readonly Programme[], grants: readonly Grant[], actor: Actor, told: readonly Block[] = []): Message {
  const blocks = programmes.flatMap((programme): Block[] => {
    const manage = mayIn(actor, programme.id, 'manage');
    const theirs = grants.filter((grant) => grant.programmeId === programme.id);
    return [
      heading(say('people.coordinators.title', { programme: quote(programme.name) })),
      ...(manage ? theirs.flatMap(withRemoval) : [{ block: 'list' as const, items: theirs.map(grantLine) }]),
      ...(manage
        ? [actions({ label: say('people.coordinators.add'), action: 'programme.coordinator', about: { programme: programme.id }, style: 'main' })]
        : []),
    ];
  });
  return message([...told, ...blocks]);
}

function grantLine({ personId, role }: Grant) {
  return say('people.coordinators.line', { person: who(personId), role: say(`people.role.${role}`) });
}

function withRemoval(grant: Grant): Block[] {
  const names = { person: who(grant.personId), role: say(`people.role.${grant.role}`) };
  const remove = { label: say('people.coordinators.remove'), hint: say('people.coordinators.remove.hint', names) };
  const confirm = say('people.coordinators.remove.confirm', names);
  return [paragraph(grantLine(grant)), actions({ ...remove, confirm, action: 'programme.revoke', about: { grant: grant.id }, style: 'danger' })];
}

export const newCoordinator = define({
  name: 'programme.coordinator',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ programme: id() }),
  subject: ({ tx }, { programme }) => tx.programmes.get(programme),
  may: (actor, programme) => mayIn(actor, programme.id, 'manage'),
  run: async (_context, _input, programme) => done(coordinatorForm(programme)),
});

function coordinatorForm(programme: Programme): Form {
  const options = GRANT_ROLES.map((role) => ({ value: role, label: say(`people.role.${role}`) }));
  const explained = GRANT_ROLES.map((role) => say('people.role.explained', { role: say(`people.role.${role}`), what: say(`people.role.${role}.what`) }));
  return {
    type: 'form',
    title: say('people.coordinators.add'),
    intro: [{ block: 'list', items: explained }, note(say('people.coordinators.note', { programme: quote(programme.name) }))],
    inputs: [
      { input: 'person', name: 'person', label: say('people.coordinators.person'), required: true },
      { input: 'choice', name: 'role', label: say('people.coordinators.role'), options, value: 'matching', required: true },
    ],
    submit: say('people.coordinators.save'),
    action: 'programme.grant',
    about: { programme: programme.id },
    terms: programme.terms,
  };
}

export const grant = define({
  name: 'programme.grant',
  version: 1,
  input: z.object({ programme: id(), person: id(), role: choice(GRANT_ROLES) }),
  subject: ({ tx }, { programme }) => tx.programmes.get(programme),
  may: (actor, programme) => mayIn(actor, programme.id, 'manage'),
  async run({ tx, actor, now, ids }, { person: personId, role }, programme) {
    const person = await tx.people.get(personId);
    if (!person || person.leftAt !== null) return refused(say('error.form'), { fields: { person: say('people.coordinators.nobody') } });
    const grants = await tx.grants.find({ programmeId: programme.id });
    const change = givingRole(grants, { personId, role, by: actor.personId });
    if ('refused' in change) return refused(say('error.form'), { fields: { role: change.refused } });
    const names = { person: who(personId), role: say(`people.role.${role}`) };
    if ('same' in change) return done(coordinatorsView([programme], grants, actor, [paragraph(say('people.coordinators.same', names))]));

    const given: Grant = { id: ids.next(), programmeId: programme.id, personId, role, createdAt: now };
    for (const old of change.remove) tx.grants.remove(old.id);
    tx.grants.put(given);
    tx.programmes.put(programme); // guards: who else holds a role is part of the decision
    if (personId !== actor.personId) tellRole(tx, 'given', given, actor.personId);
    const after = [...grants.filter((old) => !change.remove.includes(old)), given];
    return done(coordinatorsView([programme], after, nowActing(actor, after), [paragraph(say('people.coordinators.given', names))]));
  },
});

export const revoke = define({
  name: 'programme.revoke',
  version: 1,
  input: z.object({ grant: id() }),
  subject: ({ tx }, { grant }) => tx.grants.get(grant),
  may: (actor, grant) => mayIn(actor, grant.programmeId, 'manage'),
  async run({ tx, actor }, _input, grant) {
    const programme = await tx.programmes.get(grant.programmeId);
    if (!programme) return refused(say('refused.notYours'));
    const grants = await tx.grants.find({ programmeId: grant.programmeId });
    const change = removingRole(grants, grant);
    if ('refused' in change) return refused(change.refused);

    tx.grants.remove(grant.id);
    tx.programmes.put(programme); // guards: two coordinators who remove each other at once do not leave nobody
    const after = grants.filter((old) => old.id !== grant.id);
    if (grant.personId !== actor.personId) tellRole(tx, 'taken', grant, actor.personId);
    const names = { person: who(grant.personId), role: say(`people.role.${grant.role}`) };
    return done(coordinatorsView([programme], after, nowActing(actor, after), [paragraph(say('people.coordinators.removed', names))]));
  },
});

/** The actor as they stand after the change: whoever gave up a role sees the page without its buttons. */
function nowActing(actor: Actor, grants: readonly Grant[]): Actor {
  const others = actor.grants.filter((held) => grants.every((grant) => grant.programmeId !== held.programmeId));
  return { ...actor, grants: [...others, ...grants.filter((grant) => grant.personId === actor.personId)] };
}
