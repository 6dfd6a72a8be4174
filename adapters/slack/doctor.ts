// Whether Slack and these settings go together: what `npm run admin -- doctor` asks about Slack.

import { type Check, type Finding, well, wrong } from '../../src/doctor.ts';
import type { Clock } from '../../src/ports.ts';
import { type Asked, askIdentity } from './install/identity.ts';
import { missingScopes, needlessScopes } from './install/scopes.ts';
import { scopeFault, tokenFault } from './install/tokens.ts';
import { slackCalls } from './send/calls.ts';
import type { InstallSettings, SocketSettings, TokenSettings } from './settings.ts';

/** Without the one secret that is no setting. */
export type Examined = SocketSettings | TokenSettings | Omit<InstallSettings, 'stateSecret'>;

const PATIENCE = 5000;
/** Slack's signatures are good for five minutes: a clock that is further off refuses all that Slack sends. */
const SKEW = { warns: 60, fails: 300 };

export function slackChecks(settings: Examined, clock: Clock): readonly Check[] {
  const skew = { name: 'Slack clock', run: () => clockSkew(settings.apiUrl, clock) };
  if (settings.mode === 'install') {
    return [{ name: 'Slack client', run: () => client(settings) }, { name: 'public address', run: () => publicAddress(settings.publicUrl) }, skew];
  }
  let asked: Promise<Asked> | undefined;
  const identity = () => (asked ??= askIdentity(slackCalls(settings)(settings.botToken)));
  const checks = [
    { name: 'Slack token', run: async () => token(await identity()) },
    { name: 'Slack scopes', run: async () => scopes(await identity()) },
  ];
  if (settings.mode === 'socket') checks.push({ name: 'Slack socket', run: () => socket(settings) });
  return [...checks, skew];
}

function token(asked: Asked): Finding {
  if (!asked.ok) return wrong(tokenFault(asked));
  return well(`the token speaks for the bot ${asked.identity.botUserId} in ${asked.identity.name} (${asked.identity.door})`);
}

function scopes(asked: Asked): Finding {
  if (!asked.ok) return wrong('not known before the token is accepted');
  const { scopes: granted } = asked.identity;
  if (!granted) return well('Slack did not name them');
  const [missing, needless] = [missingScopes(granted), needlessScopes(granted)];
  if (missing.length > 0) return wrong(scopeFault(missing));
  return well(needless.length > 0 ? `all are there; not needed, so better taken away: ${needless.join(', ')}` : 'all are there, and none too many');
}

async function socket({ apiUrl, appToken }: SocketSettings): Promise<Finding> {
  const answer = await slackCalls({ apiUrl })(appToken).call('apps.connections.open', {}, { timeoutMs: PATIENCE });
  if (answer.ok) return typeof answer.data['url'] === 'string' ? well('Slack opens one') : wrong('Slack gave no address to connect to: try again');
  if (answer.error === 'missing_scope')
    return wrong('SLACK_APP_TOKEN lacks the scope connections:write: make another one under Basic Information, App-Level Tokens');
  if (/^(invalid_auth|not_authed|not_allowed_token_type|token_revoked|account_inactive)$/.test(answer.error))
    return wrong(`SLACK_APP_TOKEN is not accepted by Slack (${answer.error}): copy it again from Basic Information, App-Level Tokens`);
  return wrong(`Slack does not open one (${answer.error}): see that Socket Mode is on, and try again`);
}

/** A code that nobody was given: Slack refuses it, but looks at the client first. */
async function client({ apiUrl, clientId, clientSecret }: Omit<InstallSettings, 'stateSecret'>): Promise<Finding> {
  const args = { client_id: clientId, client_secret: clientSecret, code: 'doctor' };
  const answer = await slackCalls({ apiUrl })('').call('oauth.v2.access', args, { timeoutMs: PATIENCE });
  if (answer.ok || answer.error === 'invalid_code') return well('Slack knows SLACK_CLIENT_ID and SLACK_CLIENT_SECRET');
  if (/^(invalid_client_id|bad_client_secret)$/.test(answer.error))
    return wrong(`Slack does not know SLACK_CLIENT_ID with SLACK_CLIENT_SECRET (${answer.error}): copy both again from Basic Information`);
  return wrong(`Slack cannot be asked (${answer.error}): see that this computer reaches SLACK_API_URL, and try again`);
}

async function publicAddress(publicUrl: string): Promise<Finding> {
  const answer = await ask(`${publicUrl}/healthz`);
  if (!answer) return wrong('nobody answers at PUBLIC_URL: see that Mentor Cycle runs, and that the name and the proxy lead to it');
  if (answer.status !== 200 || !/"ok":\s*true/.test(answer.text))
    return wrong(`somebody else answers at PUBLIC_URL (${answer.status}): see that the proxy leads to Mentor Cycle, and at the root`);
  return well('Mentor Cycle answers at PUBLIC_URL');
}

async function clockSkew(apiUrl: string, clock: Clock): Promise<Finding> {
  const before = clock.now();
  const answer = await ask(new URL('api.test', apiUrl).href);
  if (!answer || Number.isNaN(answer.at)) return wrong('Slack does not say what time it is: see that this computer reaches SLACK_API_URL');
  const seconds = Math.round(((before + clock.now()) / 2 - answer.at) / 1000);
  const said = `this computer’s clock is ${Math.abs(seconds)} seconds ${seconds < 0 ? 'behind' : 'ahead of'} Slack’s`;
  if (Math.abs(seconds) >= SKEW.fails) return wrong(`${said}, so that we refuse what Slack sends: set the clock, best by NTP`);
  return well(Math.abs(seconds) >= SKEW.warns ? `${said}: above ${SKEW.fails} we would refuse what Slack sends; let NTP set it` : 'it agrees with Slack’s');
}

/** `null` where nobody answers. `at`: the time by the other's clock, NaN where it does not say. */
async function ask(url: string): Promise<{ readonly status: number; readonly text: string; readonly at: number } | null> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    const at = Date.parse(response.headers.get('date') ?? '');
    return { status: response.status, text: (await response.text()).slice(0, 1000), at };
  } catch {
    return null;
  }
}
