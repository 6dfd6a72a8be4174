// A person before the playground's page: what a browser without a script would send, and what stands on the page it gets.

import type { Hono } from 'hono';
import { webApp } from '../../adapters/web/app.ts';
import { PLATFORM, webChat } from '../../adapters/web/chat.ts';
import { playgroundOf } from '../../src/runtime/playground/playground.ts';
import { dialogIn, filledIn, pressIn, wordsIn } from './html.ts';
import type { Scene } from './scene.ts';
import { type Adapter, type Filling, PEOPLE, type Screen, type SeenForm, type Visitor, type Who } from './screen.ts';

const HOST = 'localhost:3000';

export const web: Adapter = {
  platform: PLATFORM,
  async open(scene) {
    const tenantId = await peopled(scene);
    const settle = async () => {};
    const playground = playgroundOf({ ...scene, tenantId, settle, dueAfter: async () => null });
    const app = webApp(playground);
    const chat = webChat(playground.posts, (conversation) => playground.notify(conversation), playground.clock);
    let posted = 0;
    const addressOf = ({ name }: Visitor, messageId: string) => ({ tenantId, conversation: `dm:${idOf(name)}`, messageId });
    const screen: Screen = {
      visitor: async (who) => new WebVisitor(app, who),
      async posts(to, message) {
        const outcome = await chat.post(addressOf(to, `contract-${++posted}`), message);
        if (outcome.outcome !== 'sent') throw new Error(`not delivered: ${outcome.fault}`);
        return outcome.ref;
      },
      updates: async (to, ref, message) => void (await chat.update(addressOf(to, ref), ref, message)),
      refusals: () => [],
      close: () => scene.close(),
    };
    return screen;
  },
};

function idOf(name: string): string {
  return Object.entries(PEOPLE).find(([, person]) => person.name === name)?.[0] ?? name;
}

async function peopled({ store, ids, clock }: Scene): Promise<string> {
  const [tenantId, createdAt] = [ids.next(), clock.now()];
  await store.change(tenantId, async (tx) => {
    tx.organisations.put({ id: tenantId, name: 'Contract', language: 'en', timeZone: 'Europe/Stockholm', createdAt });
    for (const [who, { name, language }] of Object.entries(PEOPLE)) {
      const person = {
        id: ids.next(),
        name,
        email: null,
        language,
        timeZone: 'Europe/Stockholm',
        chosen: [],
        prefers: null,
        formerly: [],
        createdAt,
        leftAt: null,
      };
      tx.people.put(person);
      tx.accounts.put({ id: ids.next(), personId: person.id, platform: PLATFORM, externalId: who, conversation: `dm:${who}`, reachable: true });
    }
  });
  return tenantId;
}

class WebVisitor implements Visitor {
  readonly name: string;
  private readonly app: Hono;
  private readonly who: Who;
  private page = '';
  private typed: Filling = {};
  private last: URLSearchParams | null = null;

  constructor(app: Hono, who: Who) {
    this.app = app;
    this.who = who;
    this.name = PEOPLE[who].name;
  }

  types(line: string): Promise<void> {
    return this.send({ do: 'command', line });
  }

  presses(label: string): Promise<void> {
    return this.send({ do: 'press', press: pressIn(this.page, label) });
  }

  pressesOf(other: Visitor, label: string): Promise<void> {
    return this.send({ do: 'press', press: pressIn(webVisitor(other).page, label) });
  }

  fills(fields: Filling): void {
    this.typed = { ...this.typed, ...fields };
  }

  submits(): Promise<void> {
    return this.submit(this);
  }

  submitsOf(other: Visitor): Promise<void> {
    return this.submit(webVisitor(other));
  }

  async again(): Promise<void> {
    await this.post(this.last ?? new URLSearchParams());
  }

  async anew(): Promise<void> {
    const body = new URLSearchParams(this.last ?? '');
    body.set('event', crypto.randomUUID());
    await this.post(body);
  }

  async answer(): Promise<string> {
    return wordsIn(/<section class="reply"[\s\S]*?<\/section>/.exec(this.page)?.[0] ?? '');
  }

  form(): SeenForm | null {
    return dialogIn(this.page, this.typed);
  }

  async messages(): Promise<readonly string[]> {
    const page = await this.look('messages');
    return [...page.matchAll(/<article id="left-post-[\s\S]*?<\/article>/g)].map(([post]) => wordsIn(post));
  }

  async home(): Promise<string> {
    return wordsIn(/<div id="left-log" class="home">[\s\S]*?<\/div>\s*<div id="left-reply"/.exec(await this.look('home'))?.[0] ?? '');
  }

  private submit(on: WebVisitor): Promise<void> {
    const dialog = /<dialog[\s\S]*?<\/dialog>/.exec(on.page)?.[0] ?? '';
    const press = /name="press" value="([^"]+)"/.exec(dialog)?.[1] ?? '';
    return this.send({ do: 'submit', press, ...filledIn(dialog, on.typed) });
  }

  private async send(fields: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
    const body = new URLSearchParams({ side: 'left', who: this.who, event: crypto.randomUUID() });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    this.last = body;
    this.page = await this.post(body);
    // What was typed stays typed where the form comes back; another form begins anew.
    if (!/<dialog[^>]*data-typed/.test(this.page)) this.typed = {};
  }

  private async post(body: URLSearchParams): Promise<string> {
    const headers = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/x-www-form-urlencoded' };
    return this.ask(`/?left=${this.who}&lang=en`, { method: 'POST', headers, body: body.toString() });
  }

  private look(view: 'messages' | 'home'): Promise<string> {
    return this.ask(`/?left=${this.who}&leftView=${view}&lang=en`, { headers: { host: HOST } });
  }

  private async ask(path: string, init: RequestInit): Promise<string> {
    const response = await this.app.request(`http://${HOST}${path}`, init);
    if (response.status !== 200) throw new Error(`the page answered ${response.status}: ${await response.text()}`);
    return response.text();
  }
}

function webVisitor(visitor: Visitor): WebVisitor {
  if (!(visitor instanceof WebVisitor)) throw new Error('somebody of another platform');
  return visitor;
}
