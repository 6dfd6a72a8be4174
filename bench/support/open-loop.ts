// An open loop: every request goes out at its time, whether or not earlier ones have been answered.

import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Outgoing {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  /** Milliseconds from when it was sent to the last byte of the answer. */
  readonly ms: number;
  /** Milliseconds by which it went out later than planned: the driver's own trouble. */
  readonly late: number;
  /** 0 where there was none: then the body is the fault's name. */
  readonly status: number;
  readonly body: string;
}

export interface Looping {
  readonly url: string;
  readonly perSecond: number;
  readonly count: number;
  readonly next: (index: number) => Outgoing;
  readonly answered?: (index: number, answer: Answered) => void;
}

/** Resolves when all are answered. */
export async function openLoop({ url, perSecond, count, next, answered }: Looping): Promise<readonly Answered[]> {
  const agent = new Agent({ keepAlive: true });
  const answers: Promise<Answered>[] = [];
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    const due = start + (index * 1000) / perSecond;
    while (performance.now() < due) await pause(Math.max(0, due - performance.now()));
    const { headers, body } = next(index);
    const late = performance.now() - due;
    const answer = sent(url, { agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, body).then((of) => ({ ...of, late }));
    answers.push(answer);
    if (answered) void answer.then((of) => answered(index, of));
  }
  const all = await Promise.all(answers);
  agent.destroy();
  return all;
}

function sent(url: string, of: { readonly agent: Agent; readonly headers: Record<string, string | number> }, bytes: string): Promise<Omit<Answered, 'late'>> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const ended = (status: number, body = '') => resolve({ ms: performance.now() - begun, status, body });
    const failed = ({ code, name }: NodeJS.ErrnoException) => ended(0, code ?? name);
    const asking = request(url, { method: 'POST', ...of }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => ended(response.statusCode ?? 0, body));
      response.on('error', failed);
    });
    asking.on('error', failed);
    asking.end(bytes);
  });
}
