// All that the adapter of a chat platform is given.

import type { Dispatch } from '../../bot/actions/dispatch.ts';
import { COMMANDS } from '../../mentoring/table.ts';
import type { Log } from '../../ports.ts';
import type { Installations, Pace, Reception } from '../../reception.ts';
import { systemClock } from '../clock.ts';
import { accountsOf, type Knowing } from './accounts.ts';
import { doorsOf, type Opening } from './doors.ts';

export interface Receiving extends Knowing, Omit<Opening, 'alone'> {
  readonly dispatch: Dispatch;
  readonly installations: Installations;
  readonly pace: Pace;
  readonly log: Log;
}

export function receptionOf(deps: Receiving): Reception {
  const { dispatch, installations, pace, log } = deps;
  return {
    ...{ dispatch, installations, pace, log },
    commands: COMMANDS,
    doors: doorsOf({ ...deps, alone: installations.alone }),
    accounts: accountsOf(deps),
    clock: systemClock,
  };
}
