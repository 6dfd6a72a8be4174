// One table inside one transaction: reads by Prisma, writes gathered for the statement that ends it.

import type { Secrets } from '../../ports.ts';
import { type Instant, instantOf } from '../../time.ts';
import type { Row, Table, Where } from '../../mentoring/store.ts';
import { together } from '../together.ts';
import type { Stored, TableSpec } from './tables.ts';

/** What of Prisma's client a table needs; every model's delegate has it. */
export interface Delegate {
  findMany(query: object): Promise<Record<string, unknown>[]>;
  count(query: object): Promise<number>;
}

/** What waits to be written: rows as the database wants them. */
export interface Pending {
  readonly inserts: Record<string, unknown>[];
  /** With the version that was read. */
  readonly updates: Record<string, unknown>[];
  readonly removals: string[];
}

export class Rows<T extends Row> implements Table<T> {
  private readonly known = new Map<string, { row: T; version: number } | null>();
  private readonly puts = new Map<string, T>();
  private readonly removed = new Set<string>();
  /** What was asked before, and the ids that answered: several rooms may ask the same in one transaction. */
  private readonly asked = new Map<string, string[]>();
  private readonly tenantId: string;
  private readonly spec: TableSpec;
  private readonly delegate: () => Delegate;
  private readonly secrets: Secrets;
  private readonly flush: () => Promise<void>;
  /** For those who read together: what several ask at the same moment is asked once. */
  private readonly byId: ((id: string) => Promise<void>) | null;
  private readonly byField = new Map<string, (value: string) => Promise<string[]>>();

  constructor(of: { tenantId: string; spec: TableSpec; delegate: () => Delegate; secrets: Secrets; flush: () => Promise<void>; shared: boolean }) {
    this.tenantId = of.tenantId;
    this.spec = of.spec;
    this.delegate = of.delegate;
    this.secrets = of.secrets;
    this.flush = of.flush;
    this.byId = of.shared ? together((ids) => this.readIn(ids)) : null;
  }

  async get(id: string): Promise<T | null> {
    const [row] = await this.all([id]);
    return row ?? null;
  }

  async all(ids: readonly string[]): Promise<T[]> {
    const unknown = ids.filter((id) => !this.known.has(id) && !this.puts.has(id));
    if (unknown.length > 0) await (this.byId ? Promise.all(unknown.map(this.byId)) : this.readIn(unknown));
    return ids.flatMap((id) => {
      const row = this.current(id);
      return row ? [row] : [];
    });
  }

  async find(where: Where<T>, options: { by?: keyof T & string; descending?: boolean; limit?: number } = {}): Promise<T[]> {
    await this.settle();
    const question = JSON.stringify([where, options]);
    const orderBy = { [options.by ?? 'id']: options.descending ? 'desc' : 'asc' };
    const ids =
      this.asked.get(question) ??
      (await (this.alike(where, options) ?? this.query(this.condition(where), { orderBy, ...(options.limit === undefined ? {} : { take: options.limit }) })));
    this.asked.set(question, ids);
    return this.all(ids);
  }

  async count(where: Where<T>): Promise<number> {
    await this.settle();
    return this.delegate().count({ where: { ...this.condition(where), tenantId: this.tenantId } });
  }

  put(row: T): void {
    this.asked.clear();
    this.removed.delete(row.id);
    this.puts.set(row.id, row);
  }

  remove(id: string): void {
    this.asked.clear();
    this.puts.delete(id);
    this.removed.add(id);
  }

  /** Takes in rows that came with another question, their instants as JSON writes them. */
  know(stored: readonly Readonly<Record<string, unknown>>[]): void {
    for (const one of stored) {
      const row = this.fromStored(one);
      this.known.set(row.id, { row, version: Number(one['version']) });
    }
  }

  get waiting(): boolean {
    return this.puts.size > 0 || this.removed.size > 0;
  }

  /** Hands over what waits, and counts it as written. */
  take(): Pending {
    const pending: Pending = { inserts: [], updates: [], removals: [...this.removed] };
    for (const [id, row] of this.puts) {
      const before = this.known.get(id);
      const stored = { ...this.toStored(row), version: before?.version ?? 1 };
      (before ? pending.updates : pending.inserts).push(stored);
      this.known.set(id, { row, version: before ? before.version + 1 : 1 });
    }
    for (const id of this.removed) this.known.set(id, null);
    this.clear();
    return pending;
  }

  clear(): void {
    this.puts.clear();
    this.removed.clear();
  }

  private current(id: string): T | null {
    if (this.removed.has(id)) return null;
    return this.puts.get(id) ?? this.known.get(id)?.row ?? null;
  }

  private async readIn(ids: readonly string[]): Promise<void[]> {
    await this.query({ id: { in: [...new Set(ids)] } });
    // Asked for, and not there.
    return ids.map((id) => void (this.known.has(id) || this.known.set(id, null)));
  }

  /** The accounts of many people, each asked for by somebody else at the same moment; `null` where a question is of another kind. */
  private alike(where: Where<T>, options: object): Promise<string[]> | null {
    const [only, ...more] = Object.entries(where);
    if (!this.byId || !only || more.length > 0 || Object.keys(options).length > 0 || typeof only[1] !== 'string') return null;
    const [field, value] = only as [string, string];
    let ask = this.byField.get(field);
    if (!ask) {
      ask = together(async (values) => {
        const ids = await this.query({ [field]: { in: [...new Set(values)] } }, { orderBy: { id: 'asc' } });
        const rows = ids.map((id) => this.known.get(id)?.row as (T & Readonly<Record<string, unknown>>) | undefined);
        return values.map((wanted) => rows.flatMap((row) => (row?.[field] === wanted ? [row.id] : [])));
      });
      this.byField.set(field, ask);
    }
    return ask(value);
  }

  private async settle(): Promise<void> {
    if (this.waiting) await this.flush();
  }

  private async query(where: object, options: object = {}): Promise<string[]> {
    const found = await this.delegate().findMany({ ...options, where: { ...where, tenantId: this.tenantId } });
    return found.map((stored) => {
      const row = this.fromStored(stored);
      this.known.set(row.id, { row, version: Number(stored['version']) });
      return row.id;
    });
  }

  private condition(where: Where<T>): object {
    return Object.fromEntries(
      Object.entries(where).map(([field, wanted]) => {
        if (Array.isArray(wanted)) return [field, { in: wanted.map((one: unknown) => this.value(field, one)) }];
        if (typeof wanted === 'object' && wanted !== null) {
          return [field, Object.fromEntries(Object.entries(wanted).map(([test, bound]) => [test, this.value(field, bound)]))];
        }
        return [field, this.value(field, wanted)];
      }),
    );
  }

  private value(field: string, value: unknown): unknown {
    return this.spec.instants.includes(field) && typeof value === 'number' ? new Date(value) : value;
  }

  private toStored(row: T): Stored {
    const stored: Record<string, unknown> = { ...(row as Row), tenantId: this.tenantId };
    for (const field of this.spec.instants) stored[field] = typeof stored[field] === 'number' ? new Date(stored[field]).toISOString() : null;
    for (const field of this.spec.sealed) stored[field] = this.secrets.seal(JSON.stringify(stored[field]), this.purpose(field));
    return stored as Stored;
  }

  private fromStored(stored: Readonly<Record<string, unknown>>): T {
    const { tenantId: _tenantId, version: _version, ...kept } = stored;
    const row: Record<string, unknown> = kept;
    for (const field of this.spec.instants) row[field] = readInstant(row[field]);
    for (const field of this.spec.sealed) row[field] = JSON.parse(this.secrets.open(String(row[field]), this.purpose(field)));
    // What was asked later than the row was written is there, and empty.
    for (const [field, empty] of Object.entries(this.spec.grown ?? {})) row[field] = { ...empty, ...(row[field] as object) };
    return row as unknown as T;
  }

  /** A sealed text cannot be moved to another organisation, table or field. */
  private purpose(field: string): string {
    return `${this.tenantId}:${this.spec.model}.${field}`;
  }
}

/** Prisma gives a Date, JSON a text. */
function readInstant(value: unknown): Instant | null {
  return value instanceof Date || typeof value === 'string' ? instantOf(value) : null;
}
