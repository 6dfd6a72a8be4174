// The parts of an activity that we use, read without trust: what is missing or of another shape is left out, or makes `null`.

import { createHash } from 'node:crypto';
import { z } from 'zod';

const id = z.string().min(1).max(500);
const optional = id.optional().catch(undefined);
const MOST = 8000;

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().max(1000),
  mentioned: z.object({ id, name: z.string().max(300).optional().catch(undefined), aadObjectId: optional }),
});

const clientInfo = z.object({ type: z.literal('clientInfo'), locale: optional, timezone: optional });

const schema = z.object({
  type: z.string().max(100),
  name: z.string().max(200).optional().catch(undefined),
  action: z.string().max(100).optional().catch(undefined),
  id: optional,
  serviceUrl: z.string().min(1).max(500),
  from: z.object({ id, aadObjectId: optional, name: z.string().max(300).optional().catch(undefined) }),
  recipient: z.object({ id, isTargeted: z.boolean().optional().catch(undefined) }),
  conversation: z.object({ id, tenantId: optional, conversationType: z.string().max(50).optional().catch(undefined) }),
  channelData: z
    .object({
      tenant: z.object({ id: optional }).optional().catch(undefined),
      team: z.object({ id: optional }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  text: z.string().optional().catch(undefined),
  value: z.unknown().optional(),
  locale: optional,
  localTimezone: optional,
  replyToId: optional,
  entities: z.array(z.unknown()).max(100).optional().catch(undefined),
});

/** Somebody whom a text speaks of. */
export interface Mentioned {
  /** As the text has it, marks and all. */
  readonly text: string;
  readonly userId: string;
  readonly name: string;
}

export interface Incoming {
  readonly kind: string;
  /** Of an invoke: what it asks for. Of an installation: what was done. */
  readonly name: string;
  /** The same whenever the same thing is delivered again. */
  readonly eventId: string;
  readonly activityId?: string;
  /** The message whose card was pressed. */
  readonly replyToId?: string;
  readonly tenant: string;
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly scope: 'personal' | 'shared';
  readonly team?: string;
  /** The same in all bots of a tenant; and the bot's own name for the person. */
  readonly userId: string;
  readonly user: string;
  readonly bot: string;
  /** Only the sender sees it, and only they are to see the answer. */
  readonly targeted: boolean;
  readonly locale?: string;
  readonly timeZone?: string;
  /** What was typed, without the bot's own name. */
  readonly text: string;
  readonly mentions: readonly Mentioned[];
  readonly value: unknown;
}

/** `null` for what comes from nobody, or from nowhere. */
export function incomingIn(activity: unknown): Incoming | null {
  const found = schema.safeParse(activity).data;
  const tenant = found?.channelData?.tenant?.id ?? found?.conversation.tenantId;
  if (!found || !tenant) return null;
  const { from, recipient, conversation, entities = [] } = found;
  const mentions = entities.flatMap((one) => mention.safeParse(one).data ?? []);
  const client = entities.flatMap((one) => clientInfo.safeParse(one).data ?? [])[0];
  const [locale, timeZone] = [found.locale ?? client?.locale, found.localTimezone ?? client?.timezone];
  const others = mentions.filter(({ mentioned }) => mentioned.id !== recipient.id);
  return {
    kind: found.type,
    name: (found.type === 'invoke' ? found.name : found.action) ?? '',
    eventId: eventIdOf(found),
    ...(found.id ? { activityId: found.id } : {}),
    ...(found.replyToId ? { replyToId: found.replyToId } : {}),
    tenant,
    serviceUrl: found.serviceUrl,
    conversation: conversation.id,
    scope: isPersonal(conversation) ? 'personal' : 'shared',
    ...(found.channelData?.team?.id ? { team: found.channelData.team.id } : {}),
    userId: from.aadObjectId ?? from.id,
    user: from.id,
    bot: recipient.id,
    targeted: recipient.isTargeted ?? false,
    ...(locale ? { locale } : {}),
    ...(timeZone ? { timeZone } : {}),
    text: withoutBot(
      found.text ?? '',
      mentions.filter((one) => !others.includes(one)),
    ).slice(0, MOST),
    mentions: others.map(({ text, mentioned }) => ({ text, userId: mentioned.aadObjectId ?? mentioned.id, name: mentioned.name ?? '' })),
    value: found.value,
  };
}

/** In doubt others listen. */
function isPersonal({ id, conversationType }: z.infer<typeof schema>['conversation']): boolean {
  return conversationType === 'personal' || (conversationType === undefined && !id.startsWith('19:'));
}

/** What lacks an id of its own is told apart by all that it says. */
function eventIdOf({ type, id: own, ...rest }: z.infer<typeof schema>): string {
  const same = own ? `${rest.conversation.id} ${own}` : JSON.stringify(rest);
  return `teams:${type}:${createHash('sha256').update(same).digest('base64url')}`;
}

function withoutBot(text: string, own: readonly { readonly text: string }[]): string {
  return own.reduce((left, one) => left.replace(one.text, ' '), text).trim();
}
