// Comma-separated values: what goes out acts as no formula, and comes back as it was.

import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/bot/actions/fields.ts';
import { bare, guarded, readSheet, writeSheet } from '../../../src/mentoring/programme/sheet.ts';

const known = (cell: string) => ['name', 'email', 'role'].includes(cell);
const dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.tuple(fc.constantFrom(...dangerous, "'", "'=", ' =', '"'), fc.string({ maxLength: 10 })).map((parts) => parts.join('')),
);

describe('lists going out (E8.5)', () => {
  it.each(dangerous)('never lets a spreadsheet run a cell that begins with %j', (first) => {
    const [row] = parse(writeSheet([[`${first}1+1`, 'Anna']]));
    expect(row).toEqual([`'${first}1+1`, 'Anna']);
  });

  it('never writes a cell that begins like a formula, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = writeSheet(rows);
        const back = parse(text, { relax_column_count: true, record_delimiter: '\r\n' });
        expect(back.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const one of back.flat()) expect(one).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        expect(back.map((row) => row.map(bare))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('quotes every cell and doubles the quotation marks', () => {
    expect(writeSheet([['a', 'say "hi"', '']])).toBe('"a","say ""hi""",""\r\n');
  });

  it('takes off exactly what it put on', () => {
    fc.assert(fc.property(cell, (text) => bare(guarded(text)) === text));
    expect(bare("'tis")).toBe("'tis");
  });
});

describe('lists coming in', () => {
  it('reads back what it wrote, whatever stands in it', () => {
    const row = fc.tuple(
      cell.map(clean).filter((text) => text !== ''),
      cell.map(clean),
      cell.map(clean),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const sheet = readSheet(writeSheet([['name', 'email', 'role'], ...rows]), known);
        expect('rows' in sheet && sheet.rows.slice(1).map((one) => one.cells)).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['commas', 'name,email,role\nAnna,a@example.org,mentor'],
    ['semicolons', 'name;email;role\nAnna;a@example.org;mentor'],
    ['tabs', 'name\temail\trole\nAnna\ta@example.org\tmentor'],
    ['a byte-order mark and Windows line ends', '\ufeffname;email;role\r\nAnna;a@example.org;mentor\r\n'],
    ['old line ends', 'name,email,role\rAnna,a@example.org,mentor\r'],
    ['semicolons where a header holds more commas', 'name;email;role;"notes, thoughts, wishes, more"\nAnna;a@example.org;mentor;none'],
  ])('finds %s by looking', (_what, text) => {
    const sheet = readSheet(text, known);
    expect('rows' in sheet && sheet.rows[1]?.cells.slice(0, 3)).toEqual(['Anna', 'a@example.org', 'mentor']);
  });

  it('numbers rows as the spreadsheet does, empty ones and line breaks in cells included', () => {
    const sheet = readSheet('name,email\n\n"Anna\nLind",a\n,\nBo,b', known);
    expect('rows' in sheet && sheet.rows.map((row) => row.number)).toEqual([1, 3, 5]);
  });

  it('says in which row a quotation mark was never closed', () => {
    expect(readSheet('name,email\nAnna,a\n"Bo,b\nCarl,c', known)).toEqual({ unclosed: 3 });
  });
});
