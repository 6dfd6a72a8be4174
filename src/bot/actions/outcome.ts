// What an action answers. A refusal is a value: kind words, nothing changed, nothing lost.

import type { Text } from '../views/text.ts';
import type { View } from '../views/view.ts';

export type Outcome = Done | Refused;

export interface Done {
  readonly kind: 'done';
  /** Shown to the person who acted, and to nobody else. Without one, the pressed message is drawn anew. */
  readonly answer?: View;
}

export interface Refused {
  readonly kind: 'refused';
  readonly text: Text;
  /** By input name: what to mend, shown at the field. */
  readonly fields?: Readonly<Record<string, Text>>;
  /** How things stand now, where that helps more than words. */
  readonly answer?: View;
}

export function done(answer?: View): Done {
  return answer ? { kind: 'done', answer } : { kind: 'done' };
}

export function refused(text: Text, more: Omit<Refused, 'kind' | 'text'> = {}): Refused {
  return { kind: 'refused', text, ...more };
}
