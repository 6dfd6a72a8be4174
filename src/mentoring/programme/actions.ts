// What coordinators do with cohorts: list, show, create, open and close sign-up, choose a channel.

import { z } from 'zod';
import { day, id, line, nothing, optionalLine, wholeNumber } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { inChannel, quote, say } from '../../bot/views/text.ts';
import { actions, message, paragraph } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import { type Actor, mayAnywhere, mayIn } from '../people/index.ts';
import { type Context, define } from '../store.ts';
import { onCohort } from './finding.ts';
import { channelForm, channelKept, cohortForm } from './forms.ts';
import { announce } from './messages.ts';
import { peopleView } from './people-view.ts';
import { programmeOf, programmesWhere } from './people-in-charge.ts';
import type { Cohort } from './programme.ts';
import { cohortFaults, countsOf, newestFirst, OPEN_PROPOSALS } from './rules.ts';
import { cohortView, listView, showButton, signupButton } from './views.ts';

export const list = define({
  name: 'programme.list',
  version: 1,
  look: true,
  input: nothing,
  subject: async ({ actor }) => programmesWhere(actor, 'view'),
  may: (_actor, programmes) => programmes.length > 0,
  async run({ tx, actor, now }, _input, programmeId) {
    const cohorts = newestFirst(await tx.cohorts.find({ programmeId }));
    const programmes = await tx.programmes.all(programmeId);
    const members = await membersOf(
      tx,
      cohorts.map((cohort) => cohort.id),
    );
    const counted = cohorts.map((cohort) => ({ cohort, counts: countsOf(members(cohort.id)) }));
    return done(listView({ cohorts: counted, programmes, manage: mayAnywhere(actor, 'manage'), today: civilIn(now, actor.timeZone) }));
  },
});

export const show = onCohort({
  name: 'programme.show',
  needs: 'view',
  look: true,
  async run({ tx, actor, now }, cohort) {
    const members = await membersOf(tx, [cohort.id]);
    return done(cohortView(cohort, members(cohort.id), ableIn(actor, cohort), civilIn(now, actor.timeZone)));
  },
});

export const people = onCohort({
  name: 'programme.people',
  needs: 'view',
  look: true,
  async run({ tx, actor }, cohort) {
    const rows = await tx.participations.find({ cohortId: cohort.id });
    const { terms } = await programmeOf(tx, cohort);
    const accounts = rows.length === 0 ? [] : await tx.accounts.find({ personId: rows.map((row) => row.personId) });
    const dayOf = (one: (typeof rows)[number]) => civilIn(one.submittedAt ?? one.createdAt, actor.timeZone);
    const here = new Set(accounts.map((account) => account.personId));
    return done(peopleView({ cohort, terms, people: rows, here, dayOf }));
  },
});

/** Everyone and everything that counting needs, in three queries however many cohorts. */
export async function membersOf(tx: Context['tx'], cohortId: readonly string[]) {
  if (cohortId.length === 0) return () => ({ people: [], proposals: [], pairs: [] });
  const people = await tx.participations.find({ cohortId });
  const proposals = await tx.proposals.find({ cohortId, state: OPEN_PROPOSALS });
  const pairs = await tx.pairs.find({ cohortId, state: 'active' });
  const of = (wanted: string) => (row: { readonly cohortId: string }) => row.cohortId === wanted;
  return (wanted: string) => ({ people: people.filter(of(wanted)), proposals: proposals.filter(of(wanted)), pairs: pairs.filter(of(wanted)) });
}

export function ableIn(actor: Actor, cohort: Pick<Cohort, 'programmeId'>) {
  return { match: mayIn(actor, cohort.programmeId, 'match'), manage: mayIn(actor, cohort.programmeId, 'manage') };
}

export const newCohort = define({
  name: 'programme.new',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ name: optionalLine(80) }),
  subject: async ({ actor }) => programmesWhere(actor, 'manage'),
  may: (_actor, programmes) => programmes.length > 0,
  run: async ({ tx }, { name }, programmes) => done(cohortForm(await tx.programmes.all(programmes), name)),
});

export const create = define({
  name: 'programme.create',
  version: 1,
  input: z.object({ programme: id(), name: line(80), startsOn: day(), endsOn: day(), target: wholeNumber(1, 500) }),
  subject: ({ tx }, { programme }) => tx.programmes.get(programme),
  may: (actor, programme) => mayIn(actor, programme.id, 'manage'),
  async run({ tx, actor, now, ids }, { name, startsOn, endsOn, target }, programme) {
    const others = await tx.cohorts.find({ programmeId: programme.id });
    const fields = cohortFaults({ name, startsOn, endsOn }, others, civilIn(now, actor.timeZone));
    if (Object.keys(fields).length > 0) return refused(say('error.form'), { fields });
    const cohort: Cohort = { id: ids.next(), programmeId: programme.id, name, signup: 'closed', startsOn, endsOn, target, channel: null, createdAt: now };
    tx.cohorts.put(cohort);
    tx.programmes.put(programme); // guards the name: two of the same, differing in capitals alone, cannot slip in at once
    return done(
      message([
        paragraph(say('programme.created', { cohort: quote(name) })),
        actions(
          signupButton(cohort),
          { label: say('programme.button.import'), action: 'programme.import', about: { cohort: cohort.id } },
          { label: say('programme.button.channel'), action: 'programme.channel', about: { cohort: cohort.id } },
          showButton(cohort),
        ),
      ]),
    );
  },
});

export const open = onCohort({
  name: 'programme.open',
  needs: 'manage',
  run: async (context, cohort) => {
    if (cohort.signup === 'open') return answer('programme.opened.before', cohort);
    context.tx.cohorts.put({ ...cohort, signup: 'open' });
    announce(context.tx, cohort);
    return answer(cohort.channel ? 'programme.opened.posted' : 'programme.opened.quiet', { ...cohort, signup: 'open' });
  },
});

export const close = onCohort({
  name: 'programme.close',
  needs: 'manage',
  run: async ({ tx }, cohort) => {
    if (cohort.signup === 'closed') return answer('programme.closed.before', cohort);
    tx.cohorts.put({ ...cohort, signup: 'closed' });
    tx.refresh(`announcement:${cohort.id}`);
    return answer('programme.closed', { ...cohort, signup: 'closed' });
  },
});

type Told = 'programme.opened.before' | 'programme.opened.posted' | 'programme.opened.quiet' | 'programme.closed.before' | 'programme.closed';

function answer(told: Told, cohort: Cohort) {
  const channel = { label: say('programme.button.channel'), action: 'programme.channel', about: { cohort: cohort.id } };
  const buttons = told === 'programme.opened.quiet' ? [channel, showButton(cohort)] : [showButton(cohort)];
  return done(message([paragraph(say(told, { cohort: quote(cohort.name) })), actions(...buttons)]));
}

export const channel = onCohort({
  name: 'programme.channel',
  opens: 'form',
  needs: 'manage',
  look: true,
  run: async ({ platform }, cohort) => done(channelForm(cohort, platform)),
});

export const setChannel = define({
  name: 'programme.setChannel',
  version: 1,
  input: z.object({ cohort: id(), platform: id(), conversation: optionalLine(1500) }),
  subject: ({ tx }, { cohort }) => tx.cohorts.get(cohort),
  may: (actor, cohort) => mayIn(actor, cohort.programmeId, 'manage'),
  async run({ tx, actor }, { platform, conversation }, cohort) {
    if (!(await platformsOf(tx, actor)).includes(platform)) return refused(say('error.form'), { fields: { platform: say('error.notAChoice') } });
    const name = conversation.replace(/^#/, '').trim();
    const before = cohort.channel;
    // Whoever sees no channel here, because it is another platform's, has not taken it away.
    if (name === '' && before && before.platform !== platform) {
      return done(message([paragraph(channelKept(cohort, before)), actions(showButton(cohort))]));
    }
    const after: Cohort = { ...cohort, channel: name === '' ? null : { platform, conversation: name } };
    tx.cohorts.put(after);
    const isNew = name !== cohort.channel?.conversation || platform !== cohort.channel.platform;
    const announces = after.channel !== null && isNew && cohort.signup === 'open';
    if (announces) announce(tx, after);
    const names = { cohort: quote(cohort.name), channel: inChannel({ platform, conversation: name }) };
    const told = after.channel
      ? say(announces ? 'programme.channel.setOpen' : 'programme.channel.set', names)
      : say('programme.channel.unset', { cohort: quote(cohort.name) });
    return done(message([paragraph(told), actions(...(cohort.signup === 'closed' ? [signupButton(cohort)] : []), showButton(cohort))]));
  },
});

/** The platforms on which the coordinator is, so that a channel can be named at all. */
async function platformsOf(tx: Context['tx'], actor: Actor): Promise<readonly string[]> {
  const accounts = await tx.accounts.find({ personId: actor.personId });
  return [...new Set(accounts.map((account) => account.platform))];
}
