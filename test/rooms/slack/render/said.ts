// Reads what is rendered for Slack without knowing how it was made: every text that a person would see, and every typed object.

export interface Typed {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Keys under which people read or hear something. */
const SEEN = new Set(['text', 'initial_value', 'accessibility_label', 'alt_text']);

/** All texts in the order in which they stand. */
export function textsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (SEEN.has(key) && typeof inner === 'string') found.push(inner);
    else textsIn(inner, found);
  }
  return found;
}

/** All objects that say of what type they are. */
export function typedObjectsIn(value: unknown, found: Typed[] = []): Typed[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('type' in value && typeof value.type === 'string') found.push(value as Typed);
  for (const inner of Object.values(value)) typedObjectsIn(inner, found);
  return found;
}

/** One long string of all texts. */
export function saidIn(value: unknown): string {
  return textsIn(value).join('');
}
