// `/mentor link`: a code in the one account, typed in the other, and a yes in each before anything changes.

import { z } from 'zod';
import { id, optionalLine } from '../../bot/actions/fields.ts';
import { done, type Outcome, refused } from '../../bot/actions/outcome.ts';
import { say } from '../../bot/views/text.ts';
import { plus } from '../../time.ts';
import { type Context, define, type Tx } from '../store.ts';
import { anyone } from './actor.ts';
import { ANSWER_LIFE, CODE_LIFE, codeIn, hashed, type Link, newCode } from './link.ts';
import { join, sidesOf } from './link-joining.ts';
import { tellJoined, tellOver, topicOf } from './link-messages.ts';
import { isAsked, standingOf } from './link-rules.ts';
import { claimedPage, claimPage, codeShown, hindered } from './link-views.ts';
import type { Account, Person } from './person.ts';

interface Here {
  readonly person: Person;
  /** The one by which the person acts: nobody has two in one place. */
  readonly account: Account;
}

async function here({ tx, actor, platform }: Context): Promise<Here | null> {
  const [account] = await tx.accounts.find({ personId: actor.personId, platform });
  const person = account ? await tx.people.get(actor.personId) : null;
  return account && person ? { person, account } : null;
}

export const link = define({
  name: 'people.link',
  version: 1,
  input: z.object({ code: optionalLine(80) }),
  subject: here,
  may: anyone,
  run: (context, { code }, mine) => (code === '' ? offer(context, mine) : look(context, code, mine)),
});

/** A new code takes the place of an earlier one. */
async function offer({ tx, now, ids, platform }: Context, { person, account }: Here): Promise<Outcome> {
  for (const before of await tx.links.find({ personId: person.id })) {
    if (before.state === 'joined') continue;
    tx.links.remove(before.id);
    tx.refresh(topicOf(before));
  }
  const code = newCode(ids);
  const made: Link = {
    ...{ id: ids.next(), personId: person.id, accountId: account.id, code: hashed(code, tx.tenantId), state: 'open', claimedBy: null },
    ...{ createdAt: now, expiresAt: plus(now, CODE_LIFE) },
  };
  tx.links.put(made);
  tx.people.put(person); // guards: two codes asked for at once are one
  return done(codeShown(code, made, platform));
}

/** Nothing changes before a yes; whatever would stand in its way is said now. */
async function look(context: Context, typed: string, mine: Here): Promise<Outcome> {
  const { tx } = context;
  const code = codeIn(typed);
  const [found] = code === null ? [] : await tx.links.find({ code: hashed(code, tx.tenantId) });
  const claim = await claimable(context, found ?? null, mine);
  return 'kind' in claim ? claim : done(claimPage(claim.link, claim.platform));
}

/** The other account says that it is the same person's. */
export const claim = define({
  name: 'people.claim',
  version: 1,
  input: z.object({ link: id() }),
  subject: async (context, input) => {
    const [mine, found] = [await here(context), await context.tx.links.get(input.link)];
    return mine && found && { mine, found };
  },
  may: anyone,
  async run(context, _input, { mine, found }) {
    const { tx, now } = context;
    const free = await claimable(context, found, mine);
    if ('kind' in free) return free;
    const claimed: Link = { ...found, state: 'claimed', claimedBy: mine.account.id, expiresAt: plus(now, ANSWER_LIFE) };
    tx.links.put(claimed);
    tx.post({ to: { account: claimed.accountId }, template: 'people.linkAsked', args: { link: claimed.id }, kind: 'decision', topic: topicOf(claimed) });
    return done(claimedPage(claimed, free.platform));
  },
});

/** The code and where it was made, for an account that can take it; an answer for all others. */
async function claimable({ tx, now }: Context, found: Link | null, { account }: Here): Promise<Outcome | { readonly link: Link; readonly platform: string }> {
  if (!found) return refused(hindered('wrong'));
  const standing = standingOf(found, account, now);
  if (standing !== 'free' && standing !== 'asked') return refused(hindered(standing));
  const sides = await sidesOf(tx, found, account);
  if ('why' in sides) return refused(hindered(sides.why, 'platform' in sides ? sides.platform : undefined));
  const platform = sides.accounts.find((one) => one.id === found.accountId)?.platform ?? '';
  return standing === 'asked' ? done(claimedPage(found, platform)) : { link: found, platform };
}

const lastWord = {
  version: 1,
  input: z.object({ link: id() }),
  subject: ({ tx }: Context, input: { readonly link: string }) => tx.links.get(input.link),
  may: (actor: Context['actor'], found: Link) => found.personId === actor.personId,
} as const;

/** Where the code was made: yes, that is me. */
export const confirm = define({
  ...lastWord,
  name: 'people.confirm',
  async run({ tx, now }, _input, found) {
    if (found.state === 'joined') return done();
    if (!isAsked(found, now)) return refused(say('people.link.over'));
    const sides = await sidesOf(tx, found, await tx.accounts.get(found.claimedBy ?? ''));
    if ('why' in sides && sides.why !== 'both') return refused('platform' in sides ? hindered(sides.why, sides.platform) : say('people.link.over'));
    // What both have begun since the code was typed is nobody's to throw away.
    if ('why' in sides) return over(tx, { ...found, state: 'impossible' });
    await join(tx, found, sides);
    tx.refresh(topicOf(found));
    tellJoined(tx, found);
    return done();
  },
});

/** Where the code was made: no, that is somebody else. */
export const deny = define({
  ...lastWord,
  name: 'people.deny',
  async run({ tx, now }, _input, found) {
    if (found.state === 'refused') return done();
    if (found.state === 'joined') return refused(hindered('already'));
    if (!isAsked(found, now)) return refused(say('people.link.over'));
    return over(tx, { ...found, state: 'refused' });
  },
});

/** Nothing comes of it, and both hear that. */
function over(tx: Tx, link: Link): Outcome {
  tx.links.put(link);
  tx.refresh(topicOf(link));
  tellOver(tx, link);
  return done();
}
