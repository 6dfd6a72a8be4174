// Turns a sentence and its arguments into spans, in one language.

import { getISOWeek } from 'date-fns/getISOWeek';
import { parseISO } from 'date-fns/parseISO';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Civil } from '../../time.ts';
import { plain, type Span, type Spans } from '../views/shown.ts';
import { type Arg, type AtTime, type Placed, say, type Text } from '../views/text.ts';
import { CATALOGUES, type TextKey } from './catalogue.ts';
import { LOCALES, type Language } from './language.ts';
import { type TermChoice, termWords } from './terms.ts';

export interface Reader {
  readonly language: Language;
  /** IANA, such as `Europe/Stockholm`. */
  readonly timeZone: string;
  readonly terms: TermChoice;
  /** The names of the people that the view speaks of, by id. */
  readonly names: ReadonlyMap<string, string>;
}

const compiled = new Map<string, IntlMessageFormat>();

function sentence(language: Language, key: TextKey): IntlMessageFormat {
  const id = `${language}/${key}`;
  let format = compiled.get(id);
  if (!format) {
    format = new IntlMessageFormat(CATALOGUES[language][key], LOCALES[language], undefined, { ignoreTag: true });
    compiled.set(id, format);
  }
  return format;
}

/** Formats any text for a reader. */
export function spansOf(text: Text, reader: Reader): Spans {
  if ('quote' in text) return [{ text: text.quote, from: 'user' }];
  if ('who' in text) {
    const name = reader.names.get(text.who) ?? CATALOGUES[reader.language]['common.formerParticipant'];
    return [{ who: text.who, name }];
  }
  if ('channel' in text) return [channelSpan(text, reader)];
  const values: Record<string, string | number | { spans: Spans }> = { ...termWords(reader.language, reader.terms) };
  for (const [name, arg] of Object.entries(text.args)) values[name] = valueOf(arg, reader);
  const spans: Span[] = [];
  for (const part of sentence(reader.language, text.say).formatToParts(values as Record<string, string>)) {
    const value: unknown = part.value;
    if (typeof value === 'object' && value !== null && 'spans' in value) spans.push(...(value.spans as Spans));
    else spans.push({ text: String(value), from: 'us' });
  }
  return joined(spans);
}

/** Chat platforms know channels by ids that say nothing to anybody; the browser's are names. */
function channelSpan({ channel, platform }: Placed, reader: Reader): Span {
  if (platform !== 'slack' && platform !== 'teams') return { channel, platform };
  const place = say(`people.place.${platform}`);
  return { channel, platform, name: wordsOf(say('people.place.channel', { place }), reader) };
}

/** For places that take no mention: titles, labels, button words. */
export function wordsOf(text: Text, reader: Reader): string {
  return plain(spansOf(text, reader));
}

function valueOf(arg: Arg, reader: Reader): string | number | { spans: Spans } {
  if (typeof arg === 'number') return arg;
  if ('day' in arg) return dayWords(arg.day, reader.language, arg.style ?? 'long');
  if ('at' in arg) return timeWords(arg, reader);
  if ('all' in arg) return { spans: listSpans(arg.all, reader) };
  return { spans: spansOf(arg, reader) };
}

function listSpans(all: readonly Text[], reader: Reader): Spans {
  const list = new Intl.ListFormat(LOCALES[reader.language], { type: 'conjunction' });
  const spans: Span[] = [];
  for (const part of list.formatToParts(all.map((_, index) => String(index)))) {
    const item = part.type === 'element' ? all[Number(part.value)] : undefined;
    if (item) spans.push(...spansOf(item, reader));
    else spans.push({ text: part.value, from: 'us' });
  }
  return spans;
}

/** Making one takes longer than all that it writes. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], options);
    formats.set(key, format);
  }
  return format;
}

const LONG = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** "Thursday 15 October", "torsdag 15 oktober", "jueves, 15 de octubre"; with `week` Swedish adds "(v. 42)". */
export function dayWords(day: Civil, language: Language, style: 'long' | 'short' | 'week'): string {
  const format = dateFormat(language, { ...(style === 'short' ? SHORT : LONG), timeZone: 'UTC' });
  const words = format.format(Date.parse(`${day}T00:00Z`)).replace(',', '');
  return style === 'week' && language === 'sv' ? `${words} (v. ${getISOWeek(parseISO(day))})` : words;
}

function timeWords({ at, style }: AtTime, { language, timeZone }: Reader): string {
  const hour = dateFormat(language, { hour: 'numeric', minute: '2-digit', hour12: language === 'en', timeZone }).format(at);
  if (style === 'hour') return hour;
  return `${dateFormat(language, { ...LONG, timeZone })
    .format(at)
    .replace(',', '')} ${hour}`;
}

/** Neighbouring spans of the same origin become one. */
function joined(spans: readonly Span[]): Spans {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && 'text' in last && 'text' in span && last.from === span.from) out[out.length - 1] = { text: last.text + span.text, from: span.from };
    else out.push(span);
  }
  return out;
}
