// What is doubtful, each with the mend that is proposed: pressed or left, never done by itself.

import { onDay, say } from '../../bot/views/text.ts';
import { actions, type Block, type Button, heading, note, paragraph } from '../../bot/views/view.ts';
import { type Doubt, doubtWords, type Mend, mendWords, milestoneName } from '../calendar/index.ts';
import type { Scene } from './scene.ts';

/** Under a heading each: what must be decided, and what is good to know. */
export function doubtBlocks(scene: Scene, doubts: readonly Doubt[], { look = true } = {}): readonly Block[] {
  return SEVERITIES.flatMap((severity) => {
    const some = doubts.filter((doubt) => doubt.severity === severity);
    if (some.length === 0) return [];
    return [heading(say(`year.doubts.${severity}`)), ...some.flatMap((doubt) => [paragraph(doubtWords(doubt)), ...mendBlocks(scene, doubt, look)])];
  });
}

const SEVERITIES = ['mend', 'look'] as const;

/** `look`: with a way to the milestone, where it is not there already. */
function mendBlocks(scene: Scene, doubt: Doubt, look: boolean): readonly Block[] {
  const [about] = doubt.milestones;
  const proposal = mendWords(doubt);
  const accept = doubt.mend && scene.manage ? mendButton(scene, doubt.mend) : null;
  const way: Button = {
    label: say('year.button.look', { what: milestoneName(about) }),
    action: 'year.why',
    about: { cohort: scene.cohort.id, milestone: about.id },
  };
  const buttons = [...(accept ? [accept] : []), ...(look ? [way] : [])];
  return [...(proposal ? [note(proposal)] : []), ...(buttons.length > 0 ? [actions(...buttons)] : [])];
}

/** One day for two gatherings moves nothing: it is a way to hold them, and nothing is left to press. */
function mendButton({ cohort, year, today }: Scene, mend: Mend): Button | null {
  if ('together' in mend) return null;
  const about = { cohort: cohort.id, milestone: mend.milestone };
  if ('audience' in mend) return { label: say('year.button.audience'), action: 'year.audience', about };
  if (year.state === 'published' && mend.from < today) return null;
  return { label: say('year.button.mend', { day: onDay(mend.from) }), action: 'year.mend', about: { ...about, from: mend.from, until: mend.until } };
}
