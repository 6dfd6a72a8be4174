// The page of the last step: what was decided, by whom and when, and what taking it back would do.

import { atTime, quote, say, type Text, who } from '../../../bot/views/text.ts';
import { actions, type Block, heading, type Message, message, paragraph } from '../../../bot/views/view.ts';
import type { Cohort } from '../../programme/index.ts';
import type { MatchStep } from './step.ts';
import type { Undoing } from './undo-steps.ts';

export function undoPage(cohort: Cohort, step: MatchStep, undoing: Undoing, opening?: Text): Message {
  const empty = undoing.kind === 'publish' && undoing.waiting.length === 0;
  return message([
    heading(say('weights.undo.title', { cohort: quote(cohort.name) })),
    ...(opening ? [paragraph(opening)] : []),
    paragraph(say('weights.undo.who', { person: who(step.createdBy), at: atTime(step.createdAt), what: didText(undoing) })),
    { block: 'list', items: wouldTexts(undoing) },
    ...(empty ? [paragraph(say('weights.undo.cannot'))] : []),
    actions(
      {
        label: empty ? say('weights.undo.aside') : say('weights.button.undo'),
        action: 'matching.undoStep',
        about: { cohort: cohort.id, step: step.id, seen: undoing.seen },
        ...(empty ? {} : { style: 'main' as const, confirm: say('weights.undo.confirm') }),
      },
      preview(cohort),
    ),
  ]);
}

export function nothingToUndo(cohort: Cohort, opening?: Text): Message {
  const words: Block[] = [...(opening ? [paragraph(opening)] : []), paragraph(say('weights.undo.none', { cohort: quote(cohort.name) }))];
  return message([...words, actions(preview(cohort))]);
}

export function undonePage(cohort: Cohort, text: Text): Message {
  const back = { label: say('weights.undo.next'), action: 'matching.undo', about: { cohort: cohort.id } };
  return message([paragraph(text), actions({ ...preview(cohort), style: 'main' }, back)]);
}

function preview(cohort: Pick<Cohort, 'id'>) {
  return { label: say('matching.button.preview'), action: 'matching.preview', about: { cohort: cohort.id } } as const;
}

function didText(undoing: Undoing): Text {
  if (undoing.kind === 'rule') return say(`weights.undo.did.${undoing.about.now ?? 'free'}`, names(undoing.about, undoing.people));
  if (undoing.kind === 'settings') return say('weights.undo.did.settings', { number: undoing.to });
  return say('weights.undo.did.publish', { n: undoing.waiting.length + undoing.others });
}

function wouldTexts(undoing: Undoing): readonly Text[] {
  switch (undoing.kind) {
    case 'rule': {
      const { about, people } = undoing;
      const back = about.before.map((rule) => say(`weights.undo.would.${rule.kind}`, names(rule, people)));
      return back.length > 0 ? back : [say('weights.undo.would.free', names(about, people))];
    }
    case 'settings': {
      const since = undoing.since ? [say('weights.undo.would.settings.since', { number: undoing.present })] : [];
      return [say('weights.undo.would.settings', { number: undoing.from }), ...since];
    }
    case 'publish':
      return [say('weights.undo.would.close', { n: undoing.waiting.length }), say('weights.undo.would.stay', { n: undoing.others })];
  }
}

function names(two: { readonly menteeId: string; readonly mentorId: string }, people: ReadonlyMap<string, string>) {
  const name = (id: string): Text => {
    const personId = people.get(id);
    return personId === undefined ? say('common.formerParticipant') : who(personId);
  };
  return { mentee: name(two.menteeId), mentor: name(two.mentorId) };
}
