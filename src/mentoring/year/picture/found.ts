// The picture of the year for whoever comes by its address: as things stand then, and as far as they may still see it.

import type { Language } from '../../../bot/texts/language.ts';
import type { Instant } from '../../../time.ts';
import { civilIn } from '../../calendar/index.ts';
import { type Actor, mayIn } from '../../people/index.ts';
import { programmeOf } from '../../programme/index.ts';
import type { Tx } from '../../store.ts';
import { calendarsOf } from '../others.ts';
import { picturedIn } from './view.ts';
import { yearPicture } from './picture.ts';

export interface Coming {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Instant;
  /** In which the picture was promised. */
  readonly language: Language;
}

/** An SVG; `null` where the cohort has no calendar, or it is not theirs to see. */
export async function pictureFor({ tx, actor, now, language }: Coming, cohortId: string): Promise<string | null> {
  const all = await calendarsOf(tx);
  const own = all.find(({ cohort }) => cohort.id === cohortId);
  if (!own || !mayIn(actor, own.cohort.programmeId, 'view')) return null;
  const others = all.filter((one) => one !== own && (one.year.state === 'published' || mayIn(actor, one.cohort.programmeId, 'view')));
  const [organisation, { terms }] = [await tx.organisations.get(tx.tenantId), await programmeOf(tx, own.cohort)];
  const today = civilIn(now, organisation?.timeZone ?? actor.timeZone);
  return yearPicture({ calendars: picturedIn({ ...own, others }), today, language, terms });
}
