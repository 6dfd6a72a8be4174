// Saying what matters most: opens the form, and keeps what was chosen.

import { z } from 'zod';
import { choice, id, optionalLine } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { define } from '../store.ts';
import { type Topic, TOPICS, understood } from '../topics/index.ts';
import { focusForm, MOST_TOPICS, NONE } from './focus-form.ts';
import { MAX } from './forms.ts';
import { isMine, own } from './own.ts';
import { reviewOf } from './review.ts';
import { changed, mustReadNotice } from './rules.ts';
import { startOf } from './starts.ts';
import { introduction } from './views.ts';

export const focus = define({
  name: 'orientation.focus',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ participation: id() }),
  subject: own,
  may: isMine,
  async run({ tx }, _input, { participation, person }) {
    const start = await startOf(tx, participation.cohortId);
    if (start && mustReadNotice(participation)) return done(introduction(start));
    return done(focusForm(participation, person, start?.programme.terms));
  },
});

/** Of all topics: what was offered may have changed with the text in the meantime. */
function topic() {
  const any = choice(TOPICS as readonly [Topic, ...Topic[]]);
  return z.preprocess((value) => (value === NONE || value === '' ? undefined : value), any.optional());
}

export const confirm = define({
  name: 'orientation.confirm',
  version: 1,
  input: z.object({ participation: id(), first: topic(), second: topic(), third: topic(), other: optionalLine(MAX.line) }),
  subject: own,
  may: isMine,
  async run(context, { first, second, third, other }, { participation, person }) {
    const said = understood(other, person.language).map((one) => one.topic);
    if (other !== '' && said.length === 0) return refused(say('error.form'), { fields: { other: say('topics.else.unclear') } });
    const chosen = [first, second, third].filter((one) => one !== undefined);
    const after = changed(participation, { profile: { focus: [...new Set([...chosen, ...said])].slice(0, MOST_TOPICS) } });
    const page = await reviewOf(context, { participation: after, person });
    context.tx.participations.put(after);
    return done(page);
  },
});
