// People by chance, always the same: as many mentees as mentors, in three languages and with what people write.

import { DEFAULT_SETTINGS } from '../../../../src/mentoring/matching/settings/settings.ts';
import type { Member } from '../../../../src/mentoring/matching/fit.ts';
import type { Snapshot } from '../../../../src/mentoring/matching/solving.ts';
import { EMPTY_PROFILE, HELP, MEETING_LANGUAGES, type Role, SLOTS } from '../../../../src/mentoring/orientation/participation.ts';
import { civilOf } from '../../../../src/time.ts';

const TEXTS = [
  'Jag vill bli tryggare i att leda en grupp och våga ta svåra samtal.',
  'Public speaking in front of large groups, and how to give feedback.',
  'Quiero cambiar de carrera y aprender a negociar mi sueldo.',
  'Hur får jag tiden att räcka till, med små barn hemma och ett nytt jobb?',
  'Finding the next step after a PhD, in research or in industry.',
  'Dirigir equipos a distancia y gestionar conflictos.',
] as const;

/** A small generator of our own: numbers below `most`. */
function chanceOf(seed: number) {
  let state = seed >>> 0;
  return (most: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

export function snapshotFor(pairs: number, of: Partial<Snapshot> = {}, seed = 7): Snapshot {
  const chance = chanceOf(seed);
  const some = <T>(all: readonly T[], most: number): T[] => [...new Set(Array.from({ length: 1 + chance(most) }, () => all[chance(all.length)] as T))];
  const member = (role: Role, index: number): Member => ({
    id: `${role}-${String(index).padStart(4, '0')}`,
    personId: `person-${role}-${index}`,
    ...{ role, capacity: role === 'mentor' ? 1 : 0, timeZone: 'Europe/Stockholm', waited: false },
    profile: {
      ...EMPTY_PROFILE,
      ...{ help: some(HELP, 3), slots: some(SLOTS, 5), languages: [...new Set(['sv' as const, ...some(MEETING_LANGUAGES, 2)])] },
      ...{ challenges: TEXTS[chance(TEXTS.length)] ?? '', experience: TEXTS[chance(TEXTS.length)] ?? '' },
    },
  });
  return {
    ...{ cohortId: 'cohort', startsOn: civilOf('2026-09-24'), rules: [], proposals: [], pairs: [], earlier: [], settings: DEFAULT_SETTINGS, mode: 'gentle' },
    members: (['mentee', 'mentor'] as const).flatMap((role) => Array.from({ length: pairs }, (_, index) => member(role, index))),
    ...of,
  };
}
