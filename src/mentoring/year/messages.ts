// What a calendar says to coordinators: sign-up has opened by itself, and a deadline of theirs comes near.

import { inChannel, onDay, quote, say, type Text } from '../../bot/views/text.ts';
import { actions, message, paragraph } from '../../bot/views/view.ts';
import { type Civil, isCivil } from '../../time.ts';
import { civilIn } from '../calendar/index.ts';
import { mayIn } from '../people/index.ts';
import { type Cohort, countsOf, membersIn, programmeOf, showButton, waitingIn } from '../programme/index.ts';
import type { Template } from '../store.ts';

const called: Template = {
  name: 'year.called',
  async build({ tx, reader }, args) {
    const cohort = await tx.cohorts.get(String(args['cohort']));
    if (cohort?.signup !== 'open') return null;
    const { terms } = await programmeOf(tx, cohort);
    const { channel } = cohort;
    const where = channel ? say('year.moment.called.posted', { channel: inChannel(channel) }) : say('year.moment.called.quiet');
    const choose = { label: say('programme.button.channel'), action: 'programme.channel', about: { cohort: cohort.id } };
    const buttons = channel || !mayIn(reader, cohort.programmeId, 'manage') ? [showButton(cohort)] : [choose, showButton(cohort)];
    return message([paragraph(say('year.moment.called', { cohort: quote(cohort.name) })), paragraph(where), actions(...buttons)], terms);
  },
};

/** Not sent where nobody waits any more; drawn anew, it says so. */
const deadline: Template = {
  name: 'year.deadline',
  async build({ tx, reader, now, again }, args) {
    const [cohort, day] = [await tx.cohorts.get(String(args['cohort'])), String(args['day'])];
    if (!cohort || !isCivil(day)) return null;
    const { terms } = await programmeOf(tx, cohort);
    const members = (await membersIn(tx, [cohort.id]))(cohort.id);
    const waiting = waitingIn(members);
    if (waiting === 0) return again ? message([paragraph(say('year.moment.deadline.met', { cohort: quote(cohort.name) }))], terms) : null;
    const counts = countsOf(members);
    const short = waiting - Math.max(0, counts.places - counts.pairs - counts.open);
    const preview = { label: say('programme.button.preview'), action: 'matching.preview', about: { cohort: cohort.id }, style: 'main' } as const;
    return message(
      [
        paragraph(deadlineWords(cohort, { day, results: args['kind'] === 'results', isOver: civilIn(now, reader.timeZone) > day })),
        paragraph(say('year.moment.deadline.waiting', { n: waiting })),
        ...(short > 0 ? [paragraph(say('year.moment.deadline.places', { n: short }))] : []),
        actions(preview, showButton(cohort)),
      ],
      terms,
    );
  },
};

function deadlineWords({ name }: Cohort, of: { readonly day: Civil; readonly results: boolean; readonly isOver: boolean }): Text {
  const args = { cohort: quote(name), day: onDay(of.day) };
  if (of.isOver) return of.results ? say('year.moment.results.past', args) : say('year.moment.matching.past', args);
  return of.results ? say('year.moment.results', args) : say('year.moment.matching', args);
}

export const TEMPLATES: readonly Template[] = [called, deadline];
