// Runs what is due and delivers what waits, into a chat in memory.

import { type Dispatching, presenting } from '../../src/bot/actions/dispatch.ts';
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
  readonly at: Instant;
}

export type Mailbox = Map<string, Delivered[]>;

export interface Draining {
  readonly store: Store;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly tenantId: string;
  readonly deps: Pick<Dispatching<Tx, Actor>, 'actions' | 'templates' | 'ids' | 'secrets'>;
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
      const message = await build(on, row);
      const box = on.mailbox.get(row.conversation) ?? [];
      if (message) box.push({ messageId: row.id, topic: row.topic, template: row.template, text: viewWords(message), message, at: clock.now() });
      on.mailbox.set(row.conversation, box);
    }
    await store.prisma.message.update({ where: { tenantId_id: { tenantId: on.tenantId, id: row.id } }, data: { state: 'sent' } });
  }
}

async function redraw(on: Draining, topic: string): Promise<void> {
  for (const [conversation, box] of on.mailbox) {
    for (const [index, delivered] of box.entries()) {
      if (delivered.topic !== topic) continue;
      const row = await on.store.prisma.message.findUniqueOrThrow({ where: { tenantId_id: { tenantId: on.tenantId, id: delivered.messageId } } });
      const message = await build(on, { ...row, conversation, again: true });
      if (message) box[index] = { ...delivered, message, text: viewWords(message) };
    }
  }
}

async function build(on: Draining, row: { id: string; conversation: string; template: string; args: unknown; again?: boolean }): Promise<ShownMessage | null> {
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
    const view = await template.build({ tx, reader, now, again: row.again ?? false }, row.args as Record<string, string | number>);
    return view && present(view, presenting(on.deps, reader, now, names, row.id));
  });
}
