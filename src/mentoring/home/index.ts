// The first page that a person opens, and help.

import type { Command } from '../../bot/actions/action.ts';
import { nothing } from '../../bot/actions/fields.ts';
import { done } from '../../bot/actions/outcome.ts';
import { homeCircles } from '../circles/index.ts';
import { homeGatherings } from '../gatherings/index.ts';
import { homeGoals } from '../goals/index.ts';
import { homeProposals } from '../matching/index.ts';
import { homeMeetings } from '../meetings/index.ts';
import { anyone } from '../people/index.ts';
import { homeCohorts } from '../programme/index.ts';
import { define, type Room } from '../store.ts';
import { homeYears } from '../year/index.ts';
import { helpAction } from './help.ts';
import { standingOf } from './standing.ts';
import { homePage } from './views.ts';
import { welcome, welcomed } from './welcome.ts';

const show = define({
  name: 'home.show',
  version: 1,
  look: true,
  input: nothing,
  subject: standingOf,
  may: anyone,
  async run(context, _input, standing) {
    const { tx, actor } = context;
    const page = {
      standing,
      timeZone: actor.timeZone,
      proposals: standing.pairs.length + standing.waiting.length > 0 ? await homeProposals(context) : [],
      // Former pairs are invited too.
      gatherings: actor.participations.length > 0 ? await homeGatherings(context) : [],
      circles: await homeCircles(context),
      meetings: standing.pairs.length > 0 ? await homeMeetings(context) : [],
      goals: standing.pairs.length + standing.waiting.length > 0 ? await homeGoals(tx, actor.personId) : [],
      cohorts: await homeCohorts(context, await homeYears(context)),
    };
    return done(homePage(page));
  },
});

/** `commands`: those of all rooms, for help. */
export function homeRoom(commands: () => readonly Command[]): Room {
  return {
    actions: [show, helpAction(commands), welcome],
    templates: [welcomed],
    due: [],
    commands: [
      { command: '/mentor', word: '', also: ['mentorskap', 'mentoring', 'mentoría'], action: 'home.show', help: 'home.command.home' },
      {
        command: '/mentor',
        word: 'home',
        also: ['hem', 'start', 'inicio'],
        titles: { sv: 'mentor hem', es: 'mentor inicio' },
        action: 'home.show',
        help: 'home.command.home',
      },
      {
        command: '/mentor',
        word: 'help',
        also: ['hjälp', 'hjalp', 'ayuda', '?'],
        titles: { sv: 'mentor hjälp', es: 'mentor ayuda' },
        action: 'help.show',
        help: 'home.command.help',
      },
    ],
  };
}
