// Publishing: the one step after which the bot speaks. Only what has been looked at, and only by a person.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { id, line, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome } from '../../bot/actions/outcome.ts';
import { onDay, quote, say } from '../../bot/views/text.ts';
import { actions, type Button, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import { type Doubt, doubtWords, milestoneName, plusDays } from '../calendar/index.ts';
import { showButton } from '../programme/index.ts';
import type { AnyAction, Context } from '../store.ts';
import { asItStands, changedSince, onYear } from './finding.ts';
import { backButton } from './pages.ts';
import { aheadOf, spanOf } from './rules.ts';
import { type Scene, subjectOf } from './scene.ts';
import { settle } from './settling.ts';
import { daysText } from './words.ts';

const publish = onYear({
  name: 'year.publish',
  needs: 'manage',
  // `seen`: the calendar that was looked at; `knowing`: the doubts that were.
  input: z.object({ cohort: id(), seen: line(20), knowing: optionalLine(20) }),
  async run(context, scene, { seen, knowing }) {
    const { year, dates, doubts, today } = scene;
    if (year.state === 'published') return asItStands(scene, 'year.publish.before');
    if (scene.seen !== seen) return changedSince(scene);
    const span = spanOf(dates);
    if (dates.faults.length > 0 || !span) return asItStands(scene, 'year.publish.faults');
    if (span.endsOn < today) return asItStands(scene, 'year.publish.over');
    if (doubts.length > 0 && knowing !== digestOf(doubts)) return done(doubtful(scene));
    return published(context, scene);
  },
});

async function published(context: Context, scene: Scene): Promise<Outcome> {
  const { actor, now } = context;
  // What was due before is not made up for: nobody had been told of it.
  const year = { ...scene.year, state: 'published', publishedBy: actor.personId, publishedAt: now, doneUntil: now } as const;
  return done(publishedPage(await settle(context, scene, year)));
}

function digestOf(doubts: readonly Doubt[]): string {
  const words = doubts.map((doubt) => `${doubt.day} ${subjectOf(doubt)}`).join('\n');
  return createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

/** As many are read before a decision; those that must be mended stand first. */
const MOST = 24;

/** All that is open, before it is published all the same. */
function doubtful(scene: Scene): Message {
  const { cohort, doubts, seen, terms } = scene;
  const sure: Button = {
    label: say('year.button.publishAnyway'),
    action: 'year.publish',
    about: { cohort: cohort.id, seen, knowing: digestOf(doubts) },
    style: 'main',
    confirm: say('year.publish.confirm'),
  };
  return message(
    [
      heading(say('year.title', { cohort: quote(cohort.name) })),
      paragraph(say('year.publish.doubts', { count: doubts.length })),
      { block: 'list', items: doubts.slice(0, MOST).map(doubtWords) },
      ...(doubts.length > MOST ? [note(say('year.more', { count: doubts.length - MOST }))] : []),
      actions(sure, backButton(scene)),
    ],
    terms,
  );
}

/** What happens next, by itself. */
function publishedPage(scene: Scene): Message {
  const { cohort, dates, today, terms } = scene;
  const [next] = aheadOf(dates, today, 1);
  const invited = firstInvitation(scene);
  const past = dates.dates.filter((one) => one.until < today).length;
  const call = dates.dates.find((one) => one.milestone.kind === 'call');
  // The call opens sign-up on its day; one that was before today is the coordinator's to make.
  const open = cohort.signup === 'closed' && call && call.from <= today;
  return message(
    [
      paragraph(say('year.published', { cohort: quote(cohort.name), start: onDay(cohort.startsOn), end: onDay(cohort.endsOn) })),
      ...(next ? [paragraph(say('year.published.next', { what: milestoneName(next.milestone), day: daysText(next) }))] : []),
      ...(invited ? [paragraph(say('year.published.invited', { day: onDay(invited, 'week') }))] : []),
      ...(past > 0 ? [paragraph(say('year.published.past', { count: past }))] : []),
      actions(
        ...(open ? [{ label: say('programme.button.open'), action: 'programme.open', about: { cohort: cohort.id }, style: 'main' as const }] : []),
        backButton(scene),
        showButton(cohort),
      ),
    ],
    terms,
  );
}

/** The day on which the first people are invited; `null` where no gathering lies ahead. */
function firstInvitation({ dates, today }: Scene): Civil | null {
  const ahead = dates.dates.filter((one) => one.from >= today);
  const days = ahead.flatMap(({ from, milestone }) => milestone.parts.map(({ inviteDays }) => plusDays(from, -inviteDays)));
  const [first] = days.map((day) => (day < today ? today : day)).sort();
  return first ?? null;
}

export const PUBLISHING: readonly AnyAction[] = [publish];
