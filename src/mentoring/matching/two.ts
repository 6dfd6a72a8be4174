// A coordinator's word on two people: always together, or never (`/match lock`, `/match forbid`).

import { z } from 'zod';
import { choice, id, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Form, type Message, message, paragraph } from '../../bot/views/view.ts';
import type { Participation } from '../orientation/participation.ts';
import { type Actor, mayAnywhere, mayIn } from '../people/index.ts';
import type { Cohort } from '../programme/index.ts';
import { type AnyAction, type Context, define } from '../store.ts';
import type { TwoPeople } from './looking/two-people.ts';
import { peopleIn, reachOf, twoChosen, twoNamed } from './looking/naming.ts';
import { ruleButtons } from './looking/preview-view.ts';
import type { MatchRule } from './proposal.ts';
import { isMentee, isMentor } from './rules.ts';
import { noted } from './settings/steps.ts';

type Kind = MatchRule['kind'];

const KINDS = ['lock', 'forbid'] as const;
const mayMatch = (actor: Actor, { cohort }: { readonly cohort: Cohort }) => mayIn(actor, cohort.programmeId, 'match');

async function twoOf({ tx }: Context, of: { readonly mentee: string; readonly mentor: string }): Promise<TwoPeople | null> {
  const found = await tx.participations.all([of.mentee, of.mentor]);
  const mentee = found.find((one) => one.id === of.mentee && isMentee(one));
  const mentor = found.find((one) => one.id === of.mentor && isMentor(one));
  if (!mentee || !mentor || mentee.cohortId !== mentor.cohortId) return null;
  const cohort = await tx.cohorts.get(mentee.cohortId);
  return cohort && { cohort, mentee, mentor };
}

/** From the page of a pair. */
function ruling(name: string, kind: Kind | null): AnyAction {
  return define({
    name,
    version: 1,
    input: z.object({ mentee: id(), mentor: id() }),
    subject: twoOf,
    may: mayMatch,
    run: (context, _input, two) => decided(context, two, kind),
  });
}

/**
 * Puts the decision in the place of what was decided before, and notes it, so that it can be taken back. A mentee is locked to
 * one mentor, a mentor to as many as there are places.
 */
async function decided({ tx, actor, now, ids }: Context, { cohort, mentee, mentor }: TwoPeople, kind: Kind | null): Promise<Outcome> {
  const rules = await tx.rules.find({ cohortId: cohort.id });
  const before = rules.find((rule) => rule.menteeId === mentee.id && rule.mentorId === mentor.id);
  const fault = kind === 'lock' ? lockFault(mentee, mentor, rules) : null;
  if (fault) return refused(fault);
  // Guards a publishing at the same moment: it must know of this, or be looked at again.
  tx.cohorts.put(cohort);
  if ((before?.kind ?? null) === kind) return done(ruled({ mentee, mentor }, kind));
  const otherLocks = kind === 'lock' ? rules.filter((rule) => rule.kind === 'lock' && rule.menteeId === mentee.id) : [];
  for (const rule of otherLocks) tx.rules.remove(rule.id);
  const two = { menteeId: mentee.id, mentorId: mentor.id };
  const by = { createdBy: actor.personId, createdAt: now };
  if (kind !== null) tx.rules.put({ ...two, ...by, id: before?.id ?? ids.next(), cohortId: cohort.id, kind });
  else if (before) tx.rules.remove(before.id);
  const gone = [...(before ? [before] : []), ...otherLocks].map((rule) => ({ menteeId: rule.menteeId, mentorId: rule.mentorId, kind: rule.kind }));
  noted(tx, { ...by, id: ids.next(), cohortId: cohort.id, about: { kind: 'rule', ...two, now: kind, before: gone } });
  return done(ruled({ mentee, mentor }, kind));
}

function lockFault(mentee: Participation, mentor: Participation, rules: readonly MatchRule[]): Text | null {
  const locks = rules.filter((rule) => rule.kind === 'lock');
  if (mentee.id === mentor.id) return say('matching.lock.self');
  if (!mentee.profile.languages.some((language) => mentor.profile.languages.includes(language))) return say('matching.lock.language');
  if (locks.some((rule) => rule.menteeId === mentor.id && rule.mentorId === mentee.id)) return say('matching.lock.swap');
  const others = locks.filter((rule) => rule.mentorId === mentor.id && rule.menteeId !== mentee.id).length;
  return others >= mentor.capacity ? say('matching.lock.full', { capacity: mentor.capacity }) : null;
}

function ruled({ mentee, mentor }: Pick<TwoPeople, 'mentee' | 'mentor'>, kind: Kind | null): Message {
  return message([
    paragraph(say(`matching.ruled.${kind ?? 'free'}`, { mentee: who(mentee.personId), mentor: who(mentor.personId) })),
    actions(
      { label: say('matching.button.preview'), action: 'matching.preview', about: { cohort: mentee.cohortId }, style: 'main' },
      ...ruleButtons(kind, { mentee: mentee.id, mentor: mentor.id }),
    ),
  ]);
}

function formFor(kind: Kind, first = '', second = ''): Form {
  return {
    type: 'form',
    title: say(`matching.form.${kind}`),
    inputs: [
      { input: 'person', name: 'first', label: say('matching.form.first'), required: true, value: first },
      { input: 'person', name: 'second', label: say('matching.form.second'), required: true, value: second },
    ],
    submit: say(`matching.button.${kind}`),
    action: 'matching.rule',
    about: { kind },
  };
}

/** `/match lock Bo, Anna`; without names, the form. */
const named = define({
  name: 'matching.two',
  opens: 'form',
  version: 1,
  input: z.object({ kind: choice(KINDS), names: optionalLine(200) }),
  subject: async (_context, input) => input,
  may: (actor) => mayAnywhere(actor, 'match'),
  async run(context, { kind, names }) {
    if (names === '') return done(formFor(kind));
    const reach = await reachOf(context, 'match');
    const found = twoNamed(reach, await peopleIn(context, reach), names);
    return 'mentee' in found ? decided(context, found, kind) : refused(found.text, { answer: formFor(kind, found.first, found.second) });
  },
});

/** The form with two people. */
const byForm = define({
  name: 'matching.rule',
  version: 1,
  input: z.object({ kind: choice(KINDS), first: id(), second: id() }),
  subject: async (_context, input) => input,
  may: (actor) => mayAnywhere(actor, 'match'),
  async run(context, { kind, first, second }) {
    const reach = await reachOf(context, 'match');
    const chosen = twoChosen(reach, first, second);
    if (!('two' in chosen)) return refused(say('error.form'), chosen);
    const outcome = await decided(context, chosen.two, kind);
    return outcome.kind === 'refused' ? refused(say('error.form'), { fields: { second: outcome.text } }) : outcome;
  },
});

export const TWO: readonly AnyAction[] = [
  ruling('matching.lock', 'lock'),
  ruling('matching.forbid', 'forbid'),
  ruling('matching.release', null),
  named,
  byForm,
];
