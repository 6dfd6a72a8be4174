// One activity on its way through the library: what Teams gets back, and when.

import type { InvokeResponse } from 'botbuilder';
import type { Log } from '../../../src/ports.ts';
import { type Answer, RECEIVED } from './answer.ts';
import type { Bridge, Turn } from './bridge.ts';
import { type Received, typeOf } from './parse.ts';

export interface Passed {
  readonly answer: Promise<Answer>;
  /** When all that was done behind the answer has ended; never rejects. */
  readonly ended: Promise<void>;
}

/**
 * All is answered when all is done, so that a fault on the way can still be told: Teams sends a message again, and to whoever
 * pressed a button it says that it did not work, which is true, and that they may try again. Our form tokens make both safe.
 */
export function pass(bridge: Bridge, activity: Received, { turn, within, log }: { readonly turn: Turn; readonly within: number; readonly log: Log }): Passed {
  const { promise: answer, resolve } = Promise.withResolvers<Answer>();
  const isInvoke = activity.type === 'invoke';
  const type = typeOf(activity);

  const late = setTimeout(() => {
    log.warn('teams.slow', { type });
    resolve(isInvoke ? { status: 504 } : RECEIVED);
  }, within);

  function finished(given: InvokeResponse | undefined): void {
    if (given?.status === 501) log.info('teams.unhandled', { type });
    resolve(given ? answerOf(given) : RECEIVED);
  }

  function failed(error: unknown): void {
    log.error('teams.fault', { type }, error);
    resolve({ status: 500 });
  }

  const ended = bridge
    .take(activity, turn)
    .then(finished)
    .catch(failed)
    .finally(() => clearTimeout(late));
  return { answer, ended };
}

function answerOf({ status, body }: InvokeResponse): Answer {
  return body === undefined || body === null ? { status } : { status, json: body as unknown };
}
