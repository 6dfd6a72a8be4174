// What one date of the year looks like: a sign with its words, a bar, or a line. Told apart by shape, never by colour. Pure.

import { LOCALES, type Language } from '../../../bot/texts/language.ts';
import type { DatedMilestone } from '../../calendar/index.ts';
import { BLANK, cut, filled, letters, px, SMALL, widthOf } from './pen.ts';
import type { Stretch } from './scale.ts';

export type Sign = 'gathering' | 'deadline' | 'other' | 'meeting' | 'talk';

export interface Mark extends Stretch {
  readonly sign: Sign;
  readonly name: string;
  readonly day: string;
  /** Of a pair meeting. */
  readonly number: string;
  /** How much room its words take to the right of its first day. */
  readonly width: number;
}

export const BAR = 24;
export const RADIUS = 5;
/** From the middle of a sign to its words. */
const SIDE = 12;
const LONGEST = 384;
/** The letters of some systems are broader than those that are measured. */
const BROADER = 1.15;

export function markOf(one: DatedMilestone, name: string, language: Language): Mark {
  const { from, until, milestone } = one;
  const [sign, day] = [signOf(one), spanWords(one, language, 'short')];
  const beside = SIDE + BLANK + widthOf(day, SMALL);
  const short = cut(name, 13, LONGEST - beside);
  const width = sign === 'meeting' ? BAR : (beside + widthOf(short, 13)) * BROADER;
  return { from, until, sign, name: short, day, number: String(milestone.number ?? ''), width };
}

function signOf({ milestone: { kind, deadline } }: DatedMilestone): Sign {
  if (kind === 'pair-meeting') return 'meeting';
  if (kind === 'talk') return 'talk';
  return deadline ? 'deadline' : kind === 'gathering' ? 'gathering' : 'other';
}

export function labelAt({ sign, name, day }: Mark, x: number, y: number): string {
  return signAt(sign, x, y) + letters(name, { x: x + SIDE, y: y + 4.5, size: 13, colour: 'ink', bold: sign === 'gathering', apart: true, after: day });
}

/** A disc, a pennant, a ring. */
export function signAt(sign: Sign, x: number, y: number): string {
  if (sign === 'deadline') return `<path d="M${px(x - 0.5)} ${px(y - 6)}l9 5l-9 5z" ${filled('accent')}/>`;
  const disc = (radius: number, look: string) => `<circle cx="${px(x)}" cy="${px(y)}" r="${radius}" ${look}/>`;
  return disc(RADIUS, filled('accent')) + (sign === 'gathering' ? '' : disc(RADIUS - 2, filled('paper')));
}

/** The week of a pair meeting, with its number. */
export function meetingAt({ x, end, number }: { readonly x: number; readonly end: number; readonly number: string }, y: number): string {
  const box = `<rect x="${px(x)}" y="${px(y)}" width="${px(end - x)}" height="${BAR}" rx="4" ${filled('accent')}/>`;
  return box + letters(number, { x: (x + end) / 2, y: y + 16.5, size: 13, colour: 'on-accent', bold: true, middle: true });
}

const STYLES = { long: { day: 'numeric', month: 'long', year: 'numeric' }, short: { day: 'numeric', month: 'short' } } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** "16 Sept", "5–9 Oct"; "11 June 2026 – 27 May 2027". */
export function spanWords({ from, until }: Stretch, language: Language, style: keyof typeof STYLES): string {
  const key = `${language}/${style}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { ...STYLES[style], timeZone: 'UTC' });
  formats.set(key, format);
  return format.formatRange(Date.parse(`${from}T00:00Z`), Date.parse(`${until}T00:00Z`));
}
