// A picture that Slack cannot fetch: it refuses the whole call, and the words are said all the same.

import { afterEach, describe, expect, it } from 'vitest';
import { again } from '../../../../adapters/slack/render/again.ts';
import { renderMessage } from '../../../../adapters/slack/render/message.ts';
import { renderPage } from '../../../../adapters/slack/render/modal.ts';
import { type Answer, slackCalls } from '../../../../adapters/slack/send/calls.ts';
import { slackRespond } from '../../../../adapters/slack/send/respond.ts';
import type { ShownMessage } from '../../../../src/bot/views/shown.ts';
import { type FaultySlack, faultySlack, http } from './faulty-slack.ts';

const view = (url: string): ShownMessage => ({
  ...{ type: 'message', language: 'sv' },
  blocks: [
    { block: 'heading', text: [{ text: 'The programme year', from: 'us' }] },
    { block: 'picture', svg: '<svg/>', alt: 'Kick-off on 24 September', url },
    { block: 'text', text: [{ text: 'All of it is in the list.', from: 'us' }] },
  ],
});
const message = renderMessage(view('https://mentor.example.org/picture/k.t.png'), new Map());
const words = renderMessage(view(''), new Map());

describe('a picture that Slack cannot fetch', () => {
  let slack: FaultySlack | undefined;
  afterEach(() => slack?.close());

  /** Takes no call with an image in it. */
  const picky = (status: number, no: string) =>
    faultySlack((socket, request) => void socket.write(decodeURIComponent(request).includes('image_url') ? http(status, no) : http(200)));
  const ask = (apiUrl: string, method: string, args: object): Promise<Answer> => slackCalls({ apiUrl })('xoxb-1').call(method, args);
  const sent = () => (slack?.requests ?? []).map((request) => decodeURIComponent(request.replaceAll('+', ' ')));

  it.each(['invalid_blocks', 'invalid_arguments'])('a message is said in words then: %s', async (error) => {
    slack = await picky(200, JSON.stringify({ ok: false, error }));
    const answer = await ask(slack.apiUrl, 'chat.postMessage', { channel: 'D1', ...message });
    expect(answer.ok).toBe(true);
    expect(sent()).toHaveLength(2);
    expect(sent()[1]).toContain(JSON.stringify(words.blocks));
    expect(sent()[1]).toContain('channel=D1');
  });

  it('a window opens in words then', async () => {
    slack = await picky(200, JSON.stringify({ ok: false, error: 'invalid_arguments' }));
    const answer = await ask(slack.apiUrl, 'views.open', { trigger_id: 't1', view: renderPage(view('https://mentor.example.org/picture/k.t.png'), new Map()) });
    expect(answer.ok).toBe(true);
    expect(sent()[1]).toContain('Kick-off on 24 September');
    expect(sent()[1]).toContain('trigger_id=t1');
  });

  it('an answer in its place too', async () => {
    slack = await picky(400, 'invalid_blocks');
    const respond = slackRespond({ apiUrl: slack.apiUrl, log: { info() {}, warn() {}, error() {} } });
    expect(await respond(`http://127.0.0.1:${slack.port}/commands/1`, message)).toBe(true);
    expect(sent()).toHaveLength(2);
  });

  it('is words in a form that comes back: Slack gives more of it than it takes', () => {
    const picture = { type: 'image', block_id: 'a1', image_url: 'https://mentor.example.org/picture/k.t.png', alt_text: 'Kick-off', image_width: 2400 };
    const open = { id: 'V1', hash: '', type: 'modal' as const, callback_id: 'form', private_metadata: '', submit: null, close: null, state: { values: {} } };
    const { blocks } = again({ ...open, title: { text: 'A form' }, blocks: [picture] }, {});
    expect(blocks).toEqual([
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Kick-off', style: { italic: true } }] }] },
    ]);
  });

  it('is asked for once where Slack says no for another reason, or to a message without pictures', async () => {
    slack = await faultySlack((socket) => void socket.write(http(200, JSON.stringify({ ok: false, error: 'channel_not_found' }))));
    expect((await ask(slack.apiUrl, 'chat.postMessage', { channel: 'D1', ...message })).ok).toBe(false);
    expect(sent()).toHaveLength(1);
    await slack.close();
    slack = await faultySlack((socket) => void socket.write(http(200, JSON.stringify({ ok: false, error: 'invalid_blocks' }))));
    expect((await ask(slack.apiUrl, 'chat.postMessage', { channel: 'D1', ...words })).ok).toBe(false);
    expect(sent()).toHaveLength(1);
  });
});
