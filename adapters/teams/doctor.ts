// Whether Microsoft and these settings go together: what `npm run admin -- doctor` asks about Teams.

import { type Check, type Finding, well, wrong } from '../../src/doctor.ts';
import type { Clock } from '../../src/ports.ts';
import { keysFrom } from './receive/provider.ts';
import { identityToken } from './send/identity.ts';
import { objectIn } from './send/outcome.ts';
import { type Heard, request, type Unheard } from './send/request.ts';
import { within } from './send/within.ts';
import { type Credential, PATHS, type TeamsSettings } from './settings.ts';

export interface Examined extends TeamsSettings {
  /** Where people reach this server; no slash at the end. */
  readonly publicUrl?: string;
}

const PATIENCE = 5000;
const SCOPE = 'https://api.botframework.com/.default';
/** Microsoft's signatures are good for five minutes more: a clock that is further off refuses all that Teams sends. */
const SKEW = { warns: 60, fails: 300 };

const REGISTRATION = 'on the Overview page of the app registration';
const SECRETS = 'under Certificates & secrets of the app registration';

const OPEN = 'for development: whoever reaches this port is believed, and only this computer does; people are served without TEAMS_DEVELOPMENT';

/** What Microsoft's numbers mean here, and how to mend it. */
const REASONS: Readonly<Record<number, string>> = {
  90002: `TEAMS_TENANT_ID is no tenant: copy the Directory (tenant) ID again, ${REGISTRATION}`,
  900023: `TEAMS_TENANT_ID is no tenant: copy the Directory (tenant) ID again, ${REGISTRATION}`,
  700016: `TEAMS_APP_ID is not known in TEAMS_TENANT_ID: compare both with the ids ${REGISTRATION}`,
  7000112: 'the app of TEAMS_APP_ID is switched off: allow sign-in under Enterprise applications, Properties',
  7000215: `TEAMS_APP_PASSWORD is wrong: copy the Value of the secret, not its ID, or make another one ${SECRETS}`,
  7000222: `TEAMS_APP_PASSWORD has expired: make another one ${SECRETS}`,
  7000229: 'TEAMS_APP_ID has no enterprise application in TEAMS_TENANT_ID: register the bot again as Single Tenant in that tenant',
};

export function teamsChecks(settings: Examined, clock: Clock): readonly Check[] {
  const { credential, cloud } = settings;
  if (credential.kind === 'none') return [{ name: 'Teams', run: async () => well(OPEN) }];
  return [
    { name: 'Teams token', run: () => (credential.kind === 'secret' ? secret(settings, credential) : identity(settings)) },
    { name: 'Teams keys', run: () => keys(cloud.openIdUrl) },
    { name: 'Teams address', run: () => address(settings.publicUrl) },
    { name: 'Teams clock', run: () => clockSkew(cloud.openIdUrl, clock) },
  ];
}

async function secret({ appId, cloud }: Examined, { tenantId, secret: password }: Extract<Credential, { kind: 'secret' }>): Promise<Finding> {
  const form = { grant_type: 'client_credentials', client_id: appId, client_secret: password, scope: SCOPE };
  const heard = await request({
    ...{ method: 'POST', url: `${cloud.loginUrl}/${tenantId}/oauth2/v2.0/token`, timeoutMs: PATIENCE },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  });
  if ('fault' in heard) return wrong(`Microsoft cannot be asked for a token (${heard.fault}): see that this computer reaches TEAMS_LOGIN_URL, and try again`);
  const said = objectIn(heard.text) ?? {};
  if (heard.status === 200 && typeof said['access_token'] === 'string') return well('Microsoft gives one for TEAMS_APP_ID in TEAMS_TENANT_ID');
  const number = numberIn(said);
  const known = number === null ? undefined : REASONS[number];
  if (known) return wrong(`${known} (AADSTS${number})`);
  const sign = number === null ? heard.status : `AADSTS${number}`;
  return wrong(`Microsoft gives no token (${sign}): compare TEAMS_APP_ID, TEAMS_TENANT_ID and TEAMS_APP_PASSWORD with the app registration`);
}

/** Microsoft tells its reasons by number; its sentences change. */
function numberIn({ error_codes: numbers, error_description: text }: Readonly<Record<string, unknown>>): number | null {
  const first: unknown = Array.isArray(numbers) ? numbers[0] : undefined;
  if (typeof first === 'number') return first;
  const [, digits] = /^AADSTS(\d{4,9})\b/.exec(typeof text === 'string' ? text : '') ?? [];
  return digits === undefined ? null : Number(digits);
}

async function identity({ appId }: Examined): Promise<Finding> {
  try {
    await within(PATIENCE, identityToken(appId, SCOPE));
    return well('Azure gives one for the managed identity TEAMS_APP_ID');
  } catch {
    return wrong('Azure gives no token: see that this runs in Azure, and that the identity whose client id is TEAMS_APP_ID is assigned to it');
  }
}

async function keys(openIdUrl: string): Promise<Finding> {
  try {
    const found = [...(await keysFrom(openIdUrl, PATIENCE)()).values()];
    const ours = found.filter(({ channels }) => channels.length === 0 || channels.includes('msteams'));
    if (ours.length > 0) return well(`${ours.length} of those that sign requests from Teams are known`);
    return wrong('TEAMS_OPENID_URL knows no key that signs for Teams: take it out of the settings, unless you are in a cloud of your own');
  } catch {
    return wrong('nobody says with which keys Teams signs, so that we refuse what it sends: see that this computer reaches TEAMS_OPENID_URL');
  }
}

/** As a stranger: whoever proves nothing has to be turned away, and by us. */
async function address(publicUrl: string | undefined): Promise<Finding> {
  if (publicUrl === undefined) return well(`not looked at: it is https:// and your host and ${PATHS.messages}; with PUBLIC_URL we ask there`);
  const health = await ask(`${publicUrl}/healthz`);
  if ('fault' in health) return wrong(`nobody answers at PUBLIC_URL (${health.fault}): see that Mentor Cycle runs, and that the name and the proxy lead to it`);
  if (health.status !== 200 || !/"ok":\s*true/.test(health.text))
    return wrong(`somebody else answers at PUBLIC_URL (${health.status}): see that the proxy leads to Mentor Cycle, and at the root`);
  const messages = await ask(`${publicUrl}${PATHS.messages}`, 'POST');
  const status = 'fault' in messages ? messages.fault : messages.status;
  if (status === 401) return well(`Mentor Cycle answers at ${publicUrl}${PATHS.messages}: that is the messaging endpoint`);
  return wrong(`Mentor Cycle answers at PUBLIC_URL, but not at ${PATHS.messages} (${status}): start it with these settings, and let the proxy pass POST on`);
}

async function clockSkew(openIdUrl: string, clock: Clock): Promise<Finding> {
  const before = clock.now();
  const answer = await ask(openIdUrl);
  const at = 'fault' in answer ? Number.NaN : timeIn(answer.headers);
  if (Number.isNaN(at)) return wrong('Microsoft does not say what time it is: see that this computer reaches TEAMS_OPENID_URL');
  const seconds = Math.round(((before + clock.now()) / 2 - at) / 1000);
  const said = `this computer’s clock is ${Math.abs(seconds)} seconds ${seconds < 0 ? 'behind' : 'ahead of'} Microsoft’s`;
  if (Math.abs(seconds) >= SKEW.fails) return wrong(`${said}, so that we refuse what Teams sends: set the clock, best by NTP`);
  return well(Math.abs(seconds) >= SKEW.warns ? `${said}: above ${SKEW.fails} we would refuse what Teams sends; let NTP set it` : 'it agrees with Microsoft’s');
}

/** An answer that somebody kept for us is as old as its `Age` says. */
function timeIn(headers: Headers): number {
  return Date.parse(headers.get('date') ?? '') + (Number(headers.get('age')) || 0) * 1000;
}

function ask(url: string, method = 'GET'): Promise<Heard | Unheard> {
  return request({ method, url, headers: { accept: 'application/json' }, timeoutMs: PATIENCE });
}
