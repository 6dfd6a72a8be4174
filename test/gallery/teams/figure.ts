// One exhibit in the frame that Teams puts around a card. The card itself is drawn in the page, by Microsoft's own library.

import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Card } from '../../../adapters/teams/render/card.ts';
import { RING_SIZE, ringArcs } from '../../../src/bot/views/ring.ts';
import type { Exhibit } from '../exhibit.ts';
import { inDialog } from './card.ts';

/** Beside the number under which the page finds it again. */
export function figureOf(exhibit: Exhibit, card: Card, number: number): string {
  const { name, reader, shown } = exhibit;
  const isDialog = inDialog(exhibit);
  const title = shown && shown.view.type !== 'message' ? shown.view.title : 'Mentor Cycle';
  return renderToStaticMarkup(
    h(
      'figure',
      { id: `n${number}`, className: isDialog ? 'dialog' : 'chat' },
      h('figcaption', null, h('b', null, `${number} `), `${reader}: ${name}`),
      h('div', { className: 'frame' }, isDialog ? dialog(title, card) : post(card)),
    ),
  );
}

function dialog(title: string, card: Card): ReactNode {
  return [
    h('div', { className: 'title', key: 'title' }, avatar(true), h('span', null, title), h('span', { className: 'x' }, '×')),
    h('div', { className: 'inside', key: 'inside' }, drawn(card)),
  ];
}

function post(card: Card): ReactNode {
  return h(
    'div',
    { className: 'post' },
    avatar(),
    h('div', { className: 'said' }, h('div', { className: 'from' }, h('b', null, 'Mentor Cycle'), ' 09:00'), h('div', { className: 'card' }, drawn(card))),
  );
}

/** The page puts the card in its place. */
function drawn(card: Card): ReactElement {
  return h('div', { 'data-card': JSON.stringify(card) });
}

/** The ring of seven, at the beginning. */
function avatar(small = false): ReactElement {
  const arcs = ringArcs(1, 7).map(({ d, filled }) => h('path', { d, key: d, fill: 'none', opacity: filled ? 1 : 0.4 }));
  return h('span', { className: small ? 'avatar small' : 'avatar', key: 'avatar' }, h('svg', { viewBox: `0 0 ${RING_SIZE} ${RING_SIZE}` }, arcs));
}
