// Two years of one programme side by side, and the form that makes the next cohort.

import { quote, say, type Text } from '../../bot/views/text.ts';
import { actions, type Block, type Form, heading, type Message, message, paragraph } from '../../bot/views/view.ts';
import { type DatedMilestone, daysBetween, dayOf, doubtWords, milestoneName, theMilestone } from '../calendar/index.ts';
import { backButton } from './pages.ts';
import { newDoubts, type Scene, subjectOf } from './scene.ts';
import { daysText, faultText, planAndYear, spanText } from './words.ts';

/** Further apart, a week more or less is nobody's concern. */
const NEAR = 21;
/** The same week of the year after: 52 weeks on. */
const WEEKS = 364;

export function comparePage(now: Scene, next: Scene): Message {
  const { cohort, year, manage, terms } = now;
  const doubts = newDoubts(now.doubts, next.doubts, subjectOf).map(doubtWords);
  const faults = next.dates.faults.map((fault) => faultText(fault, next.year));
  const shifts = year.shifts.flatMap((shift) => {
    const one = year.plan.milestones.find(({ id }) => id === shift.milestone);
    return one ? [say('year.compare.shift', { what: milestoneName(one), day: spanText(shift.from, shift.until), reason: quote(shift.reason) })] : [];
  });
  return message(
    [
      heading(say('year.compare.title', { cohort: quote(cohort.name) })),
      ...part('year.compare.doubts', [...faults, ...doubts]),
      ...part('year.compare.shifts', shifts),
      tableOf(now, next),
      actions(
        ...(manage ? [{ label: say('year.button.rollOver'), action: 'year.rollForm', about: { cohort: cohort.id }, style: 'main' as const }] : []),
        backButton(now),
      ),
    ],
    terms,
  );
}

function part(title: 'year.compare.doubts' | 'year.compare.shifts', items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [heading(say(title)), { block: 'list', items }];
}

function tableOf(now: Scene, next: Scene): Block {
  const all = now.year.plan.milestones.map((milestone) => {
    const [before, after] = [byRule(now, milestone.id), dayOf(next.dates, milestone.id)];
    return { milestone, before, after };
  });
  const ordered = all.toSorted((a, b) => ((a.before?.from ?? '') < (b.before?.from ?? '') ? -1 : 1));
  return {
    block: 'table',
    caption: say('year.compare.caption', { before: planAndYear(now.year), after: planAndYear(next.year) }),
    head: [say('year.column.what'), say('year.compare.before'), say('year.compare.after'), say('year.compare.differs')],
    rows: ordered.map(({ milestone, before, after }) => [
      milestoneName(milestone),
      before ? daysText(before) : say('year.compare.gone'),
      after ? daysText(after) : say('year.compare.gone'),
      differsText(now, next, { before, after }),
    ]),
  };
}

/** Where it lies without anybody's moves: they stay behind. */
function byRule({ dates }: Scene, milestone: string): DatedMilestone | null {
  const one = dayOf(dates, milestone);
  return one?.byRule ? { ...one, ...one.byRule } : one;
}

function differsText(now: Scene, next: Scene, { before, after }: { readonly before: DatedMilestone | null; readonly after: DatedMilestone | null }): Text {
  if (!before || !after) return say('year.compare.gone');
  const days = daysBetween(before.from, after.from);
  if (days % 7 !== 0 && before.from === before.until) return say('year.compare.weekday');
  if (days % 7 === 0 && days !== WEEKS) return say(days > WEEKS ? 'year.compare.later' : 'year.compare.earlier');
  return gapText(now, next, [before, after]) ?? say('year.compare.same');
}

/** How far it lies from the gathering or deadline before it, where that has changed. */
function gapText(now: Scene, next: Scene, [before, after]: readonly [DatedMilestone, DatedMilestone]): Text | null {
  const previous = now.dates.dates.findLast((one) => one.from < before.from && one.from === one.until);
  const then = previous ? byRule(now, previous.milestone.id) : null;
  const later = previous ? dayOf(next.dates, previous.milestone.id) : null;
  if (!previous || !then || !later) return null;
  const [gap, gapLater] = [daysBetween(then.from, before.from), daysBetween(later.from, after.from)];
  if (gap === gapLater || gap < 0 || gapLater < 0 || Math.min(gap, gapLater) > NEAR) return null;
  return say('year.compare.gap', { after: gapLater, before: gap, previous: theMilestone(previous.milestone) });
}

export function rollForm({ cohort, year, terms }: Scene, name: string): Form {
  return {
    type: 'form',
    title: say('year.rollOver.title'),
    intro: [paragraph(say('year.rollOver.intro', { year: quote(String(year.year + 1)) }))],
    inputs: [{ input: 'line', name: 'name', label: say('year.rollOver.name'), help: say('programme.create.name.help'), max: 80, value: name, required: true }],
    submit: say('year.rollOver.submit'),
    action: 'year.rollOver',
    about: { cohort: cohort.id },
    terms,
  };
}
