// Text for Slack: cut where a reader would cut, as rich text where people wrote, and never as Slack's own markup.

import type { RichTextElement, RichTextStyleable } from '@slack/types';
import type { Span, Spans } from '../../../src/bot/views/shown.ts';
import { PLATFORM } from '../settings.ts';

/** Slack's ids of people, by person id. */
export type Mentions = ReadonlyMap<string, string>;
type Style = NonNullable<RichTextStyleable['style']>;

const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Controls other than tab and line feed; the marks that turn the writing direction of all that follows.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Well-formed, with line feeds only and without invisible controls: some of these Slack refuses. */
export function tidy(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN, '');
}

/** At most so many UTF-16 units, an ellipsis included; a grapheme is whole or not there. */
export function clip(text: string, most: number): string {
  const whole = tidy(text);
  if (whole.length <= most) return whole;
  let end = 0;
  for (const { index, segment } of graphemes.segment(whole)) {
    if (index + segment.length > most - ELLIPSIS.length) break;
    end = index + segment.length;
  }
  return whole.slice(0, end).trimEnd() + ELLIPSIS;
}

/** How a long text may be parted. */
interface Parting {
  /** The end of the first part. */
  readonly end: number;
  readonly at: 'line' | 'word' | 'grapheme';
}

/** Where to part a tidy text that is longer than `most`: after a line, else after a word, else after a grapheme. */
export function partingOf(text: string, most: number): Parting {
  let [line, word, end] = [0, 0, 0];
  let filled = false;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
    if (segment.trim() !== '') filled = true;
    if (segment === '\n' && filled) line = end;
    if (segment === ' ') word = end;
  }
  if (line > 0) return { end: line, at: 'line' };
  if (word > most / 2) return { end: word, at: 'word' };
  // One grapheme that is longer than all the room there is: nothing is left but to part it, between two code points.
  return { end: end || (/[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most), at: 'grapheme' };
}

/** Parts a text into pieces that fit; joined again they are the tidy text. */
export function pieces(text: string, most: number): readonly string[] {
  const all: string[] = [];
  let rest = tidy(text);
  while (rest.length > most) {
    const { end } = partingOf(rest, most);
    all.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? all : [...all, rest];
}

/** The words alone, a channel with its sign. */
export function wordsIn(spans: Spans): string {
  return tidy(spans.map(spanWords).join(''));
}

function spanWords(span: Span): string {
  if ('text' in span) return span.text;
  if ('who' in span) return span.name;
  // Another platform's id of a channel says nothing here.
  return (span.platform === PLATFORM ? undefined : span.name) ?? `#${span.channel.replace(/^#/, '')}`;
}

/** Rich text: people whom Slack knows as mentions, all else as letters. Empty runs are left out, which Slack refuses. */
export function rich(spans: Spans, mentions: Mentions, style?: Style): RichTextElement[] {
  return spans.flatMap((span) => element(span, mentions, style));
}

export function richWords(text: string, style?: Style): RichTextElement[] {
  const whole = tidy(text);
  return whole === '' ? [] : [{ type: 'text', text: whole, ...(style ? { style } : {}) }];
}

function element(span: Span, mentions: Mentions, style: Style | undefined): RichTextElement[] {
  const styled = style ? { style } : {};
  if ('who' in span) {
    const id = mentions.get(span.who);
    return id && USER.test(id) ? [{ type: 'user', user_id: id, ...styled }] : richWords(span.name, style);
  }
  if ('channel' in span && span.platform === PLATFORM && CHANNEL.test(span.channel)) return [{ type: 'channel', channel_id: span.channel, ...styled }];
  return richWords(spanWords(span), style);
}

/** A member's id. */
export const USER = /^[UW][A-Z0-9]{1,30}$/;
/** The id of a public or private channel. */
export const CHANNEL = /^[CG][A-Z0-9]{1,30}$/;
