// What one can type here: the whole list, or a guess at what was meant.

import { z } from 'zod';
import type { Command } from '../../bot/actions/action.ts';
import { titlesOf } from '../../bot/actions/commands.ts';
import { optionalLine } from '../../bot/actions/fields.ts';
import { done } from '../../bot/actions/outcome.ts';
import { quote, say, type Text } from '../../bot/views/text.ts';
import { message, paragraph } from '../../bot/views/view.ts';
import { anyone } from '../people/index.ts';
import { type AnyAction, define } from '../store.ts';

/** What only coordinators can use; the rest is for everybody. */
const FOR_COORDINATORS: readonly string[] = ['/cohort', '/match'];

/** There the commands stand in a menu in each language; elsewhere they are registered under their English names alone. */
const IN_EACH_LANGUAGE = 'teams';

/** The list comes late, because the table of commands is made of the rooms, and this is one of them. */
export function helpAction(commands: () => readonly Command[]): AnyAction {
  return define({
    name: 'help.show',
    version: 1,
    look: true,
    input: z.object({ typed: optionalLine(200), guess: optionalLine(80) }),
    subject: async ({ actor }) => actor,
    may: anyone,
    async run({ platform }, { typed, guess }, actor) {
      const mine = commandsFor(commands(), actor.grants.length > 0);
      const told = (row: Command) => (platform === IN_EACH_LANGUAGE ? `/${titlesOf(row)[actor.language]}` : spelling(row));
      const meant = mine.find((row) => spelling(row) === guess);
      return done(
        message([paragraph(opening(typed, meant ? told(meant) : '')), { block: 'list', items: listedOnce(mine).map((row) => line(row, told(row))) }]),
      );
    },
  });
}

/** By family, what is for everybody first. */
export function commandsFor(all: readonly Command[], coordinates: boolean): readonly Command[] {
  const families = [...new Set(all.map((row) => row.command))].sort((a, b) => Number(isForCoordinators(a)) - Number(isForCoordinators(b)));
  return families.filter((family) => coordinates || !isForCoordinators(family)).flatMap((family) => all.filter((row) => row.command === family));
}

/** Two ways to write the same are one line: the shorter stands first. */
function listedOnce(rows: readonly Command[]): readonly Command[] {
  return rows.filter((row, index) => rows.findIndex((other) => other.action === row.action && other.help === row.help) === index);
}

function isForCoordinators(family: string): boolean {
  return FOR_COORDINATORS.includes(family);
}

function opening(typed: string, guess: string): Text {
  if (typed === '') return say('command.help');
  if (guess === '') return say('command.unknownPlain', { words: quote(typed) });
  return say('command.unknown', { words: quote(typed), guess: quote(guess) });
}

function line({ usage, help }: Command, told: string): Text {
  return say('command.line', { command: quote(usage ? `${told} ${usage}` : told), what: { say: help, args: {} } });
}

function spelling(row: Command): string {
  return `${row.command} ${row.word}`.trim();
}
