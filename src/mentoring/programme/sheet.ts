// Comma-separated values as spreadsheets write and read them: cells in, cells out, and no cell that acts as a formula.

import { CsvError, parse } from 'csv-parse/sync';
import { clean } from '../../bot/actions/fields.ts';

const SEPARATORS = [',', ';', '\t'] as const;

export interface Sheet {
  /** Numbered as a spreadsheet numbers its rows, from 1; rows with nothing in them are left out. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** `row` is where a quotation mark was opened and never closed. */
export type ReadSheet = Sheet | { readonly unclosed: number };

/** Reads pasted text; the separator is the one by which `known` finds most words in the first row. */
export function readSheet(text: string, known: (cell: string) => boolean): ReadSheet {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n');
  const first = lines.split('\n').find((line) => line.trim() !== '') ?? '';
  return cellsOf(lines, separatorOf(first, known));
}

function separatorOf(first: string, known: (cell: string) => boolean): string {
  let best: { separator: string; found: number; cells: number } = { separator: ',', found: -1, cells: 0 };
  for (const separator of SEPARATORS) {
    const sheet = cellsOf(first, separator);
    const cells = 'rows' in sheet ? (sheet.rows[0]?.cells ?? []) : [];
    const found = cells.filter(known).length;
    if (found > best.found || (found === best.found && cells.length > best.cells)) best = { separator, found, cells: cells.length };
  }
  return best.separator;
}

function cellsOf(text: string, separator: string): ReadSheet {
  // Counted here, so that a fault can say in which row it lies: the parser's own lines are not a spreadsheet's rows.
  let read = 0;
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separator,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      on_record: (record: string[]) => {
        read += 1;
        return record;
      },
    });
    const rows = records.map((record, index) => ({ number: index + 1, cells: record.map((cell) => clean(bare(cell))) }));
    return { rows: rows.filter((row) => row.cells.some((cell) => cell !== '')) };
  } catch (error) {
    if (error instanceof CsvError) return { unclosed: read + 1 };
    throw error;
  }
}

/** Every cell quoted, every formula disarmed; lines end as spreadsheets like them. */
export function writeSheet(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\r\n`).join('');
}

// What spreadsheets take for the start of a formula or a command, in plain and full-width forms, also behind blanks
// that they skip. Apostrophes before it are counted too: the one that is added can be taken off again exactly.
const FORMULA = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u;

/** A leading apostrophe makes a spreadsheet show the cell instead of running it. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes off what `guarded` put on. */
export function bare(cell: string): string {
  return cell.startsWith("'") && guarded(cell) !== cell ? cell.slice(1) : cell;
}
