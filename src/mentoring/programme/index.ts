// Programmes, their cohorts, and the people in charge of them.

import type { Room } from '../store.ts';
import { channel, close, create, list, newCohort, open, people, setChannel, show } from './actions.ts';
import { commands } from './commands.ts';
import { coordinators, grant, newCoordinator, revoke } from './coordinators.ts';
import { announcement, coordinator, firstCoordinator } from './messages.ts';
import { exporting, importing, importRows } from './roll-actions.ts';
import { setTerms, terms } from './terms.ts';
import { channelLost, unreachable } from './unreachable.ts';

export { membersOf as membersIn } from './actions.ts';
export { onCohort } from './finding.ts';
export { homeCohorts, waitingOf as waitingIn } from './home.ts';
export { announce } from './messages.ts';
export { coordinatorsOf, grantFirst, programmeOf, programmesWhere, unledProgrammes } from './people-in-charge.ts';
export {
  type Cohort,
  DEFAULT_SETTINGS,
  type Grant,
  GRANT_ROLES,
  type GrantRole,
  type Programme,
} from './programme.ts';
export { cohortFaults, countsOf, newestFirst } from './rules.ts';
export { reportChannelLost, reportUnreachable } from './unreachable.ts';
export { showButton } from './views.ts';

export const room: Room = {
  actions: [
    list,
    show,
    people,
    newCohort,
    create,
    open,
    close,
    channel,
    setChannel,
    terms,
    setTerms,
    importing,
    importRows,
    exporting,
    coordinators,
    newCoordinator,
    grant,
    revoke,
  ],
  templates: [announcement, coordinator, firstCoordinator, unreachable, channelLost],
  due: [],
  commands,
};
