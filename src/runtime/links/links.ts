// What our own addresses lead to, looked up as things stand when somebody comes.

import type { Links } from '../../links.ts';
import type { Clock, Secrets } from '../../ports.ts';
import type { Store } from '../store/store.ts';

export interface Linking {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

export function linksOf(_linking: Linking): Links {
  return {
    picture: async () => null,
    event: async () => null,
    calendar: async () => null,
    join: async () => null,
  };
}
