// The forms of cohorts: a new one, its channel, a list of people in, a list of people out.

import { inChannel, quote, say, type Text } from '../../bot/views/text.ts';
import { type Block, type Form, note, paragraph } from '../../bot/views/view.ts';
import { placeName } from '../people/index.ts';
import type { Cohort, Programme } from './programme.ts';
import type { Roll } from './roll.ts';

/** The most that can be pasted at once, and so the most that is handed out. */
export const MAX_CSV = 200_000;
/** Between 20 and 25 pairs make a good start (S2.2). */
const USUAL_TARGET = 22;

export function cohortForm(programmes: readonly Programme[], name: string): Form {
  const [only] = programmes;
  const one = only && programmes.length === 1;
  const options = programmes.map((programme) => ({ value: programme.id, label: quote(programme.name) }));
  return {
    type: 'form',
    title: say('programme.create.title'),
    inputs: [
      { input: 'line', name: 'name', label: say('programme.create.name'), help: say('programme.create.name.help'), max: 80, value: name, required: true },
      ...(one ? [] : [{ input: 'choice' as const, name: 'programme', label: say('programme.create.programme'), options, required: true }]),
      { input: 'date', name: 'startsOn', label: say('programme.create.startsOn'), required: true },
      { input: 'date', name: 'endsOn', label: say('programme.create.endsOn'), required: true },
      {
        input: 'number',
        name: 'target',
        label: say('programme.create.target'),
        help: say('programme.create.target.help'),
        min: 1,
        max: 500,
        value: USUAL_TARGET,
        required: true,
      },
    ],
    submit: say('programme.create.submit'),
    action: 'programme.create',
    ...(one ? { about: { programme: only.id } } : {}),
  };
}

/** `platform`: where the coordinator is, and so where the channel is looked for. */
export function channelForm(cohort: Cohort, platform: string): Form {
  const { channel } = cohort;
  const now = channel?.platform === platform ? channel.conversation : '';
  const elsewhere = channel && channel.platform !== platform ? [note(channelKept(cohort, channel))] : [];
  return {
    type: 'form',
    title: say('programme.channel.title'),
    intro: [paragraph(say('programme.channel.intro', { cohort: quote(cohort.name) })), ...elsewhere],
    inputs: [{ input: 'channel', name: 'conversation', label: say('programme.channel.label'), help: say('programme.channel.help'), value: now }],
    submit: say('common.save'),
    action: 'programme.setChannel',
    about: { cohort: cohort.id, platform },
  };
}

/** For a coordinator who is on another platform than the channel. */
export function channelKept(cohort: Cohort, channel: NonNullable<Cohort['channel']>): Text {
  return say('people.channelKept', { cohort: quote(cohort.name), channel: inChannel(channel), place: placeName(channel.platform) });
}

/** With a roll that has faults: what was pasted is kept, every faulty row is named, and the good ones may go in alone. */
export function importForm(cohort: Cohort, csv = '', faulty?: Roll): Form {
  return {
    type: 'form',
    title: say('programme.import.title'),
    intro: faulty ? faultBlocks(faulty) : [paragraph(say('programme.import.intro', { cohort: quote(cohort.name) })), note(say('programme.import.invited'))],
    inputs: [
      { input: 'paragraph', name: 'csv', label: say('programme.import.csv'), help: say('programme.import.csv.help'), max: MAX_CSV, value: csv, required: true },
    ],
    submit: say(faulty ? 'programme.import.again' : 'programme.import.submit'),
    action: 'programme.importRows',
    about: { cohort: cohort.id },
    ...(faulty && faulty.newcomers.length > 0 ? { also: [{ label: say('programme.import.good', { count: faulty.newcomers.length }), next: 'good' }] } : {}),
  };
}

export function faultBlocks({ newcomers, faults, unused }: Roll): Block[] {
  return [
    paragraph(say('programme.import.faulty', { count: faults.length, good: newcomers.length })),
    { block: 'list', items: faultLines({ faults }) },
    ...unusedBlocks(unused),
  ];
}

export function faultLines({ faults }: Pick<Roll, 'faults'>): readonly Text[] {
  return faults.map(({ row, why }) => say('programme.import.row', { row, why: { all: why } }));
}

export function unusedBlocks(unused: Roll['unused']): Block[] {
  return unused.length === 0
    ? []
    : [note(say('programme.import.unused', { count: unused.length, columns: { all: unused.map((name) => quote(name.slice(0, 60))) } }))];
}

/** A form because its text can be marked and copied everywhere; sending it leads back to the cohort and changes nothing. */
export function exportForm(cohort: Cohort, csv: string, count: number): Form {
  return {
    type: 'form',
    title: say('programme.export.title'),
    intro: [paragraph(say('programme.export.intro', { cohort: quote(cohort.name), count })), note(say('programme.export.note'))],
    inputs: [{ input: 'paragraph', name: 'csv', label: say('programme.export.csv'), max: Math.max(MAX_CSV, csv.length), value: csv }],
    submit: say('programme.export.back'),
    action: 'programme.show',
    about: { cohort: cohort.id },
  };
}
