// Watches over an embedded database: where a full disk has broken it in the midst of a write, it answers nothing more,
// though all that was accepted lies safe on the disk. Only a new start helps, so the process must end and say why.

import { BotError } from '../../fault.ts';
import type { Log } from '../../ports.ts';

/** A log that asks after the database whenever a fault is written; `broken` is called once, where it does not answer. */
export function watchful(inner: Log, probe: () => Promise<unknown>, broken: (fault: BotError) => void): Log {
  let asking = false;
  let told = false;

  async function ask(): Promise<void> {
    if (asking || told) return;
    asking = true;
    try {
      await probe();
    } catch (error) {
      told = true;
      broken(
        new BotError(
          'database',
          'the embedded database answers no more. Most often its disk is full: make room and start again; nothing that was accepted is lost',
          error,
        ),
      );
    } finally {
      asking = false;
    }
  }

  return {
    info: (event, fields) => inner.info(event, fields),
    warn: (event, fields) => inner.warn(event, fields),
    error(event, fields, cause) {
      inner.error(event, fields, cause);
      void ask();
    },
  };
}
