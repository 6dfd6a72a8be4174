// Who has signed up for a cohort, and how it stands with each: states, never what they wrote (E9.5).

import type { TermChoice } from '../../bot/texts/terms.ts';
import { onDay, quote, say, type Text, who } from '../../bot/views/text.ts';
import { actions, heading, type Message, message, note, paragraph } from '../../bot/views/view.ts';
import type { Civil } from '../../time.ts';
import type { Participation } from '../orientation/index.ts';
import type { Cohort } from './programme.ts';
import type { Standing } from './rules.ts';
import { showButton } from './views.ts';

export function peopleView(of: {
  readonly cohort: Cohort;
  readonly terms: TermChoice;
  readonly people: readonly Participation[];
  /** The person ids of those who have an account. */
  readonly here: ReadonlySet<string>;
  readonly dayOf: (one: Participation) => Civil;
}): Message {
  const { cohort, terms, people, here, dayOf } = of;
  const title = say('programme.people.title', { cohort: quote(cohort.name), count: people.length });
  const back = actions(showButton(cohort));
  if (people.length === 0) return message([heading(title), paragraph(say('programme.people.none')), back], terms);
  const rows = people
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
    .map((one) => [
      who(one.personId),
      say(`programme.role.of.${one.role}`),
      here.has(one.personId) ? standingText(one, 'none') : say('programme.state.notHere'),
      say('programme.since', { day: onDay(dayOf(one), 'short') }),
    ]);
  const head = [say('programme.csv.name'), say('programme.csv.role'), say('programme.csv.state'), say('programme.csv.since')];
  return message([{ block: 'table', caption: title, head, rows }, note(say('programme.people.note')), back], terms);
}

const ORDER: readonly Participation['state'][] = ['draft', 'ready', 'withdrawn'];

export function standingText(one: Pick<Participation, 'state' | 'noticeVersion'>, standing: Standing): Text {
  if (one.state === 'draft' && one.noticeVersion === 0) return say('programme.state.invited');
  if (one.state !== 'ready') return say(`programme.state.${one.state}`);
  return say(standing === 'none' ? 'programme.state.ready' : `programme.state.${standing}`);
}
