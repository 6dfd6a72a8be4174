// What makes an event the same when Slack delivers it again, and another when somebody does a thing twice.

import { createHash } from 'node:crypto';
import type { Command, Press, Submission } from './payloads.ts';

/** A trigger id is made for one act. Payloads without one are told apart by all that they say. */
export function eventIdOf(
  kind: 'command' | 'press' | 'submission' | 'shortcut',
  payload: Command | Press | Submission | { readonly trigger_id?: string | undefined },
): string {
  const same = payload.trigger_id ?? JSON.stringify(payload);
  return `slack:${kind}:${createHash('sha256').update(same).digest('base64url')}`;
}
