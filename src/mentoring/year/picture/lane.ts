// One programme's year, drawn: dates as signs on poles above a line of time, weeks of pair meetings as bars on it. Pure.
// No pole passes through words and no two words touch: what comes first stands higher, and is read to the right of its pole.

import type { Language } from '../../../bot/texts/language.ts';
import { BAR, labelAt, type Mark, meetingAt, RADIUS, type Sign, spanWords } from './marks.ts';
import { cut, escaped, filled, letters, px, stroked } from './pen.ts';
import { type Scale, type Stretch, stretchOf } from './scale.ts';

export interface Lane {
  readonly name: string;
  readonly marks: readonly Mark[];
}

const ROW = 24;
const GAP = 8;
const LONGEST = 640;

interface Placed {
  readonly mark: Mark;
  readonly x: number;
  /** Where its days end, if it has several. */
  readonly end: number;
  /** Counted from the line of time. */
  readonly row: number;
}

/** Its drawing from `top` on, and how high that is. */
export function laneOf({ name, marks }: Lane, { scale, language }: { readonly scale: Scale; readonly language: Language }, top: number) {
  const some = (...signs: readonly Sign[]) =>
    placed(
      marks.filter(({ sign }) => signs.includes(sign)),
      scale,
    );
  const [labels, bars, talks] = [stacked(some('gathering', 'deadline', 'other')), queued(some('meeting')), some('talk')];
  const line = top + 32 + rowsOf(labels) * ROW + GAP;
  const below = line + Math.max(rowsOf(bars), 1) * (BAR + GAP);
  const height = below + talks.length * ROW - top;
  const days = stretchOf(marks);
  const after = days ? { after: spanWords(days, language, 'long') } : {};
  const middle = ({ row }: Placed) => line - GAP - row * ROW - ROW / 2;
  const svg = [
    letters(cut(name, 16, LONGEST), { x: scale.left, y: top + 16, size: 16, colour: 'ink', bold: true, apart: true, ...after }),
    groundOf(marks, scale, line),
    ...labels.map((one) => poleOf(one, middle(one), line)),
    ...labels.map((one) => labelAt(one.mark, one.x, middle(one))),
    ...bars.map((one) => barOf(one, line + one.row * (BAR + GAP))),
    ...talks.map((one, index) => talkOf(one, below + index * ROW)),
  ].join('');
  return { svg, height };
}

function rowsOf(all: readonly Placed[]): number {
  return all.reduce((most, { row }) => Math.max(most, row + 1), 0);
}

function placed(marks: readonly Mark[], scale: Scale): Placed[] {
  return marks.map((mark) => ({ mark, ...edgesOf(mark, scale), row: 0 })).sort((a, b) => a.x - b.x);
}

/** One day has no width. */
function edgesOf({ from, until }: Stretch, { xOf }: Scale): { readonly x: number; readonly end: number } {
  return { x: xOf(from), end: xOf(until) };
}

/** Each above all that its words would touch, or its pole pass through. */
function stacked(labels: readonly Placed[]): Placed[] {
  const all: Placed[] = [];
  for (const one of [...labels].reverse()) {
    const inTheWay = all.filter((other) => other.x - RADIUS < one.x + one.mark.width + GAP);
    all.push({ ...one, row: rowsOf(inTheWay) });
  }
  return all;
}

/** Bars one after the other; below, where the one before is not over yet. None is narrower than its number. */
function queued(bars: readonly Placed[]): Placed[] {
  const ends: number[] = [];
  return bars.map((one) => {
    const free = ends.findIndex((end) => end + 2 <= one.x);
    const row = free < 0 ? ends.length : free;
    const end = Math.max(one.end, one.x + BAR - 4);
    ends[row] = end;
    return { ...one, end, row };
  });
}

/** A fine line as long as the programme is, broad while pairs meet. */
function groundOf(marks: readonly Mark[], scale: Scale, y: number): string {
  const [whole, pairs] = [stretchOf(marks), stretchOf(marks.filter(({ sign }) => sign === 'talk' || sign === 'meeting'))].map(
    (days) => days && edgesOf(days, scale),
  );
  const band = pairs ? `<rect x="${px(pairs.x)}" y="${px(y)}" width="${px(pairs.end - pairs.x)}" height="${BAR}" rx="4" ${filled('tint')}/>` : '';
  return band + (whole ? `<path d="M${px(whole.x)} ${px(y)}H${px(whole.end)}" ${stroked('edge')}/>` : '');
}

function poleOf({ x, end }: Placed, y: number, foot: number): string {
  const days = end > x ? `<path d="M${px(x)} ${px(foot)}H${px(end)}" ${stroked('accent', 4)}/>` : '';
  return `<path d="M${px(x)} ${px(y)}V${px(foot)}" ${stroked('edge')}/>${days}<circle cx="${px(x)}" cy="${px(foot)}" r="2.5" ${filled('accent')}/>`;
}

function barOf({ mark, x, end }: Placed, y: number): string {
  return `<g><title>${escaped(`${mark.name}, ${mark.day}`)}</title>${meetingAt({ x, end, number: mark.number }, y)}</g>`;
}

/** As long as there is time for it, with its words below. */
function talkOf({ mark, x, end }: Placed, y: number): string {
  const line = `M${px(x)} ${px(y - 1)}v5M${px(x)} ${px(y + 1.5)}H${px(end)}M${px(end)} ${px(y - 1)}v5`;
  return `<path d="${line}" ${stroked('accent', 1.5)}/>${letters(mark.name, { x: x + 2, y: y + 18, size: 12, colour: 'soft', apart: true, after: mark.day })}`;
}
