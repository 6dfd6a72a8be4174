// The actions by which coordinators decide how a programme matches, and take a step back.

import type { AnyAction } from '../../store.ts';
import { dial } from './dial.ts';
import { RULE_PAGES } from './rules-page.ts';
import { UNDO } from './undo.ts';
import { WEIGHTS } from './weights.ts';
import { TRYING } from './trying.ts';

export const SETTINGS_ACTIONS: readonly AnyAction[] = [...WEIGHTS, dial, ...RULE_PAGES, ...TRYING, ...UNDO];
