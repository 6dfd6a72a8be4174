// Builds a message for its reader, as things stand now, and finds where it goes.

import { type Dispatching, presenting } from '../../bot/actions/dispatch.ts';
import { present } from '../../bot/views/present.ts';
import type { ShownMessage } from '../../bot/views/shown.ts';
import { BotError } from '../../fault.ts';
import { type Account, type Actor, placeFor } from '../../mentoring/people/index.ts';
import { programmeOf } from '../../mentoring/programme/index.ts';
import type { Tx } from '../../mentoring/store.ts';
import type { Address, Clock } from '../../ports.ts';
import type { Store } from '../store/store.ts';
import type { Row } from './message-rows.ts';

export type Drawing = Pick<Dispatching<Tx, Actor>, 'actions' | 'templates' | 'ids' | 'secrets' | 'site'> & {
  readonly store: Store;
  readonly clock: Clock;
  /** The platforms that this process can reach. */
  readonly platforms: ReadonlySet<string>;
};

export type Drawn =
  | { readonly drawn: true; readonly platform: string; readonly to: Address; readonly accountId?: string; readonly message: ShownMessage }
  /** `silent`: there is no longer anything to say. `nowhere`: no way to say it. `unplugged`: none from this process, today. */
  | { readonly drawn: false; readonly why: 'silent' | 'nowhere' | 'unplugged' };

interface Place {
  readonly reader: Actor;
  readonly at: { readonly platform: string; readonly conversation: string; readonly externalId?: string; readonly accountId?: string } | null;
}

/** `standing`: the platform on which the message stands already, and is drawn anew. */
export async function draw(deps: Drawing, row: Row, standing?: string): Promise<Drawn> {
  const template = deps.templates.get(row.template);
  if (!template) throw new BotError('unknown-template', row.template);
  const [kind, subject] = split(row.conversation);
  const personId = kind === 'account' ? await ownerOf(deps.store, row.tenantId, subject) : kind === 'person' ? subject : null;
  return deps.store.read(row.tenantId, personId, async (reading) => {
    const { tx, actor } = reading;
    const among = kind === 'account' ? [subject] : null;
    const place = kind === 'channel' ? await inChannel(tx, subject) : await directly(tx, actor, { among, platforms: deps.platforms, standing });
    if (!place) return { drawn: false, why: 'silent' };
    const now = deps.clock.now();
    const view = await template.build({ tx, reader: place.reader, now, again: row.ref !== null }, row.args);
    if (!view) return { drawn: false, why: 'silent' };
    if (!place.at) return { drawn: false, why: 'nowhere' };
    if (!deps.platforms.has(place.at.platform)) return { drawn: false, why: 'unplugged' };
    const { platform, accountId, ...at } = place.at;
    const message = await present(
      view,
      presenting(deps, place.reader, now, (ids) => reading.names(ids), row.id),
    );
    return { drawn: true, platform, message, to: { tenantId: row.tenantId, messageId: row.id, ...at }, ...(accountId ? { accountId } : {}) };
  });
}

/** `person:ID`, `account:ID` and `channel:COHORT`. */
export function split(conversation: string): readonly [kind: string, subject: string] {
  const colon = conversation.indexOf(':');
  return [conversation.slice(0, colon), conversation.slice(colon + 1)];
}

/** The person whose account it is; `null` once it is nobody's. */
export async function ownerOf({ prisma }: Pick<Store, 'prisma'>, tenantId: string, id: string): Promise<string | null> {
  const account = await prisma.account.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { personId: true } });
  return account?.personId ?? null;
}

interface Ways {
  /** The accounts that will do; `null` where all of the person's will. */
  readonly among: readonly string[] | null;
  readonly platforms: ReadonlySet<string>;
  readonly standing: string | undefined;
}

/** Nobody, once the person has left. */
async function directly(tx: Tx, actor: Actor | null, { among, platforms, standing }: Ways): Promise<Place | null> {
  const person = actor && (await tx.people.get(actor.personId));
  if (!actor || !person) return null;
  const accounts = (await tx.accounts.find({ personId: person.id })).filter((one) => among?.includes(one.id) ?? true);
  const account = standing === undefined ? placeFor(accounts, person.prefers, platforms) : onPlatform(accounts, standing);
  if (!account) return { reader: actor, at: null };
  const { id, platform, conversation, externalId } = account;
  return { reader: actor, at: { platform, conversation: conversation ?? '', externalId, accountId: id } };
}

/** What stands there can be drawn anew also where nothing new gets through. */
function onPlatform(accounts: readonly Account[], platform: string): Account | undefined {
  const there = accounts.filter((one) => one.platform === platform);
  return there.find((one) => one.reachable) ?? there[0];
}

/** A channel reads in the organisation's language, with the programme's terms, and may do nothing. */
async function inChannel(tx: Tx, cohortId: string): Promise<Place | null> {
  const [cohort, organisation] = [await tx.cohorts.get(cohortId), await tx.organisations.get(tx.tenantId)];
  if (!cohort || !organisation) return null;
  const { terms } = await programmeOf(tx, cohort);
  const { language, timeZone } = organisation;
  const reader: Actor = { tenantId: tx.tenantId, personId: '', name: '', language, timeZone, terms, grants: [], participations: [] };
  return { reader, at: cohort.channel };
}
