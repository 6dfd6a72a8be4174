// One exhibit as HTML: its blocks by slack-blocks-to-jsx, its fields and whatever Slack puts around them by us.

import type { Button, KnownBlock } from '@slack/types';
import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { RING_SIZE, ringArcs } from '../../../src/bot/views/ring.ts';
import type { Exhibit } from '../exhibit.ts';
import { CHROME } from './chrome.ts';
import { type Drawing, drawInput } from './inputs.ts';

/** With the number under which the page finds it again. */
export function figureOf(exhibit: Exhibit, number: number, names: Drawing['names']): string {
  const { place, name, reader } = exhibit;
  const drawing = { language: exhibit.language, names };
  return renderToStaticMarkup(
    h(
      'figure',
      { id: `n${number}`, className: place },
      h('figcaption', null, h('b', null, `${number} `), `${reader}: ${name}`),
      h('div', { className: 'frame' }, framed(exhibit, drawing)),
      questions(exhibit.blocks),
    ),
  );
}

function framed(exhibit: Exhibit, drawing: Drawing): ReactNode {
  if (exhibit.place === 'home') return body(exhibit, drawing);
  if (exhibit.place === 'window') return windowOf(exhibit, drawing);
  const { app, mentor, onlyYou } = CHROME[drawing.language];
  return [
    exhibit.place === 'aside' ? h('div', { className: 'only-you', key: 'only' }, onlyYou) : null,
    h(
      'div',
      { className: 'post', key: 'post' },
      avatar(),
      h(
        'div',
        { className: 'said' },
        h('div', { className: 'from' }, h('b', null, mentor), h('span', { className: 'app' }, app), '9:00'),
        body(exhibit, drawing),
      ),
    ),
  ];
}

function windowOf(exhibit: Exhibit, drawing: Drawing): ReactNode {
  const { title = '', submit, close } = exhibit.frame ?? {};
  return [
    h('div', { className: 'title', key: 'title' }, avatar(true), h('span', null, title), h('span', { className: 'x' }, '×')),
    h('div', { className: 'inside', key: 'inside' }, body(exhibit, drawing)),
    h(
      'div',
      { className: 'foot', key: 'foot' },
      close ? h('span', { className: 'button' }, close) : null,
      submit ? h('span', { className: 'button main' }, submit) : null,
    ),
  ];
}

/** The ring of seven, at the beginning. */
function avatar(small = false): ReactElement {
  const arcs = ringArcs(1, 7).map(({ d, filled }) => h('path', { d, key: d, fill: 'none', opacity: filled ? 1 : 0.4 }));
  return h('span', { className: small ? 'avatar small' : 'avatar' }, h('svg', { viewBox: `0 0 ${RING_SIZE} ${RING_SIZE}` }, arcs));
}

/** Neighbouring blocks of the library's stand together, as in Slack. */
function body({ blocks, errors = {} }: Exhibit, drawing: Drawing): ReactNode {
  const parts: ReactElement[] = [];
  let run: KnownBlock[] = [];
  const close = () => {
    if (run.length > 0) parts.push(h('div', { key: parts.length, className: 'blocks' }, ...run.map((block) => drawn(block, drawing))));
    run = [];
  };
  for (const block of blocks) {
    if (block.type !== 'input') run.push(block);
    else {
      close();
      parts.push(h('div', { key: parts.length }, drawInput(block, drawing, errors[block.block_id ?? ''])));
    }
  }
  close();
  return parts;
}

function drawn(block: KnownBlock, { names }: Drawing): ReactElement {
  const all = [...names].map(([id, name]) => ({ id, name }));
  const props = { name: '', logo: '', theme: 'light', withoutWrapper: true, data: { users: all, channels: all } } as const;
  return h('div', { 'data-block': block.type }, h(Message, { ...props, blocks: [block] as unknown as Block[] }));
}

/** What Slack asks before it takes a press: people see it too, though not at once. */
function questions(blocks: readonly KnownBlock[]): ReactNode {
  const asked = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])) as readonly Button[];
  return asked.flatMap(({ confirm, action_id: id }) =>
    confirm
      ? [h('div', { className: 'confirm', key: id }, `${confirm.title?.text} — ${confirm.text.text} [${confirm.deny?.text}] [${confirm.confirm?.text}]`)]
      : [],
  );
}
