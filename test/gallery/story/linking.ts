// One person in two chats: a code, a yes in each, a no, and what is chosen and undone after that.

import type { Intent, Reply } from '../../../src/bot/actions/dispatch.ts';
import { blocksOf, viewWords } from '../../support/words.ts';
import type { Tour } from '../tour.ts';

/** Mateo’s other account: what stands there is not on show here. */
const ELSEWHERE = { platform: 'teams', externalId: 'mateo', profile: { name: 'Mateo R.', email: null } } as const;

export async function linking(tour: Tour): Promise<void> {
  const away = (action: string, what: Partial<Intent> = {}) => tour.programme.send('mateo', { ...what, action, caller: ELSEWHERE });
  const newest = async () => (await tour.programme.change((tx) => tx.links.find({}, { descending: true, limit: 1 })))[0]?.id ?? '';

  await tour.types('mateo', '/mentor link ABCD-EFGH');
  await tour.types('mateo', '/mentor place');
  await tour.types('mateo', '/mentor unlink');
  // Somebody has written down the code, and is not he.
  const shown = await tour.types('mateo', '/mentor link');
  const page = await away('people.link', { input: { code: codeOn(shown.reply) } });
  await away('people.claim', { token: tokenOn(page) });
  await tour.passes(0, 'mateo');
  await tour.presses('mateo', tour.told('mateo', 'people.linkAsked'), 'people.deny');
  await tour.passes(0, 'mateo');

  for (const end of ['people.deny', 'people.confirm']) {
    const asked = await tour.types('mateo', `/mentor link ${codeOn(await away('people.link'))}`);
    await tour.presses('mateo', asked, 'people.claim');
    tour.shown.add(end);
    await away(end, { input: { link: await newest() } });
    await tour.passes(0, 'mateo');
  }
  await tour.presses('mateo', tour.told('mateo', 'people.linked'), 'people.place');
  await tour.passes(0, 'mateo');
  const accounts = await tour.types('mateo', '/mentor unlink');
  await tour.presses('mateo', accounts, 'people.unlink', (button) => /Teams/.test(button.label));
  await tour.passes(0, 'mateo');
}

function codeOn(reply: Reply): string {
  const code = /\/mentor link (\S+)/.exec(reply.answer ? viewWords(reply.answer) : '')?.[1];
  if (!code) throw new Error('no code');
  return code;
}

function tokenOn(reply: Reply): string {
  const [row] = reply.answer ? blocksOf(reply.answer).filter((block) => block.block === 'actions') : [];
  const token = row?.buttons[0]?.token;
  if (!token) throw new Error('no button');
  return token;
}
