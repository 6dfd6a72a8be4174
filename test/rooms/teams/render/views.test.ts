// What Teams shows of the bot's messages and pages: every block in words that read well, whole wherever it can be, and cut aloud where it cannot.

import { describe, expect, it } from 'vitest';
import { writtenReference } from '../../../../adapters/teams/reference.ts';
import { messageActivity } from '../../../../adapters/teams/render/activity.ts';
import type { Card, Element } from '../../../../adapters/teams/render/card.ts';
import { noteCard, type Place, renderMessage } from '../../../../adapters/teams/render/message.ts';
import { openerCard } from '../../../../adapters/teams/render/opener.ts';
import { pressedIn } from '../../../../adapters/teams/render/press.ts';
import type { ShownBlock, ShownButton, ShownHome, ShownMessage, Spans } from '../../../../src/bot/views/shown.ts';
import { breachesOf, saidIn } from './parsed.ts';
import { dataOf } from './untouched.ts';

const us = (text: string): Spans => [{ text, from: 'us' }];
const alva = { who: 'alva', name: 'Alva Lindqvist' } as const;
const CUT = 'This is too long to show here. What is missing can be seen on a smaller list.';

function view(...blocks: ShownBlock[]): ShownMessage {
  return { type: 'message', language: 'en', blocks };
}

function draw(blocks: readonly ShownBlock[], place: Place = 'chat'): readonly Element[] {
  const card = renderMessage(view(...blocks), place);
  expect(breachesOf(card)).toEqual([]);
  return card.body;
}

/** A line for each element. */
function lines(blocks: readonly ShownBlock[]): string[] {
  return draw(blocks).map(saidIn);
}

function button(of: Partial<ShownButton> = {}): ShownButton {
  return { label: 'Yes', action: 'matching.menteeYes', token: 'k.t', ...of };
}

describe('a card', () => {
  it('is one of version 1.5, in the language of its reader', () => {
    expect(renderMessage({ ...view({ block: 'text', text: us('Hej') }), language: 'sv' }, 'chat')).toEqual({
      ...{ type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', lang: 'sv' },
      body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Hej' }] }],
    });
  });

  it('has what is said first above all else', () => {
    const card = renderMessage(view({ block: 'text', text: us('The page') }), 'chat', us('Not now'));
    expect(card.body).toMatchObject([{ inlines: [{ text: 'Not now', weight: 'bolder' }] }, { inlines: [{ text: 'The page' }] }]);
    expect(saidIn(noteCard(us('Not now'), 'en').body)).toBe('Not now');
  });

  it('has its title on top in the chat; a dialog has it above the card, unless it is too long', () => {
    const home = (title: string): ShownHome => ({ type: 'home', language: 'en', title, blocks: [{ block: 'text', text: us('words') }] });
    expect(renderMessage(home('Your page'), 'page').body[0]).toMatchObject({ type: 'TextBlock', text: 'Your page', style: 'heading', size: 'large' });
    expect(saidIn(renderMessage(home('Your page'), 'dialog').body)).toBe('words');
    expect(saidIn(renderMessage(home('x'.repeat(61)), 'dialog').body)).toBe(`${'x'.repeat(61)}words`);
  });

  it.each<[string, ShownBlock[]]>([
    ['without blocks', []],
    ['with blocks that say nothing', [{ block: 'text', text: us(' \n') }, { block: 'divider' }, { block: 'actions', buttons: [] }]],
  ])('says that there is nothing: %s', (_, blocks) => expect(lines(blocks)).toEqual(['There is nothing here yet.']));
});

describe('each block', () => {
  it('heading: one to a screen reader where the words are ours; bold where people are named', () => {
    const [first, second, third] = draw([
      { block: 'heading', text: us('Your goals') },
      { block: 'heading', text: us('Notes') },
      { block: 'heading', text: [{ text: 'You and ', from: 'us' }, alva] },
    ]);
    expect(first).toEqual({ type: 'TextBlock', text: 'Your goals', weight: 'bolder', size: 'large', wrap: true, style: 'heading' });
    expect(second).toMatchObject({ type: 'TextBlock', size: 'medium', spacing: 'large' });
    expect(third).toMatchObject({ type: 'RichTextBlock', inlines: [{ text: 'You and Alva Lindqvist', weight: 'bolder', size: 'medium' }] });
  });

  it.each(['*stars*', 'a_b', '1. One', '- one', '[x](y)', '<at>x</at>', 'https://x.example', 'a `b`', '# one', 'www.x.example'])(
    'heading: no text in which a client may read more than letters: %s',
    (text) => expect(draw([{ block: 'heading', text: us(text) }])[0]?.type).toBe('RichTextBlock'),
  );

  it('text: people in bold, a paragraph for each empty line', () => {
    expect(draw([{ block: 'text', text: [{ text: 'Meet ', from: 'us' }, alva, { text: '.\n\nSoon\nthen.', from: 'user' }] }])).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'Meet ' },
          { type: 'TextRun', text: 'Alva Lindqvist', weight: 'bolder' },
          { type: 'TextRun', text: '.' },
        ],
      },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Soon\nthen.' }] },
    ]);
  });

  it('text: a channel of Teams leads there, any other is named', () => {
    const channel = writtenReference({ serviceUrl: 'https://x.example/', tenant: 'a-1', conversation: '19:ab_c@thread.tacv2;messageid=1' });
    const drawn = (span: Spans[number]) => draw([{ block: 'text', text: [span] }]);
    expect(drawn({ channel, platform: 'teams', name: 'a channel in Microsoft Teams' })).toMatchObject([
      {
        inlines: [
          {
            text: 'a channel in Microsoft Teams',
            selectAction: { type: 'Action.OpenUrl', url: 'https://teams.microsoft.com/l/channel/19%3Aab_c%40thread.tacv2/x?tenantId=a-1' },
          },
        ],
      },
    ]);
    expect(drawn({ channel: 'C0123', platform: 'slack', name: 'a channel in Slack' })).toMatchObject([{ inlines: [{ text: 'a channel in Slack' }] }]);
    expect(JSON.stringify([drawn({ channel, platform: 'slack', name: 'x' }), drawn({ channel: '#all', platform: 'web' })])).not.toContain('OpenUrl');
    for (const conversation of ['a:1', '19:a/../b', '19:', 'javascript:x']) {
      const other = writtenReference({ serviceUrl: 'https://x.example/', tenant: 'a-1', conversation });
      expect(JSON.stringify(drawn({ channel: other, platform: 'teams', name: 'x' }))).not.toContain('OpenUrl');
    }
  });

  it('facts: a bold label each, a question with its own mark, a long answer below its label', () => {
    const facts = [
      { label: us('Role'), value: us('Mentor') },
      { label: us('What helps?'), value: us('Time') },
      { label: us('About'), value: us('one\ntwo') },
      { label: us('Title'), value: us('') },
    ];
    expect(lines([{ block: 'facts', facts }])).toEqual(['Role: Mentor', 'What helps? Time', 'About:\none\ntwo', 'Title: –']);
    expect(draw([{ block: 'facts', facts }])[0]).toMatchObject({ inlines: [{ text: 'Role:', weight: 'bolder' }, { text: ' Mentor' }] });
  });

  it('list: bullets or numbers', () => {
    const items = [us('one'), [alva]];
    expect(lines([{ block: 'list', items, ordered: false }])).toEqual(['• one', '• Alva Lindqvist']);
    expect(lines([{ block: 'list', items, ordered: true }])).toEqual(['1. one', '2. Alva Lindqvist']);
  });

  describe('table', () => {
    const table = (columns: number, rows: number, cell = 'cell'): ShownBlock => {
      const row = Array.from({ length: columns }, () => us(cell));
      return { block: 'table', caption: us('Caption'), head: row, rows: Array.from({ length: rows }, () => row) };
    };
    const typeOf = (block: ShownBlock) => draw([block])[1]?.type;

    it('a table with its first row as heads, where it is small', () => {
      const [caption, grid] = draw([{ block: 'table', caption: us('Who'), head: [us('Name'), us('Since')], rows: [[[alva], us('')]] }]);
      expect(caption).toMatchObject({ inlines: [{ text: 'Who', weight: 'bolder' }] });
      expect(grid).toMatchObject({ type: 'Table', firstRowAsHeaders: true, columns: [{ width: 2 }, { width: 1 }] });
      expect(saidIn(grid)).toBe('NameSinceAlva Lindqvist–');
    });

    it('a line for each row where it is wide, long or wordy', () => {
      expect(typeOf(table(3, 20))).toBe('Table');
      expect(typeOf(table(3, 21))).toBe('RichTextBlock');
      expect(typeOf(table(4, 2))).toBe('RichTextBlock');
      expect(typeOf(table(2, 2, 'x'.repeat(40)))).toBe('Table');
      expect(typeOf(table(2, 2, 'x'.repeat(41)))).toBe('RichTextBlock');
    });

    it('a last cell of many words stands below the others', () => {
      const why = `because ${'of this '.repeat(6)}`.trim();
      const block: ShownBlock = { block: 'table', caption: us('Who'), head: [us('Mentee'), us('Fit'), us('Why')], rows: [[[alva], us('720'), us(why)]] };
      expect(lines([block])).toEqual(['Who', 'Mentee · Fit · Why', `• Alva Lindqvist · 720\n${why}`]);
    });
  });

  it('progress: as many circles as stages, and words beside them', () => {
    const progress = (done: number, of: number, words = 'Stage') => lines([{ block: 'progress', done, of, text: us(words) }]);
    expect(progress(3, 7)).toEqual(['●●●○○○○ Stage']);
    expect(progress(9, 7)).toEqual(['●●●●●●● Stage']);
    expect(progress(-1, 0)).toEqual(['○ Stage']);
    expect(progress(3, 7, '')).toEqual(['●●●○○○○ 3 of 7']);
  });

  it('picture: an image that opens in large, with its words for those who listen', () => {
    const url = 'https://mentor.example.org/picture/k.t.png';
    expect(draw([{ block: 'picture', svg: '<svg/>', alt: 'Three of\nseven', url }])).toEqual([
      { type: 'Image', url, altText: 'Three of seven', size: 'stretch', msTeams: { allowExpand: true } },
    ]);
    for (const none of ['http://localhost:3000/picture/k.t.png', `https://mentor.example.org/${'t'.repeat(3000)}.png`]) {
      expect(lines([{ block: 'picture', svg: '<svg/>', alt: 'Three of seven', url: none }])).toEqual(['Three of seven']);
    }
  });

  it('links: buttons that lead out of the chat', () => {
    const [calendar, join] = ['https://mentor.example.org/event/k.t.ics', 'http://localhost:3000/join/k'];
    const links = [
      { label: 'My calendar', url: calendar },
      { label: '', url: join },
      { label: 'Nothing', url: 'javascript:alert(1)' },
    ];
    const [first, ...rest] = draw([{ block: 'links', links }]);
    expect(first).toEqual({
      type: 'ActionSet',
      actions: [
        { type: 'Action.OpenUrl', title: 'My calendar', url: calendar },
        { type: 'Action.OpenUrl', title: '–', url: join },
      ],
    });
    expect(rest.map(saidIn)).toEqual(['Nothing']);
  });

  it('picture, note and divider: words, small words, and a line above what follows', () => {
    const [first, second] = draw([
      { block: 'divider' },
      { block: 'picture', svg: '<svg/>', alt: 'Three of seven' },
      { block: 'divider' },
      { block: 'note', text: us('Small') },
      { block: 'divider' },
    ]);
    expect(first).toEqual({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Three of seven', italic: true }] });
    expect(second).toMatchObject({ separator: true, spacing: 'large', inlines: [{ text: 'Small', size: 'small', isSubtle: true }] });
  });
});

describe('a view that is too long', () => {
  const long = (count: number): ShownBlock[] => Array.from({ length: count }, (_, n) => ({ block: 'text', text: us(`${n} ${'x'.repeat(500)}`) }));

  it('is cut at its end, with a word about it, and keeps its buttons', () => {
    const card = renderMessage(view(...long(60), { block: 'actions', buttons: [button()] }), 'chat');
    expect(breachesOf(card)).toEqual([]);
    const said = card.body.map(saidIn);
    expect(said.slice(-2)).toEqual([CUT, 'Yes']);
    expect(said.length).toBeGreaterThan(30);
    expect(said.slice(0, -2)).toEqual(
      long(said.length - 2).map((block) => (block.block === 'text' ? block.text.map((span) => ('text' in span ? span.text : '')).join('') : '')),
    );
  });

  it('even of one text alone shows its beginning', () => {
    const card = renderMessage(view({ block: 'text', text: us('word '.repeat(10_000)) }), 'chat');
    expect(breachesOf(card)).toEqual([]);
    expect(saidIn(card.body).length).toBeGreaterThan(15_000);
    expect(saidIn(card.body)).toContain(CUT);
  });

  it('of buttons alone shows as many as fit', () => {
    const card = renderMessage(view({ block: 'actions', buttons: Array.from({ length: 100 }, () => button({ token: 't'.repeat(500) })) }), 'chat');
    expect(breachesOf(card)).toEqual([]);
    expect(saidIn(card.body)).toContain(CUT);
    expect(card.body.length).toBeGreaterThan(4);
  });
});

describe('beside the card', () => {
  it('a small card opens a form, by a line or by a button', () => {
    const opened = (card: Card) => {
      expect(breachesOf(card)).toEqual([]);
      return pressedIn(dataOf(card.actions?.[0]));
    };
    const card = openerCard('New goal', { line: '/goal new' }, 'sv');
    expect(saidIn(card)).toBe('New goalDet öppnas i ett eget fönster.Öppna');
    expect(card.actions).toMatchObject([{ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } }]);
    expect(opened(card)).toEqual({ kind: 'line', line: '/goal new' });
    expect(opened(openerCard('New goal', { action: 'goals.new', token: 'k.t' }, 'en'))).toEqual({ kind: 'open', action: 'goals.new', token: 'k.t' });
  });

  it('a notification has its first words, plain', () => {
    const blocks: ShownBlock[] = [
      { block: 'heading', text: us('Your mentor') },
      { block: 'text', text: [alva, { text: ' says\nyes', from: 'us' }] },
    ];
    const card = renderMessage(view(...blocks), 'chat');
    expect(messageActivity(card, view(...blocks))).toEqual({
      ...{ type: 'message', summary: 'Your mentor Alva Lindqvist says yes' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    });
    expect(messageActivity(card, view())).toMatchObject({ summary: 'Mentor Cycle' });
    expect(messageActivity(card, view({ block: 'text', text: us('x'.repeat(201)) }))).toMatchObject({ summary: `${'x'.repeat(199)}…` });
  });
});
