// All that a transaction writes, in one statement: one round trip however many rows and tables.

import type { Prisma } from './generated/client.ts';
import { columnsOf } from './tables.ts';

/** Gathers the parts of the statement. Values travel as JSON parameters, never as SQL. */
export class Statement {
  private readonly parts: string[] = [];
  private readonly values: string[] = [];
  private readonly expected: { part: string; rows: number }[] = [];

  get empty(): boolean {
    return this.parts.length === 0;
  }

  insert(model: Prisma.ModelName, rows: readonly object[], without: readonly string[] = []): void {
    if (rows.length === 0) return;
    const columns = columnsOf(model)
      .filter((column) => !without.includes(column))
      .map((column) => `"${column}"`)
      .join(', ');
    this.add(`INSERT INTO "${model}" (${columns}) SELECT ${columns} FROM ${this.rows(model, rows)} RETURNING 1`);
  }

  /** Each row names the version it was read at; a row that has moved on is not found, and `check` says so. */
  update(model: Prisma.ModelName, rows: readonly object[]): void {
    if (rows.length === 0) return;
    const set = columnsOf(model)
      .filter((column) => !['tenantId', 'id', 'version'].includes(column))
      .map((column) => `"${column}" = v."${column}"`)
      .join(', ');
    const same = `t."tenantId" = v."tenantId" AND t."id" = v."id" AND t."version" = v."version"`;
    const part = this.add(`UPDATE "${model}" t SET ${set}, "version" = t."version" + 1 FROM ${this.rows(model, rows)} v WHERE ${same} RETURNING 1`);
    this.expected.push({ part, rows: rows.length });
  }

  remove(model: Prisma.ModelName, tenantId: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.add(`DELETE FROM "${model}" WHERE "tenantId" = ${this.text(tenantId)} AND "id" IN (SELECT jsonb_array_elements_text(${this.json(ids)})) RETURNING 1`);
  }

  /** Sets timers; one that stands already is moved. */
  remind(rows: readonly { tenantId: string; rule: string; subject: string; dueAt: string; attempts: number }[]): void {
    if (rows.length === 0) return;
    this.add(
      `INSERT INTO "Timer" ("tenantId", "rule", "subject", "dueAt", "attempts") SELECT "tenantId", "rule", "subject", "dueAt", "attempts" FROM ${this.rows('Timer', rows)} ` +
        `ON CONFLICT ("tenantId", "rule", "subject") DO UPDATE SET "dueAt" = excluded."dueAt", "attempts" = excluded."attempts" RETURNING 1`,
    );
  }

  forget(rows: readonly { tenantId: string; rule: string; subject: string }[]): void {
    if (rows.length === 0) return;
    this.add(
      `DELETE FROM "Timer" t USING ${this.rows('Timer', rows)} v WHERE t."tenantId" = v."tenantId" AND t."rule" = v."rule" AND t."subject" = v."subject" RETURNING 1`,
    );
  }

  /** Messages to one person, and those that name them, are another's from now on. Each row once: a statement may not change a row twice. */
  readdress(tenantId: string, from: string, to: string): void {
    const [tenant, before, after] = [this.text(tenantId), this.text(from), this.text(to)];
    const args = `(SELECT coalesce(jsonb_object_agg(a.key, CASE WHEN a.value = to_jsonb(${before}) THEN to_jsonb(${after}) ELSE a.value END), '{}') FROM jsonb_each(m."args") a)`;
    const theirs = `m."conversation" = 'person:' || ${before}`;
    this.add(
      `UPDATE "Message" m SET "args" = ${args}, "conversation" = CASE WHEN ${theirs} THEN 'person:' || ${after} ELSE m."conversation" END ` +
        `WHERE m."tenantId" = ${tenant} AND (${theirs} OR strpos(m."args"::text, ${before}) > 0) RETURNING 1`,
    );
  }

  /** The statement, its parameters, and a check of what it counted: false where a row had moved on. */
  finish(): { readonly sql: string; readonly values: readonly string[]; readonly holds: (counted: Readonly<Record<string, unknown>>) => boolean } {
    const counts = this.parts.map((_, index) => `(SELECT count(*)::int FROM w${index}) AS w${index}`);
    const sql = `WITH ${this.parts.map((part, index) => `w${index} AS (${part})`).join(', ')} SELECT ${counts.join(', ')}`;
    return { sql, values: this.values, holds: (counted) => this.expected.every(({ part, rows }) => counted[part] === rows) };
  }

  private add(part: string): string {
    this.parts.push(part);
    return `w${this.parts.length - 1}`;
  }

  private rows(model: Prisma.ModelName, rows: readonly object[]): string {
    return `jsonb_populate_recordset(null::"${model}", ${this.json(rows)})`;
  }

  private json(value: unknown): string {
    this.values.push(JSON.stringify(value));
    return `$${this.values.length}::text::jsonb`;
  }

  private text(value: string): string {
    this.values.push(value);
    return `$${this.values.length}::text`;
  }
}
