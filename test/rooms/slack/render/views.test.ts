// What Slack shows of the bot's messages and pages: every block in words that read well, whole wherever it can be, and cut aloud where it cannot.

import type { KnownBlock, RichTextBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { renderBlocks } from '../../../../adapters/slack/render/blocks.ts';
import { checkMessage, checkView } from '../../../../adapters/slack/render/check.ts';
import { renderHome } from '../../../../adapters/slack/render/home.ts';
import { fitsInMessage, renderMessage } from '../../../../adapters/slack/render/message.ts';
import { noteModal, renderPage, waitModal } from '../../../../adapters/slack/render/modal.ts';
import type { ShownBlock, ShownButton, ShownHome, ShownMessage, Spans } from '../../../../src/bot/views/shown.ts';
import { saidIn, textsIn } from './said.ts';

const mentions = new Map([['alva', 'U0ALVA']]);
const us = (text: string): Spans => [{ text, from: 'us' }];
const alva = { who: 'alva', name: 'Alva Lindqvist' } as const;
const CUT = 'This is too long to show here. What is missing can be seen on a smaller list.';

function draw(...blocks: ShownBlock[]): KnownBlock[] {
  return renderBlocks(blocks, { language: 'en', mentions, place: 'message' });
}

function view(...blocks: ShownBlock[]): ShownMessage {
  return { type: 'message', language: 'en', blocks };
}

function button(of: Partial<ShownButton> = {}): ShownButton {
  return { label: 'Yes', action: 'matching.menteeYes', token: 'k.t', ...of };
}

function text(words: string): ShownBlock {
  return { block: 'text', text: us(words) };
}

/** The elements of the only block, which is rich text. */
function rich(blocks: readonly KnownBlock[]): RichTextBlock['elements'] {
  expect(blocks).toHaveLength(1);
  expect(blocks[0]?.type).toBe('rich_text');
  return (blocks[0] as RichTextBlock).elements;
}

describe('each block', () => {
  it('heading: a header, which takes no mention', () => {
    expect(draw({ block: 'heading', text: [{ text: 'You and ', from: 'us' }, alva] })).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'You and Alva Lindqvist', emoji: false } },
    ]);
  });

  it('heading: bold text where it is too long for a header, and all of it', () => {
    const long = 'x'.repeat(151);
    expect(draw({ block: 'heading', text: us('x'.repeat(150)) })[0]?.type).toBe('header');
    expect(rich(draw({ block: 'heading', text: us(long) }))).toEqual([
      { type: 'rich_text_section', elements: [{ type: 'text', text: long, style: { bold: true } }] },
    ]);
  });

  it('text: rich text with mentions', () => {
    const written = draw({ block: 'text', text: [{ text: 'Meet ', from: 'us' }, alva, { text: ' <!channel>', from: 'user' }] });
    expect(rich(written)).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Meet ' },
          { type: 'user', user_id: 'U0ALVA' },
          { type: 'text', text: ' <!channel>' },
        ],
      },
    ]);
  });

  it('facts: a bold label each, a question with its own mark, a long answer below its label', () => {
    const facts = [
      { label: us('Role'), value: us('Mentor') },
      { label: us('What helps?'), value: us('Time') },
      { label: us('About'), value: us('one\ntwo') },
      { label: us('Title'), value: us('') },
    ];
    expect(saidIn(draw({ block: 'facts', facts }))).toBe('Role: Mentor\nWhat helps? Time\nAbout:\none\ntwo\nTitle: –');
    expect(JSON.stringify(draw({ block: 'facts', facts }))).toContain('{"type":"text","text":"Role","style":{"bold":true}}');
  });

  it('list: bullets or numbers', () => {
    const items = [us('one'), us('two')];
    expect(rich(draw({ block: 'list', items, ordered: false }))).toMatchObject([{ type: 'rich_text_list', style: 'bullet' }]);
    expect(rich(draw({ block: 'list', items, ordered: true }))).toMatchObject([{ type: 'rich_text_list', style: 'ordered' }]);
  });

  it('list: goes on counting in its next block', () => {
    const blocks = draw({ block: 'list', items: [us('a'.repeat(2000)), us('b'.repeat(2000)), us('c')], ordered: true });
    expect(blocks).toMatchObject([{ elements: [{ style: 'ordered' }] }, { elements: [{ style: 'ordered', offset: 1 }] }]);
    expect(JSON.stringify(blocks[0])).not.toContain('offset');
  });

  it('table: a caption, what stands where, and a line for each row with its first cell in bold', () => {
    const table: ShownBlock = {
      block: 'table',
      caption: us('Who with whom'),
      head: [us('Mentee'), us('Mentor'), us('Fit')],
      rows: [
        [[alva], us('Mateo'), us('720')],
        [us('Bo'), us(''), us('8')],
      ],
    };
    const elements = rich(draw(table));
    expect(saidIn(elements)).toBe('Who with whom\nMentee · Mentor · Fit · Mateo · 720Bo · – · 8');
    expect(elements).toMatchObject([
      { type: 'rich_text_section', elements: [{ style: { bold: true } }, {}, { style: { italic: true } }, {}, {}, {}, {}] },
      { type: 'rich_text_list', elements: [{ elements: [{ type: 'user', user_id: 'U0ALVA', style: { bold: true } }, {}, {}, {}, {}] }, {}] },
    ]);
  });

  it('progress: as many circles as stages, and words beside them', () => {
    const progress = (done: number, of: number, words = 'Stage') => saidIn(draw({ block: 'progress', done, of, text: us(words) }));
    expect(progress(3, 7)).toBe('●●●○○○○ Stage');
    expect(progress(9, 7)).toBe('●●●●●●● Stage');
    expect(progress(-1, 0)).toBe('○ Stage');
    expect(progress(3, 7, '')).toBe('●●●○○○○ 3 of 7');
  });

  it('picture: an image where Slack can fetch one, with its words for those who listen; else its words alone', () => {
    const picture = (url?: string) => draw({ block: 'picture', svg: '<svg/>', alt: 'Three of\nseven', ...(url ? { url } : {}) });
    const url = 'https://mentor.example.org/picture/k.t.png';
    expect(picture(url)).toEqual([{ type: 'image', image_url: url, alt_text: 'Three of seven' }]);
    for (const none of [undefined, 'http://localhost:3000/picture/k.t.png', `https://mentor.example.org/${'t'.repeat(3000)}.png`]) {
      expect(picture(none)).toMatchObject([{ type: 'rich_text' }]);
      expect(saidIn(picture(none))).toBe('Three of\nseven');
    }
  });

  it('links: words that lead somewhere, and no buttons', () => {
    const [calendar, join] = ['https://mentor.example.org/event/k.t.ics', 'http://localhost:3000/join/k'];
    const block: ShownBlock = {
      block: 'links',
      links: [
        { label: 'My\ncalendar', url: calendar },
        { label: 'Sign up', url: join },
        { label: 'Nothing', url: 'javascript:alert(1)' },
      ],
    };
    expect(rich(draw(block))).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'link', url: calendar, text: 'My calendar' },
          { type: 'text', text: ' · ' },
          { type: 'link', url: join, text: 'Sign up' },
          { type: 'text', text: ' · ' },
          { type: 'text', text: 'Nothing' },
        ],
      },
    ]);
  });

  it('divider and note', () => {
    expect(draw({ block: 'divider' }, { block: 'note', text: [{ text: 'Seen by ', from: 'us' }, alva] })).toEqual([
      { type: 'divider' },
      { type: 'context', elements: [{ type: 'plain_text', text: 'Seen by Alva Lindqvist', emoji: false }] },
    ]);
  });

  it('actions: buttons with action and seal, and a question before what needs one', () => {
    const buttons = [button({ style: 'main' }), button({ label: 'No', style: 'danger', hint: 'No to Alva', confirm: 'Really?' })];
    const plain = (words: string) => ({ type: 'plain_text', text: words, emoji: false });
    expect(draw({ block: 'actions', buttons })).toEqual([
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'press.0', text: plain('Yes'), value: 'matching.menteeYes k.t', style: 'primary' },
          {
            ...{ type: 'button', action_id: 'press.1', text: plain('No'), value: 'matching.menteeYes k.t', style: 'danger', accessibility_label: 'No to Alva' },
            confirm: { title: plain('Are you sure?'), text: plain('Really?'), confirm: plain('No'), deny: plain('Cancel'), style: 'danger' },
          },
        ],
      },
    ]);
  });

  it('actions: more than a block takes go on in the next', () => {
    const blocks = draw({ block: 'actions', buttons: Array.from({ length: 26 }, () => button()) });
    expect(blocks.map((block) => 'elements' in block && block.elements.length)).toEqual([25, 1]);
  });
});

describe('a view with nothing to say', () => {
  it.each<[string, ShownBlock[]]>([
    ['without blocks', []],
    ['with blocks that say nothing', [text(''), text(' \n'), { block: 'actions', buttons: [] }, { block: 'list', items: [], ordered: false }]],
  ])('%s says so', (_, blocks) => {
    for (const one of [renderMessage(view(...blocks), mentions), renderPage(view(...blocks), mentions), renderHome(view(...blocks), mentions)]) {
      expect(saidIn(one.blocks)).toBe('There is nothing here yet.');
    }
    expect(renderMessage(view(...blocks), mentions).text).toBe('Mentor Cycle');
  });
});

describe('what is too much', () => {
  const many = (n: number) => Array.from({ length: n }, (_, index) => text(`line ${index + 1}`));
  const yes: ShownBlock = { block: 'actions', buttons: [button()] };

  it('a long text goes on in the next block, with nothing lost', () => {
    const words = 'Tala inför trettio kollegor. '.repeat(300);
    const blocks = draw(text(words));
    expect(blocks).toHaveLength(3);
    expect(saidIn(blocks)).toBe(words);
  });

  it('fifty-one lines share fewer blocks', () => {
    expect(draw(...many(50))).toHaveLength(50);
    const blocks = draw(...many(51));
    expect(blocks.length).toBeLessThan(50);
    expect(textsIn(blocks)).toHaveLength(51);
    expect(saidIn(blocks)).not.toContain(CUT);
  });

  it('what cannot be shared is cut at its end, with a note, and the buttons stay', () => {
    const notes = Array.from({ length: 60 }, (_, index): ShownBlock => ({ block: 'note', text: us(`note ${index + 1}`) }));
    const blocks = draw(...notes, yes);
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-1)?.type).toBe('actions');
    expect(textsIn(blocks.slice(0, 49))).toEqual([...Array.from({ length: 48 }, (_, index) => `note ${index + 1}`), CUT]);
  });

  it('buttons in the middle stay in their place', () => {
    const blocks = draw(...many(5), yes, ...Array.from({ length: 60 }, (): ShownBlock => ({ block: 'divider' })), yes);
    expect(blocks.map((block) => block.type).filter((type) => type === 'actions')).toHaveLength(2);
    expect(blocks.slice(0, 3).map((block) => block.type)).toEqual(['rich_text', 'actions', 'divider']);
    expect(checkMessage({ text: 'x', blocks })).toEqual([]);
  });

  it('a message that is too long is cut, and says that it does not fit', () => {
    const whole = view(text('word '.repeat(1000)), yes);
    const long = view(text('word '.repeat(3000)), yes);
    expect(fitsInMessage(renderMessage(whole, mentions))).toBe(true);
    expect(fitsInMessage(renderMessage(long, mentions))).toBe(false);
    expect(checkMessage(renderMessage(long, mentions))).toEqual([]);
    expect(saidIn(renderMessage(long, mentions).blocks)).toContain(CUT);
    expect(saidIn(renderPage(long, mentions).blocks)).not.toContain(CUT);
  });

  it('a window takes twice as many blocks', () => {
    const notes = Array.from({ length: 101 }, (): ShownBlock => ({ block: 'note', text: us('note') }));
    expect(renderPage(view(...notes.slice(1)), mentions).blocks).toHaveLength(100);
    expect(saidIn(renderPage(view(...notes), mentions))).toContain(CUT);
    expect(renderHome(view(...notes), mentions).blocks).toHaveLength(100);
  });
});

describe('the words beside a message, for notifications and screen readers', () => {
  it('say what the blocks say', () => {
    const blocks: ShownBlock[] = [
      { block: 'heading', text: us('A match') },
      { block: 'facts', facts: [{ label: us('With'), value: [alva] }] },
      { block: 'table', caption: us('Pairs'), head: [us('A')], rows: [[us('one'), us('two')]] },
      { block: 'divider' },
      { block: 'actions', buttons: [button()] },
    ];
    expect(renderMessage(view(...blocks), mentions).text).toBe('A match\nWith: Alva Lindqvist\nPairs\none · two');
    expect(renderMessage(view({ block: 'actions', buttons: [button(), button({ label: 'No' })] }), mentions).text).toBe('Yes, No');
  });

  it('are letters, though Slack reads this one text for markup', () => {
    expect(renderMessage(view(text('<!channel> & <@U1>')), mentions).text).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
  });

  it('stay within their limit with every letter escaped', () => {
    for (const sign of ['&', '<', 'x<', '👩‍👩‍👧‍👦']) {
      const { text: words } = renderMessage(view(text(sign.repeat(3001))), mentions);
      expect(words.length).toBeLessThanOrEqual(3000);
      expect(words.length).toBeGreaterThan(2900);
      expect(words.replaceAll(/&(amp|lt);/g, '')).not.toMatch(/[&<]/);
    }
  });
});

describe('windows and the home page', () => {
  const home = (title: string): ShownHome => ({ type: 'home', language: 'sv', title, blocks: [text('Hej')] });

  it('a short title is the window’s own', () => {
    const page = renderPage(home('x'.repeat(24)), mentions);
    expect(page).toMatchObject({ type: 'modal', callback_id: 'page', title: { text: 'x'.repeat(24) }, close: { text: 'Stäng' } });
    expect(page.blocks).toHaveLength(1);
    expect(page).not.toHaveProperty('submit');
  });

  it('a long title stands whole above the rest', () => {
    const page = renderPage(home('Så går det för dig och Alva'), mentions);
    expect(page.title.text).toBe('Mentor Cycle');
    expect(page.blocks[0]).toMatchObject({ type: 'header', text: { text: 'Så går det för dig och Alva' } });
  });

  it('a home page has its title above', () => {
    expect(renderHome(home('Hem'), mentions)).toMatchObject({ type: 'home', blocks: [{ type: 'header', text: { text: 'Hem' } }, { type: 'rich_text' }] });
    expect(renderHome(view(text('Hi')), mentions).blocks).toHaveLength(1);
    expect(renderMessage(home('Hem'), mentions).text).toBe('Hem\nHej');
  });

  it('a word or two, and a word to wait', () => {
    expect(saidIn(noteModal(us('Klart.'), 'sv').blocks)).toBe('Klart.');
    expect(waitModal('es')).toMatchObject({ callback_id: 'wait', close: { text: 'Cerrar' } });
    expect(saidIn(waitModal('es').blocks)).toBe('Un momento. Estamos en ello.');
    for (const modal of [noteModal(us(''), 'en'), waitModal('en'), renderPage(home(''), mentions)]) expect(checkView(modal)).toEqual([]);
  });
});
