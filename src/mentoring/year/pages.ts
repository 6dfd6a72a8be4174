// The coordinator's page of a calendar: what is next and what is doubtful first, then the picture and every date.

import { onDay, quote, say, type Text, who } from '../../bot/views/text.ts';
import { actions, type Block, type Button, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import { type DatedMilestone, type Doubt, milestoneName, ruleWords } from '../calendar/index.ts';
import { showButton } from '../programme/index.ts';
import { doubtBlocks } from './doubt-views.ts';
import { pictureOf } from './picture/view.ts';
import { aheadOf, shiftOf } from './rules.ts';
import type { Scene } from './scene.ts';
import { clipped, daysText, faultText, holidaysText, planAndYear } from './words.ts';

/** As many doubts stand on the first page; the rest on pages of their own. */
const FEW = 4;
/** How many doubts a page of their own has. */
const PAGE = 8;

export function page(scene: Scene, opening?: Text): Message {
  const { cohort, doubts, terms } = scene;
  const more: Button = { label: say('year.button.more'), action: 'year.doubts', about: { cohort: cohort.id, from: FEW } };
  const first = firstButtons(scene);
  return message(
    [
      heading(say('year.title', { cohort: quote(cohort.name) })),
      ...(opening ? [paragraph(opening)] : []),
      paragraph(stateText(scene)),
      ...nextBlocks(scene),
      ...doubtBlocks(scene, doubts.slice(0, FEW)),
      ...(doubts.length > FEW ? [note(say('year.doubts.part', { from: 1, to: FEW, all: doubts.length })), actions(more)] : []),
      ...(first.length > 0 ? [actions(...first)] : []),
      pictureOf(scene),
      ...yearTables(scene),
      note(holidaysText(scene.year.plan, scene.language)),
      actions(...furtherButtons(scene)),
    ],
    terms,
  );
}

/** The rest of a long list of doubts. */
export function doubtsPage(scene: Scene, from: number): Message {
  const { cohort, doubts, terms } = scene;
  const shown = doubts.slice(from, from + PAGE);
  const next = from + PAGE;
  return message(
    [
      ...(shown.length === 0 ? [paragraph(say('year.doubts.none'))] : doubtBlocks(scene, shown)),
      ...(shown.length < doubts.length && shown.length > 0
        ? [note(say('year.doubts.part', { from: from + 1, to: from + shown.length, all: doubts.length }))]
        : []),
      actions(
        ...(doubts.length > next ? [{ label: say('year.button.more'), action: 'year.doubts', about: { cohort: cohort.id, from: next } }] : []),
        backButton(scene),
      ),
    ],
    terms,
  );
}

export function backButton({ cohort }: Pick<Scene, 'cohort'>): Button {
  return { label: say('year.button.back'), action: 'year.show', about: { cohort: cohort.id } };
}

function stateText({ year, publishedOn }: Scene): Text {
  const plan = planAndYear(year);
  if (!publishedOn || !year.publishedBy) return say('year.state.draft', { plan });
  return say('year.state.published', { plan, person: who(year.publishedBy), day: onDay(publishedOn, 'short') });
}

function nextBlocks(scene: Scene): readonly Block[] {
  const { year, dates, doubts, today } = scene;
  const count = doubts.length;
  if (dates.faults.length > 0) {
    const items = dates.faults.map((fault) => faultText(fault, year));
    return [paragraph(say('year.next.faults', { count: items.length })), { block: 'list', items }];
  }
  if (year.state === 'draft') return [paragraph(draftText(doubts))];
  const [next] = aheadOf(dates, today, 1);
  return [
    paragraph(next ? say('year.next.event', { what: milestoneName(next.milestone), day: daysText(next) }) : say('year.next.over')),
    ...(count > 0 ? [paragraph(say('year.next.open', { count }))] : []),
  ];
}

function draftText(doubts: readonly Doubt[]): Text {
  const decide = doubts.filter(({ severity }) => severity === 'mend').length;
  if (decide > 0) return say('year.next.doubts', { count: decide });
  return doubts.length > 0 ? say('year.next.looks', { count: doubts.length }) : say('year.next.publish');
}

/** A table for each year: days are written without one. */
function yearTables(scene: Scene): readonly Block[] {
  const { dates } = scene.dates;
  const years = [...new Set(dates.map((one) => one.from.slice(0, 4)))];
  return years.map((year) => ({
    block: 'table',
    caption: quote(year),
    head: [say('year.column.when'), say('year.column.what'), say('year.column.why')],
    rows: dates.filter((one) => one.from.startsWith(year)).map((one) => [daysText(one), milestoneName(one.milestone), whyText(one, scene)]),
  }));
}

function whyText({ milestone, byRule }: DatedMilestone, { year }: Scene): Text {
  const shift = byRule ? shiftOf(year, milestone.id) : null;
  if (shift) return say('year.row.moved', { reason: quote(clipped(shift.reason)) });
  return ruleWords(milestone.rule, year.plan.weeks, year.plan.milestones);
}

/** What is next stands above the long list of dates. */
function firstButtons({ cohort, year, dates, doubts, seen, manage }: Scene): readonly Button[] {
  const about = { cohort: cohort.id };
  const publish: Button = {
    ...{ label: say('year.button.publish'), action: 'year.publish', about: { ...about, seen }, style: 'main' },
    // With open doubts it asks on a page of its own.
    ...(doubts.length === 0 ? { confirm: say('year.publish.confirm') } : {}),
  };
  return [
    ...(manage && year.state === 'draft' && dates.faults.length === 0 ? [publish] : []),
    ...(dates.dates.length > 0 ? [{ label: say('year.button.pick'), action: 'year.pick', about }] : []),
  ];
}

function furtherButtons({ cohort, year, manage }: Scene): readonly Button[] {
  const about = { cohort: cohort.id };
  const changes: readonly Button[] = [
    { label: say('year.button.import'), action: 'year.importForm', about },
    { label: say('year.button.drop'), action: 'year.drop', about, style: 'danger', confirm: say('year.drop.confirm') },
  ];
  return [
    { label: say('year.button.compare'), action: 'year.compare', about },
    { label: say('year.button.export'), action: 'year.exportFile', about },
    ...(manage && year.state === 'draft' ? changes : []),
    showButton(cohort),
  ];
}
