// A digest of everything that a matching is made from: another digest, another matching; and the same one whatever the
// order in which people and words on them were read.

import { TREE } from '../topics/index.ts';
import type { Member } from './fit.ts';
import { longHashOf } from './hash.ts';
import { SCORER_VERSION } from './score/index.ts';
import type { Settings } from './settings/settings.ts';
import type { Snapshot } from './solving.ts';

/** Another number wherever what is written down here changes its form. */
const SCHEMA_VERSION = 1;

export function digestOf(snapshot: Snapshot): string {
  const { settings, proposals, pairs, rules, earlier } = snapshot;
  return longHashOf(
    JSON.stringify([
      ...[SCHEMA_VERSION, SCORER_VERSION, TREE],
      ...[snapshot.cohortId, snapshot.startsOn, snapshot.mode],
      settled(settings),
      sorted(snapshot.members.map(known)),
      sorted(rules.map(({ menteeId, mentorId, kind }) => [menteeId, mentorId, kind])),
      // What was taken back, or has become a pair, decides nothing any more.
      sorted(proposals.filter(({ state }) => state !== 'withdrawn' && state !== 'accepted').map((one) => [one.menteeId, one.mentorId, one.state, one.id])),
      sorted(pairs.map(({ menteeId, mentorId, state }) => [menteeId, mentorId, state])),
      settings.rules.again ? sorted(earlier) : [],
    ]),
  );
}

/** In an order of its own, whatever the storage made of it. */
function settled({ weights, rules, dial, spread, floor }: Settings): unknown {
  const byName = (record: object) => sorted(Object.entries(record));
  return [byName(weights), byName(rules), dial, spread, floor];
}

/** All that matching reads of a person: not where they work, nor what they wish of their partner in words of their own. */
function known({ id, personId, role, capacity, timeZone, mark = '', waited, profile }: Member): unknown {
  const { title, experience, interests, topics, challenges, ideal, focus, level, unit, manager, place, meets } = profile;
  return [
    ...[id, personId, role, capacity, timeZone, mark, waited],
    ...[title, experience, interests, topics, challenges, ideal, level, unit, manager, place, meets],
    ...[profile.languages.toSorted(), profile.help.toSorted(), profile.slots.toSorted(), focus],
  ];
}

function sorted(rows: readonly unknown[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
