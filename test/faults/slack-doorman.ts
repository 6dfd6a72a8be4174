// Stands between Slack and two processes of the bot: passes on what people do, once or as often as it is told to, to
// either of them, as proxies and Slack's own retries may.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRecord, record, text } from '../support/slack/local/json.ts';
import { LOCAL } from '../support/slack/local-slack.ts';
import { signed } from '../support/slack/sign.ts';

export interface Repeating {
  /** `much later`: once now, and the others when `late` is called. */
  readonly how: 'at once' | 'one after another' | 'much later';
  /** For each delivery, which process it goes to. */
  readonly to: readonly number[];
  /** Each time with a signature of its own, or with the same one. */
  readonly anew: boolean;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface Arrived {
  readonly type: string;
  readonly body: string;
  readonly timestamp: string;
  readonly signature: string;
}

export class Doorman {
  private readonly processes: readonly string[];
  private readonly server = createServer((request, response) => void this.serve(request, response));
  /** By person: what happens to the next thing that they do. */
  private readonly plans = new Map<string, { readonly of: Repeating; readonly over: (answers: Promise<readonly Answer[]>) => void }>();
  private readonly waiting = new Map<string, (() => Promise<Answer>)[]>();
  private turn = 0;

  /** `processes`: their addresses for Slack. */
  constructor(processes: readonly string[]) {
    this.processes = processes;
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The next thing that somebody does is delivered so; resolves to all answers, the first one first. */
  repeat(user: string, of: Repeating): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      this.plans.set(user, { of, over: (answers) => void answers.then(resolve, reject) });
    });
  }

  /** What was to come again much later comes now. */
  async late(user: string): Promise<readonly Answer[]> {
    const waiting = this.waiting.get(user) ?? [];
    this.waiting.delete(user);
    return Promise.all(waiting.map((deliver) => deliver()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrived = await arrivedWith(request);
    const user = whose(arrived);
    const plan = this.plans.get(user);
    this.plans.delete(user);
    const { how, to, anew }: Repeating = plan?.of ?? { how: 'at once', to: [this.turn++ % 2], anew: false };
    const [first, ...others] = to.map((process, nth) => () => this.deliver(arrived, process, anew ? nth : 0));
    if (!first) throw new Error('to be delivered no times');
    const now = first();
    if (how === 'much later') this.waiting.set(user, [...(this.waiting.get(user) ?? []), ...others]);
    else plan?.over(how === 'at once' ? Promise.all([now, ...others.map((deliver) => deliver())]) : inTurn(now, others));
    if (how === 'much later') plan?.over(now.then((answer) => [answer]));
    const { status, type, body } = await now;
    response.writeHead(status, { 'content-type': type }).end(body);
  }

  /** `older`: by so many seconds its signature differs. */
  private async deliver({ type, body, timestamp, signature }: Arrived, process: number, older: number): Promise<Answer> {
    const headers =
      older === 0 ? { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } : signed(LOCAL.signingSecret, body, Number(timestamp) - older);
    const answer = await fetch(this.processes[process] ?? '', { method: 'POST', headers: { 'content-type': type, ...headers }, body });
    return { status: answer.status, type: answer.headers.get('content-type') ?? 'text/plain', body: await answer.text() };
  }
}

async function inTurn(first: Promise<Answer>, others: readonly (() => Promise<Answer>)[]): Promise<readonly Answer[]> {
  const answers = [await first];
  for (const deliver of others) answers.push(await deliver());
  return answers;
}

async function arrivedWith(request: IncomingMessage): Promise<Arrived> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const header = (name: string) => text(request.headers[name]);
  const [timestamp, signature] = [header('x-slack-request-timestamp'), header('x-slack-signature')];
  return { type: header('content-type'), body: Buffer.concat(parts).toString(), timestamp, signature };
}

/** Whoever typed, pressed or sent it; events are nobody's. */
function whose({ type, body }: Arrived): string {
  if (!type.includes('form')) return '';
  const fields = new URLSearchParams(body);
  const payload: unknown = JSON.parse(fields.get('payload') ?? 'null');
  return isRecord(payload) ? text(record(payload['user'])['id']) : (fields.get('user_id') ?? '');
}
