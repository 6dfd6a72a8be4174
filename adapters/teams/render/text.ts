// Text for cards: cut where a reader would cut, and with nothing in it that a client would take for more than letters.

import type { Span, Spans } from '../../../src/bot/views/shown.ts';
import { readReference } from '../reference.ts';
import { PLATFORM } from '../settings.ts';
import type { TextRun } from './card.ts';

/** For what must not be empty. */
export const DASH = '–';
const ELLIPSIS = '…';
/** Keeps two signs together and cannot be seen. */
const JOINER = '\u2060';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Controls other than tab and line feed; the marks that turn the writing direction of all that follows.
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Well-formed, with line feeds only and without invisible controls. */
export function tidy(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN, '');
}

/** Cards replace `{{DATE(…)}}` in any text; and some clients have read links in texts that are not to have any. */
function letters(text: string): string {
  return text.replace(/\{(?=\{)|\](?=\()/g, (sign) => sign + JOINER);
}

/** Where the last whole grapheme ends that fits; 0 where not even the first does. */
function endOf(text: string, most: number): number {
  // Where there is nothing but these, each is one; most texts are long for that reason.
  if (/^[ -~\n]*$/.test(text.slice(0, most + 1))) return most;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return end;
}

/** At most so many UTF-16 units, an ellipsis included; a grapheme is whole or not there. */
export function clip(text: string, most: number): string {
  const whole = tidy(text);
  return whole.length <= most ? whole : whole.slice(0, endOf(whole, most - ELLIPSIS.length)).trimEnd() + ELLIPSIS;
}

export function oneLine(text: string): string {
  return tidy(text).replace(/\s+/g, ' ').trim();
}

/** For titles, labels and buttons: one line, and never empty. */
export function label(text: string, most: number): string {
  return letters(clip(oneLine(text), most)) || DASH;
}

/** What would be one with the sign before it. */
const JOINED = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]/u;

/** Where to part a tidy text that is longer than `most`: after a line, else after a word, else after a grapheme. */
function partingOf(text: string, most: number): number {
  const line = text.lastIndexOf('\n', most - 1) + 1;
  if (text.slice(0, line).trim() !== '') return line;
  const word = text.lastIndexOf(' ', most - 1) + 1;
  if (word > most / 2 && !JOINED.test(text.slice(word, word + 2))) return word;
  // One grapheme that is longer than all the room there is: nothing is left but to part it, between two code points.
  return endOf(text, most) || (/[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most);
}

/** As much of the beginning of a tidy text as fits, up to the end of a line where there is one. */
export function beginningOf(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, partingOf(text, most));
}

/** Parts a text into pieces that fit; joined again they are the tidy text. */
export function pieces(text: string, most: number): readonly string[] {
  const all: string[] = [];
  let rest = tidy(text);
  while (rest.length > most) {
    const end = partingOf(rest, most);
    all.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? all : [...all, rest];
}

/** The words alone. */
export function wordsIn(spans: Spans): string {
  return tidy(spans.map(spanWords).join(''));
}

function spanWords(span: Span): string {
  if ('text' in span) return span.text;
  return 'who' in span ? span.name : (span.name ?? `#${span.channel.replace(/^#/, '')}`);
}

export type Look = Pick<TextRun, 'size' | 'weight' | 'color' | 'isSubtle' | 'italic'>;

export const BOLD: Look = { weight: 'bolder' };

/** People in bold, channels as links, all else as letters. Empty runs are left out. */
export function runs(spans: Spans, look: Look = {}): TextRun[] {
  const all: TextRun[] = [];
  let open = '';
  const close = () => {
    all.push(...run(open, look));
    open = '';
  };
  for (const span of spans) {
    if ('text' in span) {
      open += span.text;
      continue;
    }
    close();
    const url = 'channel' in span ? urlOf(span) : null;
    const styled = 'who' in span ? { ...look, ...BOLD } : look;
    all.push(...run(spanWords(span), styled).map((one) => (url ? { ...one, selectAction: { type: 'Action.OpenUrl' as const, url } } : one)));
  }
  close();
  return all;
}

export function run(text: string, look: Look = {}): TextRun[] {
  const whole = letters(tidy(text));
  return whole === '' ? [] : [{ type: 'TextRun', text: whole, ...look }];
}

function urlOf({ channel, platform }: Extract<Span, { channel: string }>): string | null {
  const { conversation = '', tenant = '' } = (platform === PLATFORM && readReference(channel)) || {};
  const [, id] = /^(19:[\w.@-]{1,200})(?:;|$)/.exec(conversation) ?? [];
  if (!id || !/^[\w-]{1,100}$/.test(tenant)) return null;
  return `https://teams.microsoft.com/l/channel/${encodeURIComponent(id)}/x?tenantId=${tenant}`;
}
