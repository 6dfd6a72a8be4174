// The people of the local Teams: by which names and ids they go, and how their apps are set.

import { type Account, botsIdOf, type Client, directIdOf, objectIdOf, TENANT } from '../payloads.ts';
import type { TeamsPerson } from '../connector.ts';

export interface LocalPerson {
  /** The handle, by which tests call them. */
  readonly name: string;
  readonly realName?: string;
  /** `null`: Teams knows none. */
  readonly email?: string | null;
  /** Such as `sv-SE`; `null` where their app does not say. */
  readonly locale?: string | null;
  /** IANA. */
  readonly timeZone?: string;
  readonly guest?: boolean;
  /** Where they are at home, if not here. */
  readonly tenant?: string;
  /** Teams names no object id in Entra for them. */
  readonly withoutObjectId?: boolean;
}

/** Somebody with their ids. */
export interface Known extends LocalPerson {
  readonly account: Account & { readonly name: string };
  /** Their own chat with the bot. */
  readonly direct: string;
}

export class People {
  private readonly all = new Map<string, Known>();

  add(person: LocalPerson): Known {
    const { name, realName = name } = person;
    const aadObjectId = person.withoutObjectId ? {} : { aadObjectId: objectIdOf(name) };
    const known = { ...person, account: { id: botsIdOf(name), name: realName, ...aadObjectId }, direct: directIdOf(name) };
    this.all.set(name, known);
    return known;
  }

  /** By handle, name, or one of their ids. */
  find(who: string): Known | undefined {
    const fits = ({ name, account }: Known) => [name, account.name, account.id, account.aadObjectId].includes(who);
    return this.all.get(who) ?? [...this.all.values()].find(fits);
  }

  get(who: string): Known {
    const found = this.find(who);
    if (!found) throw new Error(`nobody is called ${who} in this Teams`);
    return found;
  }

  called(who: string): string {
    return this.find(who)?.account.name ?? who;
  }

  /** What somebody writes in a channel: `@handles` of people become mentions. */
  mentionedIn(line: string): { readonly text: string; readonly others: readonly Known['account'][] } {
    const others: Known['account'][] = [];
    const words = line.replace(/@([\w.-]+)/g, (whole, handle: string) => {
      const known = this.all.get(handle);
      if (!known) return whole;
      others.push(known.account);
      return `<at>${known.account.name}</at>`;
    });
    return { text: words, others };
  }
}

/** What Teams tells of somebody to whoever asks. */
export function described({ name, account, email = `${name}@example.org`, guest, tenant }: Known): TeamsPerson {
  const { id, aadObjectId } = account;
  const signIn = guest ? `${name}_elsewhere.example#EXT#@example.onmicrosoft.com` : `${name}@example.org`;
  return {
    ...{ id, name: account.name, userPrincipalName: signIn, userRole: guest ? 'guest' : 'user', tenantId: tenant ?? TENANT },
    ...(aadObjectId ? { aadObjectId } : {}),
    ...(email === null ? {} : { email }),
  };
}

/** How their app is set. */
export function clientOf({ locale = 'en-GB', timeZone = 'Europe/Stockholm' }: Known): Client | null {
  return locale === null ? null : { locale, country: locale.slice(-2), platform: 'Web', timezone: timeZone };
}
