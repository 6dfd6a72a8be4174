// The unit of work: one transaction of one organisation, as the rooms see it.

import type { EventRecord } from '../../bot/actions/dispatch.ts';
import { BotError } from '../../fault.ts';
import type { Post, Tx } from '../../mentoring/store.ts';
import type { Ids, Secrets } from '../../ports.ts';
import { type Instant, isoOf } from '../../time.ts';
import { conflictFrom } from './faults.ts';
import type { Prisma } from './generated/client.ts';
import { type Delegate, Rows } from './rows.ts';
import { Statement } from './statement.ts';
import { type Stored, TABLES, type TableName } from './tables.ts';

export interface UnitParts {
  readonly client: Prisma.TransactionClient;
  readonly tenantId: string;
  readonly secrets: Secrets;
  readonly ids: Ids;
  readonly now: Instant;
  /** Several read in it at once, and nobody writes. */
  readonly shared?: true;
}

export class Unit {
  readonly tx: Tx;
  /** True once something has been written that only a rollback can take back. */
  flushed = false;
  private readonly parts: UnitParts;
  private readonly tables: ReadonlyMap<TableName, Rows<Stored>>;
  private posts: object[] = [];
  private readonly timers = new Map<string, { rule: string; subject: string; at: Instant | null }>();
  /** By person who is spoken of no more: who stands in their place. */
  private readonly moves = new Map<string, string>();
  private event: object | null = null;

  constructor(parts: UnitParts) {
    this.parts = parts;
    const flush = () => this.flush();
    this.tables = new Map(
      Object.entries(TABLES).map(([name, spec]) => {
        const key = (spec.model.charAt(0).toLowerCase() + spec.model.slice(1)) as 'person';
        // Prisma takes its time to make one, and most units of work ask two or three tables.
        const delegate = () => parts.client[key] as unknown as Delegate;
        return [
          name as TableName,
          new Rows<Stored>({ tenantId: parts.tenantId, spec, delegate, secrets: parts.secrets, flush, shared: parts.shared ?? false }),
        ];
      }),
    );
    this.tx = {
      tenantId: parts.tenantId,
      ...(Object.fromEntries(this.tables) as unknown as Pick<Tx, TableName>),
      post: (message) => this.post(message),
      refresh: (topic) => this.refresh(topic),
      remind: (rule, subject, at) => void this.timers.set(`${rule}\n${subject}`, { rule, subject, at }),
      forget: (rule, subject) => void this.timers.set(`${rule}\n${subject}`, { rule, subject, at: null }),
      readdress: (fromPerson, toPerson) => void this.moves.set(fromPerson, toPerson),
    };
  }

  /** Rows that came with another question. */
  know(table: TableName, rows: readonly Readonly<Record<string, unknown>>[]): void {
    this.tables.get(table)?.know(rows);
  }

  /** A timer that has been acted upon goes, unless the rule has just set it again. */
  spend(rule: string, subject: string): void {
    if (!this.timers.has(`${rule}\n${subject}`)) this.tx.forget(rule, subject);
  }

  record(id: string, event: EventRecord): void {
    const { tenantId, secrets } = this.parts;
    this.event = { ...event, tenantId, id, at: isoOf(event.at), reply: secrets.seal(JSON.stringify(event.reply), replyPurpose(tenantId)) };
  }

  discard(): void {
    for (const table of this.tables.values()) table.clear();
    this.posts = [];
    this.timers.clear();
    this.moves.clear();
  }

  /** Writes all that waits, in one statement. Throws `conflict` where somebody was faster. */
  async flush(): Promise<void> {
    const statement = this.gather();
    if (statement.empty) return;
    const { sql, values, holds } = statement.finish();
    this.flushed = true;
    const [counted] = await this.parts.client.$queryRawUnsafe<Record<string, unknown>[]>(sql, ...values).catch((error: unknown) => {
      throw conflictFrom(error);
    });
    if (!counted || !holds(counted)) throw new BotError('conflict', 'a row was changed meanwhile');
  }

  private gather(): Statement {
    const statement = new Statement();
    const { tenantId } = this.parts;
    for (const [name, table] of this.tables) {
      const { model } = TABLES[name];
      const pending = table.take();
      statement.update(model, pending.updates);
      statement.insert(model, pending.inserts);
      statement.remove(model, tenantId, pending.removals);
    }
    for (const [from, to] of this.moves) statement.readdress(tenantId, from, to);
    statement.insert('Message', this.posts, ['seq']);
    statement.insert('Event', this.event ? [this.event] : []);
    const timers = [...this.timers.values()].map(({ rule, subject, at }) => ({ tenantId, rule, subject, at }));
    statement.remind(timers.flatMap(({ at, ...timer }) => (at === null ? [] : [{ ...timer, dueAt: isoOf(at), attempts: 0 }])));
    statement.forget(timers.filter(({ at }) => at === null));
    this.posts = [];
    this.event = null;
    this.timers.clear();
    this.moves.clear();
    return statement;
  }

  private post(message: Post): void {
    this.add({ ...message, conversation: conversationOf(message.to), mode: 'post', at: message.at ?? this.parts.now });
  }

  private refresh(topic: string): void {
    this.add({ conversation: `topic:${topic}`, template: '', args: {}, kind: 'decision', topic, mode: 'refresh', at: this.parts.now });
  }

  private add(row: { conversation: string; template: string; args: object; kind: string; topic: string; mode: string; at: Instant }): void {
    const { tenantId, ids, now } = this.parts;
    const { at, conversation, template, args, kind, topic, mode } = row;
    this.posts.push({
      ...{ tenantId, id: ids.next(), conversation, template, args, kind, topic, mode, state: 'waiting', notBefore: isoOf(at), attempts: 0 },
      ...{ ref: null, fault: null, createdAt: isoOf(now), claimedAt: null, sentAt: null },
    });
  }
}

function conversationOf(to: Post['to']): string {
  if ('person' in to) return `person:${to.person}`;
  return 'account' in to ? `account:${to.account}` : `channel:${to.channel.cohort}`;
}

/** What an answer is sealed for. */
export function replyPurpose(tenantId: string): string {
  return `${tenantId}:Event.reply`;
}
