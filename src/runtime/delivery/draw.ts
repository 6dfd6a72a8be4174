// Builds a message for its reader, as things stand now, and finds where it goes.

import { type Dispatching, presenting } from '../../bot/actions/dispatch.ts';
import { present } from '../../bot/views/present.ts';
import type { ShownMessage } from '../../bot/views/shown.ts';
import { BotError } from '../../fault.ts';
import type { Actor } from '../../mentoring/people/index.ts';
import { programmeOf } from '../../mentoring/programme/index.ts';
import type { Tx } from '../../mentoring/store.ts';
import type { Address, Clock } from '../../ports.ts';
import type { Store } from '../store/store.ts';
import type { Row } from './message-rows.ts';

export type Drawing = Pick<Dispatching<Tx, Actor>, 'actions' | 'templates' | 'ids' | 'secrets'> & {
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

export async function draw(deps: Drawing, row: Row): Promise<Drawn> {
  const template = deps.templates.get(row.template);
  if (!template) throw new BotError('unknown-template', row.template);
  const [kind, subject] = split(row.conversation);
  return deps.store.read(row.tenantId, kind === 'person' ? subject : null, async (reading) => {
    const { tx, actor } = reading;
    const place = kind === 'person' ? await directly(tx, actor, deps.platforms) : await inChannel(tx, subject);
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

/** `person:ID` and `channel:COHORT`. */
export function split(conversation: string): readonly [kind: string, subject: string] {
  const colon = conversation.indexOf(':');
  return [conversation.slice(0, colon), conversation.slice(colon + 1)];
}

/** Nobody, once the person has left. */
async function directly(tx: Tx, actor: Actor | null, platforms: ReadonlySet<string>): Promise<Place | null> {
  if (!actor) return null;
  const accounts = await tx.accounts.find({ personId: actor.personId, reachable: true });
  const account = accounts.find((one) => platforms.has(one.platform)) ?? accounts[0];
  if (!account) return { reader: actor, at: null };
  const { id, platform, conversation, externalId } = account;
  return { reader: actor, at: { platform, conversation: conversation ?? '', externalId, accountId: id } };
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
