// One payload on its way through Bolt: what Slack gets back, and when.

import { type App, AuthorizationError, type ReceiverEvent } from '@slack/bolt';
import { BotError } from '../../../src/fault.ts';
import type { Log } from '../../../src/ports.ts';
import { type Answer, answerOf, RECEIVED } from './answer.ts';

export interface Passed {
  /** Rejects where an event was lost on our side: Slack is to send it again. */
  readonly answer: Promise<Answer>;
  /** When all that was done behind the answer has ended; never rejects. */
  readonly ended: Promise<void>;
}

/**
 * An interaction is answered by its listener's first ack. Events have nothing to be answered with, and Bolt acks them
 * before any listener has run: they are answered when all is done, so that a fault on the way can still be told.
 */
export function pass(app: App, event: Omit<ReceiverEvent, 'ack'>, { within, log }: { readonly within: number; readonly log: Log }): Passed {
  const { promise: answer, resolve, reject } = Promise.withResolvers<Answer>();
  const isEvent = event.body['event'] !== undefined;
  const type = typeOf(event.body);
  let acked = false;

  const late = setTimeout(() => {
    log.warn('slack.slow', { type });
    resolve(RECEIVED);
  }, within);
  const inTime = () => clearTimeout(late);
  answer.then(inTime, inTime);

  async function ack(given?: unknown): Promise<void> {
    acked = true;
    if (!isEvent) resolve(answerOf(given));
  }

  function finished(): void {
    if (!acked) log.info('slack.unhandled', { type });
    resolve(RECEIVED);
  }

  function failed(error: unknown): void {
    if (isNotInstalled(error)) log.warn('slack.uninstalled', { type });
    else log.error('slack.fault', { type }, error);
    // Bolt's own trouble with a payload comes before its ack, and would come again each time.
    if (isEvent && (acked || isOurs(error))) reject(error);
    else resolve(RECEIVED);
  }

  return { answer, ended: app.processEvent({ ...event, ack }).then(finished, failed) };
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof AuthorizationError && !isOurs(error);
}

/** Whether our own house failed while Bolt asked it who installed the bot. */
function isOurs(error: unknown): boolean {
  return error instanceof AuthorizationError && error.original instanceof BotError;
}

/** A kind of payload in Slack's words; whatever else stands there might be somebody's. */
function typeOf(body: ReceiverEvent['body']): string {
  const { type, command, event } = body as Record<string, unknown>;
  const inner = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  const word = inner ?? type ?? (command === undefined ? undefined : 'command');
  return typeof word === 'string' && /^[a-z_]{1,60}$/.test(word) ? word : 'unknown';
}
