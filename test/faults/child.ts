// One process of the product for the kill test: the real dispatcher, worker and ticker; a chat that lives in the parent.

import { Hono } from 'hono';
import type { Intent } from '../../src/bot/actions/dispatch.ts';
import { readConfig } from '../../src/config.ts';
import type { Chat } from '../../src/ports.ts';
import { logOf } from '../../src/runtime/log.ts';
import { start } from '../../src/runtime/start.ts';

const platform = process.env['TEST_PLATFORM_URL'] ?? '';

const chat: Chat = {
  platform: 'web',
  async post({ messageId }) {
    try {
      const answer = await fetch(`${platform}/post/${messageId}`, { method: 'POST' });
      return answer.ok ? { outcome: 'sent', ref: messageId } : { outcome: 'retry', fault: 'refused', afterMs: 0 };
    } catch {
      return { outcome: 'unsure', fault: 'no-answer' };
    }
  },
  update: async (_, ref) => ({ outcome: 'sent', ref }),
};

const started = await start({
  config: readConfig(),
  version: 'test',
  broken: () => process.exit(1),
  log: logOf({ level: 'warn', to: process.stderr }),
  // Longer than any post takes here, shorter than a start.
  leaseMs: 1000,
  wings: async ({ playground }) => ({
    chats: [chat],
    site: new Hono().post('/act', async (c) => c.json((await playground?.dispatch(await c.req.json<Intent>())) ?? null)),
  }),
});
process.send?.({ url: started.url });
process.once('SIGTERM', () => void started.stop().then(() => process.exit(0)));
