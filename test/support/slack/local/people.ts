// The people of the local workspace, and what Slack tells of them beyond what `emulate` keeps.

import { isRecord, type Json, record, text } from './json.ts';

export interface LocalUser {
  /** The handle, by which tests call them. */
  readonly name: string;
  readonly realName?: string;
  readonly email?: string;
  /** Such as `sv-SE`; `null` where Slack does not say. */
  readonly locale?: string | null;
  /** IANA; `null` where Slack does not say. */
  readonly timeZone?: string | null;
  readonly admin?: boolean;
  readonly owner?: boolean;
  readonly guest?: boolean;
  readonly stranger?: boolean;
  readonly deleted?: boolean;
  readonly bot?: boolean;
}

export class People {
  private readonly users = new Map<string, LocalUser>();

  add(id: string, user: LocalUser): void {
    this.users.set(id, user);
  }

  /** What changes about somebody; the bot learns of it only when it is told or asks. */
  change(id: string, of: Partial<LocalUser>): void {
    this.users.set(id, { ...this.get(id), ...of });
  }

  get(id: string): LocalUser {
    const user = this.users.get(id);
    if (!user) throw new Error(`nobody has the id ${id} in this Slack`);
    return user;
  }

  find(id: string): LocalUser | undefined {
    return this.users.get(id);
  }

  /** By handle, name or id. */
  idOf(who: string): string {
    for (const [id, user] of this.users) if (id === who || user.name === who || user.realName === who) return id;
    throw new Error(`nobody is called ${who} in this Slack`);
  }

  called(id: string): string {
    const user = this.users.get(id);
    return user?.realName ?? user?.name ?? id;
  }

  handles(): ReadonlyMap<string, string> {
    return new Map([...this.users].map(([id, user]) => [user.name, id]));
  }

  /** A user as Slack describes them: the locale only where it was asked for. */
  described(user: Json, withLocale: boolean): Json {
    const mine = this.users.get(text(user['id']));
    if (!mine) return user;
    const { timeZone = 'Europe/Stockholm', locale = 'en-US' } = mine;
    const profile = { ...record(user['profile']), ...(mine.realName ? { real_name: mine.realName, real_name_normalized: mine.realName } : {}) };
    return {
      ...user,
      ...(mine.realName ? { real_name: mine.realName } : {}),
      profile,
      deleted: mine.deleted ?? false,
      is_admin: mine.admin ?? mine.owner ?? false,
      is_owner: mine.owner ?? false,
      is_primary_owner: false,
      is_restricted: mine.guest ?? false,
      is_ultra_restricted: false,
      is_stranger: mine.stranger ?? false,
      is_bot: mine.bot ?? user['is_bot'] === true,
      is_app_user: false,
      updated: 1_790_000_000,
      ...(timeZone === null ? {} : zoneOf(timeZone)),
      ...(withLocale && locale !== null ? { locale } : {}),
    };
  }

  /** Adds to an answer of `users.info` or `users.list` what `emulate` leaves out. */
  enriched(answer: Json, args: Json): Json {
    const withLocale = String(args['include_locale']) === 'true';
    if (isRecord(answer['user'])) return { ...answer, user: this.described(answer['user'], withLocale) };
    if (!Array.isArray(answer['members'])) return answer;
    return { ...answer, members: answer['members'].map((one) => this.described(record(one), withLocale)) };
  }
}

function zoneOf(timeZone: string): Json {
  const part = (style: 'long' | 'longOffset') =>
    new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style }).formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(part('longOffset')) ?? [];
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60;
  return { tz: timeZone, tz_label: part('long'), tz_offset: sign === '-' ? -seconds : seconds };
}
