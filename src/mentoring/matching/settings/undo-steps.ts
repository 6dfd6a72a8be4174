// What taking a step back would do, and doing it.

import { say, type Text } from '../../../bot/views/text.ts';
import type { Participation } from '../../orientation/participation.ts';
import type { Cohort } from '../../programme/index.ts';
import type { Context, Tx } from '../../store.ts';
import { close, notThisTime } from '../consent/answers.ts';
import type { MatchRule, Proposal } from '../proposal.ts';
import type { Settings } from './settings.ts';
import type { MatchStep, StepAbout } from './step.ts';
import { isSame, nextWeighing, settingsOf, weighingOf } from './weighings.ts';

type AboutRule = StepAbout & { readonly kind: 'rule' };

/** `seen` changes where something else would happen than was shown. */
export type Undoing = { readonly seen: number } & (
  | { readonly kind: 'rule'; readonly about: AboutRule; readonly people: ReadonlyMap<string, string> }
  /** `present`: the version that counts now; `since`: it is neither what was decided then nor the same as that. */
  | { readonly kind: 'settings'; readonly from: number; readonly to: number; readonly present: number; readonly since: boolean; readonly settings: Settings }
  /** `waiting`: nobody has answered these yet. The others go on. */
  | { readonly kind: 'publish'; readonly waiting: readonly Proposal[]; readonly others: number; readonly people: ReadonlyMap<string, string> }
);

export async function undoingOf(tx: Tx, cohort: Cohort, { about }: MatchStep): Promise<Undoing> {
  switch (about.kind) {
    case 'rule':
      return {
        kind: 'rule',
        seen: 0,
        about,
        people: await peopleOf(
          tx,
          [about, ...about.before].flatMap((two) => [two.menteeId, two.mentorId]),
        ),
      };
    case 'settings': {
      const { number: present, settings: now } = await weighingOf(tx, cohort.programmeId);
      const [before, decided] = [await settingsOf(tx, cohort.programmeId, about.from), await settingsOf(tx, cohort.programmeId, about.to)];
      const since = !decided || !isSame(now, decided);
      return { kind: 'settings', seen: present, from: about.from, to: about.to, present, since, settings: before ?? now };
    }
    case 'publish': {
      const all = await tx.proposals.find({ runId: about.runId });
      const waiting = all.filter(({ state }) => state === 'asked_mentee');
      const people = await peopleOf(
        tx,
        waiting.map(({ menteeId }) => menteeId),
      );
      return { kind: 'publish', seen: waiting.length, waiting, others: all.length - waiting.length, people };
    }
  }
}

/** From participation to person. */
async function peopleOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await tx.participations.all([...new Set(ids)])).map((one: Participation) => [one.id, one.personId]));
}

/** What was done, in words. */
export async function takenBack(context: Context, cohort: Cohort, undoing: Undoing): Promise<Text> {
  const { tx, now } = context;
  // Guards a publishing at the same moment: it must know of this, or be looked at again.
  tx.cohorts.put(cohort);
  switch (undoing.kind) {
    case 'rule':
      await putBack(context, cohort, undoing.about);
      return say('weights.undo.done.rule');
    case 'settings': {
      const { present, settings } = undoing;
      const { settings: counts } = await weighingOf(tx, cohort.programmeId);
      const number = isSame(counts, settings) ? present : (await nextWeighing(context, cohort, present, settings)).number;
      return say('weights.undo.done.settings', { number });
    }
    case 'publish':
      for (const proposal of undoing.waiting) {
        const personId = undoing.people.get(proposal.menteeId);
        if (personId !== undefined) notThisTime(tx, proposal, personId);
        close(tx, proposal, 'withdrawn', now);
      }
      // Nobody's answer ended this round, so there is no news of it.
      tx.forget('matching.round', cohort.id);
      return say('weights.undo.done.publish', { n: undoing.waiting.length });
  }
}

/** The word on the two goes, and what stood in its place comes back. */
async function putBack({ tx, actor, now, ids }: Context, cohort: Cohort, { menteeId, mentorId, before }: AboutRule): Promise<void> {
  const rules = await tx.rules.find({ cohortId: cohort.id });
  const on = (two: Pick<MatchRule, 'menteeId' | 'mentorId'>) => rules.find((rule) => rule.menteeId === two.menteeId && rule.mentorId === two.mentorId);
  const decided = on({ menteeId, mentorId });
  const again = before.some((rule) => rule.menteeId === menteeId && rule.mentorId === mentorId);
  if (decided && !again) tx.rules.remove(decided.id);
  for (const rule of before) {
    tx.rules.put({ ...rule, id: on(rule)?.id ?? ids.next(), cohortId: cohort.id, createdBy: actor.personId, createdAt: now });
  }
}
