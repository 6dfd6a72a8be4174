// Matching: the plan and all that can be asked about it, the two questions, and the moment when both see each other.

import type { Room } from '../store.ts';
import { ALTERNATIVES } from './looking/alternatives.ts';
import { ANSWERS } from './consent/answers.ts';
import { CLOSE } from './looking/close.ts';
import { COMMANDS } from './commands.ts';
import { DUE } from './consent/due.ts';
import { measures } from './looking/measures.ts';
import { TEMPLATES } from './consent/messages.ts';
import { PREVIEWS } from './looking/preview.ts';
import { PUBLISH } from './consent/publish.ts';
import { SETTINGS_ACTIONS } from './settings/actions.ts';
import { status } from './looking/status.ts';
import { summaries } from './looking/summaries.ts';
import { TWO } from './two.ts';
import { WHAT_IF } from './looking/what-if.ts';

export { commonWordsOf, joined, summaryOf } from './summary/anonymous.ts';
export { ask, snapshotOf } from './asking.ts';
export { lookAtCohort } from './cohorts.ts';
export { workingDaysOf } from './consent/days.ts';
export { homeProposals } from './consent/home.ts';
export { type Pool, poolOf } from './pool.ts';
export { type Proposal } from './proposal.ts';
export { timesFor } from './rules.ts';
export type { Asked } from './settings/settings.ts';
export { askedIn } from './settings/weighings.ts';
export { withdrawProposalsOf } from './consent/withdraw.ts';

const looks = [...PREVIEWS, measures, ...CLOSE, summaries, ...ALTERNATIVES, ...WHAT_IF, status];
const decisions = [...PUBLISH, ...TWO, ...SETTINGS_ACTIONS];

export const room: Room = { actions: [...looks, ...decisions, ...ANSWERS], templates: TEMPLATES, due: DUE, commands: COMMANDS };
