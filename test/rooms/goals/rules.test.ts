// Who may see a goal, which dates it may have, what a mentor may ask.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilIn } from '../../../src/mentoring/calendar/index.ts';
import type { Goal } from '../../../src/mentoring/goals/goal.ts';
import { questionsToAsk } from '../../../src/mentoring/goals/questions.ts';
import {
  dueFault,
  inOrder,
  letGo,
  mentorSees,
  momentOf,
  type Partner,
  reached,
  seenBy,
  sharingChoice,
  sharingOf,
  takenUp,
  withNote,
} from '../../../src/mentoring/goals/rules.ts';
import { civilOf, instantOf } from '../../../src/time.ts';

const TODAY = civilOf('2026-09-01');
const NOW = instantOf('2026-09-01T08:00:00Z');
const TEXT = { title: 'Hold a talk', specific: '', measurable: '', achievable: '', relevant: '' };

function goalOf(of: Partial<Goal> = {}): Goal {
  return {
    id: 'g1',
    personId: 'bo',
    pairId: 'p1',
    visibility: 'pair',
    state: 'active',
    text: TEXT,
    dueOn: null,
    progress: 0,
    notes: [],
    createdAt: NOW,
    doneAt: null,
    ...of,
  };
}

const BO: Partner = { pairId: 'p1', personId: 'bo' };

describe('who sees a goal', () => {
  it('is the mentor of the pair that it was shared with, and nobody else (C27)', () => {
    expect(mentorSees(goalOf(), [BO])).toBe(true);
    expect(mentorSees(goalOf(), [{ pairId: 'p2', personId: 'bo' }])).toBe(false);
    expect(mentorSees(goalOf(), [{ pairId: 'p1', personId: 'carla' }])).toBe(false);
    expect(mentorSees(goalOf(), [])).toBe(false);
  });

  it('is whoever becomes the mentor, where it was shared before there was one', () => {
    expect(mentorSees(goalOf({ pairId: null }), [BO])).toBe(true);
    expect(mentorSees(goalOf({ pairId: null }), [{ pairId: 'p1', personId: 'carla' }])).toBe(false);
  });

  it('is never the mentor where it is private or was let go, whatever else is true of it', () => {
    const anyGoal = fc.record({
      pairId: fc.constantFrom('p1', 'p2', null),
      state: fc.constantFrom('active', 'done', 'dropped'),
      visibility: fc.constantFrom('private', 'pair'),
    });
    const anyPartners = fc.array(fc.record({ pairId: fc.constantFrom('p1', 'p2'), personId: fc.constantFrom('bo', 'carla') }));
    fc.assert(
      fc.property(anyGoal, anyPartners, (of, partners) => {
        const goal = goalOf(of);
        if (mentorSees(goal, partners)) expect([goal.visibility, goal.state === 'dropped']).toEqual(['pair', false]);
      }),
    );
  });

  it('is the same seen from both ends', () => {
    const mentors = [{ pairId: 'p1', personId: 'anna' }];
    for (const pairId of ['p1', 'p2', null]) {
      for (const visibility of ['private', 'pair'] as const) {
        for (const state of ['active', 'done', 'dropped'] as const) {
          const goal = goalOf({ pairId, visibility, state });
          expect(seenBy(goal, mentors).length > 0, `${pairId} ${visibility} ${state}`).toBe(mentorSees(goal, [BO]));
        }
      }
    }
  });
});

describe('sharing', () => {
  const mentors = [
    { pairId: 'p1', personId: 'anna' },
    { pairId: 'p2', personId: 'erik' },
  ];

  it('is with the pair that was chosen, or with the first one', () => {
    expect(sharingOf('p2', mentors, null)).toEqual({ visibility: 'pair', pairId: 'p2' });
    expect(sharingOf('pair', mentors, null)).toEqual({ visibility: 'pair', pairId: 'p1' });
    expect(sharingOf('pair', [], null)).toEqual({ visibility: 'pair', pairId: null });
  });

  it('is refused with a pair that is not, or is no longer, one’s own', () => {
    expect(sharingOf('p3', mentors, null)).toBeNull();
    expect(sharingOf('p1', [], goalOf())).toBeNull();
  });

  it('remembers the pair when taken back, so that the mentor is not told twice', () => {
    expect(sharingOf('private', mentors, goalOf())).toEqual({ visibility: 'private', pairId: 'p1' });
  });

  it('is shown in the form as it is: with an ended pair it counts as private', () => {
    expect(sharingChoice(goalOf(), mentors)).toBe('p1');
    expect(sharingChoice(goalOf({ pairId: 'p9' }), mentors)).toBe('private');
    expect(sharingChoice(goalOf({ pairId: null }), [])).toBe('pair');
    expect(sharingChoice(goalOf({ pairId: null }), mentors)).toBe('p1');
    expect(sharingChoice(goalOf({ visibility: 'private' }), mentors)).toBe('private');
  });
});

describe('the date', () => {
  it('may be today, in the person’s own place', () => {
    // One instant, three days on the walls of the world.
    const at = instantOf('2026-09-01T10:30:00Z');
    const days = ['Pacific/Kiritimati', 'Europe/Stockholm', 'Pacific/Pago_Pago'].map((zone) => civilIn(at, zone));
    expect(days).toEqual(['2026-09-02', '2026-09-01', '2026-08-31']);
    expect(days.map((today) => dueFault(civilOf('2026-09-01'), today, null)?.say)).toEqual(['error.past', undefined, undefined]);
  });

  it('lies at most three years ahead, also from a leap day', () => {
    expect(dueFault(civilOf('2029-09-01'), TODAY, null)).toBeNull();
    expect(dueFault(civilOf('2029-09-02'), TODAY, null)?.say).toBe('goals.error.tooFar');
    expect(dueFault(civilOf('2031-02-28'), civilOf('2028-02-29'), null)).toBeNull();
    expect(dueFault(civilOf('2031-03-01'), civilOf('2028-02-29'), null)?.say).toBe('goals.error.tooFar');
  });

  it('that has passed may stay, so that the rest of the goal can be mended', () => {
    const passed = civilOf('2026-08-01');
    expect(dueFault(passed, TODAY, passed)).toBeNull();
    expect(dueFault(passed, TODAY, civilOf('2026-08-02'))?.say).toBe('error.past');
  });

  it('may be left out', () => expect(dueFault(null, TODAY, null)).toBeNull());
});

describe('the life of a goal', () => {
  it('comes back from done to where it was, and from let go as it was', () => {
    const halfway = withNote(goalOf(), { at: NOW, by: 'bo', text: 'first talk held', progress: 40 });
    const done = reached(halfway, NOW);
    expect([done.state, done.progress, done.doneAt]).toEqual(['done', 100, NOW]);
    expect(takenUp(done)).toEqual(halfway);
    expect(takenUp(letGo(halfway))).toEqual(halfway);
    expect(takenUp(reached(goalOf(), NOW)).progress).toBe(0);
  });

  it('is new, halfway, late or done', () => {
    expect(momentOf(goalOf(), TODAY)).toBe('new');
    expect(momentOf(goalOf({ progress: 1 }), TODAY)).toBe('halfway');
    expect(momentOf(goalOf({ dueOn: TODAY }), TODAY)).toBe('new');
    expect(momentOf(goalOf({ dueOn: civilOf('2026-08-31') }), TODAY)).toBe('late');
    expect(momentOf(goalOf({ dueOn: civilOf('2026-08-31'), progress: 100 }), TODAY)).toBe('halfway');
    expect(momentOf(goalOf({ dueOn: civilOf('2026-08-31'), state: 'done' }), TODAY)).toBe('done');
  });

  it('stands in order: under way by date, then done, then let go', () => {
    const goals = [
      goalOf({ id: 'a', state: 'dropped' }),
      goalOf({ id: 'b', state: 'done' }),
      goalOf({ id: 'c' }),
      goalOf({ id: 'd', dueOn: civilOf('2027-01-01') }),
      goalOf({ id: 'e', dueOn: civilOf('2026-10-01') }),
      goalOf({ id: 'f', state: 'done' }),
    ];
    expect(inOrder(goals).map((goal) => goal.id)).toEqual(['e', 'd', 'c', 'f', 'b', 'a']);
  });
});

describe('what a mentor may ask (S0.13, S4.35)', () => {
  const keys = (goal: Goal) => questionsToAsk(goal, TODAY).map((question) => question.say);
  const clear = {
    title: 'Hold a talk in English',
    specific: 'Hold a talk at the spring seminar in May',
    measurable: '3 colleagues have heard it',
    achievable: 'Ask Erik for a slot',
    relevant: 'Because I need it',
  };
  const due = civilOf('2027-01-15');

  it('begins with the weak letters of a new goal', () => {
    expect(keys(goalOf())).toEqual(['goals.ask.specific.picture', 'goals.ask.measurable.know', 'goals.ask.new.strength']);
    expect(keys(goalOf({ text: clear, dueOn: due }))).toEqual(['goals.ask.new.strength', 'goals.ask.new.firstStep']);
  });

  it('begins with where the goal stands, once it is under way', () => {
    expect(keys(goalOf({ progress: 30 }))).toEqual(['goals.ask.halfway.worked', 'goals.ask.halfway.obstacle', 'goals.ask.specific.picture']);
    expect(keys(goalOf({ text: clear, dueOn: civilOf('2026-08-01') }))).toEqual(['goals.ask.late.changed', 'goals.ask.late.right']);
    expect(keys(goalOf({ state: 'done' }))).toEqual(['goals.ask.done.proud', 'goals.ask.done.next']);
  });
});
