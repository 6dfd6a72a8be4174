// Slack waits three seconds for an answer. It gets ours, or at two and a half seconds what stands in for it.

import type { Log } from '../../../src/ports.ts';

export const LATE = 2500;

export type Ack = (answer?: never) => Promise<unknown>;

/** Answers once. Whoever comes late is told so, and must find another way. */
export class Answering {
  private readonly ack: (answer?: unknown) => Promise<unknown>;
  private readonly alarm: NodeJS.Timeout;
  private given = false;

  constructor(ack: Ack, log: Log, standIn: () => unknown = () => undefined) {
    this.ack = ack as (answer?: unknown) => Promise<unknown>;
    this.alarm = setTimeout(() => {
      log.warn('slack.slow');
      void this.give(standIn()).catch((error: unknown) => log.error('slack.ack', {}, error));
    }, LATE);
  }

  /** `false` where Slack has had its answer already. */
  async give(answer?: unknown): Promise<boolean> {
    if (this.given) return false;
    this.given = true;
    clearTimeout(this.alarm);
    await (answer === undefined ? this.ack() : this.ack(answer));
    return true;
  }
}
