// Where whatever a person does in Teams becomes an intent, and strangers become known first.

import type { Caller, Intent, Profile, Reply } from '../../../src/bot/actions/dispatch.ts';
import { type Language, languageOf } from '../../../src/bot/texts/language.ts';
import type { ShownView } from '../../../src/bot/views/shown.ts';
import { say } from '../../../src/bot/views/text.ts';
import type { Reception } from '../../../src/reception.ts';
import { peopleOf } from '../../common/mentions.ts';
import { Recent } from '../../common/recent.ts';
import { words } from '../../common/words.ts';
import { type Member, memberIn } from '../people.ts';
import { writtenReference } from '../reference.ts';
import type { TeamsCalls } from '../send/calls.ts';
import { PLATFORM } from '../settings.ts';
import type { Incoming } from '../translate/activity.ts';

/** One thing that a person did, and the organisation of ours in which they did it. */
export interface Visit {
  readonly tenantId: string;
  readonly from: Incoming;
}

export type Asked = Pick<Intent, 'action'> & Partial<Pick<Intent, 'token' | 'input'>>;

/** As many people as may be about at one time in one process. */
const REMEMBERED = 5000;
/** How long one waits for what Teams knows of a person. */
const PATIENCE = 1500;

export class Desk {
  readonly reception: Reception;
  /** What answers people of a tenant. */
  readonly calls: (tenant: string) => TeamsCalls;
  private readonly firstCoordinator: string | undefined;
  private readonly languages = new Recent<Language>(REMEMBERED);
  /** What we have kept of people already: where they are reached, and what their app is set to. */
  private readonly noted = new Recent<string>(REMEMBERED);

  constructor({ reception, calls, firstCoordinator }: Pick<Desk, 'reception' | 'calls'> & { readonly firstCoordinator?: string | undefined }) {
    this.reception = reception;
    this.calls = calls;
    this.firstCoordinator = firstCoordinator?.toLowerCase();
  }

  /** Never throws: where the house fails, the reply says so, and what was typed stays where it is. */
  async ask(visit: Visit, asked: () => Promise<Asked>): Promise<Reply> {
    try {
      const reply = await this.asking(visit, await asked());
      if (reply.language) this.languages.set(keyOf(visit), reply.language);
      return reply;
    } catch (error) {
      this.reception.log.error('teams.ask', { tenantId: visit.tenantId }, error);
      return { kind: 'refused', language: this.languageOf(visit), text: [{ text: words(say('refused.fault'), this.languageOf(visit)), from: 'us' }] };
    }
  }

  private async asking(visit: Visit, asked: Asked): Promise<Reply> {
    const { dispatch, accounts } = this.reception;
    if (this.firstCoordinator && (await accounts.needsCoordinator(visit.tenantId))) await this.appointNamed(visit);
    const caller = callerOf(visit);
    const intent: Intent = { tenantId: visit.tenantId, caller, eventId: visit.from.eventId, input: {}, ...asked };
    const reply = await dispatch(intent);
    if (!reply.stranger) {
      await this.note(visit);
      return reply;
    }
    const profile = (await this.memberOf(visit))?.profile;
    if (!profile) return reply;
    const known = await dispatch({ ...intent, caller: { ...caller, profile: withLook(profile, visit) } });
    if (!known.stranger) await this.note(visit);
    return known;
  }

  /** What Teams tells of whoever acts, or of somebody else in the same conversation; `null` where it does not answer. */
  async memberOf({ tenantId, from }: Visit, user = from.user): Promise<Member | null> {
    const calls = this.calls(from.tenant);
    // Others are in a channel, or nowhere but in a chat of their own.
    const own = user !== from.user && from.scope === 'personal' ? await calls.create({ ...from, user }, { timeoutMs: PATIENCE }) : null;
    const place = own?.ok ? { ...from, conversation: String(own.data['id']) } : from;
    const answer = await calls.member(place, user, { timeoutMs: PATIENCE });
    if (!answer.ok) this.reception.log.warn('teams.member', { tenantId, fault: answer.error });
    return answer.ok ? memberIn(answer.data, from.tenant) : null;
  }

  /** The person behind a user id of Teams, who becomes known where they belong here. */
  async personOf(visit: Visit, userId: string): Promise<{ readonly id: string; readonly name: string } | null> {
    const { accounts } = this.reception;
    const caller = { platform: PLATFORM, externalId: userId };
    const known = await accounts.personOf(visit.tenantId, caller);
    if (known) return known;
    const profile = (await this.memberOf(visit, userId))?.profile;
    return profile ? accounts.personOf(visit.tenantId, { ...caller, profile }) : null;
  }

  /** The ids by which Teams knows the people whom a form lets choose. */
  async people({ tenantId }: Visit, view: ShownView): Promise<ReadonlyMap<string, string>> {
    try {
      return await this.reception.accounts.mentions(tenantId, PLATFORM, peopleOf(view));
    } catch (error) {
      this.reception.log.error('teams.people', { tenantId }, error);
      return new Map();
    }
  }

  /** Makes a member the first coordinator, where the organisation has none yet and the settings name nobody else. */
  async appoint(visit: Visit): Promise<void> {
    const { accounts, log } = this.reception;
    if (this.firstCoordinator || !(await accounts.needsCoordinator(visit.tenantId))) return;
    const member = await this.memberOf(visit);
    if (member?.profile && !member.profile.guest && (await accounts.appoint(visit.tenantId, callerOf(visit, withLook(member.profile, visit)))))
      log.info('coordinator.first', { tenantId: visit.tenantId });
  }

  /** In which we spoke with a person last, or else as their app is set: for words that come before any answer. */
  languageOf(visit: Visit): Language {
    return this.languages.get(keyOf(visit)) ?? languageOf(visit.from.locale, 'en');
  }

  /** Whoever the settings name is the first coordinator as soon as they do anything. */
  private async appointNamed(visit: Visit): Promise<void> {
    const { accounts, log } = this.reception;
    const named = this.firstCoordinator ?? '';
    const isId = visit.from.userId.toLowerCase() === named;
    if (!isId && !named.includes('@')) return;
    const member = await this.memberOf(visit);
    if (!member?.profile || !(isId || member.addresses.includes(named))) return;
    if (await accounts.appoint(visit.tenantId, callerOf(visit, withLook(member.profile, visit)))) log.info('coordinator.first', { tenantId: visit.tenantId });
  }

  /** Keeps where a person is reached, and the language and time zone of their app, whenever one of them is new to this process. */
  private async note(visit: Visit): Promise<void> {
    const { tenantId, from } = visit;
    const { accounts, log } = this.reception;
    const { serviceUrl, tenant, conversation, user, userId: externalId, locale, timeZone } = from;
    const now = JSON.stringify([from.scope === 'personal' ? [serviceUrl, conversation] : null, locale, timeZone]);
    if (this.noted.get(keyOf(visit)) === now) return;
    try {
      if (from.scope === 'personal') await accounts.remember(tenantId, PLATFORM, externalId, writtenReference({ serviceUrl, tenant, conversation, user }));
      if (locale || timeZone) await accounts.changed(tenantId, { platform: PLATFORM, externalId, profile: withLook({ name: '', email: null }, visit) });
      this.noted.set(keyOf(visit), now);
    } catch (error) {
      log.error('teams.note', { tenantId }, error);
    }
  }
}

function callerOf({ from }: Visit, profile?: Profile): Caller {
  return { platform: PLATFORM, externalId: from.userId, ...(profile ? { profile } : {}) };
}

/** Language and time zone stand with what a person does, not with what Teams tells of them. */
function withLook(profile: Profile, { from: { locale, timeZone } }: Visit): Profile {
  return { ...profile, ...(locale ? { locale } : {}), ...(timeZone ? { timeZone } : {}) };
}

function keyOf({ tenantId, from }: Visit): string {
  return `${tenantId}/${from.userId}`;
}
