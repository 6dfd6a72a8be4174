// What the browser chat is given: one organisation to try things in, its posts, its people and its clock.

import type { Command } from '../../bot/actions/action.ts';
import type { Dispatch } from '../../bot/actions/dispatch.ts';
import type { Ids, Secrets } from '../../ports.ts';
import type { Playground } from '../../playground.ts';
import type { Store } from '../store/store.ts';
import { playgroundPeople } from './people.ts';
import { postsOf } from './posts.ts';
import { playgroundClock, type Walking } from './time.ts';

export const PLATFORM = 'web';

export interface PlaygroundParts extends Omit<Walking, 'prisma' | 'posted'> {
  readonly tenantId: string;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly ids: Ids;
  readonly dispatch: Dispatch;
  readonly commands: readonly Command[];
}

export function playgroundOf(parts: PlaygroundParts): Playground {
  const { tenantId, store, secrets, ids, dispatch, commands, clock, dueAfter, settle } = parts;
  const listeners = new Set<(conversation: string) => void>();
  let posts = 0;

  return {
    tenantId,
    dispatch,
    commands,
    people: () => playgroundPeople(store, tenantId, PLATFORM),
    posts: postsOf(store.prisma, secrets, tenantId),
    clock: playgroundClock({ prisma: store.prisma, clock, dueAfter, settle, posted: () => posts }),
    changed(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    notify(conversation) {
      posts++;
      for (const listener of listeners) listener(conversation);
    },
    newEventId: () => ids.next(),
  };
}
