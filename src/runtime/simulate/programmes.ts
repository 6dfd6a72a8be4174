// Which programmes are played, and on which days: the built-in ones, or a coordinator's own file.

import { datesOf, type Plan, TEMPLATE_PLANS, type TemplateName } from '../../mentoring/calendar/index.ts';
import { BotError } from '../../fault.ts';
import type { Civil } from '../../time.ts';
import type { Played } from './stage.ts';

/**
 * Both of the manual's programmes so that they overlap as it says (A.7): September's starts in the year, January's in the
 * January after, and both are recruited for on one evening in September (S2.6).
 */
export function programmesOf(templates: readonly TemplateName[], year: number): readonly Played[] {
  const both = templates.length > 1;
  return templates.map((template) => playedOf(TEMPLATE_PLANS[template], template === 'january' && both ? year + 1 : year, template));
}

export function playedOf(plan: Plan, year: number, template: TemplateName | null = null): Played {
  const dates = datesOf({ plan, year, shifts: [] });
  const { dates: days } = dates;
  const [first] = days;
  const last = days
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (!first || !last) throw new BotError('config', 'The programme has no milestone with a date: there is nothing to play.');
  const kind = (wanted: string) => days.find(({ milestone }) => milestone.kind === wanted);
  const named = (id: string) => days.find(({ milestone }) => milestone.id === id);
  const opensOn: Civil = (kind('call') ?? first).from;
  const resultsOn: Civil = (kind('results') ?? kind('matching') ?? days.find(({ from }) => from > opensOn) ?? first).until;
  const startsOn: Civil = (named('kickoff') ?? days.find(({ from }) => from > resultsOn) ?? first).from;
  const endsOn: Civil = named('closing')?.from ?? last;
  return { name: nameOf(template, year, plan), plan, template, year, dates, opensOn, resultsOn, startsOn, endsOn };
}

function nameOf(template: TemplateName | null, year: number, plan: Plan): string {
  if (template === null) return `${plan.name.slice(0, 70)} ${year}`;
  return `${template === 'september' ? 'September' : 'January'} ${year}`;
}
