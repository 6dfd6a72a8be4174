// A cohort as it would be after one change. Pure.

import type { Change, Snapshot } from '../solving.ts';

export function changed(snapshot: Snapshot, change: Change): Snapshot {
  const { members, rules } = snapshot;
  switch (change.change) {
    case 'settings':
      return { ...snapshot, settings: change.settings };
    case 'place':
      return { ...snapshot, members: members.map((one) => (one.id === change.mentorId ? { ...one, capacity: one.capacity + 1 } : one)) };
    case 'lock':
    case 'forbid': {
      const { menteeId, mentorId } = change;
      // As when it is decided: a new word on two people takes the place of the old one, and a mentee is locked to one mentor.
      const rest = rules.filter((rule) => {
        const same = rule.menteeId === menteeId && rule.mentorId === mentorId;
        return !same && !(change.change === 'lock' && rule.kind === 'lock' && rule.menteeId === menteeId);
      });
      return { ...snapshot, rules: [...rest, { menteeId, mentorId, kind: change.change }] };
    }
  }
}
