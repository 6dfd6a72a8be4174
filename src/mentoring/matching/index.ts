// Matching: the plan and all that can be asked about it, the two questions, and the moment when both see each other.

import type { Room } from '../store.ts';
import { ALTERNATIVES } from './alternatives.ts';
import { ANSWERS } from './answers.ts';
import { CLOSE } from './close.ts';
import { COMMANDS } from './commands.ts';
import { DUE } from './due.ts';
import { measures } from './measures.ts';
import { TEMPLATES } from './messages.ts';
import { PREVIEWS } from './preview.ts';
import { PUBLISH } from './publish.ts';
import { SETTINGS_ACTIONS } from './settings-actions.ts';
import { status } from './status.ts';
import { summaries } from './summaries.ts';
import { TWO } from './two.ts';
import { WHAT_IF } from './what-if.ts';

export { commonWordsOf, joined, summaryOf } from './anonymous.ts';
export { ask, snapshotOf } from './asking.ts';
export { lookAtCohort } from './cohorts.ts';
export { workingDaysOf } from './days.ts';
export { homeProposals } from './home.ts';
export { type Pool, poolOf } from './pool.ts';
export { type Proposal } from './proposal.ts';
export { timesFor } from './rules.ts';
export type { Asked } from './settings.ts';
export { askedIn } from './weighings.ts';
export { withdrawProposalsOf } from './withdraw.ts';

const looks = [...PREVIEWS, measures, ...CLOSE, summaries, ...ALTERNATIVES, ...WHAT_IF, status];
const decisions = [...PUBLISH, ...TWO, ...SETTINGS_ACTIONS];

export const room: Room = { actions: [...looks, ...decisions, ...ANSWERS], templates: TEMPLATES, due: DUE, commands: COMMANDS };
