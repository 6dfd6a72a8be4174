// The picture of the year as chats get it, with both programmes of 2026/27. With PICTURES set, into the guides.

import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Drawing } from '../../adapters/links/drawing.ts';
import { datesOf, TEMPLATE_PLANS } from '../../src/mentoring/calendar/index.ts';
import { yearPicture } from '../../src/mentoring/year/picture/picture.ts';
import { civilOf } from '../../src/time.ts';

const NAMES = {
  en: ['September start 2026', 'January start 2027'],
  sv: ['Septemberstarten 2026', 'Januaristarten 2027'],
  es: ['Edición de septiembre de 2026', 'Edición de enero de 2027'],
} as const;
const DATES = [datesOf({ plan: TEMPLATE_PLANS.september, year: 2026, shifts: [] }), datesOf({ plan: TEMPLATE_PLANS.january, year: 2027, shifts: [] })] as const;

describe('the picture of the year in a chat', () => {
  const drawing = new Drawing();
  afterAll(() => drawing.rest());

  it.each(['en', 'sv', 'es'] as const)('%s', async (language) => {
    const calendars = DATES.map((dates, index) => ({ name: NAMES[language][index] ?? '', dates }));
    const png = await drawing.png(yearPicture({ calendars, today: civilOf('2026-11-22'), language }));
    // What chats take without a word is a megabyte.
    expect(png?.length).toBeLessThan(1_000_000);
    expect(Buffer.from(png ?? []).readUInt32BE(16)).toBe(2400);
    if (process.env['PICTURES']) writeFileSync(new URL(`../../docs/pictures/year-${language}.png`, import.meta.url), png ?? '');
  });
});
