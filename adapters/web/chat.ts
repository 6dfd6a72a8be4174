// The browser as a chat platform: a post is drawn once, kept, and drawn anew when its message changes.

import type { Chat } from '../../src/ports.ts';
import type { PlaygroundClock, PostStore } from '../../src/playground.ts';
import { renderView } from './render.ts';

export const PLATFORM = 'web';

/** `notify` is called after a conversation has a new or changed post. */
export function webChat(posts: PostStore, notify: (conversation: string) => void, clock: Pick<PlaygroundClock, 'now'>): Chat {
  return {
    platform: PLATFORM,
    async post(to, message) {
      // Our own id is the post's id: a message delivered twice is one post.
      const html = renderView(message).toString();
      const earlier = await posts.find(to.messageId);
      if (earlier) await posts.replace(earlier.id, html, clock.now());
      else await posts.add({ id: to.messageId, conversation: to.conversation, html, at: clock.now() });
      notify(to.conversation);
      return { outcome: 'sent', ref: to.messageId };
    },
    async update(to, ref, message) {
      const earlier = await posts.find(ref);
      if (!earlier) return { outcome: 'never', fault: 'post_not_found' };
      await posts.replace(ref, renderView(message).toString(), clock.now());
      notify(earlier.conversation);
      return { outcome: 'sent', ref };
    },
  };
}
