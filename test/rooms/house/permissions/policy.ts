// Who may do what: each action of the table with an input that is good, and those for whom it is there.

import { TEMPLATE_PLANS, writePlan } from '../../../../src/mentoring/calendar/index.ts';
import { DEFAULT_SETTINGS } from '../../../../src/mentoring/matching/settings/settings.ts';
import { encoded } from '../../../../src/mentoring/matching/settings/schema.ts';
import { type RoleName, ROLES, type Things } from '../../../support/every-action.ts';

export interface Row {
  readonly action: string;
  /** Which thing, where an action has several rows. */
  readonly about?: string;
  readonly input: (things: Things) => Readonly<Record<string, unknown>>;
  readonly may: readonly RoleName[];
  /** Those of them for whom the things are there; for the others everything must be as if it were not. */
  readonly finds?: readonly RoleName[];
}

const KNOWN = ROLES.filter((role) => role !== 'stranger' && role !== 'left');
const HERE = KNOWN.filter((role) => role !== 'foreignMentee' && role !== 'foreignCoordinator');
const NOBODY: readonly RoleName[] = [];
const VIEW: readonly RoleName[] = ['programme', 'matching', 'readOnly', 'safeguarding'];
const MATCH: readonly RoleName[] = ['programme', 'matching'];
const MANAGE: readonly RoleName[] = ['programme'];
/** Coordinators of their own programmes: they may, but not find these things. */
const ANYWHERE: readonly RoleName[] = ['elsewhere', 'foreignCoordinator'];
const PAIR: readonly RoleName[] = ['mentee', 'mentor'];
const OTHER_PAIR: readonly RoleName[] = ['otherMentee', 'otherMentor'];
const MEMBERS: readonly RoleName[] = [...PAIR, ...OTHER_PAIR, 'formerMentor', 'asked', 'agreed', 'waiting', 'beginner'];

const none = () => ({});
const typed = { title: 'Hold a talk', specific: 'For 30 people', measurable: 'It is held', achievable: '', relevant: '', dueOn: '2026-12-01' };
const page = { next: '' };
const first = { ...page, role: 'mentee', experience: 'Ten years', employer: 'Norrbruk', title: 'Lead', email: 'new@example.org' };
const second = { ...page, help: ['goals'], topics: 'talks', challenges: 'calm', interests: 'skiing' };
const mattering = { first: 'presenting', second: 'none', third: 'goals', other: 'difficult conversations' };
const third = { ...page, languages: ['en'], ideal: 'kind', wishes: 'none', slots: ['mon-am'], timeZone: 'Europe/Madrid', capacity: '' };

/** Upon a cohort by its id, and by its name as it is typed. */
function onCohort(action: string, may: readonly RoleName[]): Row[] {
  return [
    { action, input: ({ cohort }) => ({ cohort, name: '' }), may },
    { action, about: 'by its name', input: ({ cohortName }) => ({ name: cohortName }), may: [...may, ...ANYWHERE], finds: may },
    { action, about: 'of another programme', input: ({ elsewhereCohort }) => ({ cohort: elsewhereCohort }), may: ['elsewhere'] },
  ];
}

function onGoal(
  action: string,
  thing: 'privateGoal' | 'sharedGoal' | 'doneGoal' | 'goalOfBefore',
  more: object = {},
  may: readonly RoleName[] = ['mentee'],
): Row {
  return { action, about: thing, input: (things) => ({ goal: things[thing], ...more }), may };
}

const HOME: readonly Row[] = [
  { action: 'home.show', input: none, may: KNOWN },
  { action: 'home.welcome', input: none, may: KNOWN },
  { action: 'help.show', input: () => ({ typed: '/gaol', guess: '/goal' }), may: KNOWN },
];

const ORIENTATION: readonly Row[] = [
  { action: 'orientation.join', input: ({ cohort }) => ({ cohort }), may: KNOWN, finds: HERE },
  { action: 'orientation.begin', input: ({ cohort }) => ({ cohort }), may: HERE },
  { action: 'orientation.show', input: ({ draft }) => ({ participation: draft }), may: KNOWN, finds: ['beginner'] },
  { action: 'orientation.leave', input: ({ ready }) => ({ participation: ready }), may: KNOWN, finds: ['waiting'] },
  { action: 'orientation.edit', input: ({ draft }) => ({ participation: draft, step: 1 }), may: ['beginner'] },
  { action: 'orientation.about', input: ({ draft }) => ({ participation: draft, ...first }), may: ['beginner'] },
  { action: 'orientation.wants', input: ({ draft }) => ({ participation: draft, ...second }), may: ['beginner'] },
  { action: 'orientation.partner', input: ({ draft }) => ({ participation: draft, ...third }), may: ['beginner'] },
  { action: 'orientation.partner', about: 'sent in', input: ({ ready }) => ({ participation: ready, ...third }), may: ['waiting'] },
  { action: 'orientation.focus', input: ({ draft }) => ({ participation: draft }), may: ['beginner'] },
  { action: 'orientation.confirm', input: ({ draft }) => ({ participation: draft, ...mattering }), may: ['beginner'] },
  { action: 'orientation.submit', input: ({ draft }) => ({ participation: draft }), may: ['beginner'] },
  { action: 'orientation.withdraw', input: ({ ready }) => ({ participation: ready }), may: ['waiting'] },
  { action: 'orientation.language', input: () => ({ language: 'sv' }), may: KNOWN },
];

const PEOPLE: readonly Row[] = [
  { action: 'people.link', input: () => ({ code: '' }), may: KNOWN },
  { action: 'people.claim', input: ({ openLink }) => ({ link: openLink }), may: HERE },
  // Only whoever made the code has the last word.
  { action: 'people.confirm', input: ({ askedLink }) => ({ link: askedLink }), may: ['outsider'] },
  { action: 'people.confirm', about: 'before anybody has typed the code', input: ({ openLink }) => ({ link: openLink }), may: NOBODY },
  { action: 'people.deny', input: ({ askedLink }) => ({ link: askedLink }), may: ['outsider'] },
  { action: 'people.place', input: () => ({ place: '' }), may: KNOWN },
  { action: 'people.place', about: 'a new one', input: () => ({ place: 'web' }), may: KNOWN },
  { action: 'people.accounts', input: none, may: KNOWN },
  { action: 'people.unlink', input: ({ account }) => ({ account }), may: ['waiting'] },
];

const people = 'name,email,role\nNy Person,ny@example.org,mentor';
const PROGRAMME: readonly Row[] = [
  { action: 'programme.list', input: none, may: [...VIEW, ...ANYWHERE] },
  { action: 'programme.coordinators', input: none, may: [...VIEW, ...ANYWHERE] },
  { action: 'programme.new', input: () => ({ name: 'Spring' }), may: [...MANAGE, ...ANYWHERE] },
  {
    action: 'programme.create',
    input: ({ programme }) => ({ programme, name: 'Spring', startsOn: '2027-01-10', endsOn: '2027-10-01', target: 20 }),
    may: MANAGE,
  },
  ...onCohort('programme.show', VIEW),
  ...onCohort('programme.people', VIEW),
  ...onCohort('programme.export', VIEW),
  ...onCohort('programme.import', MANAGE),
  ...onCohort('programme.open', MANAGE),
  ...onCohort('programme.close', MANAGE),
  ...onCohort('programme.channel', MANAGE),
  { action: 'programme.open', about: 'a closed one', input: ({ closedCohort }) => ({ cohort: closedCohort }), may: MANAGE },
  { action: 'programme.setChannel', input: ({ cohort }) => ({ cohort, platform: 'web', conversation: '#general' }), may: MANAGE },
  ...onCohort('programme.terms', MANAGE),
  {
    action: 'programme.setTerms',
    input: ({ programme }) => ({ programme, 'mentee-en': 'student', 'mentee-sv': 'mentee', 'mentee-es': 'tutelado', 'mentor-es': 'mentor' }),
    may: MANAGE,
  },
  { action: 'programme.importRows', input: ({ cohort }) => ({ cohort, csv: people, next: '' }), may: MANAGE },
  { action: 'programme.coordinator', input: ({ programme }) => ({ programme }), may: MANAGE },
  { action: 'programme.grant', input: ({ programme, outsider }) => ({ programme, person: outsider, role: 'matching' }), may: MANAGE },
  {
    action: 'programme.grant',
    about: 'in another programme',
    input: ({ elsewhere, outsider }) => ({ programme: elsewhere, person: outsider, role: 'programme' }),
    may: ['elsewhere'],
  },
  { action: 'programme.revoke', input: ({ grant }) => ({ grant }), may: MANAGE },
];

const EVEN = encoded({ ...DEFAULT_SETTINGS, dial: 'even' });
const two = ({ ready, mentorship }: Things) => ({ mentee: ready, mentor: mentorship });
const MATCHING: readonly Row[] = [
  ...onCohort('matching.preview', VIEW),
  ...onCohort('matching.status', VIEW),
  { action: 'matching.more', input: ({ cohort }) => ({ cohort, from: 0 }), may: VIEW },
  { action: 'matching.publish', input: ({ cohort, seen }) => ({ cohort, seen, mode: 'patch' }), may: MATCH },
  ...['matching.pair', 'matching.summaries'].flatMap((action): Row[] => [
    { action, input: (things) => ({ cohort: things.cohort, ...two(things) }), may: VIEW },
    { action, about: 'somebody of another programme', input: ({ cohort, apart, mentorship }) => ({ cohort, mentee: apart, mentor: mentorship }), may: NOBODY },
  ]),
  { action: 'matching.lock', input: two, may: MATCH },
  { action: 'matching.forbid', input: two, may: MATCH },
  { action: 'matching.release', input: two, may: MATCH },
  { action: 'matching.lock', about: 'somebody of another programme', input: ({ apart, mentorship }) => ({ mentee: apart, mentor: mentorship }), may: NOBODY },
  {
    action: 'matching.two',
    input: ({ waitingName, mentorName }) => ({ kind: 'lock', names: `${waitingName}, ${mentorName}` }),
    may: [...MATCH, ...ANYWHERE],
    finds: MATCH,
  },
  { action: 'matching.two', about: 'without names', input: () => ({ kind: 'lock', names: '' }), may: [...MATCH, ...ANYWHERE] },
  {
    action: 'matching.rule',
    input: ({ waitingPerson, mentorPerson }) => ({ kind: 'lock', first: waitingPerson, second: mentorPerson }),
    may: [...MATCH, ...ANYWHERE],
    finds: MATCH,
  },
  ...['matching.measures', 'matching.whatIf'].flatMap((action) => onCohort(action, VIEW)),
  {
    action: 'matching.why',
    input: ({ waitingName, mentorName }) => ({ names: `${waitingName}, ${mentorName}` }),
    may: [...VIEW, ...ANYWHERE],
    finds: VIEW,
  },
  { action: 'matching.why', about: 'without names', input: () => ({ names: '' }), may: [...VIEW, ...ANYWHERE] },
  {
    action: 'matching.whyTwo',
    input: ({ waitingPerson, mentorPerson }) => ({ first: waitingPerson, second: mentorPerson }),
    may: [...VIEW, ...ANYWHERE],
    finds: VIEW,
  },
  { action: 'matching.alternatives', input: ({ cohort, ready }) => ({ cohort, mentee: ready, from: 0 }), may: VIEW },
  {
    action: 'matching.alternatives',
    about: 'somebody of another programme',
    input: ({ cohort, apart }) => ({ cohort, mentee: apart, from: 0 }),
    may: NOBODY,
  },
  {
    action: 'matching.alternatives',
    about: 'by name',
    input: ({ waitingName }) => ({ name: waitingName }),
    may: [...VIEW, ...ANYWHERE],
    finds: VIEW,
  },
  { action: 'matching.trying', input: (things) => ({ cohort: things.cohort, change: 'lock', ...two(things) }), may: VIEW },
  {
    action: 'matching.trying',
    about: 'somebody of another programme',
    input: ({ cohort, apart, mentorship }) => ({ cohort, change: 'forbid', mentee: apart, mentor: mentorship }),
    may: NOBODY,
  },
  {
    action: 'matching.try',
    input: ({ cohort, waitingPerson, mentorPerson }) => ({ cohort, change: 'lock', first: waitingPerson, second: mentorPerson }),
    may: VIEW,
  },
  ...['matching.weights', 'matching.dial', 'matching.rules'].flatMap((action) => onCohort(action, VIEW)),
  ...onCohort('matching.undo', MATCH),
  { action: 'matching.weightsForm', input: ({ cohort }) => ({ cohort, settings: '' }), may: MATCH },
  { action: 'matching.tryWeights', input: ({ cohort }) => ({ cohort, settings: '', ...DEFAULT_SETTINGS.weights, help: 3 }), may: MATCH },
  { action: 'matching.rulesForm', input: ({ cohort }) => ({ cohort, settings: '' }), may: MATCH },
  {
    action: 'matching.tryRules',
    input: ({ cohort }) => ({ cohort, settings: '', on: ['unit'], language: 'shared', least: 'any', most: 'any', hours: 0 }),
    may: MATCH,
  },
  { action: 'matching.trySettings', input: ({ cohort }) => ({ cohort, page: 'dial', settings: EVEN }), may: MATCH },
  { action: 'matching.saveSettings', input: ({ cohort }) => ({ cohort, page: 'dial', settings: EVEN, number: 0 }), may: MATCH },
  { action: 'matching.undoStep', input: ({ cohort, step }) => ({ cohort, step, seen: 0 }), may: MATCH },
  ...['matching.menteeYes', 'matching.menteeNo'].flatMap((action): Row[] => [
    { action, input: ({ asking }) => ({ proposal: asking, place: 'page' }), may: ['asked'] },
    { action, about: 'already said', input: ({ agreed }) => ({ proposal: agreed, place: 'page' }), may: ['agreed'] },
  ]),
  ...['matching.mentorYes', 'matching.mentorNo'].flatMap((action): Row[] => [
    { action, input: ({ agreed }) => ({ proposal: agreed, place: 'page' }), may: ['mentor'] },
    // A mentor learns nothing of a proposal before the mentee has said yes (S4.20).
    { action, about: 'before the mentee', input: ({ asking }) => ({ proposal: asking, place: 'page' }), may: NOBODY },
  ]),
  { action: 'matching.read', about: 'asked of the mentee', input: ({ asking }) => ({ proposal: asking }), may: ['asked'] },
  { action: 'matching.read', about: 'asked of the mentor', input: ({ agreed }) => ({ proposal: agreed }), may: ['agreed', 'mentor'] },
  { action: 'matching.read', about: 'accepted', input: ({ proposal }) => ({ proposal }), may: PAIR },
];

const CIRCLES: readonly Row[] = [
  ...onCohort('circles.preview', VIEW),
  { action: 'circles.sized', input: ({ cohort }) => ({ cohort, size: 5 }), may: VIEW },
  { action: 'circles.ask', input: ({ cohort }) => ({ cohort, size: 4, seen: '' }), may: MATCH },
  { action: 'circles.answer', input: ({ circle }) => ({ circle, answer: 'yes' }), may: ['asked', 'agreed', 'waiting'] },
];

const GOALS: readonly Row[] = [
  { action: 'goals.list', input: () => ({ from: 0 }), may: KNOWN },
  { action: 'goals.mentees', input: () => ({ from: 0 }), may: KNOWN },
  { action: 'goals.new', input: () => ({ title: 'Hold a talk' }), may: KNOWN },
  { action: 'goals.pick', input: () => ({ to: 'progress', words: 'talk' }), may: KNOWN },
  // Nobody but the owner sees a private goal, not even a mentor or a coordinator (C27).
  onGoal('goals.look', 'privateGoal'),
  onGoal('goals.look', 'sharedGoal', {}, PAIR),
  onGoal('goals.look', 'goalOfBefore'),
  { action: 'goals.save', about: 'a new one', input: () => ({ ...typed, visibility: 'private' }), may: KNOWN },
  { action: 'goals.save', about: 'shared', input: ({ pair }) => ({ ...typed, visibility: pair }), may: KNOWN, finds: ['mentee'] },
  ...(['privateGoal', 'sharedGoal'] as const).flatMap((thing): Row[] => [
    ...['edit', 'progress', 'review', 'helped', 'done', 'drop'].map((name) => onGoal(`goals.${name}`, thing)),
    onGoal('goals.save', thing, { ...typed, visibility: 'private' }),
    onGoal('goals.note', thing, { progress: 40, text: 'Half-way' }),
    onGoal('goals.thank', thing, { text: 'Practice' }),
    onGoal('goals.share', thing, { visibility: 'pair' }),
  ]),
  onGoal('goals.reopen', 'doneGoal'),
];

const MEETINGS: readonly Row[] = [
  { action: 'meetings.show', input: none, may: KNOWN },
  { action: 'meetings.busy', input: () => ({ until: '2026-09-20' }), may: KNOWN },
  { action: 'meetings.pause', input: ({ busy }) => ({ period: busy, from: '2026-09-01', until: '2026-09-20' }), may: KNOWN },
  { action: 'meetings.back', input: none, may: KNOWN, finds: ['mentee'] },
  { action: 'meetings.answer', input: ({ openCheckin, pair }) => ({ checkin: openCheckin, pair, answer: 'met' }), may: PAIR },
  { action: 'meetings.answer', about: 'by its own id alone', input: ({ openCheckin }) => ({ checkin: openCheckin, answer: 'not_yet' }), may: PAIR },
  {
    action: 'meetings.answer',
    about: 'beside a wrong pair',
    input: ({ openCheckin, otherPair }) => ({ checkin: openCheckin, pair: otherPair, answer: 'met' }),
    may: NOBODY,
  },
  { action: 'meetings.change', input: ({ otherPair, answeredCheckin }) => ({ pair: otherPair, checkin: answeredCheckin }), may: OTHER_PAIR },
  {
    action: 'meetings.changed',
    input: ({ otherPair, answeredCheckin }) => ({ pair: otherPair, checkin: answeredCheckin, answer: 'planned', on: '2026-09-15' }),
    may: OTHER_PAIR,
  },
  { action: 'meetings.window', input: ({ window }) => ({ meeting: window, said: 'held' }), may: PAIR },
  { action: 'meetings.talk', input: none, may: KNOWN },
  { action: 'meetings.askTalk', input: ({ pair }) => ({ pair, answer: 'yes' }), may: PAIR },
  { action: 'meetings.askTalk', about: 'of an ended pair', input: ({ endedPair }) => ({ pair: endedPair, answer: 'yes' }), may: NOBODY },
  { action: 'meetings.rhythm', input: ({ pair }) => ({ pair }), may: PAIR },
  { action: 'meetings.rhythm', about: 'of an ended pair', input: ({ endedPair }) => ({ pair: endedPair }), may: NOBODY },
  { action: 'meetings.setRhythm', input: ({ pair }) => ({ pair, rhythm: '28' }), may: PAIR },
  { action: 'meetings.setRhythm', about: 'of an ended pair', input: ({ endedPair }) => ({ pair: endedPair, rhythm: '28' }), may: NOBODY },
  { action: 'meetings.help', input: ({ pair }) => ({ pair }), may: KNOWN, finds: PAIR },
  { action: 'meetings.askContact', input: ({ programme }) => ({ programme, reason: 'time' }), may: MEMBERS },
];

const milestone = (id: string) => (things: Things) => ({ cohort: things.cohort, milestone: id });
const drafted = (more: object) => (things: Things) => ({ cohort: things.draftedCohort, ...more });
const undated = (more: object) => (things: Things) => ({ cohort: things.closedCohort, ...more });
const YEAR: readonly Row[] = [
  ...onCohort('year.show', VIEW),
  { action: 'year.doubts', input: ({ cohort }) => ({ cohort, from: 0 }), may: VIEW },
  { action: 'year.pick', input: ({ cohort }) => ({ cohort }), may: VIEW },
  { action: 'year.why', input: milestone('kickoff'), may: VIEW },
  { action: 'year.exportFile', input: ({ cohort }) => ({ cohort }), may: VIEW },
  { action: 'year.exported', input: ({ cohort }) => ({ cohort, next: '' }), may: VIEW },
  { action: 'year.exported', about: 'as JSON', input: ({ cohort }) => ({ cohort, next: 'json' }), may: VIEW },
  { action: 'year.compare', input: ({ cohort }) => ({ cohort }), may: VIEW },
  { action: 'year.choose', input: undated({}), may: MANAGE },
  { action: 'year.begin', input: undated({ template: 'january', year: '2027' }), may: MANAGE },
  { action: 'year.importForm', input: undated({}), may: MANAGE },
  { action: 'year.importFile', input: undated({ file: writePlan(TEMPLATE_PLANS.january, 'yaml'), year: '2027' }), may: MANAGE },
  { action: 'year.drop', input: drafted({}), may: MANAGE },
  { action: 'year.moveForm', input: milestone('kickoff'), may: MANAGE },
  {
    action: 'year.move',
    input: drafted({
      milestone: 'closing-evening',
      was: '2028-05-26/2028-05-26',
      from: '2028-05-25',
      warned: '2028-05-25/2028-05-25',
      reason: 'Aulan är ledig',
    }),
    may: MANAGE,
  },
  { action: 'year.mend', input: drafted({ milestone: 'mingle', from: '2027-09-02', until: '2027-09-02' }), may: MANAGE },
  { action: 'year.takeBack', input: drafted({ milestone: 'closing', was: '2028-05-26/2028-05-26' }), may: MANAGE },
  { action: 'year.audience', input: milestone('mid-gathering'), may: MANAGE },
  { action: 'year.publish', input: ({ draftedCohort, draftSeen }) => ({ cohort: draftedCohort, seen: draftSeen }), may: MANAGE },
  { action: 'year.rollForm', input: ({ cohort }) => ({ cohort }), may: MANAGE },
  { action: 'year.rollOver', input: ({ cohort }) => ({ cohort, name: 'Norra 2027' }), may: MANAGE },
];

const hours = { from: '13:00', until: '15:00', place: 'Sal 3', link: '', capacity: '' };
const GATHERINGS: readonly Row[] = [
  { action: 'gatherings.mine', input: none, may: KNOWN },
  // An invitation is its reader's alone: who else comes is not theirs to say.
  ...['yes', 'no'].map((answer) => ({
    action: 'gatherings.answer',
    about: answer,
    input: ({ invitation }: Things) => ({ invitations: invitation, answer }),
    may: ['mentee'] as const,
  })),
  { action: 'gatherings.choose', input: ({ invitation }) => ({ invitations: invitation }), may: ['mentee'] },
  { action: 'gatherings.choice', input: ({ invitation }) => ({ invitations: invitation, parts: [invitation] }), may: ['mentee'] },
  ...onCohort('gatherings.list', VIEW),
  { action: 'gatherings.show', input: ({ gathering }) => ({ gathering }), may: VIEW },
  { action: 'gatherings.edit', input: ({ gathering }) => ({ gathering }), may: MANAGE },
  { action: 'gatherings.save', input: ({ gathering }) => ({ gathering, ...hours }), may: MANAGE },
  { action: 'gatherings.cancel', input: ({ gathering }) => ({ gathering }), may: MANAGE },
  ...onCohort('gatherings.workshop', MANAGE),
  {
    action: 'gatherings.addWorkshop',
    input: ({ cohort }) => ({ cohort, ...hours, title: 'Svåra samtal', day: '2026-11-12', audience: ['pairs'] }),
    may: MANAGE,
  },
  { action: 'gatherings.attendance', input: ({ heldGathering }) => ({ gathering: heldGathering }), may: MANAGE },
  { action: 'gatherings.attended', input: ({ heldGathering }) => ({ gathering: heldGathering }), may: MANAGE },
];

const PASSES: readonly Row[] = [
  { action: 'passes.subscribe', input: none, may: KNOWN },
  { action: 'passes.renew', input: none, may: ['mentee'] },
  ...onCohort('passes.cohort', VIEW),
  ...onCohort('passes.join', MANAGE),
];

export const POLICY: readonly Row[] = [
  ...[...HOME, ...ORIENTATION, ...PEOPLE, ...PROGRAMME, ...YEAR, ...GATHERINGS],
  ...[...PASSES, ...MATCHING, ...CIRCLES, ...GOALS, ...MEETINGS],
];

export function nameOf({ action, about }: Row): string {
  return about === undefined ? action : `${action}, ${about}`;
}
