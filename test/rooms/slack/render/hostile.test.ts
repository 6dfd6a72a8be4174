// Whatever people write, in whichever place and language: in Slack it is letters. No call to all, no mention, no link, no markup (F14).

import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../../adapters/slack/render/check.ts';
import { renderHome } from '../../../../adapters/slack/render/home.ts';
import { renderMessage } from '../../../../adapters/slack/render/message.ts';
import { noteModal, renderForm, renderPage } from '../../../../adapters/slack/render/modal.ts';
import { type Language, LANGUAGES } from '../../../../src/bot/texts/language.ts';
import type { ShownBlock, ShownForm, ShownInput, Spans } from '../../../../src/bot/views/shown.ts';
import { HOSTILE } from '../../../support/hostile.ts';
import { textsIn, typedObjectsIn } from './said.ts';

/** What Slack, or a bot written carelessly, makes more of than letters. */
const SLACKS: readonly string[] = [
  ...[
    '<!channel>',
    '<!here>',
    '<!everyone>',
    '<!channel|x>',
    '<!subteam^S0123>',
    '<!subteam^S0123|@all>',
    '@here',
    '@channel',
    '<@U0ALVA>',
    '<@U0ALVA|Alva>',
    '<@W0BO>',
  ],
  ...[
    '<#C0123>',
    '<#C0123|general>',
    '#general',
    '<!date^1392734382^{date_long}|now>',
    '<!date^1^{date}^https://evil.example|x>',
    '<mailto:a@evil.example|mail>',
    'mailto:a@b.example',
  ],
  ...[
    '<https://evil.example>',
    '<https://evil.example|bank.example>',
    '<slack://user?team=T1&id=U1|x>',
    '<javascript:alert(1)|x>',
    'www.evil.example',
    'file:///etc/passwd',
    '<tel:+46|call>',
  ],
  ...[
    '*bold*',
    '_it_',
    '~no~',
    '`code`',
    '```block```',
    '> quoted',
    '>>> all quoted',
    '• item',
    '1. item',
    ':smile:',
    ':+1::skin-tone-2:',
    ':slack:',
    '&lt;!channel&gt;',
    '&amp;lt;',
    '&#60;!here&#62;',
  ],
  ...[
    '\u202e<!channel>\u202c',
    '\u2067rtl\u2069',
    '\u200b',
    '\ufeff',
    'a\u0000<!here>',
    '\ud800<@U1>',
    '{"type":"broadcast","range":"here"}',
    '"}],"elements":[{"type":"broadcast"',
    '\\u003c!channel\\u003e',
  ],
  ...[
    'press.0',
    'f.name',
    'goals.save k.t',
    '\r\n<!channel>\r\n',
    '<!channel',
    '!channel>',
    '<>',
    '< @U1 >',
    '<@>',
    '<!everyone|x> <!here>',
    '<#G0123>',
    '&amp;lt;!here&amp;gt;',
    '&',
  ],
];
const ALL = [...new Set([...SLACKS, ...HOSTILE])];

/** Everything that Slack may be given of what people wrote; nothing else may come of it. */
const TYPES = new Set([
  ...['header', 'rich_text', 'context', 'divider', 'actions', 'input', 'modal', 'home'],
  ...['rich_text_section', 'rich_text_list', 'rich_text_quote', 'text', 'plain_text', 'button', 'image', 'link'],
  ...[
    'plain_text_input',
    'radio_buttons',
    'checkboxes',
    'static_select',
    'multi_static_select',
    'datepicker',
    'timepicker',
    'users_select',
    'conversations_select',
  ],
]);

function spansOf(text: string): Spans {
  return [
    { text, from: 'user' },
    { text, from: 'us' },
    { who: text, name: text },
    { channel: text, platform: 'slack' },
    { channel: text, platform: text },
  ];
}

function blocksOf(text: string): readonly ShownBlock[] {
  const spans = spansOf(text);
  return [
    { block: 'heading', text: spans },
    { block: 'text', text: spans },
    { block: 'note', text: spans },
    { block: 'facts', facts: [{ label: spans, value: spans }] },
    { block: 'list', ordered: true, items: [spans] },
    { block: 'list', ordered: false, items: [spans] },
    { block: 'table', caption: spans, head: [spans, spans], rows: [[spans, spans]] },
    { block: 'progress', done: 1, of: 7, text: spans },
    { block: 'picture', svg: '<svg/>', alt: text },
    { block: 'picture', svg: '<svg/>', alt: text, url: 'https://mentor.example.org/picture/k.t.png' },
    { block: 'links', links: [{ label: text, url: 'https://mentor.example.org/join/k' }] },
    { block: 'divider' },
    { block: 'actions', buttons: [{ label: text, hint: text, confirm: text, action: 'a.b', token: 'token' }] },
  ];
}

const KINDS = ['line', 'paragraph', 'choice', 'choices', 'date', 'time', 'person', 'channel', 'number', 'agree'] as const;

/** With as many options as make another element of it. */
function inputOf(kind: ShownInput['input'], text: string, count: number): ShownInput {
  const field = { name: `${kind}${count}`, label: text, help: text, required: false };
  const options = Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: text }));
  switch (kind) {
    case 'choice':
      return { ...field, input: kind, options, value: text };
    case 'choices':
      return { ...field, input: kind, options, value: [text] };
    case 'agree':
      return { ...field, input: kind, value: false };
    case 'number':
      return { ...field, input: kind, min: 1, max: 9, value: text };
    case 'line':
    case 'paragraph':
      return { ...field, input: kind, max: count * 1000, value: text };
    default:
      return { ...field, input: kind, value: text };
  }
}

function formOf(text: string, language: Language): ShownForm {
  const inputs = [3, 12].flatMap((count) => KINDS.map((kind) => inputOf(kind, text, count)));
  const words = { title: text, submit: text, cancel: text, action: 'goals.save', token: 'k.t' };
  return { type: 'form', language, intro: blocksOf(text), inputs, ...words, also: [{ label: text, next: 'later' }] };
}

function refused(form: ShownForm, text: string) {
  const fields = Object.fromEntries([...form.inputs.map((input) => input.name), 'gone'].map((name) => [name, text]));
  const typed = Object.fromEntries(form.inputs.map((input) => [input.name, text]));
  return { reply: { text: spansOf(text), fields }, typed };
}

function everything(text: string, language: Language) {
  const mentions = new Map<string, string>([[text, text]]);
  const view = { type: 'message', language, blocks: blocksOf(text) } as const;
  const home = { ...view, type: 'home', title: text } as const;
  const form = formOf(text, language);
  const messages = [renderMessage(view, mentions), renderMessage(home, mentions)];
  const views = [
    ...[renderPage(view, mentions), renderPage(home, mentions), renderHome(home, mentions), noteModal(spansOf(text), language)],
    ...[renderForm(form, { mentions }), renderForm(form, { mentions, ...refused(form, text) })],
  ];
  return { messages, views, breaches: [...messages.flatMap(checkMessage), ...views.flatMap(checkView)] };
}

describe.each(LANGUAGES)('what people write, in %s', (language) => {
  it('has been tried in many ways', () => expect(SLACKS.length).toBeGreaterThanOrEqual(60));

  it.each(ALL.map((text) => ({ text, short: JSON.stringify(text).slice(0, 50) })))('is letters: $short', ({ text }) => {
    const { messages, views, breaches } = everything(text, language);
    expect(breaches).toEqual([]);
    const objects = typedObjectsIn([...messages.map((message) => message.blocks), views]);
    expect([...new Set(objects.map((one) => one.type))].filter((type) => !TYPES.has(type))).toEqual([]);
    expect(objects.filter((one) => one.type === 'plain_text' && one['emoji'] !== false)).toEqual([]);
    // The one text that Slack reads for markup.
    for (const message of messages) expect(message.text.replaceAll(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
    expect(textsIn([messages, views]).every((said) => said.isWellFormed() && !said.includes('\0'))).toBe(true);
  });

  it('never makes more objects than plain words do', () => {
    const types = (text: string) => typedObjectsIn(everything(text, language).views).map((one) => one.type);
    // As long as it, since what is longer than a window's title stands below it.
    const plain = (text: string) => types('w'.repeat(text.length));
    for (const text of ['<!channel>', '<@U0ALVA>', '*b* _i_', ':smile: x', '<https://evil.example|x>']) expect(types(text)).toEqual(plain(text));
  });

  it('leads to a person only where Slack’s own id of a person is known', () => {
    const spans: Spans = [{ who: 'alva', name: '<!channel>' }];
    const drawn = (id: string) => typedObjectsIn(noteOf(spans, new Map([['alva', id]]), language)).map((one) => one.type);
    expect(drawn('U0ALVA')).toContain('user');
    for (const id of ['<!channel>', 'C0123', 'here', 'U0ALVA>', '']) expect(drawn(id)).not.toContain('user');
  });
});

function noteOf(spans: Spans, mentions: ReadonlyMap<string, string>, language: Language) {
  return renderMessage({ type: 'message', language, blocks: [{ block: 'text', text: spans }] }, mentions).blocks;
}
