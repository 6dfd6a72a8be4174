// The playground's page over HTTP: who may reach it, and what becomes of a press, a line and a form.

import { describe, expect, it } from 'vitest';
import { webApp } from '../../../adapters/web/app.ts';
import { webChat } from '../../../adapters/web/chat.ts';
import { instantOf } from '../../../src/time.ts';
import { fakePlayground, us } from '../../browser/support/fake.ts';

const PAGE = '/?left=anna&right=mentee0&lang=en';

function visit() {
  const playground = fakePlayground();
  const app = webApp(playground);
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://localhost:3000${path}`, { headers: { host: 'localhost:3000', ...headers } });
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}, path = PAGE) =>
    app.request(`http://localhost:3000${path}`, {
      method: 'POST',
      headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const acting = { side: 'left', who: 'mentee0' };
  return { playground, get, post, acting, script: { 'hx-request': 'true' } };
}

describe('who may reach it', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000'])('answers to %s', async (host) => {
    expect((await visit().get(PAGE, { host })).status).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:3000', '192.168.1.5:3000', ''])('turns %j away, whatever its address', async (host) => {
    expect((await visit().get(PAGE, { host })).status).toBe(421);
  });

  it('takes nothing that another page sends', async () => {
    const { post, acting, playground } = visit();
    const sent = await post({ ...acting, do: 'command', line: '/goal new' }, { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' });
    expect(sent.status).toBe(403);
    expect(playground.dispatched).toEqual([]);
  });

  it('lets no script or style run that is not its own', async () => {
    const page = await visit().get(PAGE);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await page.text()).not.toMatch(/\s(style|onclick|onload)=|<style|<script>/);
  });

  it('serves the files that it names, and no others', async () => {
    const { get } = visit();
    for (const [, path = ''] of (await (await get(PAGE)).text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) expect((await get(path)).status).toBe(200);
    for (const path of ['/assets/app.ts', '/assets/..%2fapp.ts', '/assets/constructor', '/assets/%2e%2e%2f%2e%2e%2fpackage.json'])
      expect((await get(path)).status).toBe(404);
  });
});

describe('an act', () => {
  it('is done by the person in the pane, whatever the fields of a form say', async () => {
    const { post, acting, playground } = visit();
    await post({ ...acting, do: 'submit', event: 'event-from-browser', press: 'goals.save sealed', 'f.title': 'Lead', 'f.who': 'anna', 'f.__proto__': 'x' });
    expect(playground.dispatched).toMatchObject([
      {
        tenantId: 't',
        caller: { platform: 'web', externalId: 'mentee0' },
        eventId: 'event-from-browser',
        action: 'goals.save',
        token: 'sealed',
        input: { title: 'Lead', who: 'anna' },
      },
    ]);
  });

  it('has the name that the browser gave it, so that a press sent twice is one event', async () => {
    const { post, acting, playground, script } = visit();
    const press = { ...acting, do: 'press', event: '63a89078-c973-4a9f', press: 'meetings.done t' };
    await post(press, script);
    await post(press, script);
    expect(playground.dispatched.map((intent) => intent.eventId)).toEqual(['63a89078-c973-4a9f', '63a89078-c973-4a9f']);
  });

  it.each([
    { who: 'stranger', do: 'command', line: '/goal' },
    { who: 'mentee0', do: 'press', press: 'nothing' },
    { who: 'mentee0', do: 'move', move: 'year' },
    { who: 'mentee0', do: 'anything' },
  ])('is refused where no page of ours sends it: %j', async (fields) => {
    const { post, playground } = visit();
    expect((await post({ side: 'left', ...fields })).status).toBe(400);
    expect(playground.dispatched).toEqual([]);
  });

  it('keeps several ticks as several answers', async () => {
    const { playground } = visit();
    const app = webApp(playground);
    const body = new URLSearchParams([
      ['side', 'left'],
      ['who', 'anna'],
      ['do', 'submit'],
      ['press', 'goals.save t'],
      ['f.help', 'a'],
      ['f.help', 'b'],
      ['f.next', 'later'],
    ]);
    await app.request(`http://localhost${PAGE}`, { method: 'POST', headers: { host: 'localhost', origin: 'http://localhost' }, body });
    expect(playground.dispatched[0]?.input).toEqual({ help: ['a', 'b'], next: 'later' });
  });

  it('shows a refused form again, with its errors and everything typed', async () => {
    const { post, acting, script } = visit();
    const opened = await (await post({ ...acting, do: 'command', event: 'opening-1', line: '/goal new' }, script)).text();
    const press = /name="press" value="([^"]+)"/.exec(opened.slice(opened.indexOf('<dialog')))?.[1] ?? '';
    const answer = await post({ ...acting, do: 'submit', press, 'f.measure': 'I will hear it' }, script);
    const html = await answer.text();
    expect(answer.headers.get('x-outcome')).toBe('refused');
    expect(html).toContain('id="left-f-title-error"');
    expect(html).toContain('I will hear it');
  });

  it('leaves a form that only the browser knows as it is, with the words of refusal', async () => {
    const { post, acting, script } = visit();
    const html = await (await post({ ...acting, do: 'submit', press: 'goals.save from-before-the-restart' }, script)).text();
    expect(html).toContain('id="left-form-refusal"');
    expect(html).not.toContain('<dialog');
  });

  it('shows a pressed message as it stands now', async () => {
    const { post, acting, script, playground } = visit();
    const chat = webChat(playground.posts, playground.notify, playground.clock);
    await chat.post(
      { tenantId: 't', conversation: 'dm:mentee0', messageId: 'q-mentee0' },
      { type: 'message', language: 'en', blocks: [{ block: 'text', text: us('Have you met?') }] },
    );
    const html = await (await post({ ...acting, do: 'press', press: 'meetings.done t' }, script)).text();
    expect(html).toContain('You answered: yes');
    expect(html).not.toContain('Have you met?');
  });

  it('works without a script too: the answer is the whole page', async () => {
    const { post, acting } = visit();
    const html = await (await post({ ...acting, do: 'command', line: '/match preview' })).text();
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('Only you can see this');
    expect(html).toContain('Förslag för Hösten 2026');
  });
});

describe('the address', () => {
  it('says who stands left and right, what they look at, and the language', async () => {
    const html = await (await visit().get('/?left=mentee1&right=mentor0&rightView=home&lang=sv')).text();
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('Till vänster: Bo Ek');
    expect(html).toContain('id="right-log" class="home"');
  });

  it('falls back to a coordinator and a mentee, in the language that the browser asks for', async () => {
    const html = await (await visit().get('/?left=nobody', { 'accept-language': 'fi, es-MX;q=0.8' })).text();
    expect(html).toContain('<html lang="es">');
    expect(html).toContain('A la izquierda: Anna Lind');
    expect(html).toContain('A la derecha: Amina Diallo');
  });

  it('takes the later of two values, and answers a script with the new address', async () => {
    const answer = await visit().get(`${PAGE}&left=mentor0&part=pane&side=left`, { 'hx-request': 'true' });
    expect(answer.headers.get('hx-push-url')).toBe('/?left=mentor0&right=mentee0&lang=en');
  });
});

describe('news', () => {
  it('names everyone with a message that nobody has looked at', async () => {
    const { get, playground } = visit();
    const chat = webChat(playground.posts, playground.notify, { now: () => instantOf('2026-09-01T08:00:00Z') });
    for (const who of ['mentee1', 'mentor0']) {
      await chat.post({ tenantId: 't', conversation: `dm:${who}`, messageId: `m-${who}` }, { type: 'message', language: 'en', blocks: [] });
    }
    expect(await (await get(PAGE)).text()).toContain('New messages for 2 people');
    await get(`${PAGE}&left=mentor0&part=pane&side=left`);
    expect(await (await get(PAGE)).text()).toContain('New messages for 1 person');
  });

  it('is one post where a message is delivered twice', async () => {
    const { playground } = visit();
    const chat = webChat(playground.posts, playground.notify, playground.clock);
    const to = { tenantId: 't', conversation: 'dm:anna', messageId: 'm1' };
    const message = { type: 'message', language: 'sv', blocks: [] } as const;
    expect(await chat.post(to, message)).toEqual({ outcome: 'sent', ref: 'm1' });
    await chat.post(to, message);
    expect(await playground.posts.list('dm:anna', 10)).toHaveLength(1);
    expect(await chat.update(to, 'unknown', message)).toEqual({ outcome: 'never', fault: 'post_not_found' });
  });
});
