// What two people like beside work (S4.13): a rare interest in common says more than one that everybody has.

import { type Comparison, type Crowd, harmonic, permille, UNKNOWN } from './comparison.ts';
import { foundAgain } from './found.ts';
import type { Written } from './lexicon.ts';

export function interests(crowd: Crowd): Comparison {
  const { lexicon } = crowd;
  const read = (members: Crowd['mentees']) => members.map((one) => crowd.read(one, one.profile.interests));
  const [mentees, mentors] = [read(crowd.mentees), read(crowd.mentors)];
  // By stems within a language, by whole words also between two: yoga is yoga.
  const compared = [lexicon.stems, lexicon.plain].map((terms) => foundAgain(lexicon, mentees.map(terms), mentors.map(terms)));
  const [mine, theirs] = [new Float64Array(mentors.length), new Float64Array(mentors.length)];
  return {
    row(mentee, into) {
      const empty = (mentees[mentee] as Written).words.length === 0;
      for (let mentor = 0; mentor < mentors.length; mentor++) into[mentor] = empty || (mentors[mentor] as Written).words.length === 0 ? UNKNOWN : 0;
      if (empty) return;
      for (const found of compared) {
        found.look(mentee, mine, theirs);
        for (let mentor = 0; mentor < mentors.length; mentor++) {
          const here = into[mentor] as number;
          if (here !== UNKNOWN) into[mentor] = Math.max(here, permille(harmonic(mine[mentor] as number, theirs[mentor] as number)));
        }
      }
    },
    shared: () => [],
  };
}
