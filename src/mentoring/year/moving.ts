// A milestone on another day than its rule says: with a reason, and never without seeing what follows from it.

import { z } from 'zod';
import { day, id, line, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { wordsOf } from '../../bot/texts/format.ts';
import { onDay, say, type Text } from '../../bot/views/text.ts';
import { civilOf, isCivil } from '../../time.ts';
import { type DatedMilestone, dayOf, doubtWords, milestoneName } from '../calendar/index.ts';
import type { AnyAction, Context } from '../store.ts';
import { asItStands, changedSince, onYear } from './finding.ts';
import { type Asked, type Follows, isSpan, moveForm, pickForm, whyPage } from './move-views.ts';
import { page } from './pages.ts';
import { changesBetween, moved, shiftOf, withoutShift } from './rules.ts';
import { newDoubts, type Scene, sceneWith } from './scene.ts';
import { settle } from './settling.ts';
import { daysText } from './words.ts';
import type { Shift } from './year.ts';

const one = z.object({ cohort: id(), milestone: id() });

const pick = onYear({
  name: 'year.pick',
  needs: 'view',
  look: true,
  opens: 'form',
  input: z.object({ cohort: id() }),
  run: async (_context, scene) => done(pickForm(scene)),
});

const why = onYear({
  name: 'year.why',
  needs: 'view',
  look: true,
  input: one,
  async run(_context, scene, { milestone }) {
    const found = dayOf(scene.dates, milestone);
    return found ? done(whyPage(scene, found)) : changedSince(scene);
  },
});

const form = onYear({
  name: 'year.moveForm',
  needs: 'manage',
  look: true,
  opens: 'form',
  input: one,
  async run(_context, scene, { milestone }) {
    const found = dayOf(scene.dates, milestone);
    if (!found) return changedSince(scene);
    return done(moveForm(scene, found, { from: found.from, until: found.until, reason: '' }));
  },
});

const move = onYear({
  name: 'year.move',
  needs: 'manage',
  // `was`: the days that the form was opened upon; `warned`: those whose consequences have been shown.
  input: one.extend({ was: line(40), warned: optionalLine(40), from: day(), until: optionalLine(40), reason: line(300) }),
  async run(context, scene, input) {
    const found = dayOf(scene.dates, input.milestone);
    if (!found || keyOf(found) !== input.was) return changedSince(scene);
    const until = isSpan(found) ? input.until : input.from;
    const asked: Asked = { from: input.from, until, reason: input.reason };
    const fields = moveFaults(scene, found, asked);
    if (Object.keys(fields).length > 0) return refused(say('error.form'), { fields });
    const days = { from: civilOf(input.from), until: civilOf(until) };
    const shift: Shift = { milestone: input.milestone, ...days, reason: input.reason, by: context.actor.personId, at: context.now };
    const follows = await followsOf(context, scene, shift);
    if (follows && input.warned !== keyOf(days)) {
      return refused(say('year.move.check'), { answer: moveForm(scene, found, asked, { ...follows, warned: keyOf(days) }) });
    }
    return shifted(context, scene, shift);
  },
});

function keyOf({ from, until }: { readonly from: string; readonly until: string }): string {
  return `${from}/${until}`;
}

function moveFaults({ year, today }: Scene, found: DatedMilestone, { from, until }: Asked): Readonly<Record<string, Text>> {
  const [first, last] = [civilOf(`${year.year - 1}-01-01`), civilOf(`${year.year + 1}-12-31`)];
  const far = say('year.move.far', { from: onDay(first, 'short'), until: onDay(last, 'short') });
  const isPast = (day: string) => year.state === 'published' && day < today;
  if (from < first || from > last) return { from: far };
  // What has begun may still end later.
  if (isPast(from) && from !== found.from) return { from: say('error.past') };
  if (isSpan(found)) {
    if (!isCivil(until)) return { until: say(until === '' ? 'error.missing' : 'error.notADate') };
    if (until < from) return { until: say('year.move.backwards', { day: onDay(civilOf(from)) }) };
    if (until > last) return { until: far };
    if (isPast(until)) return { until: say('error.past') };
  }
  return keyOf({ from, until }) === keyOf(found) ? { from: say('year.move.same') } : {};
}

/** What else would change; `null` where nothing would. */
async function followsOf({ tx }: Context, scene: Scene, shift: Shift): Promise<Follows | null> {
  const after = await sceneWith(tx, scene, moved(scene.year, shift));
  const changes = changesBetween(scene.dates, after.dates).filter((change) => change.milestone.id !== shift.milestone);
  const doubts = newDoubts(scene.doubts, after.doubts);
  return changes.length > 0 || doubts.length > 0 ? { changes, doubts } : null;
}

/** Moves it, and tells how the calendar stands then. */
async function shifted(context: Context, scene: Scene, shift: Shift): Promise<Outcome> {
  const after = await settle(context, scene, moved(scene.year, shift));
  return done(page(after, nowOn(after, shift.milestone, after.year.state === 'published' ? 'year.moved.told' : 'year.moved')));
}

function nowOn(scene: Scene, milestone: string, key: 'year.moved' | 'year.moved.told' | 'year.takenBack' | 'year.audience.changed'): Text | undefined {
  const found = dayOf(scene.dates, milestone);
  return found ? say(key, { what: milestoneName(found.milestone), day: daysText(found) }) : undefined;
}

/** One of the mends that are proposed: a move whose reason is the doubt that it answers, decided by whoever accepts it. */
const mend = onYear({
  name: 'year.mend',
  needs: 'manage',
  input: one.extend({ from: day(), until: day() }),
  async run(context, scene, { milestone, from, until }) {
    const doubt = scene.doubts.find(({ mend: each }) => each && 'from' in each && each.milestone === milestone && keyOf(each) === keyOf({ from, until }));
    if (!doubt) return asItStands(scene, 'year.mend.gone');
    const { actor, now } = context;
    if (scene.year.state === 'published' && from < scene.today) return asItStands(scene, 'year.mend.gone');
    const reason = wordsOf(say('year.because', { doubt: doubtWords(doubt) }), { ...actor, names: new Map() });
    return shifted(context, scene, { milestone, from: civilOf(from), until: civilOf(until), reason, by: actor.personId, at: now });
  },
});

const takeBack = onYear({
  name: 'year.takeBack',
  needs: 'manage',
  input: one.extend({ was: line(40) }),
  async run(context, scene, { milestone, was }) {
    const found = dayOf(scene.dates, milestone);
    if (!found || keyOf(found) !== was || !shiftOf(scene.year, milestone)) return changedSince(scene);
    const { byRule } = found;
    if (byRule && scene.year.state === 'published' && byRule.until < scene.today) {
      return refused(say('year.takeBack.past', { day: onDay(byRule.until) }), { answer: whyPage(scene, found) });
    }
    const after = await settle(context, scene, withoutShift(scene.year, milestone));
    return done(page(after, nowOn(after, milestone, 'year.takenBack')));
  },
});

/** Nobody's programme has just started in June: those who have signed up for the coming start come instead (Q7). */
const audience = onYear({
  name: 'year.audience',
  needs: 'manage',
  input: one,
  async run(context, scene, { milestone }) {
    const { plan } = scene.year;
    const found = plan.milestones.find((each) => each.id === milestone);
    if (!found?.parts.some((part) => part.audience.includes('new-mentors'))) return changedSince(scene);
    const parts = found.parts.map((part) => ({
      ...part,
      audience: [...new Set(part.audience.map((each) => (each === 'new-mentors' ? ('recruits' as const) : each)))],
    }));
    const milestones = plan.milestones.map((each) => (each === found ? { ...found, parts } : each));
    const after = await settle(context, scene, { ...scene.year, plan: { ...plan, milestones } });
    return done(page(after, nowOn(after, milestone, 'year.audience.changed')));
  },
});

export const MOVING: readonly AnyAction[] = [pick, why, form, move, mend, takeBack, audience];
