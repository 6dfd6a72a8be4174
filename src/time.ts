// Two kinds of time that are never mixed: an instant on the world's clock, and a date on somebody's wall.

declare const instant: unique symbol;
declare const civil: unique symbol;

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instant]: true };

/** A date as people write it, `YYYY-MM-DD`, with no time and no zone. */
export type Civil = string & { readonly [civil]: true };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function instantOf(value: Date | number | string): Instant {
  const ms = value instanceof Date ? value.getTime() : typeof value === 'number' ? value : Date.parse(value);
  if (!Number.isFinite(ms)) throw new RangeError('not an instant');
  return ms as Instant;
}

/** For machines: `2026-09-01T08:00:00.000Z`. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

export function plus(at: Instant, ms: number): Instant {
  return (at + ms) as Instant;
}

/** Checks shape and existence: `2026-02-30` is no date. */
export function isCivil(value: string): value is Civil {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export function civilOf(value: string): Civil {
  if (!isCivil(value)) throw new RangeError('not a date');
  return value;
}
