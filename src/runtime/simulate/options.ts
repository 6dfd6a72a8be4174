// `npm run simulate -- ...`: what may be asked, and what is wrong with what was asked, in one line.

import { readFileSync } from 'node:fs';
import { isLanguage, type Language } from '../../bot/texts/language.ts';
import { BotError } from '../../fault.ts';
import { planFaultWords, readPlan, TEMPLATE_NAMES } from '../../mentoring/calendar/index.ts';
import { optionsOf, shown, yearOf } from '../admin/options.ts';
import { inWords } from '../admin/programmes.ts';
import { playedOf, programmesOf } from './programmes.ts';
import type { Played } from './stage.ts';

const NAMES = ['template', 'programme', 'year', 'pairs', 'languages', 'seed', 'person', 'json', 'database'];
const OPTIONS = Object.fromEntries(NAMES.map((name) => [name, 'string' as const]));

export interface Asked {
  readonly programmes: readonly Played[];
  /** The programme file, where one was given. */
  readonly file: string | null;
  readonly pairs: number;
  readonly languages: readonly [Language, ...Language[]];
  readonly seed: string;
  /** Whose year is told, by a part of the name. */
  readonly person: string | null;
  /** Where the data go. */
  readonly json: string | null;
  readonly url: string | null;
}

const MOST_PAIRS = 2000;

/** Throws `BotError('config')`. */
export function askedFor(args: readonly string[]): Asked {
  const options = optionsOf(args, OPTIONS);
  const year = yearOf(options, 'year');
  const { template, programme, pairs = '25', languages = 'sv,es,en', seed = '1' } = options;
  if ((template === undefined) === (programme === undefined)) {
    throw new BotError('config', 'Say which: --template september, --template january, --template both, or --programme FILE');
  }
  const count = typeof pairs === 'string' && /^\d{1,4}$/.test(pairs) ? Number(pairs) : 0;
  if (count < 1 || count > MOST_PAIRS) throw new BotError('config', `--pairs must be a number from 1 to ${MOST_PAIRS}, and ${shown(pairs)} is none`);
  const spoken = String(languages).split(',');
  const [first, ...others] = spoken.filter(isLanguage);
  if (!first || others.length + 1 !== spoken.length) throw new BotError('config', `--languages must be some of sv,es,en, and ${shown(languages)} is not`);
  const file = typeof programme === 'string' ? programme : null;
  return {
    programmes: file === null ? built(template, year) : [playedOf(planIn(file, year), year)],
    ...{ file, pairs: count, languages: [first, ...others], seed: String(seed) },
    ...{ person: text(options['person']), json: text(options['json']), url: text(options['database']) },
  };
}

function built(template: unknown, year: number): readonly Played[] {
  const names = template === 'both' ? TEMPLATE_NAMES : TEMPLATE_NAMES.filter((name) => name === template);
  if (names.length === 0) throw new BotError('config', `--template must be september, january or both, and ${shown(template)} is none of them`);
  return programmesOf(names, year);
}

function planIn(file: string, year: number) {
  let written: string;
  try {
    written = readFileSync(file, 'utf8');
  } catch {
    throw new BotError('config', `--programme: the file ${shown(file)} cannot be read`);
  }
  const read = readPlan(written, { year });
  if ('faults' in read) throw new BotError('config', read.faults.map((fault) => inWords(planFaultWords(fault), 'en')).join('\n'));
  return read.plan;
}

function text(option: unknown): string | null {
  return typeof option === 'string' && option !== '' ? option : null;
}
