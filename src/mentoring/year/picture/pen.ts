// What the picture of the year is drawn with: letters that are cut to the room there is, and shapes in colours by name. Pure.
// Each colour is a class too, by which a page that is dark draws it in its own. A page's policy forbids styles in the drawing.

export const COLOURS = {
  paper: '#ffffff',
  ink: '#16211f',
  soft: '#55625f',
  line: '#d5dddb',
  edge: '#7a8885',
  accent: '#0b6b61',
  'on-accent': '#ffffff',
  tint: '#e6f2f0',
} as const;
export type Colour = keyof typeof COLOURS;

/** Of what goes on in small. */
export const [SMALL, BLANK] = [12, 8];

export interface Letters {
  readonly x: number;
  /** The line on which they stand. */
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
  readonly bold?: boolean;
  readonly middle?: boolean;
  /** On paper of their own, where lines pass behind them. */
  readonly apart?: boolean;
  /** Goes on in small. */
  readonly after?: string;
}

export function filled(colour: Colour): string {
  return `class="${colour}" fill="${COLOURS[colour]}"`;
}

export function stroked(colour: Colour, width = 1): string {
  return `class="${colour}-line" stroke="${COLOURS[colour]}" stroke-width="${width}" fill="none"`;
}

export function letters(text: string, { x, y, size, colour, bold, middle, apart, after = '' }: Letters): string {
  const look = `${bold ? ' font-weight="600"' : ''}${middle ? ' text-anchor="middle"' : ''}`;
  const more = after === '' ? '' : `<tspan dx="${BLANK}" font-size="${SMALL}" font-weight="400" ${filled('soft')}>${escaped(after)}</tspan>`;
  const width = widthOf(text, size) + (after === '' ? 0 : BLANK + widthOf(after, SMALL));
  const paper = apart ? `<rect x="${px(x - 3)}" y="${px(y - size - 1)}" width="${px(width + 6)}" height="${size + 7}" ${filled('paper')}/>` : '';
  return `${paper}<text x="${px(x)}" y="${px(y)}" font-size="${size}"${look} ${filled(colour)}>${escaped(text)}${more}</text>`;
}

/** A number as drawings take it. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What XML cannot hold; what cannot be seen, or turns the writing around; little pictures, which are no letters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe00-\ufe0f\u20e3\ufffe\uffff]/gu;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();
}

/** Widths in Inter's semibold, in hundredths of the size, rounded up. */
const WIDTHS = new Map(
  Object.entries({
    30: ' Iijlíìîï',
    35: "!',.:;·",
    40: '()/[\\]`frt|',
    50: '1-^_{}–',
    60: '"*?s7FJLacekvxyzáäåàâã',
    65: '#235689EPbdghnopquéêèëñóöôòõúüûùÉ',
    70: '$&+04<=>BRSTZ~',
    75: 'ACDGHKUVXYÅÄÁÜÚ',
    80: 'NOQÖÓÑ',
    85: 'w',
    95: 'Mm…',
  }).flatMap(([width, signs]) => signs.split('').map((sign) => [sign, Number(width)] as const)),
);
const WIDEST = 106;

/** How wide a text is at most, in units of the drawing. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const sign of oneLine(text)) sum += WIDTHS.get(sign) ?? WIDEST;
  return (sum * size) / 100;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As much of it as fits, an ellipsis included; a character is whole or not there. */
export function cut(text: string, size: number, most: number): string {
  const whole = oneLine(text);
  if (widthOf(whole, size) <= most) return whole;
  let [kept, room] = ['', most - size];
  for (const { segment } of graphemes.segment(whole)) {
    room -= widthOf(segment.replaceAll(' ', 'i'), size);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
