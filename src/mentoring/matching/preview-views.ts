// The coordinator's pages: the plan before anybody is asked, and one pair of it looked at closely. Coordinators see names.

import { listed, quote, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, facts, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Help, MeetingLanguage, Participation, Slot } from '../orientation/participation.ts';
import type { Cohort } from '../programme/index.ts';
import { joined } from './anonymous.ts';
import type { LeftOver, Plan, Planned } from './plan.ts';
import type { Barrier } from './rules.ts';
import type { Fit, Reason } from './score.ts';

/** One page of a long plan. */
const PAGE = 12;

export interface Look {
  readonly cohort: Cohort;
  readonly plan: Plan;
  /** Whether the reader may decide as well as look. */
  readonly may: boolean;
  /** The first pair to show. */
  readonly from: number;
}

export function preview(look: Look, opening?: Text): Message {
  const { cohort, plan, from } = look;
  const shown = plan.pairs.slice(from, from + PAGE);
  const all = plan.pairs.length + plan.left.length;
  return message([
    heading(say('matching.preview.title', { cohort: quote(cohort.name) })),
    ...(opening ? [paragraph(opening)] : []),
    paragraph(all === 0 ? say('matching.preview.nobody') : say('matching.preview.count', { matched: plan.pairs.length, all })),
    ...restOf(plan),
    ...(shown.length > 0 ? tableOf(shown, look) : []),
    actions(...decisions(look)),
  ]);
}

function tableOf(shown: readonly Planned[], { plan, from }: Look): readonly Block[] {
  const more =
    plan.pairs.length > shown.length ? [note(say('matching.preview.part', { from: from + 1, to: from + shown.length, all: plan.pairs.length }))] : [];
  return [
    {
      block: 'table',
      caption: say('matching.preview.caption'),
      head: [say('matching.column.mentee'), say('matching.column.mentor'), say('matching.column.fit'), say('matching.column.why')],
      rows: shown.map(({ mentee, mentor, fit, locked }) => [
        who(mentee.personId),
        who(mentor.personId),
        say('matching.number', { n: fit.score }),
        dotted([...(locked ? [say('matching.reason.locked')] : []), ...strongest(fit)]),
      ]),
    },
    ...more,
    actions(
      ...shown.map(({ mentee, mentor }): Button => {
        const two = { mentee: who(mentee.personId), mentor: who(mentor.personId) };
        return {
          label: say('matching.button.pair', two),
          hint: say('matching.hint.pair', two),
          action: 'matching.pair',
          about: { cohort: mentee.cohortId, mentee: mentee.id, mentor: mentor.id },
        };
      }),
    ),
  ];
}

function dotted(all: readonly Text[]): Text {
  return all.reduce((a, b) => say('matching.dotted', { a, b }));
}

/** The two reasons that weigh most; a pair without any still has a word. */
function strongest({ reasons }: Fit): readonly Text[] {
  const first = reasons.toSorted((a, b) => b.points - a.points).slice(0, 2);
  return first.length === 0 ? [say('matching.reason.none')] : first.map(reasonText);
}

export function reasonText(reason: Reason): Text {
  switch (reason.feature) {
    case 'help':
      return say('matching.reason.help', { what: joined(reason.shared.map((one) => say(`orientation.kind.${one as Help}`))) });
    case 'language':
      return say('matching.reason.language', { what: joined(reason.shared.map((one) => say(`orientation.tongue.${one as MeetingLanguage}`))) });
    case 'time':
      return say('matching.reason.time', { what: joined(reason.shared.map((one) => say(`orientation.slot.${one as Slot}`))) });
    case 'topics':
    case 'interests':
      return say(`matching.reason.${reason.feature}`);
  }
}

function restOf(plan: Plan): readonly Block[] {
  const lines = plan.left.map((left) => say('matching.left.line', { person: who(left.mentee.personId), why: whyLeft(left) }));
  const about: Text[] = [
    ...(plan.idle.length > 0 ? [say('matching.preview.idle', { mentors: listed(plan.idle.map((one) => who(one.personId))) })] : []),
    ...(plan.open > 0 ? [say('matching.preview.open', { n: plan.open })] : []),
    ...(plan.drafts > 0 ? [say('matching.preview.drafts', { n: plan.drafts })] : []),
  ];
  return [...(lines.length > 0 ? [heading(say('matching.left.title')), { block: 'list', items: lines } as const] : []), ...about.map(note)];
}

/** A lock that cannot be kept must not vanish in silence. */
export function brokenLine(mentee: Participation, mentor: Participation, barrier: Barrier): Text {
  return say('matching.preview.broken', { mentee: who(mentee.personId), mentor: who(mentor.personId), why: say(`matching.barrier.${barrier}`) });
}

function whyLeft({ why }: LeftOver): Text {
  if (why === 'taken') return say('matching.left.taken');
  if (why.length === 0) return say('matching.left.noMentors');
  return joined(why.map(({ barrier, count }) => (barrier === 'self' ? say('matching.barrier.self') : say(`matching.left.${barrier}`, { n: count }))));
}

function decisions({ cohort, plan, may, from }: Look): readonly Button[] {
  const about = { cohort: cohort.id };
  const next: Button[] =
    plan.pairs.length > from + PAGE ? [{ label: say('matching.button.more'), action: 'matching.more', about: { ...about, from: from + PAGE } }] : [];
  const status: Button = { label: say('matching.button.status'), action: 'matching.status', about };
  if (!may) return [...next, status];
  const publish: Button = {
    label: say('matching.button.publish'),
    action: 'matching.publish',
    about: { ...about, seen: plan.seen },
    style: 'main',
    confirm: say('matching.publish.confirm', { asked: plan.pairs.length, left: plan.left.length }),
  };
  return [
    ...(plan.pairs.length > 0 ? [publish] : []),
    ...next,
    { label: say('matching.button.lockTwo'), action: 'matching.two', about: { kind: 'lock' } },
    { label: say('matching.button.forbidTwo'), action: 'matching.two', about: { kind: 'forbid' } },
    status,
  ];
}

export interface PairLook {
  readonly mentee: Participation;
  readonly mentor: Participation;
  readonly fit: Fit;
  readonly barrier: Barrier | null;
  readonly rule: 'lock' | 'forbid' | null;
  readonly may: boolean;
}

export function pairPage({ mentee, mentor, fit, barrier, rule, may }: PairLook): Message {
  const two = { mentee: who(mentee.personId), mentor: who(mentor.personId) };
  const about = { mentee: mentee.id, mentor: mentor.id };
  const rest = 1000 - fit.score;
  const points = fit.reasons.map((reason) => ({ label: reasonText(reason), value: say('matching.number', { n: reason.points }) }));
  return message([
    heading(say('matching.pair.title', two)),
    ...(rule ? [paragraph(say(`matching.pair.${rule}`))] : []),
    ...(barrier && rule !== 'forbid' ? [paragraph(say('matching.pair.barred', { why: say(`matching.barrier.${barrier}`) }))] : []),
    paragraph(say('matching.pair.fit', { n: fit.score })),
    ...(points.length > 0 ? [facts(...points)] : []),
    ...(rest > 0 ? [note(say('matching.pair.rest', { n: rest }))] : []),
    ...(may ? wishes([mentee, mentor]) : []),
    actions(
      { label: say('matching.button.summaries'), action: 'matching.summaries', about: { ...about, cohort: mentee.cohortId } },
      ...(may ? ruleButtons(rule, about) : []),
      {
        label: say('matching.button.back'),
        action: 'matching.preview',
        about: { cohort: mentee.cohortId },
      },
    ),
  ]);
}

/** Special wishes are weighed by a person (S4.19): they are in no score and no summary, and only those who match read them. */
function wishes(two: readonly Participation[]): Block[] {
  const told = two.filter((one) => one.profile.wishes !== '');
  return told.length === 0
    ? []
    : [facts(...told.map((one) => ({ label: say('matching.pair.wish', { person: who(one.personId) }), value: quote(one.profile.wishes) })))];
}

export function ruleButtons(rule: 'lock' | 'forbid' | null, about: { readonly mentee: string; readonly mentor: string }): readonly Button[] {
  const lock: Button = { label: say('matching.button.lock'), action: 'matching.lock', about };
  const forbid: Button = { label: say('matching.button.forbid'), action: 'matching.forbid', about };
  if (rule === null) return [lock, forbid];
  return [{ label: say(rule === 'lock' ? 'matching.button.unlock' : 'matching.button.allow'), action: 'matching.release', about }];
}

/** Both summaries, as the two will read them: a person looks before anything is sent (S4.21). */
export function summariesPage(look: Pick<PairLook, 'mentee' | 'mentor'>, forMentee: readonly Block[], forMentor: readonly Block[]): Message {
  const { mentee, mentor } = look;
  return message([
    heading(say('matching.summaries.title')),
    paragraph(say('matching.summaries.first', { reader: who(mentee.personId), about: who(mentor.personId) })),
    ...forMentee,
    { block: 'divider' },
    paragraph(say('matching.summaries.second', { reader: who(mentor.personId), about: who(mentee.personId) })),
    ...forMentor,
    note(say('matching.summaries.note')),
    actions({ label: say('matching.button.back'), action: 'matching.pair', about: { cohort: mentee.cohortId, mentee: mentee.id, mentor: mentor.id } }),
  ]);
}
