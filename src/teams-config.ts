// Which settings of Microsoft Teams belong together, and what they come to. config.ts reads them one by one; here they meet.

import { LOOPBACK } from './variables.ts';

/** As adapters/teams/settings.ts has it, with what the doctor asks about besides. */
export interface TeamsConfig {
  readonly appId: string;
  readonly credential: Credential;
  readonly tenants: readonly string[];
  readonly share: number;
  readonly firstCoordinator?: string;
  readonly cloud: { readonly openIdUrl: string; readonly loginUrl: string; readonly serviceHosts: readonly string[] };
  readonly publicUrl?: string;
}

type Credential =
  | { readonly kind: 'secret'; readonly tenantId: string; readonly secret: string }
  | { readonly kind: 'identity'; readonly tenantId: string }
  | { readonly kind: 'none' };

/** The three ways to connect. */
const WAYS = {
  secret: { name: 'a client secret', needs: ['TEAMS_APP_ID', 'TEAMS_TENANT_ID', 'TEAMS_APP_PASSWORD'] },
  identity: { name: 'a managed identity', needs: ['TEAMS_APP_ID', 'TEAMS_TENANT_ID', 'TEAMS_MANAGED_IDENTITY'] },
  development: { name: 'development on this computer', needs: ['TEAMS_DEVELOPMENT'] },
} as const;

type Way = keyof typeof WAYS;
type Connecting = (typeof WAYS)[Way]['needs'][number];
type Beside = 'TEAMS_OTHER_TENANTS' | 'TEAMS_FIRST_COORDINATOR';
type Switch = 'TEAMS_MANAGED_IDENTITY' | 'TEAMS_DEVELOPMENT';

const CONNECTING: readonly Connecting[] = ['TEAMS_APP_ID', 'TEAMS_TENANT_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_MANAGED_IDENTITY', 'TEAMS_DEVELOPMENT'];
const BESIDE: readonly Beside[] = ['TEAMS_OTHER_TENANTS', 'TEAMS_FIRST_COORDINATOR'];

const LIST = new Intl.ListFormat('en-GB');

export type TeamsValues = { readonly [K in 'TEAMS_APP_ID' | 'TEAMS_TENANT_ID' | 'TEAMS_APP_PASSWORD' | 'TEAMS_FIRST_COORDINATOR' | 'PUBLIC_URL']?: string } & {
  readonly [K in Switch]?: 'on' | 'off';
} & {
  readonly TEAMS_OTHER_TENANTS?: readonly string[];
  readonly TEAMS_OPENID_URL: string;
  readonly TEAMS_LOGIN_URL: string;
  readonly TEAMS_SERVICE_HOSTS: readonly string[];
  readonly RATE_SHARE: number;
  readonly HOST: string;
};

/** The names that say something of Teams: a switch that is off says nothing, and where Microsoft is found connects nobody. */
export function teamsNames(set: ReadonlySet<string>, values: Partial<TeamsValues>): readonly string[] {
  const off = (name: string) => (name === 'TEAMS_MANAGED_IDENTITY' || name === 'TEAMS_DEVELOPMENT') && values[name] === 'off';
  return [...CONNECTING, ...BESIDE].filter((name) => set.has(name) && !off(name));
}

/** What contradicts what, one sentence for each; `set` holds the names that were given, well-formed or not. */
export function teamsFaults(set: ReadonlySet<string>, values: Partial<TeamsValues>): string[] {
  const names = teamsNames(set, values);
  const given = CONNECTING.filter((name) => names.includes(name));
  const beside = BESIDE.filter((name) => names.includes(name));
  const way = wayOf(given);
  if (way === null) return beside.map((name) => `${name} needs a connection to Teams beside it: ${allWays()}`);
  const needs: readonly string[] = WAYS[way].needs;
  const lacks = needs.filter((name) => !names.includes(name));
  const foreign = [...given.filter((name) => !needs.includes(name)), ...(way === 'development' ? beside.filter((name) => name === 'TEAMS_OTHER_TENANTS') : [])];
  const faults = foreign.map((name) => `${name} does not go with ${needs.at(-1)}: ${describe(way)}`);
  if (lacks.length > 0) faults.push(`${needs.find((name) => names.includes(name))} needs ${LIST.format(lacks)} beside it: ${allWays()}`);
  if (way === 'development' && values.HOST !== undefined && !LOOPBACK.includes(values.HOST))
    faults.push('TEAMS_DEVELOPMENT lets everybody in without proof: HOST must be 127.0.0.1, localhost or ::1 beside it');
  return faults;
}

/** What the settings come to where nothing is at fault; `undefined` without Teams. */
export function teamsConfig(set: ReadonlySet<string>, values: TeamsValues): TeamsConfig | undefined {
  const names = teamsNames(set, values);
  const way = wayOf(CONNECTING.filter((name) => names.includes(name)));
  if (way === null) return undefined;
  const { TEAMS_APP_ID: appId = '', TEAMS_TENANT_ID: tenantId = '', TEAMS_APP_PASSWORD: secret = '', TEAMS_FIRST_COORDINATOR: firstCoordinator } = values;
  const cloud = { openIdUrl: values.TEAMS_OPENID_URL, loginUrl: values.TEAMS_LOGIN_URL, serviceHosts: values.TEAMS_SERVICE_HOSTS };
  const { RATE_SHARE: share, PUBLIC_URL: publicUrl } = values;
  const shared = { share, ...(firstCoordinator ? { firstCoordinator } : {}), ...(publicUrl ? { publicUrl } : {}) };
  if (way === 'development') {
    // Whoever comes in without proof names the address to answer at: it is to be on this computer, unless somebody chose otherwise.
    const serviceHosts = set.has('TEAMS_SERVICE_HOSTS') ? cloud.serviceHosts : LOOPBACK.map((host) => (host.includes(':') ? `[${host}]` : host));
    return { appId: '', credential: { kind: 'none' }, tenants: [], ...shared, cloud: { ...cloud, serviceHosts } };
  }
  const tenants = [...new Set([tenantId, ...(values.TEAMS_OTHER_TENANTS ?? [])])];
  const credential: Credential = way === 'secret' ? { kind: 'secret', tenantId, secret } : { kind: 'identity', tenantId };
  return { appId, credential, tenants, ...shared, cloud };
}

/** The way that the names point to, were they complete; `null` where they point nowhere. */
function wayOf(given: readonly Connecting[]): Way | null {
  if (given.length === 0) return null;
  if (given.includes('TEAMS_DEVELOPMENT')) return 'development';
  return given.includes('TEAMS_MANAGED_IDENTITY') ? 'identity' : 'secret';
}

function describe(way: Way): string {
  const { name, needs } = WAYS[way];
  return `${name} takes ${LIST.format(needs)}${way === 'development' ? ' alone' : ''}`;
}

function allWays(): string {
  return (['secret', 'identity', 'development'] as const).map(describe).join('; ');
}
