// A programme year of both programmes, played with made-up people through the real house; what they were told is read by
// rules of this file's own, with the manual's dates for 2026 and 2027 written out (A.4, A.7).

import { beforeAll, describe, expect, it } from 'vitest';
import { play } from '../../src/runtime/simulate/play.ts';
import { programmesOf } from '../../src/runtime/simulate/programmes.ts';
import { type PairRecord, recordOf, type Told, type YearRecord } from '../../src/runtime/simulate/record.ts';

/** Days off in Sweden while the two programmes run. */
const HOLIDAYS = new Set(
  '2026-06-06 2026-06-19 2026-06-20 2026-12-24 2026-12-25 2026-12-26 2026-12-31 2027-01-01 2027-01-06 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-06-25 2027-06-26 2027-11-06'.split(
    ' ',
  ),
);

const [P1, P2] = ['September 2026', 'January 2027'];
const DATES: Readonly<Record<string, string>> = {
  ...{ [`${P1} mingle`]: '2026-09-03', [`${P1} results`]: '2026-09-10', [`${P1} mentee-training`]: '2026-09-16', [`${P1} mentor-training`]: '2026-09-17' },
  ...{
    [`${P1} kickoff`]: '2026-09-24',
    [`${P1} pair-meeting-1`]: '2026-10-05',
    [`${P1} pair-meeting-2`]: '2026-11-02',
    [`${P1} pair-meeting-3`]: '2026-12-07',
  },
  ...{
    [`${P1} mid-gathering`]: '2027-01-28',
    [`${P1} pair-meeting-4`]: '2027-02-22',
    [`${P1} pair-meeting-5`]: '2027-03-22',
    [`${P1} pair-meeting-6`]: '2027-04-26',
  },
  ...{ [`${P1} closing`]: '2027-05-27', [`${P1} closing-evening`]: '2027-05-27' },
  // The first Friday of January is New Year's Day: the coordinator has accepted the working day before (Q6).
  ...{ [`${P2} mingle`]: '2026-09-03', [`${P2} results`]: '2026-12-30', [`${P2} mentee-training`]: '2027-01-27', [`${P2} mentor-training`]: '2027-01-28' },
  ...{
    [`${P2} kickoff`]: '2027-02-11',
    [`${P2} pair-meeting-1`]: '2027-03-01',
    [`${P2} pair-meeting-2`]: '2027-04-05',
    [`${P2} pair-meeting-3`]: '2027-05-03',
  },
  ...{
    [`${P2} mid-gathering`]: '2027-06-10',
    [`${P2} mid-evening`]: '2027-06-10',
    [`${P2} pair-meeting-4`]: '2027-08-23',
    [`${P2} pair-meeting-5`]: '2027-09-20',
  },
  ...{ [`${P2} pair-meeting-6`]: '2027-10-25', [`${P2} closing`]: '2027-11-11', [`${P2} closing-evening`]: '2027-11-11' },
};

/** On which day a message says that something is: by the words of its own language. */
const MONTHS = {
  en: 'January February March April May June July August September October November December',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
} as const;

function names(day: string, { language, text }: Told): boolean {
  const month = MONTHS[language as 'en'].split(' ')[Number(day.slice(5, 7)) - 1] ?? '';
  return new RegExp(`(?<!\\d)${Number(day.slice(8))} (de )?${month}`, 'i').test(text);
}

/** As a word of its own: "Ria" is no secret in "carrera universitaria". */
function holds(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\d])${word.replace(/[.+]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(text);
}

const DAY = 86_400_000;
const dayOf = (at: string) => at.slice(0, 10);
const local = (at: string, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(at));
  const [day = '', time = ''] = parts.split(' ');
  return { day, hour: Number(time.slice(0, 2)) };
};

describe('a year of both programmes', () => {
  let year: YearRecord;
  let employers: ReadonlyMap<string, string>;
  let faults: readonly string[];

  beforeAll(async () => {
    const out = await play({ programmes: programmesOf(['september', 'january'], 2026), pairs: 3, languages: ['sv', 'es', 'en'], seed: 'spring', url: null });
    year = await recordOf(out, null);
    faults = out.house.faults;
    employers = new Map(out.members.flatMap(({ externalId, joins }) => joins.map(({ answers }) => [externalId, String(answers['employer'])] as const)));
    await out.house.close();
  }, 900_000);

  const of = (kind: string) => year.messages.filter((message) => message.kind === kind);
  const together = () => year.pairs.filter((pair) => pair.revealedAt !== undefined);
  const person = (id: string) => year.people.find((one) => one.id === id);
  /** Both, or one side, of the pairs of a cohort that had come about by then. */
  const inPairs = (cohort: string, by: string, sides: readonly ('mentee' | 'mentor')[] = ['mentee', 'mentor']) =>
    new Set(together().flatMap((pair) => (pair.cohort === cohort && (pair.revealedAt ?? '') < by ? sides.map((side) => pair[side]) : [])));
  const told = (kind: string, day: string) =>
    of(kind)
      .flatMap((message) => (names(day, message) ? [message.to] : []))
      .sort();

  it('goes through without a fault, and refuses nothing that was offered', () => {
    expect(faults).toEqual([]);
    expect(year.actions.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(year.totals).toMatchObject({ people: year.people.length, messages: year.messages.length, actions: year.actions.length });
    expect(year.messages.length).toBeGreaterThan(400);
  });

  it('has the manual’s milestones on its days (A.4)', () => {
    const found = year.milestones.map(({ cohort, id, date }) => [`${cohort} ${id}`, date] as const);
    expect(Object.fromEntries(found.filter(([key]) => key in DATES))).toEqual(DATES);
  });

  it('speaks from 8 to 18 where the reader is, on working days only (S4.55, Q15)', () => {
    const odd = year.messages.flatMap(({ at, to, kind }) => {
      const { day, hour } = local(at, person(to)?.timeZone ?? 'Europe/Stockholm');
      const weekend = [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());
      return hour < 8 || hour >= 18 || weekend || HOLIDAYS.has(day) ? [`${kind} to ${to} at ${at}`] : [];
    });
    expect(odd).toEqual([]);
  });

  it('speaks to everybody in their own language', () => {
    expect(year.messages.filter(({ to, language }) => person(to) && person(to)?.language !== language)).toEqual([]);
    expect(new Set(year.messages.map(({ language }) => language))).toEqual(new Set(['sv', 'es', 'en']));
  });

  it('invites exactly those whom a gathering is for, each once (S2.8-S2.19, A.7)', () => {
    const invited = (day: string) => told('gatherings.invited', day);
    const sorted = (...all: readonly ReadonlySet<string>[]) => [...new Set(all.flatMap((one) => [...one]))].sort();
    expect(invited('2026-09-16')).toEqual(sorted(inPairs(P1, '2026-09-16', ['mentee'])));
    expect(invited('2026-09-17')).toEqual(sorted(inPairs(P1, '2026-09-17', ['mentor'])));
    // The mentors of the programme before are not played; who comes to the kick-off are its own pairs.
    expect(invited('2026-09-24')).toEqual(sorted(inPairs(P1, '2026-09-24')));
    expect(invited('2027-01-27')).toEqual(sorted(inPairs(P2, '2027-01-27', ['mentee'])));
    // One day for both: January's mentors are trained, and are guests of September's mid gathering (Q8).
    expect(invited('2027-01-28')).toEqual(sorted(inPairs(P1, '2027-01-28'), inPairs(P2, '2027-01-28', ['mentor'])));
    expect(invited('2027-02-11')).toEqual(sorted(inPairs(P2, '2027-02-11'), inPairs(P1, '2027-02-11', ['mentor'])));
    expect(invited('2027-05-27')).toEqual(sorted(inPairs(P1, '2027-05-27'), inPairs(P2, '2027-05-27')));
    expect(invited('2027-06-10')).toEqual(sorted(inPairs(P2, '2027-06-10'), inPairs(P1, '2027-06-10')));
    expect(invited('2027-11-11')).toEqual(sorted(inPairs(P2, '2027-11-11')));
  });

  it('tells each pair once that the week of a pair meeting has begun (S2.13)', () => {
    for (const [key, day] of Object.entries(DATES).filter(([name]) => name.includes('pair-meeting'))) {
      const number = key.at(-1);
      const cohort = key.startsWith(P1) ? P1 : P2;
      const said = of('meetings.window').filter(({ pair, text }) => cohortOf(pair) === cohort && new RegExp(`\\b${number}\\b`).test(text.split('\n')[0] ?? ''));
      const heard = said.filter(({ at }) => Date.parse(at) >= Date.parse(day) && Date.parse(at) < Date.parse(day) + 5 * DAY);
      expect(new Set(heard.map(({ to, pair }) => `${to} ${pair}`)).size, key).toBe(heard.length);
      // Whoever is busy that week hears later in it, or not at all.
      expect(heard.length, key).toBeGreaterThan(0);
      expect(heard.length, key).toBeLessThanOrEqual(together().filter((pair) => pair.cohort === cohort).length * 2);
    }
  });

  const cohortOf = (pair: string | undefined) => year.pairs.find(({ id }) => id === pair)?.cohort;

  it('tells nobody the same thing twice', () => {
    // A gathering is remembered a week and a day before; a deadline two weeks and three days before, and on its day.
    // There are two kick-offs to come to, and coordinators hear of each round of matching.
    const twice = new Set(['gatherings.reminder', 'gatherings.thanks', 'year.deadline', 'matching.news']);
    const seen = new Map<string, number>();
    for (const { to, kind, text, at, pair } of year.messages) {
      const key = [to, kind, pair, twice.has(kind) ? dayOf(at) : '', kind.startsWith('meetings.') ? dayOf(at) : '', text].join('\n');
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen].filter(([, count]) => count > 1)).toEqual([]);
  });

  it('asks the mentee before the mentor, and shows both all at the same moment (S4.20-S4.25)', () => {
    for (const pair of year.pairs) {
      const [mentee, mentor] = ['matching.askMentee', 'matching.askMentor'].map((kind) => of(kind).filter((message) => message.pair === pair.id));
      expect(mentee?.map(({ to }) => to)).toEqual([pair.mentee]);
      expect(mentor?.map(({ to }) => to)).toEqual(pair.menteeYesAt === undefined ? [] : [pair.mentor]);
      expect(pair.proposedAt <= (pair.menteeYesAt ?? pair.proposedAt)).toBe(true);
      expect((pair.menteeYesAt ?? '') <= (pair.mentorYesAt ?? pair.menteeYesAt ?? '')).toBe(true);
      const revealed = of('matching.reveal').filter((message) => message.pair === pair.id);
      expect(revealed.map(({ to }) => to).sort()).toEqual(pair.revealedAt === undefined ? [] : [pair.mentee, pair.mentor].sort());
      expect(new Set(revealed.map(({ at }) => at)).size).toBeLessThanOrEqual(1);
    }
  });

  it('says nothing of who the other one is before both have said yes (S4.21-S4.23)', () => {
    const secretsOf = (id: string) =>
      [...(person(id)?.name.split(' ') ?? []), person(id)?.email ?? '', employers.get(id) ?? ''].filter((one) => /^\p{Lu}..|@/u.test(one));
    const leaks = year.pairs.flatMap((pair: PairRecord) =>
      (
        [
          ['mentee', 'mentor'],
          ['mentor', 'mentee'],
        ] as const
      ).flatMap(([reader, other]) => {
        const before = year.messages.filter(({ to, at }) => to === pair[reader] && (pair.revealedAt === undefined || at < pair.revealedAt));
        return before.flatMap(({ kind, text }) => secretsOf(pair[other]).flatMap((secret) => (holds(text, secret) ? [`${pair.id} ${kind}: ${secret}`] : [])));
      }),
    );
    expect(leaks).toEqual([]);
    expect(
      of('matching.reveal').every(({ pair, to, text }) => {
        const found = year.pairs.find(({ id }) => id === pair);
        const other = found?.mentee === to ? found.mentor : found?.mentee;
        return text.includes(person(other ?? '')?.name ?? '-');
      }),
    ).toBe(true);
  });

  it('has pairs within Slack, within Teams, across the two, and in the browser', () => {
    const kinds = new Set(together().map(({ mentee, mentor }) => [person(mentee)?.platform, person(mentor)?.platform].sort().join('-')));
    expect([...kinds]).toEqual(expect.arrayContaining(['slack-slack', 'teams-teams', 'slack-teams']));
    expect([...kinds].some((kind) => kind.includes('web'))).toBe(true);
  });

  it('asks each pair about every two weeks whether they have met (S4.55)', () => {
    for (const pair of together()) {
      const asked = of('meetings.ask')
        .filter((message) => message.pair === pair.id && message.to === pair.mentee)
        .map(({ at }) => Date.parse(at));
      const gaps = asked.slice(1).map((at, index) => (at - (asked[index] ?? 0)) / DAY);
      expect(asked.length, pair.id).toBeGreaterThan(12);
      expect(Math.min(...gaps), pair.id).toBeGreaterThan(6);
      expect(gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)], pair.id).toBeCloseTo(14, -1);
    }
  });

  it('tells coordinators of silence once for each question, and blames nobody', () => {
    const silent = of('meetings.silent');
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.every(({ to }) => person(to)?.role === 'coordinator')).toBe(true);
    const blame = /you (have )?(failed|ignored|forgot)|glömt|misslyck|olvid|fallad|no has respond|you have not|du har inte svarat/i;
    expect(year.messages.filter(({ text }) => blame.test(text)).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([]);
  });
});
