// Makes an image of an SVG of ours. It takes a quarter of a second of nothing but arithmetic, so it is done in a thread of its
// own: chat platforms wait for the others. One image at a time, few that wait, and none that is made twice.

import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { Recent } from '../common/recent.ts';

const KEPT = 32;
const MOST_AT_HAND = 16;
const MOST_LETTERS = 1_000_000;
/** A drawing takes no longer than this, or is none. */
const WITHIN_MS = 10_000;
/** It holds more than a hundred megabytes: it goes when nobody has come for a while. */
const IDLE_MS = 60_000;

export function hashOf(svg: string): string {
  return createHash('sha256').update(svg).digest('base64url').slice(0, 22);
}

export class Drawing {
  private readonly made = new Recent<Uint8Array>(KEPT);
  private readonly atHand = new Map<string, Promise<Uint8Array | null>>();
  private thread: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  /** A PNG; `null` where it cannot be made now: there are too many, or it is too large. */
  async png(svg: string): Promise<Uint8Array | null> {
    const hash = hashOf(svg);
    const known = this.made.get(hash) ?? this.atHand.get(hash);
    if (known) return known;
    if (this.atHand.size >= MOST_AT_HAND || svg.length > MOST_LETTERS) return null;
    const drawn = this.last.then(() => this.draw(svg));
    this.last = drawn;
    this.atHand.set(hash, drawn);
    const image = await drawn;
    this.atHand.delete(hash);
    if (image) this.made.set(hash, image);
    return image;
  }

  /** The thread goes; the next drawing gets another one. */
  async rest(): Promise<void> {
    clearTimeout(this.idle);
    const { thread } = this;
    this.thread = null;
    await thread?.terminate();
  }

  private async draw(svg: string): Promise<Uint8Array | null> {
    clearTimeout(this.idle);
    const thread = (this.thread ??= this.begin());
    thread.ref();
    const image = await answerOf(thread, svg);
    if (image === undefined) await this.rest();
    // A process that has nothing else to do may end.
    else thread.unref();
    this.idle = setTimeout(() => void this.rest(), IDLE_MS).unref();
    return image ?? null;
  }

  private begin(): Worker {
    const thread = new Worker(new URL('./drawing-thread.ts', import.meta.url));
    // Whoever waits for it is told by its end; nobody else has to know.
    thread.on('error', () => {});
    thread.on('exit', () => {
      if (this.thread === thread) this.thread = null;
    });
    return thread;
  }
}

/** `undefined` where it has broken down, or goes on for ever. */
function answerOf(thread: Worker, svg: string): Promise<Uint8Array | null | undefined> {
  return new Promise((resolve) => {
    const done = (answer: Uint8Array | null | undefined) => {
      clearTimeout(late);
      thread.off('message', done);
      thread.off('exit', over);
      resolve(answer);
    };
    const over = () => done(undefined);
    const late = setTimeout(over, WITHIN_MS);
    thread.on('message', done);
    thread.on('exit', over);
    thread.postMessage(svg, []);
  });
}
