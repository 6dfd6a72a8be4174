// The commands of the message extension: each opens a dialog at once, and stands for a typed command.

import type { Command } from '../../src/bot/actions/action.ts';

/** What Teams calls the command: `goal-new` for `/goal new`, `goal` for `/goal`. */
export function extensionId({ command, word }: Command): string {
  return [command.slice(1), word].filter((part) => part !== '').join('-');
}

/** The typed line that a command of the extension stands for; `null` for one that we have never had. */
export function commandOfExtension(id: string, commands: readonly Command[]): string | null {
  const row = commands.find((one) => extensionId(one) === id);
  return row ? `${row.command} ${row.word}`.trim() : null;
}
