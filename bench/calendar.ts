// How long it takes to compute a programme year and to doubt it, against the limit of a millisecond. `npm run bench:calendar`.

import { type CohortCalendar, datesOf, doubtsOf, holidayOn, TEMPLATE_NAMES, TEMPLATE_PLANS } from '../src/mentoring/calendar/index.ts';
import { civilOf } from '../src/time.ts';

/** Milliseconds that one of them may take. */
const LIMIT = 1;
const ROUNDS = 3000;
const YEARS = Array.from({ length: 230 }, (_, index) => 1970 + index);

function calendarsOf(year: number): CohortCalendar[] {
  return TEMPLATE_NAMES.map((template) => {
    const plan = TEMPLATE_PLANS[template];
    return { id: `${template}/${year}`, name: template, plan, dates: datesOf({ plan, year, shifts: [] }) };
  });
}

/** Milliseconds of each call, sorted; the first calls, while the program is still being compiled, are not counted. */
function timed(run: (year: number) => unknown): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + YEARS.length; round++) {
    const year = YEARS[round % YEARS.length] ?? 1970;
    const start = performance.now();
    run(year);
    if (round >= YEARS.length) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function tell(name: string, times: readonly number[]): void {
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  const [half, most] = [at(0.5), at(0.99)];
  console.log(
    `${name.padEnd(52)} median ${half.toFixed(3)} ms   p99 ${most.toFixed(3)} ms   ${(half / LIMIT).toFixed(2)} of the limit (p99 ${(most / LIMIT).toFixed(2)})`,
  );
}

const around = new Map(YEARS.map((year) => [year, [year - 1, year, year + 1].flatMap(calendarsOf)]));

console.log(`Limit: ${LIMIT} ms for a calendar. ${ROUNDS} calls each, years 1970 to 2199.`);
tell(
  'the dates of one programme',
  timed((year) => datesOf({ plan: TEMPLATE_PLANS.september, year, shifts: [] })),
);
tell(
  'the dates of both programmes',
  timed((year) => calendarsOf(year)),
);
tell(
  'all doubts about one programme beside five others',
  timed((year) => {
    const [own, ...others] = (around.get(year) ?? []).toSorted((a, b) => Number(b.id === `september/${year}`) - Number(a.id === `september/${year}`));
    return own && doubtsOf(own, others);
  }),
);

// Looked up once for each country and year, and kept: not part of any calendar after the first.
const start = performance.now();
for (const year of YEARS) holidayOn('ES-MD', civilOf(`${year}-01-01`));
console.log(`the holidays of a year, once: ${((performance.now() - start) / YEARS.length).toFixed(2)} ms`);
