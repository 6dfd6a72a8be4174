// Matching: the plan, the two questions, and the moment when both see each other.

import type { Room } from '../store.ts';
import { ANSWERS } from './answers.ts';
import { COMMANDS } from './commands.ts';
import { DUE } from './due.ts';
import { TEMPLATES } from './messages.ts';
import { PREVIEWS } from './preview.ts';
import { status } from './status.ts';
import { TWO } from './two.ts';

export { commonWordsOf, summaryOf } from './anonymous.ts';
export { homeProposals } from './home.ts';
export { type Proposal } from './proposal.ts';
export { withdrawProposalsOf } from './withdraw.ts';

export const room: Room = { actions: [...PREVIEWS, ...TWO, ...ANSWERS, status], templates: TEMPLATES, due: DUE, commands: COMMANDS };
