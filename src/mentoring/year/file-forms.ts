// The forms of programme files: one to copy from, one to paste into.

import type { Language } from '../../bot/texts/language.ts';
import { quote, say } from '../../bot/views/text.ts';
import { type Block, type Form, note, paragraph } from '../../bot/views/view.ts';
import { type Plan, type PlanFault, planFaultWords, type PlanFormat, planSchema, writePlan } from '../calendar/index.ts';
import type { Cohort } from '../programme/index.ts';
import { yearInput } from './choice.ts';
import type { Scene } from './scene.ts';

/** Far more than the manual's programmes take. */
const MAX_FILE = 100_000;
/** As many faults are named at once; the others after these. */
const MOST_FAULTS = 12;

/** A form because its text can be marked and copied everywhere; sending it changes nothing. */
export function exportForm(cohort: Cohort, plan: Plan, format: PlanFormat, language: Language): Form {
  // The storage keeps no order of names; the schema's is the one that people read.
  const file = writePlan(planSchema.parse(plan), format, language);
  const other = format === 'yaml' ? 'json' : 'yaml';
  return {
    type: 'form',
    title: say('year.export.title'),
    intro: [note(say('year.export.intro', { ending: quote(format) }))],
    inputs: [{ input: 'paragraph', name: 'file', label: say('year.export.file'), max: Math.max(MAX_FILE, file.length), value: file }],
    submit: say('year.export.back'),
    action: 'year.exported',
    about: { cohort: cohort.id },
    also: [{ label: say(`year.export.${other}`), next: other }],
  };
}

interface Pasted {
  readonly file: string;
  readonly year: number;
  readonly faults: readonly PlanFault[];
  /** The draft that was there when the form was opened. */
  readonly seen: string;
}

/** With what was pasted before and what is wrong with it; `draft` is what the file would take the place of. */
export function importForm(cohort: Cohort, draft: Scene | null, pasted?: Pasted): Form {
  const year = pasted?.year ?? draft?.year.year ?? Number(cohort.startsOn.slice(0, 4));
  return {
    type: 'form',
    title: say('year.import.title'),
    intro: pasted ? faultBlocks(pasted.faults) : introOf(cohort, draft),
    inputs: [
      {
        ...{ input: 'paragraph', name: 'file', label: say('year.import.file'), help: say('year.import.help'), max: MAX_FILE, required: true },
        value: pasted?.file ?? '',
      },
      yearInput(year),
    ],
    submit: say(pasted ? 'year.import.again' : 'year.import.submit'),
    action: 'year.importFile',
    about: { cohort: cohort.id, seen: pasted?.seen ?? draft?.seen ?? '' },
  };
}

function introOf(cohort: Cohort, draft: Scene | null): Block[] {
  return [paragraph(say('year.import.intro')), ...(draft ? [note(say('year.import.replaces', { cohort: quote(cohort.name) }))] : [])];
}

function faultBlocks(faults: readonly PlanFault[]): Block[] {
  const more = faults.length - MOST_FAULTS;
  return [
    paragraph(say('year.import.faults', { count: faults.length })),
    { block: 'list', items: faults.slice(0, MOST_FAULTS).map(planFaultWords) },
    ...(more > 0 ? [note(say('year.more', { count: more }))] : []),
  ];
}
