// Where whatever a person does in Slack becomes an intent, and strangers become known first.

import type { Intent, Reply } from '../../../src/bot/actions/dispatch.ts';
import { type Language, languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownView } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import type { Reception } from '../../../src/reception.ts';
import { peopleOf } from '../../common/mentions.ts';
import { askMember, type Home, type Member } from '../people.ts';
import { words } from '../../common/words.ts';
import type { SlackCalls } from '../send/calls.ts';
import { PLATFORM } from '../settings.ts';
import { Recent } from '../../common/recent.ts';

/** One thing that a person did, and the way back to them. */
export interface Visit {
  readonly tenantId: string;
  readonly home: Home;
  readonly userId: string;
  readonly eventId: string;
  readonly slack: SlackCalls;
  readonly triggerId?: string | undefined;
  readonly responseUrl?: string | undefined;
}

export type Asked = Pick<Intent, 'action'> & Partial<Pick<Intent, 'token' | 'input'>>;

/** As many people as may be about at one time in one process. */
const REMEMBERED = 5000;

export class Desk {
  readonly reception: Reception;
  private readonly firstCoordinator: string | undefined;
  /** Posts to the address that Slack gives for answers; `false` where it did not arrive. */
  readonly respond: (url: string, message: object) => Promise<boolean>;
  private readonly languages = new Recent<Language>(REMEMBERED);
  private readonly homes = new Recent<true>(REMEMBERED);

  constructor({ reception, respond, firstCoordinator }: Pick<Desk, 'reception' | 'respond'> & { readonly firstCoordinator?: string | undefined }) {
    this.reception = reception;
    this.respond = respond;
    this.firstCoordinator = firstCoordinator;
  }

  /** Never throws: where the house fails, the reply says so, and what was typed stays where it is. */
  async ask(visit: Visit, asked: () => Promise<Asked>): Promise<Reply> {
    try {
      return await this.asking(visit, await asked());
    } catch (error) {
      this.reception.log.error('slack.ask', { tenantId: visit.tenantId }, error);
      return refusal('refused.fault', this.languageOf(visit));
    }
  }

  private async asking(visit: Visit, asked: Asked): Promise<Reply> {
    const { dispatch, accounts } = this.reception;
    if (await accounts.needsCoordinator(visit.tenantId)) await this.appoint(visit);
    const caller = { platform: PLATFORM, externalId: visit.userId };
    const intent: Intent = { tenantId: visit.tenantId, caller, eventId: visit.eventId, input: {}, ...asked };
    const reply = await dispatch(intent);
    if (!reply.stranger) return this.remembering(visit, reply);
    const member = await askMember(visit.slack, visit.userId, visit.home);
    if (!member) return this.remembering(visit, reply);
    if (!member.profile) return refusal('refused.guest', languageOf(member.locale, 'en'));
    return this.remembering(visit, await dispatch({ ...intent, caller: { ...caller, profile: member.profile } }));
  }

  /** The Slack ids of the people in a view; without them it names people all the same. */
  async mentions({ tenantId }: Pick<Visit, 'tenantId'>, view: ShownView): Promise<ReadonlyMap<string, string>> {
    try {
      return await this.reception.accounts.mentions(tenantId, PLATFORM, peopleOf(view));
    } catch (error) {
      this.reception.log.error('slack.mentions', { tenantId }, error);
      return new Map();
    }
  }

  /** The person behind a Slack id, who becomes known where they belong here. */
  async personOf(visit: Visit, slackId: string): Promise<{ readonly id: string; readonly name: string } | null> {
    const { accounts } = this.reception;
    const caller = { platform: PLATFORM, externalId: slackId };
    const known = await accounts.personOf(visit.tenantId, caller);
    if (known) return known;
    const member = await askMember(visit.slack, slackId, visit.home);
    return member?.profile ? accounts.personOf(visit.tenantId, { ...caller, profile: member.profile }) : null;
  }

  /** In which we spoke with a person last: for words that come before any answer. */
  languageOf(visit: Visit): Language {
    return this.languages.get(keyOf(visit)) ?? 'en';
  }

  atHome(visit: Visit): void {
    this.homes.set(keyOf(visit), true);
  }

  isAtHome(visit: Visit): boolean {
    return this.homes.get(keyOf(visit)) ?? false;
  }

  private remembering(visit: Visit, reply: Reply): Reply {
    if (reply.language) this.languages.set(keyOf(visit), reply.language);
    return reply;
  }

  /** The first coordinator: the one whom the settings name, or else a workspace admin, who installed the bot or may remove it. */
  private async appoint(visit: Visit): Promise<void> {
    if (this.firstCoordinator && this.firstCoordinator !== visit.userId) return;
    const member = await askMember(visit.slack, visit.userId, visit.home);
    if (member && (this.firstCoordinator || member.admin)) await appointed(this.reception, visit.tenantId, member);
  }
}

/** Makes a member the first coordinator, where the organisation has none yet. */
export async function appointed({ accounts, log }: Reception, tenantId: string, { id, profile }: Member): Promise<void> {
  if (!profile) return;
  const done = await accounts.appoint(tenantId, { platform: PLATFORM, externalId: id, profile });
  if (done) log.info('coordinator.first', { tenantId });
}

function refusal(key: 'refused.fault' | 'refused.guest', language: Language): Reply {
  return { kind: 'refused', language, text: [{ text: words(say(key), language), from: 'us' }] };
}

function keyOf({ tenantId, userId }: Visit): string {
  return `${tenantId}/${userId}`;
}
