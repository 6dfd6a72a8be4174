// What milestones are called, how rules read, and how a date explains itself.

import { describe, expect, it } from 'vitest';
import {
  dayOf,
  explain,
  milestoneName,
  type PlanMilestone,
  ruleWords,
  TEMPLATE_NAMES,
  TEMPLATE_PLANS,
  theMilestone,
} from '../../../src/mentoring/calendar/index.ts';
import { ruleSchema, WEEK_POLICIES, WEEKDAYS } from '../../../src/mentoring/calendar/rule.ts';
import { civilOf, instantOf } from '../../../src/time.ts';
import { calendarOf, inAll, inWords } from './calendars.ts';

const rule = (written: object) => ruleSchema.parse(written);

describe('a milestone', () => {
  it.each([
    ['kickoff', 'Kick-off', 'Kick-off', 'Sesión inaugural'],
    ['mingle', 'Mentor mingle', 'Mentorsmingel', 'Encuentro informal de mentores y mentoras'],
    ['pair-meeting-3', 'Pair meeting 3', 'Parträff 3', 'Reunión de pareja 3'],
    ['mentee-training', 'Training for mentees', 'Utbildning för adepter', 'Formación de mentorizados/as'],
  ])('of the manual has a name: %s', (id, ...names) => {
    expect(inAll(milestoneName({ id }))).toEqual(names);
  });

  it('of the templates never shows its id', () => {
    for (const { milestones } of TEMPLATE_NAMES.map((name) => TEMPLATE_PLANS[name])) {
      for (const one of milestones)
        for (const name of [...inAll(milestoneName(one)), ...inAll(theMilestone(one))]) expect(name).not.toMatch(new RegExp(`^${one.id}$|[“”«»]`));
    }
  });

  it('of one’s own is called as its file calls it', () => {
    const own = { id: 'picnic', title: 'Picnic by the lake' };
    expect(inAll(milestoneName(own))).toEqual(['Picnic by the lake', 'Picnic by the lake', 'Picnic by the lake']);
    expect(inAll(theMilestone(own))).toEqual(['“Picnic by the lake”', '”Picnic by the lake”', '«Picnic by the lake»']);
    expect(inWords(milestoneName({ id: 'kickoff', title: 'Welcome day' }))).toBe('Welcome day');
  });
});

describe('a rule', () => {
  it.each([
    [{ kind: 'nth', nth: 2, weekday: 'thursday', month: 9 }, 'second Thursday of September', 'andra torsdagen i september', 'segundo jueves de septiembre'],
    [{ kind: 'last', weekday: 'wednesday', month: 1 }, 'last Wednesday of January', 'sista onsdagen i januari', 'último miércoles de enero'],
    [{ kind: 'date', month: 9, day: 3, year: -1 }, '3 September, the year before', '3 september året före', '3 de septiembre del año anterior'],
    [{ kind: 'week', which: 'first', month: 10 }, 'first whole week of October', 'första hela veckan i oktober', 'primera semana completa de octubre'],
    [{ kind: 'month', month: 12 }, 'in December', 'i december', 'en diciembre'],
    [
      { kind: 'after', milestone: 'mentee-training', days: 1 },
      ...['the day after the training for mentees', 'dagen efter utbildningen för adepter', 'el día después de la formación de mentorizados/as'],
    ],
    [
      { kind: 'after', milestone: 'mingle', days: -4, working: true },
      ...[
        '4 working days before the mentor mingle',
        '4 arbetsdagar före mentorsminglet',
        '4 días laborables antes del encuentro informal de mentores y mentoras',
      ],
    ],
    [
      { kind: 'after', milestone: 'closing', days: 0 },
      'the same day as the closing gathering',
      'samma dag som avslutningsträffen',
      'el mismo día que el encuentro de cierre',
    ],
    [
      { kind: 'between', from: 'kickoff', until: 'closing' },
      ...['from the kick-off to the closing gathering', 'från kick-offen till avslutningsträffen', 'desde la sesión inaugural hasta el encuentro de cierre'],
    ],
  ])('reads as people say it: %j', (written, ...words) => {
    expect(inAll(ruleWords(rule(written), 'whole-weeks'))).toEqual(words);
  });

  it('tells its week policy: no two read the same (Q1, Q2)', () => {
    const said = WEEK_POLICIES.flatMap((weeks) =>
      (['first', 'last'] as const).flatMap((which) => inAll(ruleWords(rule({ kind: 'week', which, month: 5 }), weeks))),
    );
    expect(new Set(said).size).toBe(WEEK_POLICIES.length * 2 * 3);
  });

  it('has words for every weekday, month and count', () => {
    const said = new Set<string>();
    for (const weekday of WEEKDAYS) {
      for (let month = 1; month <= 12; month++) {
        for (let nth = 1; nth <= 5; nth++) for (const words of inAll(ruleWords(rule({ kind: 'nth', nth, weekday, month }), 'whole-weeks'))) said.add(words);
      }
    }
    expect(said.size).toBe(7 * 12 * 5 * 3);
  });

  it('names milestones of one’s own by their titles', () => {
    const all = [{ id: 'picnic', title: 'Picnic' }];
    expect(inAll(ruleWords(rule({ kind: 'after', milestone: 'picnic', days: 2 }), 'whole-weeks', all))).toEqual([
      ...['2 days after “Picnic”', '2 dagar efter ”Picnic”', '2 días después de «Picnic»'],
    ]);
  });
});

describe('a date', () => {
  const shift = (milestone: string, day: string, reason: string) => ({
    ...{ milestone, from: civilOf(day), until: civilOf(day), reason },
    ...{ by: 'anna', at: instantOf('2026-06-01T09:00Z') },
  });

  function explained(template: 'september' | 'january', year: number, id: string, shifts: ReturnType<typeof shift>[] = []): readonly string[][] {
    const calendar = { plan: TEMPLATE_PLANS[template], year, shifts };
    const dated = dayOf(calendarOf(template, year, { shifts }).dates, id);
    return dated ? explain(dated, calendar).map((text) => [...inAll(text)]) : [];
  }

  it('explains itself: its rule, and what the manual wrote (Q5)', () => {
    expect(explained('september', 2026, 'matching-ready')).toEqual([
      [
        'By its rule: second Thursday of September. The programme starts in 2026.',
        ...[
          'Enligt regeln: andra torsdagen i september. Programmet startar 2026.',
          'Según la regla: segundo jueves de septiembre. El programa empieza en 2026.',
        ],
      ],
      ['Matches the manual’s 10/9.', 'Stämmer med manualens 10/9.', 'Coincide con el 10/9 del manual.'],
      ['At the latest on this day.', 'Senast den här dagen.', 'Como muy tarde este día.'],
    ]);
    expect(explained('september', 2027, 'kickoff')[1]?.[0]).toBe('The manual says 24/9, which was right in another year. The rule holds.');
  });

  it('says who moved it, from when, and why; and what moved with it', () => {
    const shifts = [shift('mentee-training', '2026-09-14', 'first thought'), shift('mentee-training', '2026-09-15', 'the hall is taken')];
    expect(explained('september', 2026, 'mentee-training', shifts).at(-1)).toEqual([
      'Moved from Wednesday 16 September by Anna Lind. The reason: the hall is taken',
      'Flyttad från onsdag 16 september av Anna Lind. Skälet: the hall is taken',
      'Estaba fijado para el miércoles 16 de septiembre; lo cambió Anna Lind. El motivo: the hall is taken',
    ]);
    expect(explained('september', 2026, 'mentor-training', shifts).at(-1)?.[0]).toBe('Follows the training for mentees, which has been moved.');
    expect(explained('september', 2026, 'kickoff', shifts)).toHaveLength(2);
  });

  it('says what holiday it is, and when the talk of three is offered (S2.20)', () => {
    expect(explained('january', 2027, 'results').at(-1)).toEqual([
      ...['Friday 1 January is a holiday, New Year’s Day.', 'Ledig dag: nyårsdagen, fredag 1 januari.', 'Festivo: Año Nuevo, viernes 1 de enero.'],
    ]);
    expect(explained('september', 2026, 'three-party-talk').at(-1)?.[0]).toBe('Always open to each pair, and offered to all from Thursday 29 April on.');
  });

  it('of a milestone whose rule gives no day says who put it there', () => {
    const never: PlanMilestone = { ...TEMPLATE_PLANS.september.milestones[0], rule: rule({ kind: 'date', month: 2, day: 29 }) } as PlanMilestone;
    const plan = { ...TEMPLATE_PLANS.september, milestones: [never] };
    const shifts = [shift('call', '2026-03-01', 'no leap year')];
    const dated = dayOf(calendarOf('september', 2026, { plan, shifts }).dates, 'call');
    expect(
      dated &&
        explain(dated, { plan, year: 2026, shifts })
          .map((text) => inWords(text))
          .at(-1),
    ).toBe('Placed on this day by Anna Lind. The reason: no leap year');
  });
});
