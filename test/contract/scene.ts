// The house behind every adapter of the contract: the real dispatcher, rooms and storage, and beside the product's actions
// a few that count what is done, with a form that has every kind of field.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Command } from '../../src/bot/actions/action.ts';
import { type Dispatch, dispatcher, type Reply } from '../../src/bot/actions/dispatch.ts';
import { choice, choices, id, line, optionalLine, optionalParagraph, wholeNumber } from '../../src/bot/actions/fields.ts';
import { done } from '../../src/bot/actions/outcome.ts';
import { quote } from '../../src/bot/views/text.ts';
import { actions, type Form, message, paragraph } from '../../src/bot/views/view.ts';
import { thinkHere } from '../../src/mentoring/matching/planning/thinking.ts';
import { anyone, introduce } from '../../src/mentoring/people/index.ts';
import { type AnyAction, define } from '../../src/mentoring/store.ts';
import { ACTIONS, COMMANDS, TEMPLATES } from '../../src/mentoring/table.ts';
import type { Ids, Log, Secrets } from '../../src/ports.ts';
import { MovableClock, systemClock } from '../../src/runtime/clock.ts';
import { idsOf } from '../../src/runtime/ids.ts';
import { secretsOf } from '../../src/runtime/secrets.ts';
import { type Database, openDatabase } from '../../src/runtime/store/database.ts';
import { type Store, storeOf } from '../../src/runtime/store/store.ts';

export interface Scene {
  readonly database: Database;
  readonly store: Store;
  readonly dispatch: Dispatch;
  readonly commands: readonly Command[];
  readonly clock: MovableClock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly log: Log;
  /** What the actions of the contract have done: by whom, and with what. */
  readonly counted: readonly { readonly by: string }[];
  readonly saved: readonly { readonly by: string; readonly input: Readonly<Record<string, unknown>> }[];
  /** What the house has answered, refusals too. */
  readonly replies: readonly Reply['kind'][];
  /** Faults of ours, by name. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** More than any platform shows at once without a thought. */
export const MANY = 400;
export const LONG = Array.from({ length: 90 }, (_, index) => `Line ${index + 1}: ${'words and more words '.repeat(4)}`.trim()).join('\n');

export async function openScene(): Promise<Scene> {
  const database = await openDatabase({ memory: true });
  const clock = new MovableClock(systemClock);
  const [ids, secrets] = [idsOf(clock), secretsOf([randomBytes(32)])];
  const store = storeOf(database, { secrets, ids, clock });
  const [counted, saved, faults]: [{ by: string }[], { by: string; input: Record<string, unknown> }[], string[]] = [[], [], []];
  const log: Log = { info() {}, warn() {}, error: (event, _fields, cause) => (faults.push(event), console.error(event, cause)) };
  const table = new Map([...ACTIONS, ...ownActions(counted, saved).map((action) => [action.name, action] as const)]);
  const answered = dispatcher({ sessions: store, actions: table, templates: TEMPLATES, clock, ids, secrets, log, introduce, think: thinkHere });
  const replies: Reply['kind'][] = [];
  const dispatch: Dispatch = async (intent) => {
    const reply = await answered(intent);
    replies.push(reply.kind);
    return reply;
  };
  const kept = { counted, saved, replies, faults };
  return { database, store, dispatch, commands: [...COMMANDS, ...OWN], clock, ids, secrets, log, ...kept, close: () => database.close() };
}

const OWN: readonly Command[] = ['page', 'form', 'list', 'long'].map((word) => ({
  command: '/try',
  word,
  also: [],
  action: `try.${word}`,
  help: 'command.help',
}));

const KINDS = ['work', 'life', 'both'] as const;
const COLOURS = ['red', 'green', 'blue'] as const;
const options = (values: readonly string[]) => values.map((value) => ({ value, label: quote(value) }));

const form: Form = {
  type: 'form',
  title: quote('Everything'),
  inputs: [
    { input: 'line', name: 'title', label: quote('Title'), max: 60, required: true },
    { input: 'paragraph', name: 'about', label: quote('About'), max: 500 },
    { input: 'choice', name: 'kind', label: quote('Kind'), options: options(KINDS), value: 'work' },
    { input: 'choices', name: 'colours', label: quote('Colours'), options: options(COLOURS) },
    { input: 'date', name: 'day', label: quote('Day') },
    { input: 'time', name: 'hour', label: quote('Hour') },
    { input: 'person', name: 'mate', label: quote('Mate') },
    { input: 'number', name: 'count', label: quote('Count'), min: 1, max: 5, value: 1, required: true },
    { input: 'agree', name: 'agree', label: quote('Agree') },
  ],
  submit: quote('Send'),
  action: 'try.save',
};

/** One field has the name of one before. */
const next: Form = {
  type: 'form',
  title: quote('The next step'),
  inputs: [{ input: 'line', name: 'title', label: quote('Another title'), max: 60, value: 'Begins anew' }],
  submit: quote('Finish'),
  action: 'try.finish',
};

const long: Form = {
  type: 'form',
  title: quote('Long'),
  inputs: [{ input: 'paragraph', name: 'text', label: quote('Text'), max: 20_000, value: LONG }],
  submit: quote('Send'),
  action: 'try.long-save',
};

function ownActions(counted: { by: string }[], saved: { by: string; input: Record<string, unknown> }[]): readonly AnyAction[] {
  const shown = (name: string, view: Parameters<typeof done>[0]) =>
    define({ name, version: 1, look: true, input: z.object({}), subject: async ({ actor }) => actor, may: anyone, run: async () => done(view) });
  const keeping = (name: string, input: z.ZodType<Record<string, unknown>>, answer: Parameters<typeof done>[0]) =>
    define({
      ...{ name, version: 1, input, subject: async ({ actor }) => actor, may: anyone },
      async run({ actor }, typed) {
        saved.push({ by: actor.name, input: typed });
        return done(answer);
      },
    });
  return [
    shown('try.page', message([paragraph(quote('A page')), actions({ label: quote('Count'), action: 'try.count', about: { of: 'page' } })])),
    shown('try.form', form),
    shown('try.long', long),
    shown('try.list', message([{ block: 'list', items: Array.from({ length: MANY }, (_, index) => quote(`Item ${index + 1} of a long list`)) }])),
    define({
      ...{ name: 'try.count', version: 1, input: z.object({ of: id() }), subject: async ({ actor }) => actor, may: anyone },
      async run({ actor }) {
        counted.push({ by: actor.name });
        return done(message([paragraph(quote(`Counted ${counted.length}`))]));
      },
    }),
    keeping('try.save', EVERYTHING, next),
    keeping('try.finish', z.object({ title: optionalLine(60) }), message([paragraph(quote('Finished'))])),
    keeping('try.long-save', z.object({ text: optionalParagraph(20_000) }), message([paragraph(quote('Kept'))])),
  ];
}

const EVERYTHING = z.object({
  title: line(60),
  about: optionalParagraph(500),
  kind: choice(KINDS),
  colours: choices(COLOURS),
  day: optionalLine(10),
  hour: optionalLine(5),
  mate: optionalLine(64),
  count: wholeNumber(1, 5),
  agree: optionalLine(10),
});
