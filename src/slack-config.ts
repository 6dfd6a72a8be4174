// Which settings of Slack belong together, and what they come to. config.ts reads them one by one; here they meet.

/** As adapters/slack/settings.ts has it, but for the secret that is derived from the first key where keys are known. */
export type SlackConfig = Socket | OneWorkspace | ManyWorkspaces;

interface Shared {
  readonly apiUrl: string;
  readonly share: number;
  readonly firstCoordinator?: string;
}

interface Socket extends Shared {
  readonly mode: 'socket';
  readonly botToken: string;
  readonly appToken: string;
}

interface Http extends Shared {
  readonly signingSecrets: readonly string[];
}

interface OneWorkspace extends Http {
  readonly mode: 'http';
  readonly botToken: string;
}

interface ManyWorkspaces extends Http {
  readonly mode: 'install';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
}

/** The three ways to connect; PUBLIC_URL is the deployment's own and harms nowhere. */
const WAYS = {
  socket: { name: 'Socket Mode', needs: ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'] },
  http: { name: 'HTTP for one workspace', needs: ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'] },
  install: { name: 'HTTP for many workspaces', needs: ['SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'PUBLIC_URL'] },
} as const;

const LIST = new Intl.ListFormat('en-GB');

type Way = keyof typeof WAYS;
type Connecting = Exclude<(typeof WAYS)[Way]['needs'][number], 'PUBLIC_URL'>;

const CONNECTING: readonly Connecting[] = ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'];

export type SlackValues = { readonly [K in Connecting | 'PUBLIC_URL' | 'SLACK_SIGNING_SECRET_PREVIOUS' | 'SLACK_FIRST_COORDINATOR']?: string } & {
  readonly SLACK_API_URL: string;
  readonly RATE_SHARE: number;
};

/** What contradicts what, one sentence for each; `set` holds the names that were given, well-formed or not. */
export function slackFaults(set: ReadonlySet<string>, values: Partial<SlackValues>): string[] {
  const faults: string[] = [];
  if (set.has('SLACK_SIGNING_SECRET_PREVIOUS') && !set.has('SLACK_SIGNING_SECRET'))
    faults.push('SLACK_SIGNING_SECRET_PREVIOUS needs SLACK_SIGNING_SECRET beside it');
  if (values.SLACK_SIGNING_SECRET !== undefined && values.SLACK_SIGNING_SECRET === values.SLACK_SIGNING_SECRET_PREVIOUS)
    faults.push('SLACK_SIGNING_SECRET_PREVIOUS is the same as SLACK_SIGNING_SECRET');
  const given = CONNECTING.filter((name) => set.has(name));
  const [first] = given;
  if (first === undefined) {
    if (set.has('SLACK_FIRST_COORDINATOR')) faults.push(`SLACK_FIRST_COORDINATOR needs a connection to Slack beside it: ${allWays()}`);
    return faults;
  }
  const way = wayOf(set);
  if (way === null) return [...faults, `SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET beside it: ${allWays()}`];
  const needs: readonly string[] = WAYS[way].needs;
  const lacks = needs.filter((name) => !set.has(name));
  const foreign = given.filter((name) => !needs.includes(name));
  for (const name of foreign) faults.push(`${name} does not go with ${mark(way)}: ${describe(way)}`);
  const present = needs.find((name) => set.has(name)) ?? first;
  if (lacks.length > 0) faults.push(`${present} needs ${LIST.format(lacks)} beside it: ${describe(way)}`);
  return faults;
}

/** What the settings come to where nothing is at fault; `undefined` without Slack. */
export function slackConfig(values: SlackValues): SlackConfig | undefined {
  const way = wayOf(new Set(CONNECTING.filter((name) => values[name] !== undefined)));
  if (way === null) return undefined;
  const { SLACK_BOT_TOKEN: botToken = '', SLACK_FIRST_COORDINATOR: firstCoordinator } = values;
  const shared = { apiUrl: values.SLACK_API_URL, share: values.RATE_SHARE, ...(firstCoordinator ? { firstCoordinator } : {}) };
  if (way === 'socket') return { mode: way, botToken, appToken: values.SLACK_APP_TOKEN ?? '', ...shared };
  const signingSecrets = [values.SLACK_SIGNING_SECRET, values.SLACK_SIGNING_SECRET_PREVIOUS].filter((secret) => secret !== undefined);
  if (way === 'http') return { mode: way, botToken, signingSecrets, ...shared };
  const { SLACK_CLIENT_ID: clientId = '', SLACK_CLIENT_SECRET: clientSecret = '', PUBLIC_URL: publicUrl = '' } = values;
  return { mode: way, clientId, clientSecret, publicUrl, signingSecrets, ...shared };
}

/** The way that the settings point to, were they complete; `null` where they point nowhere. */
function wayOf(set: ReadonlySet<string>): Way | null {
  if (set.has('SLACK_APP_TOKEN')) return 'socket';
  if (set.has('SLACK_CLIENT_ID') || set.has('SLACK_CLIENT_SECRET')) return 'install';
  return set.has('SLACK_SIGNING_SECRET') ? 'http' : null;
}

function mark(way: Way): string {
  return way === 'install' ? 'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET' : WAYS[way].needs[0];
}

function describe(way: Way): string {
  return `${WAYS[way].name} takes ${LIST.format(WAYS[way].needs)}`;
}

function allWays(): string {
  return (['socket', 'http', 'install'] as const).map(describe).join('; ');
}
