// The messages of circles, each drawn from ids for whoever reads it.

import { message, paragraph } from '../../bot/views/view.ts';
import { say } from '../../bot/views/text.ts';
import { civilIn } from '../calendar/index.ts';
import type { Help } from '../orientation/index.ts';
import type { Actor } from '../people/index.ts';
import type { Template, Tx } from '../store.ts';
import type { Circle, CircleMember } from './circle.ts';
import { memberOf } from './rules.ts';
import { question, standing, together } from './views.ts';

type Built = ReturnType<Template['build']>;

function about(name: string, build: (tx: Tx, circle: Circle, me: CircleMember, reader: Actor) => Built): Template {
  return {
    name,
    async build({ tx, reader }, args) {
      const circle = await tx.circles.get(String(args['circle']));
      const mine = reader.participations.filter(({ state }) => state === 'ready').map(({ id }) => id);
      const me = circle && memberOf(circle, mine);
      return circle && me ? build(tx, circle, me, reader) : null;
    },
  };
}

const asked = about('circles.asked', async (tx, circle, me, { timeZone }) => {
  const until = civilIn(circle.expiresAt, timeZone);
  if (circle.state !== 'asked' || me.answer !== 'open') return standing(circle, me.answer, until);
  return question(circle, await sharedIn(tx, circle, me), until);
});

/** Kinds of help that the reader wants and another one too; nothing that anybody wrote. */
async function sharedIn(tx: Tx, { members }: Circle, me: CircleMember): Promise<readonly Help[]> {
  const all = await tx.participations.all(members.map(({ participationId }) => participationId));
  const mine = all.find(({ id }) => id === me.participationId)?.profile.help ?? [];
  return mine.filter((help) => all.some(({ id, profile }) => id !== me.participationId && profile.help.includes(help)));
}

const formed = about('circles.formed', async (tx, circle, me, reader) => {
  if (circle.state !== 'formed' || me.answer !== 'yes') return null;
  return together(circle, reader.personId, await tx.participations.all(circle.members.map(({ participationId }) => participationId)));
});

const tooFew = about('circles.tooFew', async (_tx, circle, me) =>
  circle.state === 'closed' && me.answer === 'yes' ? message([paragraph(say('circles.tooFew'))]) : null,
);

export const TEMPLATES: readonly Template[] = [asked, formed, tooFew];
