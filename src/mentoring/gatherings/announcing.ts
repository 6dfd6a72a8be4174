// A gathering that recruits is announced once in its cohorts' channels, with the way to sign up (S2.5).

import { listed, quote, say } from '../../bot/views/text.ts';
import { actions, type Block, type Button, message, paragraph } from '../../bot/views/view.ts';
import { civilIn } from '../calendar/index.ts';
import type { Cohort } from '../programme/index.ts';
import type { Template, Tx } from '../store.ts';
import { type Gathering, topicOf } from './gathering.ts';
import { hasBegun } from './rules.ts';
import { dayWords, theGathering, whenAndWhere } from './words.ts';

/** More starts than these are open at once only by mistake. */
const MOST_STARTS = 4;

/** Each channel once, though two cohorts may have the same. */
export async function announceIn(tx: Tx, gathering: Gathering, cohortIds: readonly string[]): Promise<void> {
  const told = new Set<string>();
  for (const cohort of await tx.cohorts.all(cohortIds)) {
    const channel = cohort.channel && `${cohort.channel.platform} ${cohort.channel.conversation}`;
    if (channel === null || told.has(channel)) continue;
    told.add(channel);
    tx.post({
      to: { channel: { cohort: cohort.id } },
      template: 'gatherings.announcement',
      args: { gathering: gathering.id },
      kind: 'nudge',
      topic: topicOf(gathering),
    });
  }
}

/** One may sign up for any start that is open, or for several (S2.6). */
export const announcement: Template = {
  name: 'gatherings.announcement',
  async build({ tx, now, reader, again }, args) {
    const gathering = await tx.gatherings.get(String(args['gathering']));
    const cohort = gathering && (await tx.cohorts.get(gathering.cohortId));
    const programme = cohort && (await tx.programmes.get(cohort.programmeId));
    if (!gathering || !programme) return null;
    const words = { what: theGathering(gathering), day: dayWords(gathering, reader.timeZone) };
    const over = gathering.state === 'cancelled' ? 'gatherings.cancelled' : hasBegun(gathering, now) ? 'gatherings.announcement.over' : null;
    if (over) return again ? message([paragraph(say(over, words))], programme.terms) : null;
    const day = civilIn(gathering.startsAt, reader.timeZone);
    const open = (await tx.cohorts.find({ signup: 'open', startsOn: { gt: day } }, { by: 'startsOn' })).slice(0, MOST_STARTS);
    const what = [paragraph(say('gatherings.announcement', words)), paragraph(whenAndWhere(gathering, reader.timeZone))];
    return message([...what, ...(open.length === 0 ? [paragraph(say('gatherings.announcement.later'))] : await waysIn(tx, open))], programme.terms);
  },
};

/** The next start first; each with a page to share where somebody has made one. */
async function waysIn(tx: Tx, open: readonly Cohort[]): Promise<Block[]> {
  const starts = listed(open.map((cohort) => quote(cohort.name)));
  const passes = new Map((await tx.passes.find({ opens: 'join', subject: open.map((cohort) => cohort.id) })).map((pass) => [pass.subject, pass.code]));
  const links = open.flatMap((cohort) => {
    const code = passes.get(cohort.id);
    return code === undefined ? [] : [{ label: say('gatherings.link.join', { cohort: quote(cohort.name) }), at: { to: 'join' as const, about: { code } } }];
  });
  const buttons = open.map(
    (cohort, index): Button => ({
      label: say('gatherings.button.join', { cohort: quote(cohort.name) }),
      action: 'orientation.join',
      about: { cohort: cohort.id },
      ...(index === 0 ? { style: 'main' } : {}),
    }),
  );
  return [
    paragraph(say(open.length > 1 ? 'gatherings.announcement.either' : 'gatherings.announcement.start', { starts })),
    ...(links.length > 0 ? [{ block: 'links' as const, links }] : []),
    actions(...buttons),
  ];
}
