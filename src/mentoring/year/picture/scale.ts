// Where a day stands in the picture, and which months are written above it. Pure.

import { LOCALES, type Language } from '../../../bot/texts/language.ts';
import { type Civil, civilOf } from '../../../time.ts';
import { daysBetween, plusDays } from '../../calendar/index.ts';
import { letters, px, stroked } from './pen.ts';

export interface Stretch {
  readonly from: Civil;
  readonly until: Civil;
}

/** From the first day of a month to the last of another one. */
export interface Scale extends Stretch {
  /** The left edge of a day. */
  readonly xOf: (day: Civil) => number;
  readonly left: number;
  readonly right: number;
}

/** What stands in the picture; `width`: how much room its words take to the right of its first day. */
export interface Wide extends Stretch {
  readonly width: number;
}

/** As many months as all of it takes, as wide as the words allow; `null` where there is nothing to draw. */
export function scaleOf(all: readonly Wide[], { left, edge }: { readonly left: number; readonly edge: number }): Scale | null {
  const days = stretchOf(all);
  if (!days) return null;
  const [from, after] = [monthOf(days.from), monthOf(plusDays(monthOf(days.until), 31))];
  const whole = daysBetween(from, after);
  const perDay = all.reduce((least, one) => Math.min(least, (edge - left - one.width) / Math.max(daysBetween(from, one.from), 1)), (edge - left) / whole);
  return { from, until: plusDays(after, -1), left, right: left + perDay * whole, xOf: (day) => left + daysBetween(from, day) * perDay };
}

/** From the first day of all to the last. */
export function stretchOf(all: readonly Stretch[]): Stretch | null {
  const [first] = all.map(({ from }) => from).sort();
  const last = all
    .map(({ until }) => until)
    .sort()
    .at(-1);
  return first && last ? { from: first, until: last } : null;
}

function monthOf(day: Civil): Civil {
  return civilOf(`${day.slice(0, 7)}-01`);
}

/** A month's name takes this much; where months are narrower, not each of them is written. */
const NAME = 40;
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/** Names of months and years, and a fine line down from each; a year's is stronger. */
export function monthsOf(scale: Scale, { top, bottom, language }: { readonly top: number; readonly bottom: number; readonly language: Language }): string {
  const months = monthsIn(scale);
  const step = STEPS.find((one) => ((scale.right - scale.left) / months.length) * one >= NAME) ?? 1200;
  const name = new Intl.DateTimeFormat(LOCALES[language], { month: 'short', timeZone: 'UTC' });
  const year = (day: Civil) => Number(day.slice(0, 4));
  const month = (day: Civil) => Number(day.slice(5, 7));
  const written = months.filter((one) => (year(one) * 12 + month(one) - 1) % step === 0 || one === months[0]);
  return written
    .map((day, index) => {
      const [x, next] = [scale.xOf(day), written[index + 1]];
      const begins = month(day) === 1;
      const line = `<path d="M${px(x)} ${px(begins ? top : top + 24)}V${px(bottom)}" ${stroked(begins ? 'edge' : 'line')}/>`;
      if (next && scale.xOf(next) - x < NAME) return line;
      const number = begins || index === 0 ? letters(String(year(day)), { x: x + 6, y: top + 14, size: 13, colour: 'ink', bold: true }) : '';
      return line + number + (step < 12 ? letters(name.format(Date.parse(`${day}T00:00Z`)), { x: x + 6, y: top + 36, size: 12, colour: 'soft' }) : '');
    })
    .join('');
}

function monthsIn({ from, until }: Stretch): Civil[] {
  const all: Civil[] = [];
  for (let day = from; day <= until; day = monthOf(plusDays(day, 31))) all.push(day);
  return all;
}
