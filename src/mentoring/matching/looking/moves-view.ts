// What would be different for whom: one line for each. Pure.

import { say, type Text } from '../../../bot/views/text.ts';
import type { Block } from '../../../bot/views/view.ts';
import type { People } from './fit-view.ts';
import type { Comparison } from '../solving.ts';

type Move = Comparison['changes'][number];

function moveLine({ menteeId, from, to }: Move, people: People): Text {
  const mentee = people(menteeId);
  const called = (id: string | null) => (id === null ? say('why.nobody') : people(id));
  if (from === null) return say('why.move.gain', { mentee, to: called(to) });
  if (to === null) return say('why.move.loss', { mentee, from: called(from) });
  return say('why.move.swap', { mentee, from: called(from), to: called(to) });
}

/** So many lines, and how many more there are. */
export function shortened(lines: readonly Text[], most: number): Block {
  const more = lines.length - most;
  return { block: 'list', items: more > 0 ? [...lines.slice(0, most), say('why.more', { n: more })] : lines };
}

export function movesList(moves: readonly Move[], people: People, most: number): Block {
  return shortened(
    moves.map((move) => moveLine(move, people)),
    most,
  );
}
