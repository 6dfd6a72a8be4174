// Whether a mentor has done what a mentee hopes for: by topics in any language, by words within one (S4.14, S4.15).

import { type Comparison, type Crowd, permille, UNKNOWN } from './comparison.ts';
import { foundAgain } from './found.ts';
import type { Written } from './lexicon.ts';
import { fulfil, inReach, offersOf, type Wish, wishOf } from './topics.ts';

export function experience({ mentees, mentors, lexicon, read, focus, told }: Crowd): Comparison {
  const done = ({ profile }: Crowd['mentors'][number]) => `${profile.title}\n${profile.experience}`;
  const hopes = mentees.map((one) => read(one, one.profile.ideal));
  const deeds = mentors.map((one) => read(one, done(one)));
  const found = foundAgain(lexicon, hopes.map(lexicon.stems), deeds.map(lexicon.stems));
  const wishes = mentees.map((one) => wishOf(focus(one)));
  const offers = offersOf(mentors.map((one) => told(done(one))));
  const [byWords, byTopics, unused] = [0, 1, 2].map(() => new Float64Array(mentors.length)) as [Float64Array, Float64Array, Float64Array];
  return {
    row(mentee, into) {
      const [hope, wish] = [hopes[mentee] as Written, wishes[mentee] as Wish];
      found.look(mentee, byWords, unused);
      fulfil(wish, offers, byTopics, unused);
      for (let mentor = 0; mentor < deeds.length; mentor++) {
        const deed = deeds[mentor] as Written;
        const words = hope.words.length > 0 && deed.words.length > 0 && hope.language === deed.language;
        const topics = wish.topics.length > 0 && offers.sure[mentor] !== 0;
        // In whichever way more of it is found again.
        const share = Math.max(words ? (byWords[mentor] as number) : 0, topics ? (byTopics[mentor] as number) : 0);
        into[mentor] = words || topics ? permille(share) : UNKNOWN;
      }
    },
    shared: (mentee, mentor) => inReach(wishes[mentee] as Wish, offers, mentor),
  };
}
