// Getting an address: of one's own calendar, of a cohort's, of the page that leads to sign-up.

import { nothing } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { anyone } from '../people/index.ts';
import { onCohort } from '../programme/index.ts';
import { type Context, define } from '../store.ts';
import { calendarCode } from './codes.ts';
import { calendarPass, foundOrMade, joinCodeOf } from './finding.ts';
import { cohortAnswer, joinAnswer, mineAnswer } from './views.ts';

/** Where nobody can come from outside, an address would lead nowhere: only the operator can change that. */
function hasAddress({ addressOf }: Context): boolean {
  return addressOf({ to: 'calendar', about: { code: '' } }) !== null;
}

function noAddress(): Outcome {
  return refused(say('passes.noAddress'));
}

export const subscribe = define({
  name: 'passes.subscribe',
  version: 1,
  input: nothing,
  subject: async ({ actor }) => actor,
  may: anyone,
  async run(context, _input, { personId }) {
    if (!hasAddress(context)) return noAddress();
    return done(mineAnswer(await foundOrMade(context, 'mine', personId)));
  },
});

export const renew = define({
  name: 'passes.renew',
  version: 1,
  input: nothing,
  subject: ({ tx, actor }) => calendarPass(tx, 'mine', actor.personId, actor.personId),
  may: (actor, pass) => pass.personId === actor.personId,
  async run(context, _input, pass) {
    if (!hasAddress(context)) return noAddress();
    const renewed = { ...pass, code: calendarCode() };
    context.tx.passes.put(renewed);
    return done(mineAnswer(renewed, say('passes.renewed')));
  },
});

export const cohort = onCohort({
  name: 'passes.cohort',
  needs: 'view',
  async run(context, of) {
    if (!hasAddress(context)) return noAddress();
    return done(cohortAnswer(of, await foundOrMade(context, 'cohort', of.id)));
  },
});

export const join = onCohort({
  name: 'passes.join',
  needs: 'manage',
  async run(context, of) {
    const code = hasAddress(context) ? await joinCodeOf(context.tx, of, context) : null;
    const address = code === null ? null : context.addressOf({ to: 'join', about: { code } });
    return code === null || address === null ? noAddress() : done(joinAnswer(of, code, address));
  },
});
