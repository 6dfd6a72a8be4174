// A table: as one where few short columns stand side by side, else a line for each row.

import type { ShownBlock, Spans } from '../../../src/bot/views/shown.ts';
import type { Element, RichTextBlock, Table, TextRun } from './card.ts';
import { isBlank, richBlocks } from './rich.ts';
import { BOLD, DASH, run, runs, wordsIn } from './text.ts';

type Shown = Extract<ShownBlock, { block: 'table' }>;

/** More cannot be read side by side on a telephone. */
const MOST_COLUMNS = 3;
const LONG_CELL = 40;
/** A cell weighs more than its part of a line. */
const MOST_CELLS = 60;

export function tableOf(shown: Shown): Element[] {
  return [...richBlocks(runs(shown.caption, BOLD)), ...(isSmall(shown) ? [gridOf(shown)] : linesOf(shown))];
}

function isSmall({ head, rows }: Shown): boolean {
  const columns = head.length;
  const isRow = (row: readonly Spans[]) => row.length === columns && row.every((cell) => wordsIn(cell).length <= LONG_CELL);
  return columns > 1 && columns <= MOST_COLUMNS && rows.length > 0 && columns * rows.length <= MOST_CELLS && [head, ...rows].every(isRow);
}

function gridOf({ head, rows }: Shown): Table {
  const rowOf = (cells: readonly Spans[], isHead: boolean) => ({
    type: 'TableRow' as const,
    cells: cells.map((cell) => ({ type: 'TableCell' as const, items: richBlocks(orDash(runs(cell, isHead ? BOLD : {}))) })),
  });
  return {
    ...{ type: 'Table', firstRowAsHeaders: true, showGridLines: true },
    columns: head.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
    rows: [rowOf(head, true), ...rows.map((row) => rowOf(row, false))],
  };
}

/** Under a line that says what stands where; it reads the same everywhere, also out loud. */
function linesOf({ head, rows }: Shown): RichTextBlock[] {
  const isNamed = head.some((cell) => wordsIn(cell).trim() !== '');
  const names = isNamed ? richBlocks(dotted(head.map((cell) => orDash(runs(cell, { italic: true }))))) : [];
  return [...names, ...rows.flatMap((row) => richBlocks([...run('• ', BOLD), ...lineOf(row)], 'small'))];
}

/** A last cell of many words stands on a line of its own, so that the others can be run through. */
function lineOf(row: readonly Spans[]): TextRun[] {
  const cells = row.map((cell, index) => orDash(runs(cell, index === 0 ? BOLD : {})));
  const last = cells.at(-1);
  if (cells.length < 2 || !last || wordsIn(row.at(-1) ?? []).length <= LONG_CELL) return dotted(cells);
  return [...dotted(cells.slice(0, -1)), ...run('\n'), ...last];
}

function dotted(cells: readonly (readonly TextRun[])[]): TextRun[] {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [...run(' · '), ...cell]));
}

export function orDash(inlines: TextRun[]): TextRun[] {
  return isBlank(inlines) ? run(DASH) : inlines;
}
