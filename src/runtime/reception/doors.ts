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
  /** Whoever comes in, and through whichever platform, belongs to one organisation. */
  readonly oneOrganisation?: boolean;
}

/** The playground's door leads to people who do not exist: no other door leads to them. */
const PLAYGROUND = 'web';
/** Where there is one organisation, all its doors are opened one after the other. */
const ANY_DOOR = ['any', 'door'] as const;

export function doorsOf(deps: Opening): Doors {
  const { store, clock, ids } = deps;
  const { door } = store.prisma;

  /** Nobody remembers it: an operator may lead a door elsewhere, and all processes follow at once. */
  async function tenantOf(platform: string, externalId: string): Promise<string | null> {
    const found = await door.findUnique({ where: { platform_externalId: { platform, externalId } } });
    return found?.tenantId ?? null;
  }

  /** The organisation that is there by the door of another platform; `null` where there is none, or nobody could say which. */
  async function throughOthers(platform: string): Promise<string | null> {
    if (!deps.oneOrganisation) return null;
    const others = await door.findMany({ where: { platform: { notIn: [PLAYGROUND, platform] } }, distinct: ['tenantId'], select: { tenantId: true } });
    const [only, second] = others;
    return only && !second ? only.tenantId : null;
  }

  async function newOrganisation(of: { readonly name: string }): Promise<string> {
    const [tenantId, createdAt, name] = [ids.next(), clock.now(), clean(of.name).slice(0, 120)];
    await store.change(tenantId, async (tx) => {
      tx.organisations.put({ id: tenantId, name, language: deps.language, timeZone: deps.timeZone, createdAt });
      tx.programmes.put({ id: ids.next(), name, terms: {}, settings: DEFAULT_SETTINGS, createdAt });
    });
    return tenantId;
  }

  return {
    tenantOf,

    async doorsOf(tenantId, platform) {
      const rows = await door.findMany({ where: { tenantId, platform }, orderBy: { externalId: 'asc' } });
      return rows.map((row) => row.externalId);
    },

    async open(platform, externalId, of) {
      const known = await tenantOf(platform, externalId);
      if (known !== null) return known;
      const [first, second] = deps.oneOrganisation ? ANY_DOOR : ([platform, externalId] as const);
      return deps.alone(first, second, async () => {
        const there = await tenantOf(platform, externalId);
        if (there !== null) return there;
        const tenantId = (await throughOthers(platform)) ?? (await newOrganisation(of));
        // Last, so that a door never leads to an empty room.
        await door.create({ data: { platform, externalId, tenantId } });
        return tenantId;
      });
    },
  };
}
