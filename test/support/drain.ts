// Runs what is due and delivers what waits, into a chat in memory.

import { type Dispatching, presenting } from '../../src/bot/actions/dispatch.ts';
import type { Language } from '../../src/bot/texts/language.ts';
import { present } from '../../src/bot/views/present.ts';
import type { ShownMessage } from '../../src/bot/views/shown.ts';
import type { Actor } from '../../src/mentoring/people/actor.ts';
import type { Tx } from '../../src/mentoring/store.ts';
import { DUE_RULES } from '../../src/mentoring/table.ts';
import type { Clock } from '../../src/ports.ts';
import type { Store } from '../../src/runtime/store/store.ts';
import type { Instant } from '../../src/time.ts';
import { viewWords } from './words.ts';

export interface Delivered {
  readonly messageId: string;
  readonly topic: string;
  readonly template: string;
  readonly text: string;
  readonly message: ShownMessage;
  /** The same for somebody who reads another language: one for each that was asked for. */
  readonly translated: readonly ShownMessage[];
  readonly at: Instant;
}

export type Mailbox = Map<string, Delivered[]>;

export interface Draining {
  readonly store: Store;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly tenantId: string;
  readonly deps: Pick<Dispatching<Tx, Actor>, 'actions' | 'templates' | 'ids' | 'secrets' | 'site'>;
  /** Into which each message is drawn beside its reader's own. */
  readonly languages: readonly Language[];
}

export async function drain(on: Draining): Promise<void> {
  const { store, clock } = on;
  const run = async (tx: Tx, batch: { rule: string; due: readonly { subject: string; dueAt: Instant }[] }) => {
    const rule = DUE_RULES.get(batch.rule);
    if (!rule) throw new Error(`no due rule ${batch.rule}`);
    await rule.run({ tx, now: clock.now(), ids: on.deps.ids }, batch.due);
  };
  while ((await store.due(run, clock.now())) > 0);
  const rows = await store.prisma.message.findMany({
    where: { tenantId: on.tenantId, state: 'waiting', notBefore: { lte: new Date(clock.now()) } },
    orderBy: { seq: 'asc' },
  });
  for (const row of rows) {
    if (row.mode === 'refresh') await redraw(on, row.topic);
    else {
      const conversation = await inboxOf(on, row.conversation);
      const [message, ...translated] = await build(on, { ...row, conversation });
      const box = on.mailbox.get(conversation) ?? [];
      if (message) box.push({ messageId: row.id, topic: row.topic, template: row.template, text: viewWords(message), message, translated, at: clock.now() });
      on.mailbox.set(conversation, box);
    }
    await store.prisma.message.update({ where: { tenantId_id: { tenantId: on.tenantId, id: row.id } }, data: { state: 'sent' } });
  }
}

/** What is said to somebody in one of their accounts is theirs. */
async function inboxOf({ store, tenantId }: Draining, conversation: string): Promise<string> {
  if (!conversation.startsWith('account:')) return conversation;
  const id = conversation.slice('account:'.length);
  const account = await store.prisma.account.findUnique({ where: { tenantId_id: { tenantId, id } } });
  return account ? `person:${account.personId}` : conversation;
}

async function redraw(on: Draining, topic: string): Promise<void> {
  for (const [conversation, box] of on.mailbox) {
    for (const [index, delivered] of box.entries()) {
      if (delivered.topic !== topic) continue;
      const row = await on.store.prisma.message.findUniqueOrThrow({ where: { tenantId_id: { tenantId: on.tenantId, id: delivered.messageId } } });
      const [message, ...translated] = await build(on, { ...row, conversation, again: true });
      if (message) box[index] = { ...delivered, message, translated, text: viewWords(message) };
    }
  }
}

/** Nothing where there is nothing to say; else in the reader's language first. */
async function build(on: Draining, row: { id: string; conversation: string; template: string; args: unknown; again?: boolean }): Promise<ShownMessage[]> {
  const template = on.deps.templates.get(row.template);
  if (!template) throw new Error(`no template ${row.template}`);
  const now = on.clock.now();
  const personId = row.conversation.startsWith('person:') ? row.conversation.slice('person:'.length) : null;
  return on.store.read(on.tenantId, personId, async ({ tx, actor, names }) => {
    const reader: Actor = actor ?? {
      tenantId: on.tenantId,
      personId: '',
      name: '',
      language: 'en',
      timeZone: 'Europe/Stockholm',
      terms: {},
      grants: [],
      participations: [],
    };
    const drawn: ShownMessage[] = [];
    for (const language of [reader.language, ...on.languages]) {
      const speaking = { ...reader, language };
      const view = await template.build({ tx, reader: speaking, now, again: row.again ?? false }, row.args as Record<string, string | number>);
      if (view) drawn.push(await present(view, presenting(on.deps, speaking, now, names, row.id)));
    }
    return drawn;
  });
}
