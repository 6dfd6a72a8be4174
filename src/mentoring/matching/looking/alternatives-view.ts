// Every mentor whom a mentee may have, the least loss for everybody first. Pure.

import { say, type Text } from '../../../bot/views/text.ts';
import { actions, type Block, type Button, heading, type Message, message, note, paragraph } from '../../../bot/views/view.ts';
import { dotted, type People } from './fit-view.ts';
import type { Alternative } from '../solving.ts';

const PAGE = 12;

export interface AlternativesLook {
  readonly cohort: { readonly id: string };
  readonly menteeId: string;
  /** In the order in which they are shown. */
  readonly all: readonly Alternative[];
  /** The first to show. */
  readonly from: number;
  readonly people: People;
  /** What to say where there is none. */
  readonly none: Text;
}

export function alternativesPage(look: AlternativesLook): Message {
  const { cohort, menteeId, all, from, people } = look;
  const mentee = people(menteeId);
  const title = heading(say('why.alternatives.title', { mentee }));
  const back: Button = { label: say('matching.button.back'), action: 'matching.preview', about: { cohort: cohort.id } };
  if (all.length === 0) return message([title, paragraph(look.none), actions(back)]);
  const about = { cohort: cohort.id, mentee: menteeId };
  const more: Button = { label: say('why.button.more'), action: 'matching.alternatives', about: { ...about, from: from + PAGE } };
  return message([
    title,
    paragraph(say('why.alternatives.text', { mentee })),
    ...tableBlocks(look),
    actions(...(all.length > from + PAGE ? [more] : []), back),
  ]);
}

function tableBlocks({ cohort, menteeId, all, from, people }: AlternativesLook): readonly Block[] {
  const shown = all.slice(from, from + PAGE);
  const part = say('why.alternatives.part', { from: from + 1, to: from + shown.length, all: all.length });
  return [
    {
      block: 'table',
      caption: say('why.alternatives.caption'),
      head: [say('matching.column.mentor'), say('matching.column.fit'), say('why.column.others'), say('why.column.cost')],
      rows: shown.map((one) => [
        people(one.mentorId),
        say('matching.number', { n: one.score }),
        say('matching.number', { n: one.displaced.length }),
        costText(one),
      ]),
    },
    ...(all.length > shown.length ? [note(part)] : []),
    actions(
      ...shown.map(({ mentorId }): Button => {
        const two = { mentee: people(menteeId), mentor: people(mentorId) };
        const about = { cohort: cohort.id, mentee: menteeId, mentor: mentorId };
        return { label: two.mentor, hint: say('matching.hint.pair', two), action: 'matching.pair', about };
      }),
    ),
  ];
}

/** Exact, for all people together; what stays the same is not said. */
function costText({ planned, matched, worst, sum }: Alternative): Text {
  if (planned) return say('why.alternative.planned');
  return dotted([
    ...(matched === 0 ? [] : [say('why.alternative.matched', { n: matched })]),
    say('why.alternative.sum', { n: sum }),
    ...(worst === 0 ? [] : [say('why.alternative.worst', { n: worst })]),
  ]);
}
