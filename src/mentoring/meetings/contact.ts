// A private word with the coordinators: they see who asks, the partner sees nothing (S4.47, S4.72, E4.9).

import { z } from 'zod';
import { choice, id } from '../../bot/actions/fields.ts';
import { done, refused } from '../../bot/actions/outcome.ts';
import { listed, say, who } from '../../bot/views/text.ts';
import { message, paragraph } from '../../bot/views/view.ts';
import type { Actor } from '../people/actor.ts';
import { anyone } from '../people/index.ts';
import { coordinatorsOf } from '../programme/index.ts';
import { type Context, define } from '../store.ts';
import { REASONS } from './contact-reasons.ts';
import { contactForm } from './views.ts';

/** The programme of the pair that the button stood beside, or the one that the person joined last. */
async function programmeFor({ tx, actor }: Context, input: { readonly pair?: string | undefined }): Promise<{ readonly programmeId: string | null }> {
  const pair = input.pair === undefined ? null : await tx.pairs.get(input.pair);
  const beside = actor.participations.find((one) => pair && (one.id === pair.menteeId || one.id === pair.mentorId));
  const latest = actor.participations.findLast((one) => one.state !== 'withdrawn') ?? actor.participations.at(-1);
  return { programmeId: (beside ?? latest)?.programmeId ?? null };
}

export const help = define({
  name: 'meetings.help',
  opens: 'form',
  version: 1,
  look: true,
  input: z.object({ pair: id().optional() }),
  subject: programmeFor,
  may: anyone,
  async run({ tx }, _input, { programmeId }) {
    if (programmeId === null) return refused(say('meetings.contact.nowhere'));
    const coordinators = await coordinatorsOf(tx, programmeId, 'manage');
    return coordinators.length === 0 ? refused(say('meetings.contact.nobody')) : done(contactForm(programmeId, coordinators));
  },
});

export const askContact = define({
  name: 'meetings.askContact',
  version: 1,
  input: z.object({ programme: id(), reason: choice(REASONS).default('none') }),
  subject: async (_context, input) => input.programme,
  may: (actor: Actor, programmeId) => actor.participations.some((one) => one.programmeId === programmeId),
  async run({ tx, actor }, input, programmeId) {
    const coordinators = await coordinatorsOf(tx, programmeId, 'manage');
    if (coordinators.length === 0) return refused(say('meetings.contact.nobody'));
    for (const person of coordinators) {
      const args = { person: actor.personId, reason: input.reason };
      tx.post({ to: { person }, template: 'meetings.contact', args, kind: 'decision', topic: `contact:${actor.personId}` });
    }
    return done(message([paragraph(say('meetings.contact.done', { names: listed(coordinators.map(who)) }))]));
  },
});
