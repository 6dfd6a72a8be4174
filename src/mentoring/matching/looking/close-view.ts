// Two people looked at closely: why they are matched, or why not, and what it would change for everybody. Coordinators see names.

import { listed, quote, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, facts, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Participation } from '../../orientation/participation.ts';
import { joined } from '../summary/anonymous.ts';
import { barrierText, fitBlocks, type People } from './fit-view.ts';
import { movesList } from './moves-view.ts';
import { ruleButtons } from './preview-view.ts';
import type { HardRules } from '../settings/settings.ts';
import type { Close, Cost } from '../solving.ts';

const MOST_DISPLACED = 8;

/** How the two stand whatever the plan is: a pair, asked about each other, or the mentee is not looking. */
export type Standing = 'pair' | 'asked' | 'settled';

export interface CloseLook {
  readonly mentee: Participation;
  readonly mentor: Participation;
  readonly close: Close;
  readonly standing: Standing | null;
  /** Whom a lock gives the mentee. */
  readonly lockedTo: string | null;
  readonly rule: 'lock' | 'forbid' | null;
  readonly rules: HardRules;
  readonly people: People;
  /** Whether the reader may decide as well as look. */
  readonly may: boolean;
}

export function closePage(look: CloseLook): Message {
  const { mentee, mentor, close, rule, may } = look;
  return message([
    heading(say('matching.pair.title', named(look))),
    ...(rule ? [paragraph(say(`matching.pair.${rule}`))] : []),
    ...verdict(look),
    paragraph(say('matching.pair.fit', { n: close.fit.score })),
    ...fitBlocks(close.fit),
    ...ranks(look),
    ...(close.barrier === null ? [note(say('why.close.passed', { what: joined(passed(look.rules)) }))] : []),
    ...(may ? wishes([mentee, mentor]) : []),
    actions(...buttons(look)),
  ]);
}

function named({ mentee, mentor, people }: Pick<CloseLook, 'mentee' | 'mentor' | 'people'>) {
  return { mentee: people(mentee.id), mentor: people(mentor.id) };
}

/** Together, apart by a rule, or apart because the plan has something better for everybody. */
function verdict(look: CloseLook): readonly Block[] {
  const { close, rule, standing, lockedTo, rules, people, mentee } = look;
  if (standing === 'pair') return [paragraph(say('why.close.pair'))];
  if (standing === 'asked') return [paragraph(say('why.close.asked')), ...(close.instead.mentorId === null || close.planned ? [] : instead(look))];
  if (close.planned) return [paragraph(say('why.close.planned'))];
  if (rule === 'forbid') return instead(look);
  if (close.barrier) return [paragraph(say('matching.pair.barred', { why: barrierText(close.barrier, rules.language) })), ...instead(look)];
  if (lockedTo !== null && close.cost === null) return [paragraph(say('why.close.locked', { mentee: people(mentee.id), mentor: people(lockedTo) }))];
  return [...instead(look), ...(close.cost ? costBlocks(close.cost, look) : [])];
}

/** Whom the plan gives each of them. */
function instead({ close, mentee, mentor, people, standing }: CloseLook): readonly Block[] {
  const { mentorId, menteeIds } = close.instead;
  const one = people(mentee.id);
  const forMentee = () => {
    if (standing === 'settled') return say('why.close.settled', { mentee: one });
    return mentorId === null ? say('why.close.nobody', { mentee: one }) : say('why.close.other', { mentee: one, other: people(mentorId) });
  };
  const others = menteeIds.filter((id) => id !== mentee.id);
  const forMentor = others.length > 0 ? [paragraph(say('why.close.mentor', { mentor: people(mentor.id), others: listed(others.map(people)) }))] : [];
  return [paragraph(forMentee()), ...forMentor];
}

function costBlocks(cost: Cost, look: CloseLook): readonly Block[] {
  const what = say('matching.list', { all: listed(costTexts(cost)) });
  const line = paragraph(say('why.cost.line', { ...named(look), what }));
  if (cost.displaced.length === 0) return [line, note(say('why.cost.alone'))];
  return [line, paragraph(say('why.cost.others')), movesList(cost.displaced, look.people, MOST_DISPLACED)];
}

const COSTS = {
  matched: ['why.cost.matched.fewer', 'why.cost.matched.same', 'why.cost.matched.more'],
  worst: ['why.cost.worst.lower', 'why.cost.worst.same', 'why.cost.worst.higher'],
  sum: ['why.cost.sum.less', 'why.cost.sum.same', 'why.cost.sum.more'],
} as const;

/** People first, then the pair that fits least, then the sum. */
function costTexts(cost: Cost): readonly Text[] {
  return (['matched', 'worst', 'sum'] as const).map((what) => {
    const [less, same, more] = COSTS[what];
    const n = cost[what];
    return n === 0 ? say(same) : say(n < 0 ? less : more, { n: Math.abs(n) });
  });
}

function ranks({ close, mentee, mentor, people }: CloseLook): readonly Block[] {
  const { rank } = close;
  if (rank === null) return [];
  return [
    facts(
      { label: say('why.close.rank', { person: people(mentee.id) }), value: say('why.close.place', { n: rank.mentee, of: rank.ofMentors }) },
      { label: say('why.close.rank', { person: people(mentor.id) }), value: say('why.close.place', { n: rank.mentor, of: rank.ofMentees }) },
    ),
  ];
}

/** The rules that are in force, in a few words each. */
function passed({ language, manager, unit, least, most, hours, again }: HardRules): readonly Text[] {
  return [
    language === 'shared' ? say('why.passed.language') : say('why.passed.tongue', { tongue: say(`orientation.tongue.${language}`) }),
    ...(manager ? [say('why.passed.manager')] : []),
    ...(unit ? [say('why.passed.unit')] : []),
    ...(least !== null || most !== null ? [say('why.passed.seniority')] : []),
    ...(hours > 0 ? [say('why.passed.hours', { n: hours })] : []),
    ...(again ? [say('why.passed.again')] : []),
  ];
}

/** Special wishes are weighed by a person (S4.19): they are in no score and no summary, and only those who match read them. */
function wishes(two: readonly Participation[]): Block[] {
  const told = two.filter((one) => one.profile.wishes !== '');
  return told.length === 0
    ? []
    : [facts(...told.map((one) => ({ label: say('matching.pair.wish', { person: who(one.personId) }), value: quote(one.profile.wishes) })))];
}

function buttons(look: CloseLook): readonly Button[] {
  const { mentee, mentor, close, rule, may } = look;
  const two = { mentee: mentee.id, mentor: mentor.id };
  const about = { ...two, cohort: mentee.cohortId };
  const alternatives: Button = {
    label: say('why.button.alternatives'),
    hint: say('why.hint.alternatives', { mentee: look.people(mentee.id) }),
    action: 'matching.alternatives',
    about: { cohort: mentee.cohortId, mentee: mentee.id },
  };
  return [
    ...(close.cost ? [{ label: say('why.button.try'), action: 'matching.trying', about: { ...about, change: 'lock' } }] : []),
    alternatives,
    { label: say('matching.button.summaries'), action: 'matching.summaries', about },
    ...(may ? ruleButtons(rule, two) : []),
    { label: say('matching.button.back'), action: 'matching.preview', about: { cohort: mentee.cohortId } },
  ];
}
