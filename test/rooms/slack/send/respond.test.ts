// Answers to a response_url go to Slack and nowhere else, whatever an event says (F17). Every connection that is begun is counted.

import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackRespond } from '../../../../adapters/slack/send/respond.ts';
import type { Log, LogFields } from '../../../../src/ports.ts';
import { after, answering, dripping, type FaultySlack, faultySlack, http } from './faulty-slack.ts';

const SLACK = 'https://slack.com/api/';

describe('an answer to a response_url (F17)', () => {
  let local: FaultySlack;
  let elsewhere: FaultySlack;
  const warned: (LogFields | undefined)[] = [];
  const log: Log = { info() {}, error() {}, warn: (_, fields) => void warned.push(fields) };
  /** Hosts that a request was begun to; a foreign one never gets as far as a connection. */
  const asked: string[] = [];
  const sockets: unknown[] = [];

  function begins(message: unknown): void {
    const { request } = message as { request: ClientRequest };
    asked.push(`${request.protocol}//${request.host}`);
    if (request.host !== '127.0.0.1') request.destroy(Object.assign(new Error('cut'), { code: 'CUT' }));
  }
  const connects = (message: unknown) => void sockets.push(message);

  beforeEach(async () => {
    [local, elsewhere] = await Promise.all([faultySlack(answering(200, 'ok')), faultySlack(answering(200, 'ok'))]);
    for (const list of [warned, asked, sockets]) list.length = 0;
    subscribe('http.client.request.created', begins);
    subscribe('net.client.socket', connects);
  });
  afterEach(async () => {
    unsubscribe('http.client.request.created', begins);
    unsubscribe('net.client.socket', connects);
    await Promise.all([local.close(), elsewhere.close()]);
  });

  const respond = (url: string, apiUrl = local.apiUrl, timeoutMs = 5000) => slackRespond({ apiUrl, log, timeoutMs })(url, { text: 'Hej' });

  it('arrives, as JSON, at the local Slack of the settings', async () => {
    expect(await respond(`http://127.0.0.1:${local.port}/response/1`)).toBe(true);
    expect(local.requests[0]).toMatch(/^POST \/response\/1 HTTP\/1\.1\r\n/);
    expect(local.requests[0]?.split('\r\n\r\n')[1]).toBe('{"text":"Hej"}');
    expect(warned).toEqual([]);
  });

  it.each([SLACK, 'http://127.0.0.1:9/api/'])('is sent to hooks.slack.com, with %s', async (apiUrl) => {
    expect(await respond('https://hooks.slack.com/actions/T1/1/abc', apiUrl)).toBe(false);
    expect([asked, warned]).toEqual([['https://hooks.slack.com'], [{ fault: 'CUT' }]]);
  });

  const evil = () => `127.0.0.1:${elsewhere.port}`;
  const good = () => `127.0.0.1:${local.port}`;
  const hostile: readonly (readonly [what: string, url: () => string])[] = [
    ['another port of the same host', () => `http://${evil()}/x`],
    ['the host as user name', () => `http://${good()}@${evil()}/x`],
    ['the host as user name and password', () => `http://127.0.0.1:${local.port}:pw@${evil()}/x`],
    ['a user name before the host', () => `http://me@${good()}/x`],
    ['hooks.slack.com as user name', () => `https://hooks.slack.com@${evil()}/x`],
    ['hooks.slack.com as user name, escaped slash', () => `https://hooks.slack.com%2f@${evil()}/x`],
    ['hooks.slack.com as user name, backslash', () => `https://hooks.slack.com\\@${evil()}/x`],
    ['a backslash for the slash', () => `https://hooks.slack.com\\x`],
    ['hooks.slack.com before a suffix', () => 'https://hooks.slack.com.example.org/x'],
    ['hooks.slack.com after a prefix', () => 'https://evilhooks.slack.com/x'],
    ['another host of Slack', () => 'https://files.slack.com/x'],
    ['Slack itself', () => 'https://slack.com/x'],
    ['a trailing dot', () => 'https://hooks.slack.com./x'],
    ['a port', () => 'https://hooks.slack.com:8443/x'],
    ['the usual port, said aloud', () => 'https://hooks.slack.com:443/x'],
    ['http', () => 'http://hooks.slack.com/x'],
    ['a homoglyph', () => 'https://hooks.slаck.com/x'],
    ['a full-width letter', () => 'https://hooks.slack。com/x'],
    ['punycode', () => 'https://hooks.xn--slck-5cd.com/x'],
    ['a soft hyphen', () => 'https://hooks.sl\u00adack.com/x'],
    ['a tab', () => 'https://hooks.slack.com\t/x'],
    ['a tab in the host', () => 'https://hooks.sla\tck.com/x'],
    ['a new line', () => `https://hooks.slack.com/x\nhttp://${evil()}`],
    ['a header behind the path', () => 'https://hooks.slack.com/x\r\nHost: evil.example'],
    ['a space before', () => ' https://hooks.slack.com/x'],
    ['a NUL', () => 'https://hooks.slack.com/\0x'],
    ['an IPv4 address', () => `http://${evil()}/`],
    ['an IPv4 address in decimal', () => `http://2130706433:${elsewhere.port}/`],
    ['an IPv4 address in hexadecimal', () => `http://0x7f.1:${elsewhere.port}/`],
    ['an IPv6 address', () => `http://[::1]:${elsewhere.port}/`],
    ['an IPv4 address in IPv6', () => `http://[::ffff:127.0.0.1]:${elsewhere.port}/`],
    ['the local Slack by its name', () => `http://localhost:${local.port}/x`],
    ['the local Slack over https', () => `https://${good()}/x`],
    ['the local Slack with more digits', () => `http://${good()}0/x`],
    ['a host in capitals', () => 'https://HOOKS.SLACK.COM/x'],
    ['no host', () => 'https:///hooks.slack.com/x'],
    ['a host and no path', () => 'https://hooks.slack.com'],
    ['a file', () => 'file:///etc/passwd'],
    ['data', () => 'data:text/plain,hooks.slack.com'],
    ['a script', () => 'javascript:fetch("https://hooks.slack.com/")'],
    ['an address without a scheme', () => '//hooks.slack.com/x'],
    ['nothing', () => ''],
    ['a very long one', () => `https://hooks.slack.com/${'x'.repeat(3000)}`],
  ];
  it.each(hostile)('is not sent to %s', async (_, url) => {
    expect(await respond(url())).toBe(false);
    expect([asked, sockets, local.requests, elsewhere.requests]).toEqual([[], [], [], []]);
    expect(warned).toEqual([{ fault: 'not-slack' }]);
  });

  it('goes to hooks.slack.com alone where Slack is not local', async () => {
    for (const url of [`http://${good()}/x`, 'https://slack.com/x', 'https://slack.com/api/chat.postMessage']) expect(await respond(url, SLACK)).toBe(false);
    expect([asked, sockets]).toEqual([[], []]);
  });

  it('is not sent on where the answer is a redirect', async () => {
    await local.close();
    local = await faultySlack(answering(307, '', { location: `http://${evil()}/x` }));
    expect(await respond(`http://${good()}/x`)).toBe(false);
    expect([elsewhere.requests, warned]).toEqual([[], [{ fault: 'http_307' }]]);
  });

  const faults: readonly (readonly [what: string, Parameters<typeof faultySlack>[0], fault: RegExp])[] = [
    ['that is used up', answering(404, 'used_url'), /^http_404$/],
    ['that fails', answering(500), /^http_500$/],
    ['that hangs up', (socket) => socket.end(), /^ECONNRESET$/],
    ['that resets', (socket) => socket.resetAndDestroy(), /^ECONNRESET$/],
    ['that says nothing', () => {}, /^ABORT_ERR$/],
    ['that says something much later', after(2000, answering(200)), /^ABORT_ERR$/],
    ['that drips', dripping(http(200), 100), /^ABORT_ERR$/],
    ['that speaks something else', (socket) => socket.end('SSH-2.0\r\n\r\n'), /^HPE_/],
  ];
  it.each(faults)('breaks nothing at an address %s', async (_, play, fault) => {
    await local.close();
    local = await faultySlack(play);
    expect(await respond(`http://${good()}/x`, local.apiUrl, 300)).toBe(false);
    expect(warned).toEqual([{ fault: expect.stringMatching(fault) }]);
  });

  it('breaks nothing where nobody listens', async () => {
    const url = `http://${good()}/x`;
    await local.close();
    expect(await respond(url)).toBe(false);
    expect(warned).toEqual([{ fault: 'ECONNREFUSED' }]);
  });

  const ipv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
  it.runIf(ipv6)('reaches a local Slack on IPv6 by exactly its own address', async () => {
    const server = createServer((socket) => void socket.once('data', () => socket.end(http(200))));
    await new Promise<void>((resolve) => server.listen(0, '::1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const to = slackRespond({ apiUrl: `http://[::1]:${port}/api/`, log });
    unsubscribe('http.client.request.created', begins);
    expect([await to(`http://[::1]:${port}/x`, {}), await to(`http://[0:0:0:0:0:0:0:1]:${port}/x`, {})]).toEqual([true, false]);
    await new Promise((resolve) => server.close(resolve));
  });
});
