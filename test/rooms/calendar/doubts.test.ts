// What is doubtful about a calendar, by itself and beside others, and what is proposed (Q4 to Q8, A.6).

import { describe, expect, it } from 'vitest';
import { type Doubt, doubtsOf, doubtWords, mendWords, type PlanMilestone, TEMPLATE_PLANS } from '../../../src/mentoring/calendar/index.ts';
import { type Civil, civilOf } from '../../../src/time.ts';
import { besides, calendarOf, inAll, inWords } from './calendars.ts';

type Kind = Doubt['kind'];

function found(kind: Kind, doubts: readonly Doubt[]): readonly Doubt[] {
  return doubts.filter((doubt) => doubt.kind === kind);
}

/** "closing 2028-05-25 -> closing 2028-05-18". */
function short({ milestones, day, mend }: Doubt): string {
  const places = milestones.map(({ id }) => id).join('+');
  const to = mend && 'from' in mend ? ` -> ${mend.milestone} ${mend.from}` : '';
  return `${places} ${day}${to}`;
}

function shift(milestone: string, day: string) {
  return { milestone, from: civilOf(day), until: civilOf(day) };
}

const september = (milestones: (all: readonly PlanMilestone[]) => PlanMilestone[]) => ({
  plan: { milestones: milestones(TEMPLATE_PLANS.september.milestones) },
});

describe('the calendars of 2026/27', () => {
  it('have these doubts and no others', () => {
    const kinds = (['september', 'january'] as const).map((template) => {
      const year = template === 'september' ? 2026 : 2027;
      const own = calendarOf(template, year);
      return doubtsOf(own, besides(own, year)).map((doubt) => `${doubt.severity} ${doubt.kind} ${short(doubt)}`);
    });
    expect(kinds).toEqual([
      ['look reply-window matching-ready 2026-09-03', 'look same-day mid-gathering+mentor-training 2027-01-28', 'look week-holiday pair-meeting-5 2027-03-26'],
      [
        'mend holiday results 2027-01-01 -> results 2026-12-30',
        'look same-day mentor-training+mid-gathering 2027-01-28',
        'look week-holiday pair-meeting-3 2027-05-06',
        'look nobody mid-gathering 2027-06-10',
      ],
    ]);
  });
});

describe('two gatherings on one day', () => {
  it('of one programme, in years whose 1 September is a Thursday: the trainings come a week earlier (A.6)', () => {
    const doubts = [2022, 2026, 2033, 2039].flatMap((year) => found('same-day', doubtsOf(calendarOf('september', year), [])));
    expect(doubts.map(short)).toEqual(['2022', '2033', '2039'].map((year) => `mentor-training+kickoff ${year}-09-22 -> mentee-training ${year}-09-14`));
    expect(doubts.every(({ severity }) => severity === 'mend')).toBe(true);
  });

  it('are none where an evening belongs to its day, and are where it begins before the day is over', () => {
    expect(found('same-day', doubtsOf(calendarOf('january', 2027), []))).toEqual([]);
    const early = (one: PlanMilestone): PlanMilestone =>
      one.id === 'closing-evening' ? { ...one, parts: one.parts.map((part) => ({ ...part, from: '15:00' })) } : one;
    const doubts = found(
      'same-day',
      doubtsOf(
        calendarOf(
          'september',
          2026,
          september((all) => all.map(early)),
        ),
        [],
      ),
    );
    expect(doubts).toMatchObject([{ sameHours: true, milestones: [{ id: 'closing' }, { id: 'closing-evening' }] }]);
  });

  it('are none where nobody can be invited twice', () => {
    // Mentees of the one and mentors of the other, without former pairs, who come to both.
    const alone = (one: PlanMilestone): PlanMilestone => ({ ...one, parts: one.parts.map((part) => ({ ...part, audience: part.audience.slice(0, 1) })) });
    const trainings = (all: readonly PlanMilestone[]) => all.map((one) => (one.id.endsWith('-training') ? alone(one) : one));
    const shifts = [shift('mentor-training', '2026-09-16')];
    expect(found('same-day', doubtsOf(calendarOf('september', 2026, { ...september(trainings), shifts }), []))).toEqual([]);
    expect(found('same-day', doubtsOf(calendarOf('september', 2026, { shifts }), [])).map(short)).toEqual(['mentee-training+mentor-training 2026-09-16']);
  });

  it('of two programmes hurt only where the hours are the same, and one that both share is one', () => {
    const [own, other] = [calendarOf('september', 2026), calendarOf('january', 2027)];
    expect(doubtsOf(own, [other]).some(({ milestones }) => milestones.some(({ id }) => id === 'mingle'))).toBe(false);
    const late = (one: PlanMilestone): PlanMilestone =>
      one.id === 'mentor-training' ? { ...one, parts: one.parts.map((part) => ({ ...part, from: '13:00', until: '16:00' })) } : one;
    const clash = calendarOf('january', 2027, { plan: { milestones: TEMPLATE_PLANS.january.milestones.map(late) } });
    for (const [one, two] of [
      [own, clash],
      [clash, own],
    ] as const) {
      const [doubt] = found('same-day', doubtsOf(one, [two]));
      expect(doubt).toMatchObject({ severity: 'mend', sameHours: true });
      // The mentors are at home at their training, and guests at the other programme's seminar: the training comes first.
      expect(doubt?.mend && 'together' in doubt.mend && doubt.mend.together.map(({ id }) => id)).toEqual(['mentor-training', 'mid-gathering']);
    }
  });
});

describe('one mingle for two starts', () => {
  it('needs one day: where one calendar has moved it, the other is asked to follow (S2.6)', () => {
    const [autumn, spring] = [calendarOf('september', 2027, { shifts: [shift('mingle', '2027-09-02')] }), calendarOf('january', 2028)];
    expect(found('apart', doubtsOf(spring, [autumn])).map(short)).toEqual(['mingle+mingle 2027-09-03 -> mingle 2027-09-02']);
    expect(found('apart', doubtsOf(autumn, [spring])).map(short)).toEqual(['mingle+mingle 2027-09-02']);
    // A year later it is another mingle.
    expect(found('apart', doubtsOf(autumn, [calendarOf('january', 2027), calendarOf('january', 2029)]))).toEqual([]);
  });
});

describe('the order of the programme', () => {
  it('is broken where a later milestone comes first, and going back is proposed where it was moved', () => {
    const moved = calendarOf('september', 2026, { shifts: [shift('kickoff', '2026-09-14')] });
    expect(found('order', doubtsOf(moved, [])).map(short)).toEqual(['kickoff+mentor-training 2026-09-14 -> kickoff 2026-09-24']);
  });

  it('holds in every year of both templates', () => {
    for (let year = 1970; year <= 2199; year++) {
      for (const template of ['september', 'january'] as const)
        expect(found('order', doubtsOf(calendarOf(template, year, { plan: { holidays: 'none' } }), [])), `${template} ${year}`).toEqual([]);
    }
  });
});

describe('a day off', () => {
  it('moves a gathering a week, on its weekday: people have kept Thursdays free', () => {
    const years = [2021, 2024, 2027, 2029, 2032, 2040];
    expect(years.flatMap((year) => found('holiday', doubtsOf(calendarOf('september', year), [])).map(short))).toEqual([
      'closing 2022-05-26 -> closing 2022-05-19',
      'closing 2025-05-29 -> closing 2025-05-22',
      'closing 2028-05-25 -> closing 2028-05-18',
      'closing 2030-05-30 -> closing 2030-05-23',
      'closing 2033-05-26 -> closing 2033-05-19',
      'closing 2041-05-30 -> closing 2041-05-23',
    ]);
  });

  it('is looked up where the programme is at home (Q15)', () => {
    // 28 February 2030 is a Thursday, and Andalusia’s own day.
    const kickoff = { shifts: [shift('kickoff', '2030-02-28')] };
    const on = (holidays: string) => found('holiday', doubtsOf(calendarOf('january', 2030, { ...kickoff, plan: { holidays } }), [])).map(short);
    expect(on('SE')).toEqual([]);
    expect(on('ES-AN')).toEqual(['kickoff 2030-02-28 -> kickoff 2030-02-21']);
    expect(on('none')).toEqual([]);
  });

  it('within the week of a pair meeting is worth a line', () => {
    const doubts = found('week-holiday', doubtsOf(calendarOf('september', 2026, { plan: { holidays: 'ES-MD' } }), []));
    expect(doubts.map((doubt) => inWords(doubtWords(doubt)))).toEqual([
      'Pair meeting 2: that week has a holiday, All Saints’ Day (Monday 2 November).',
      'Pair meeting 3: that week has 2 holidays, Constitution Day of Spain (Monday 7 December) and Immaculate Conception (Tuesday 8 December).',
      'Pair meeting 5: that week has 2 holidays, Maundy Thursday (Thursday 25 March) and Good Friday (Friday 26 March).',
    ]);
  });
});

describe('the time for two answers', () => {
  const window = (from: Civil | undefined, proposalDays: number) =>
    found('reply-window', doubtsOf(calendarOf('september', 2026), [], { proposalDays, ...(from ? { publishedOn: from } : {}) })).map((doubt) =>
      inWords(doubtWords(doubt)),
    );

  it('is told with the arithmetic, in working days (S4.39)', () => {
    expect(window(undefined, 4)).toEqual([
      '7 days from Thursday 3 September to Thursday 10 September hold 5 working days; two answers of 4 working days need 8.',
    ]);
    expect(window(undefined, 2)).toEqual([]);
  });

  it('begins when sign-up is announced, where that is after the mingle', () => {
    expect(window(civilOf('2026-09-08'), 2)).toEqual([
      '2 days from Tuesday 8 September to Thursday 10 September hold 2 working days; two answers of 2 working days need 4.',
    ]);
    expect(window(civilOf('2026-08-01'), 2)).toEqual([]);
  });
});

describe('an audience of nobody', () => {
  it('is told as counted, where somebody has counted', () => {
    const own = calendarOf('september', 2026);
    const audiences = [
      { milestone: 'kickoff', part: 'day' as const, audience: 'running-mentors' as const, people: 0 },
      { milestone: 'kickoff', part: 'seminar' as const, audience: 'running-mentors' as const, people: 3 },
    ];
    expect(found('nobody', doubtsOf(own, [], { audiences })).map((doubt) => inWords(doubtWords(doubt)))).toEqual([
      'Kick-off: on Thursday 24 September there is nobody to invite among mentors of the running programme.',
    ]);
  });

  it('is known from the calendars otherwise: the first programme of all has nobody beside it', () => {
    expect(found('nobody', doubtsOf(calendarOf('september', 2026), [])).map((doubt) => doubt.kind === 'nobody' && doubt.audience)).toEqual([
      ...['running-mentors', 'running-mentors', 'new-mentors', 'other-pairs'],
    ]);
  });
});

describe('every doubt', () => {
  it('has words in three languages, and so has its proposal', () => {
    const own = calendarOf('september', 2027, { shifts: [shift('kickoff', '2027-09-05'), shift('pair-meeting-1', '2027-09-06')] });
    const mingle = calendarOf('january', 2028, { shifts: [shift('mingle', '2027-09-02')] });
    const doubts = [
      ...doubtsOf(own, [mingle, ...besides(own, 2027)]),
      ...doubtsOf(calendarOf('september', 2028), []),
      ...doubtsOf(calendarOf('september', 2022), []),
    ];
    expect(new Set(doubts.map(({ kind }) => kind))).toEqual(
      new Set(['same-day', 'apart', 'order', 'weekend', 'friday', 'holiday', 'week-holiday', 'reply-window', 'nobody', 'written']),
    );
    for (const doubt of doubts) {
      const mend = mendWords(doubt);
      for (const text of [doubtWords(doubt), ...(mend ? [mend] : [])]) {
        expect(new Set(inAll(text)).size, inWords(text)).toBe(3);
        for (const words of inAll(text)) expect(words).not.toMatch(/[{}]|undefined|null|^[a-zåäöñ]/);
      }
      expect(mend === null, doubt.kind).toBe(doubt.mend === undefined);
    }
  });
});
