// The coordinator's first page: the plan before anybody is asked. What needs a decision stands above what is only read.

import { listed, quote, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import type { Participation } from '../../orientation/participation.ts';
import type { Cohort } from '../../programme/index.ts';
import { dotted, type People, strongest } from './fit-view.ts';
import { brokenLines, leftBlocks } from './left-view.ts';
import { goodText, priceText, proofText } from './measures-view.ts';
import { movesList, shortened } from './moves-view.ts';
import { type Mode, MODES } from '../run.ts';
import type { HardRules } from '../settings/settings.ts';
import type { Comparison, Plan } from '../solving.ts';

/** One page of a long plan. */
const PAGE = 12;
const MOST_CHANGES = 8;
const MOST_MOVED = 30;
const MOST_IDLE = 8;

export interface PreviewLook {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  readonly plan: Plan;
  readonly people: People;
  /** Whether the reader may decide as well as look. */
  readonly may: boolean;
  /** The first pair to show. */
  readonly from: number;
  readonly mode: Mode;
  /** The number of the settings' version; 0: those that come with the product. */
  readonly weighing: number;
  /** Since somebody last looked; missing where nobody has. */
  readonly changed?: Comparison['changes'];
  /** All proposals that wait for an answer, whether or not this plan may move them. */
  readonly waiting?: number;
  /** Profiles that are not sent in and so take no part. */
  readonly drafts?: number;
  /** What the rules ask for. */
  readonly language?: HardRules['language'];
}

/** Every page says what stands in the way and what would be taken back; only the first tells of the rest. */
export function previewPage(look: PreviewLook, opening?: Text): Message {
  const { cohort, plan, from } = look;
  const first = from === 0;
  return message([
    heading(say('matching.preview.title', { cohort: quote(cohort.name) })),
    ...(opening ? [paragraph(opening)] : []),
    paragraph(countText(look)),
    ...(first && plan.pairs.length > 0 ? [paragraph(goodText(plan)), note(proofText(plan)), note(priceText(plan))] : []),
    ...brokenLines(look),
    ...(first ? leftBlocks(look) : []),
    ...(first ? changedBlocks(look) : []),
    ...movedBlocks(look),
    ...tableBlocks(look),
    ...(first ? smallPrint(look) : []),
    ...decisions(look),
  ]);
}

function countText({ plan, waiting = 0 }: PreviewLook): Text {
  const [matched, all] = [plan.pairs.length, plan.pairs.length + plan.left.length];
  if (all === 0) return say('matching.preview.nobody');
  const open = plan.pairs.filter((pair) => pair.open).length;
  return waiting + open === 0 ? say('matching.preview.count', { matched, all }) : say('why.preview.asked', { matched, all, open });
}

function changedBlocks({ changed = [], people }: PreviewLook): readonly Block[] {
  return changed.length === 0 ? [] : [heading(say('why.changed.title')), movesList(changed, people, MOST_CHANGES)];
}

/** Where questions are open, how much may move is the coordinator's choice; whom it takes back is named before anything can be published. */
function movedBlocks(look: PreviewLook): readonly Block[] {
  const { plan, people, mode, waiting = 0 } = look;
  if (waiting + plan.moved.length + plan.pairs.filter((pair) => pair.open).length === 0) return [];
  const lines = plan.moved.map(({ menteeId, mentorId }) => say('why.two', { mentee: people(menteeId), mentor: people(mentorId) }));
  const named = [heading(say('why.moved.title')), paragraph(say('why.moved.text', { n: lines.length })), shortened(lines, MOST_MOVED)];
  const modes = MODES.filter((one) => one !== mode).map(
    (one): Button => ({ label: say(`why.button.${one}`), action: 'matching.preview', about: { cohort: look.cohort.id, mode: one } }),
  );
  return [...(lines.length > 0 ? named : []), note(say(`why.mode.${mode}`)), actions(...modes)];
}

function tableBlocks({ cohort, plan, people, from }: PreviewLook): readonly Block[] {
  const shown = plan.pairs.slice(from, from + PAGE);
  if (shown.length === 0) return [];
  const part = say('matching.preview.part', { from: from + 1, to: from + shown.length, all: plan.pairs.length });
  return [
    {
      block: 'table',
      caption: say('matching.preview.caption'),
      head: [say('matching.column.mentee'), say('matching.column.mentor'), say('matching.column.fit'), say('matching.column.why')],
      rows: shown.map(({ menteeId, mentorId, fit, locked, open }) => [
        people(menteeId),
        people(mentorId),
        say('matching.number', { n: fit.score }),
        dotted([...(open ? [say('why.open')] : []), ...(locked ? [say('matching.reason.locked')] : []), ...strongest(fit)]),
      ]),
    },
    ...(plan.pairs.length > shown.length ? [note(part)] : []),
    note(say('why.preview.closer')),
    actions(
      ...shown.map(({ menteeId, mentorId }): Button => {
        const two = { mentee: people(menteeId), mentor: people(mentorId) };
        const about = { cohort: cohort.id, mentee: menteeId, mentor: mentorId };
        return { label: two.mentee, hint: say('why.two', two), action: 'matching.pair', about };
      }),
    ),
  ];
}

function smallPrint({ plan, people, waiting = 0, drafts = 0, weighing }: PreviewLook): readonly Block[] {
  const about: Text[] = [
    ...(waiting > 0 ? [say('matching.preview.open', { n: waiting })] : []),
    ...(drafts > 0 ? [say('matching.preview.drafts', { n: drafts })] : []),
    ...(weighing > 0 ? [say('why.preview.made', { n: weighing })] : []),
  ];
  return [...(plan.idle.length > 0 ? [note(idleText(plan, people))] : []), ...(about.length > 0 ? [note(dotted(about))] : [])];
}

function idleText({ idle }: Plan, people: People): Text {
  const mentors = listed(idle.slice(0, MOST_IDLE).map(people));
  return idle.length > MOST_IDLE ? say('why.preview.idle', { n: idle.length, mentors }) : say('matching.preview.idle', { mentors });
}

/** What is decided stands apart from what can be tried and set. */
function decisions(look: PreviewLook): readonly Block[] {
  const { cohort, plan, may, from, mode } = look;
  const about = { cohort: cohort.id };
  const more: Button = { label: say('matching.button.more'), action: 'matching.more', about: { ...about, from: from + PAGE, mode } };
  const start: Button = { label: say('why.button.start'), action: 'matching.preview', about: { ...about, mode } };
  const now: Button[] = [
    ...(may && asked(plan) > 0 ? [publishButton(look)] : []),
    ...(plan.pairs.length > from + PAGE ? [more] : []),
    ...(from > 0 ? [start] : []),
    { label: say('matching.button.status'), action: 'matching.status', about },
  ];
  const next: Button[] = [
    { label: say('why.button.whatIf'), action: 'matching.whatIf', about },
    { label: say('why.button.measures'), action: 'matching.measures', about },
    { label: say('weights.button.weights'), action: 'matching.weights', about },
    { label: say('weights.button.dial'), action: 'matching.dial', about },
    { label: say('weights.button.rules'), action: 'matching.rules', about },
    ...(may ? [{ label: say('why.button.undo'), action: 'matching.undo', about }] : []),
  ];
  return [actions(...now), ...(from === 0 ? [actions(...next)] : [])];
}

/** Whom publishing would ask. */
function asked({ pairs }: Plan): number {
  return pairs.filter((pair) => !pair.open).length;
}

function publishButton({ cohort, plan, mode }: PreviewLook): Button {
  const [n, moved] = [asked(plan), plan.moved.length];
  const confirm = moved > 0 ? say('why.publish.confirm', { asked: n, moved }) : say('matching.publish.confirm', { asked: n, left: plan.left.length });
  return { label: say('matching.button.publish'), action: 'matching.publish', about: { cohort: cohort.id, seen: plan.seen, mode }, style: 'main', confirm };
}

export function ruleButtons(rule: 'lock' | 'forbid' | null, about: { readonly mentee: string; readonly mentor: string }): readonly Button[] {
  const lock: Button = { label: say('matching.button.lock'), action: 'matching.lock', about };
  const forbid: Button = { label: say('matching.button.forbid'), action: 'matching.forbid', about };
  if (rule === null) return [lock, forbid];
  return [{ label: say(rule === 'lock' ? 'matching.button.unlock' : 'matching.button.allow'), action: 'matching.release', about }];
}

/** Both summaries, as the two will read them: a person looks before anything is sent (S4.21). */
export function summariesPage(
  { mentee, mentor }: { readonly mentee: Participation; readonly mentor: Participation },
  forMentee: readonly Block[],
  forMentor: readonly Block[],
): Message {
  return message([
    heading(say('matching.summaries.title')),
    paragraph(say('matching.summaries.first', { reader: who(mentee.personId), about: who(mentor.personId) })),
    ...forMentee,
    { block: 'divider' },
    paragraph(say('matching.summaries.second', { reader: who(mentor.personId), about: who(mentee.personId) })),
    ...forMentor,
    note(say('matching.summaries.note')),
    actions({ label: say('matching.button.back'), action: 'matching.pair', about: { cohort: mentee.cohortId, mentee: mentee.id, mentor: mentor.id } }),
  ]);
}
