// What somebody may know of another before both have said yes: choices and redacted words, never a name, employer or title (S4.21).

import { lengthOf } from '../../../bot/actions/fields.ts';
import { listed, quote, say, type Text } from '../../../bot/views/text.ts';
import { type Block, type Fact, facts, paragraph } from '../../../bot/views/view.ts';
import type { Participation, Profile } from '../../orientation/participation.ts';
import type { Tx } from '../../store.ts';
import { personIn, type Pool } from '../pool.ts';
import { type CommonWords, redact } from './redaction.ts';
import { foldedWords } from './words.ts';

export type Side = 'mentee' | 'mentor';

export interface Summarised {
  readonly profile: Profile;
  /** In which of the two roles the person is shown. */
  readonly role: Side;
  /** The person's own name, and those of everyone in the cohort. */
  readonly name: string;
  readonly names: readonly string[];
  readonly common: CommonWords;
}

/** The free texts that may be shown, in the order of their use to the reader. Wishes stay between the person and the coordinators. */
const TEXTS = ['experience', 'challenges', 'topics', 'interests', 'ideal'] as const;

/** Graphemes of one text: enough to decide upon, and the whole is there after the second yes. */
const LONGEST = 500;

export function summaryOf({ profile, role, name, names, common }: Summarised): readonly Block[] {
  const hidden = { name, common, employer: profile.employer, around: [profile.unit, profile.place], names: [...names, managerOf(profile)] };
  const texts = TEXTS.flatMap((field): Fact[] => {
    const words = bounded(redact(profile[field], hidden));
    return words === '' ? [] : [{ label: say(`matching.summary.${role}.${field}`), value: quote(words) }];
  });
  const known = [...chosen(profile, role), ...texts];
  return known.length === 0 ? [paragraph(say('matching.summary.empty'))] : [facts(...known)];
}

/** As far as the address tells: "karin.berg@example.org" is Karin Berg. */
function managerOf({ manager }: Pick<Profile, 'manager'>): string {
  return (manager.split('@')[0] ?? '').replace(/[^\p{L}]+/gu, ' ').trim();
}

/** What was ticked, not written. */
export function chosen(profile: Pick<Profile, 'help' | 'focus' | 'languages' | 'slots'>, role: Side): Fact[] {
  const rows: readonly (readonly [Text, readonly Text[]])[] = [
    [say(`matching.summary.${role}.help`), profile.help.map((one) => say(`orientation.kind.${one}`))],
    [say('topics.summary'), profile.focus.map((one) => say(`topics.name.${one}`))],
    [say('matching.summary.languages'), profile.languages.map((one) => say(`orientation.tongue.${one}`))],
    [say('matching.summary.slots'), profile.slots.map((one) => say(`orientation.slot.${one}`))],
  ];
  return rows.flatMap(([label, all]) => (all.length === 0 ? [] : [{ label, value: joined(all) }]));
}

export function joined(all: readonly Text[]): Text {
  return say('matching.list', { all: listed(all) });
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function bounded(text: string): string {
  if (lengthOf(text) <= LONGEST) return text;
  const start = [...graphemes.segment(text)]
    .slice(0, LONGEST)
    .map(({ segment }) => segment)
    .join('');
  return `${start.replace(/\S*$/, '').trimEnd()} …`;
}

export function commonWordsOf(profiles: readonly Profile[]): CommonWords {
  const common = new Map<string, number>();
  for (const profile of profiles) {
    const words = foldedWords([...TEXTS.map((field) => profile[field]), profile.wishes].join('\n'));
    for (const word of words) common.set(word, (common.get(word) ?? 0) + 1);
  }
  return common;
}

/** Summaries of the people of one cohort. */
export function summariesOf({ participations, people }: Pick<Pool, 'participations' | 'people'>) {
  const common = commonWordsOf(participations.map((one) => one.profile));
  const names = [...people.values()].map((person) => person.name);
  return (of: Participation, role: Side) => summaryOf({ profile: of.profile, role, name: personIn(people, of).name, names, common });
}

/** Two queries. */
export async function summaryFor(tx: Tx, of: Participation, role: Side): Promise<readonly Block[]> {
  const participations = await tx.participations.find({ cohortId: of.cohortId });
  const people = await tx.people.all(participations.map((one) => one.personId));
  return summariesOf({ participations, people: new Map(people.map((person) => [person.id, person])) })(of, role);
}
