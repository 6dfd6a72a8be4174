// The picture of the year: the programmes of an organisation below each other, months across. Pure; drawn for the web as it
// is, and for chats as an image. What it says in words stands beside it: yearPictureWords, and the calendar's list.

import { wordsOf } from '../../../bot/texts/format.ts';
import type { Language } from '../../../bot/texts/language.ts';
import type { TermChoice } from '../../../bot/texts/terms.ts';
import { listed, onDay, quote, say, type Text } from '../../../bot/views/text.ts';
import type { Civil } from '../../../time.ts';
import { type Dates, milestoneName } from '../../calendar/index.ts';
import { laneOf } from './lane.ts';
import { markOf, meetingAt, type Sign, signAt } from './marks.ts';
import { cut, filled, letters, px, stroked, widthOf } from './pen.ts';
import { monthsOf, type Scale, scaleOf } from './scale.ts';

export interface YearPicture {
  /** The first four are drawn. */
  readonly calendars: readonly { readonly name: string; readonly dates: Dates }[];
  readonly today: Civil | null;
  readonly language: Language;
  readonly terms?: TermChoice;
}

const WIDTH = 1200;
const MARGIN = 32;
const MOST = 4;
const SIGNS = ['gathering', 'deadline', 'other', 'meeting', 'talk'] as const satisfies readonly Sign[];

/** An SVG, 1200 wide; its height follows from what is in it. */
export function yearPicture({ calendars, today, language, terms = {} }: YearPicture): string {
  const words = (text: Text) => wordsOf(text, { language, timeZone: 'UTC', terms, names: new Map() });
  const lanes = calendars.slice(0, MOST).map(({ name, dates }) => ({
    name,
    marks: dates.dates.map((one) => markOf(one, words(milestoneName(one.milestone)), language)),
  }));
  const marks = lanes.flatMap((lane) => lane.marks);
  const scale = scaleOf(marks, { left: MARGIN, edge: WIDTH - MARGIN / 2 });

  let y = 128;
  let drawn = '';
  for (const lane of lanes) {
    const { svg, height } = scale ? laneOf(lane, { scale, language }, y) : bare(lane.name, y);
    drawn += svg;
    y += height + 40;
  }
  const bottom = y - 16;
  const title = letters(words(say('picture.title')), { x: MARGIN, y: 48, size: 22, colour: 'ink', bold: true });
  const months = scale ? monthsOf(scale, { top: 72, bottom, language }) : '';
  const isShown = scale && today && today >= scale.from && today <= scale.until;
  const now = isShown ? todayAt(scale, today, { bottom, words: words(say('picture.today', { day: onDay(today, 'short') })) }) : '';
  const signs = SIGNS.filter((sign) => marks.some((mark) => mark.sign === sign)).map((sign) => ({ sign, words: words(say(`picture.${sign}`)) }));
  const legend = legendOf(signs, bottom + 56);
  const height = px(bottom + 88 + legend.height);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Inter, system-ui, sans-serif">` +
    `${title}${months}${now}${drawn}${legend.svg}</svg>`
  );
}

/** What it shows, in words: who listens, and who has no images, finds all the other dates in the list beside it. */
export function yearPictureWords({ calendars }: Pick<YearPicture, 'calendars'>): Text {
  return calendars.slice(0, MOST).reduce<Text>((before, calendar) => say('picture.alt.more', { before, next: programmeWords(calendar) }), say('picture.alt'));
}

function programmeWords({ name, dates: { dates } }: YearPicture['calendars'][number]): Text {
  const gatherings = dates.filter(({ milestone }) => milestone.kind === 'gathering');
  if (gatherings.length === 0) return say('picture.alt.nothing', { name: quote(name) });
  const all = gatherings.map(({ milestone, from }) => say('picture.alt.date', { what: milestoneName(milestone), day: onDay(from, 'short') }));
  const n = dates.filter(({ milestone }) => milestone.kind === 'pair-meeting').length;
  return say('picture.alt.programme', { name: quote(name), dates: listed(all), n });
}

function bare(name: string, y: number): { readonly svg: string; readonly height: number } {
  return { svg: letters(cut(name, 16, WIDTH - 2 * MARGIN), { x: MARGIN, y: y + 16, size: 16, colour: 'ink', bold: true }), height: 24 };
}

/** A broken line through all programmes, with its words at its foot. */
function todayAt({ xOf, left, right }: Scale, today: Civil, { bottom, words }: { readonly bottom: number; readonly words: string }): string {
  const [x, half] = [xOf(today), widthOf(words, 12) / 2 + 8];
  const middle = Math.min(Math.max(x, left + half), right - half);
  return (
    `<path d="M${px(x)} 116V${px(bottom)}" ${stroked('ink', 1.5)} stroke-dasharray="4 4"/>` +
    `<rect x="${px(middle - half)}" y="${px(bottom)}" width="${px(2 * half)}" height="24" rx="12" ${filled('ink')}/>` +
    letters(words, { x: middle, y: bottom + 16, size: 12, colour: 'paper', middle: true })
  );
}

/** What the signs mean, side by side; it goes on below where that is too long. */
function legendOf(signs: readonly { readonly sign: Sign; readonly words: string }[], top: number): { readonly svg: string; readonly height: number } {
  let [x, y, svg] = [MARGIN, top, ''];
  for (const { sign, words } of signs) {
    const width = 28 + widthOf(words, 13);
    if (x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + 24];
    svg += sampleOf(sign, x, y) + letters(words, { x: x + 28, y: y + 4.5, size: 13, colour: 'soft' });
    x += width + 24;
  }
  return { svg, height: y - top };
}

function sampleOf(sign: Sign, x: number, y: number): string {
  if (sign === 'meeting') return meetingAt({ x, end: x + 20, number: '1' }, y - 12);
  if (sign === 'talk') return `<path d="M${px(x)} ${px(y)}h20" ${stroked('accent', 1.5)}/>`;
  return signAt(sign, x + 8, y);
}
