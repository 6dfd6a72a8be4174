// The picture behind an address, drawn as things stand when somebody comes.

import { openAddress } from '../../bot/views/address.ts';
import { pictureFor } from '../../mentoring/year/index.ts';
import type { Linking } from './links.ts';

/** `null`: there is none, or none any more, or not for this person; nobody learns which. */
export async function pictureAt(
  token: string,
  { store, secrets, clock }: Pick<Linking, 'store' | 'secrets' | 'clock'>,
): Promise<{ readonly svg: string } | null> {
  const opened = openAddress('picture', token, secrets);
  const cohortId = opened?.about['year'];
  if (!opened || typeof cohortId !== 'string') return null;
  const { tenantId, personId, language } = opened;
  return store.read(tenantId, personId, async ({ tx, actor }) => {
    const svg = actor && (await pictureFor({ tx, actor, language, now: clock.now() }, cohortId));
    return svg ? { svg } : null;
  });
}
