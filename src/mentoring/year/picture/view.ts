// The picture of the year on a page: this cohort's calendar first, the others of the organisation below.

import type { Block } from '../../../bot/views/view.ts';
import { wholeSpan } from '../rules.ts';
import { yearPicture, yearPictureWords } from './picture.ts';
import type { Scene } from '../scene.ts';

/** Drawn in the reader's language, which the words beside it are in anyhow. */
export function pictureOf(scene: Scene): Block {
  const calendars = picturedIn(scene);
  const { cohort, today, language, terms } = scene;
  return {
    block: 'picture',
    svg: yearPicture({ calendars, today, language, terms }),
    alt: yearPictureWords({ calendars }),
    at: { to: 'picture', about: { year: cohort.id } },
  };
}

/** Those whose days meet this cohort's: people of one are invited by the other. */
export function picturedIn({ cohort, dates, others }: Pick<Scene, 'cohort' | 'dates' | 'others'>) {
  const own = wholeSpan(dates);
  const meets = others.filter((other) => {
    const span = wholeSpan(other.dates);
    return own && span && span.from <= own.until && own.from <= span.until;
  });
  return [{ cohort, dates }, ...meets].map((one) => ({ name: one.cohort.name, dates: one.dates }));
}
