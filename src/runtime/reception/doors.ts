// By which door an organisation comes in. A door that is opened for the first time makes the organisation behind it.

import { clean } from '../../bot/actions/fields.ts';
import type { Language } from '../../bot/texts/language.ts';
import { DEFAULT_SETTINGS } from '../../mentoring/programme/index.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Doors, Installations } from '../../reception.ts';
import type { Store } from '../store/store.ts';

export interface Opening {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Two that open one door at once make one organisation. */
  readonly alone: Installations['alone'];
  /** Of an organisation that nobody has told anything about. */
  readonly language: Language;
  readonly timeZone: string;
}

export function doorsOf(deps: Opening): Doors {
  const { store, clock, ids } = deps;
  const { door } = store.prisma;
  // A door leads to the same organisation for ever.
  const known = new Map<string, string>();

  async function tenantOf(platform: string, externalId: string): Promise<string | null> {
    const key = `${platform}:${externalId}`;
    const tenantId = known.get(key) ?? (await door.findUnique({ where: { platform_externalId: { platform, externalId } } }))?.tenantId ?? null;
    if (tenantId !== null) known.set(key, tenantId);
    return tenantId;
  }

  return {
    tenantOf,

    async doorsOf(tenantId, platform) {
      const rows = await door.findMany({ where: { tenantId, platform }, orderBy: { externalId: 'asc' } });
      return rows.map((row) => row.externalId);
    },

    open: (platform, externalId, of) =>
      deps.alone(platform, externalId, async () => {
        const there = await tenantOf(platform, externalId);
        if (there !== null) return there;
        const [tenantId, createdAt, name] = [ids.next(), clock.now(), clean(of.name).slice(0, 120)];
        await store.change(tenantId, async (tx) => {
          tx.organisations.put({ id: tenantId, name, language: deps.language, timeZone: deps.timeZone, createdAt });
          tx.programmes.put({ id: ids.next(), name, terms: {}, settings: DEFAULT_SETTINGS, createdAt });
        });
        // Last, so that a door never leads to an empty room.
        await door.create({ data: { platform, externalId, tenantId } });
        return tenantId;
      }),
  };
}
