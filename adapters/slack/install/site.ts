// Where an admin installs the bot: a page that leads to Slack, and the page to which Slack leads back.

import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ErrorCode, InstallProvider } from '@slack/oauth';
import { type Logger, LogLevel, WebAPIPlatformError } from '@slack/web-api';
import { type Context, Hono } from 'hono';
import { languageDetector } from 'hono/language';
import { LANGUAGES, languageOf } from '../../../src/bot/texts/language.ts';
import { BotError } from '../../../src/fault.ts';
import type { Reception } from '../../../src/reception.ts';
import { type InstallSettings, PATHS, PLATFORM, SCOPES } from '../settings.ts';
import { doorOfKept, type Kept, keptOf } from './kept.ts';
import { donePage, type Failure, failedPage, HEADERS } from './page.ts';

export interface Installing {
  readonly settings: InstallSettings;
  readonly reception: Pick<Reception, 'installations' | 'doors' | 'log'>;
  /** Called when all is kept, before the page is shown: `userId` has installed the bot. */
  readonly installed: (of: { readonly door: string; readonly tenantId: string; readonly userId: string }) => Promise<void>;
}

/** Slack's library quotes requests and tokens in what it says. */
const MUTE: Logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => LogLevel.ERROR, setName() {} };

const FAILURES: Readonly<Record<string, Failure>> = {
  [ErrorCode.AuthorizationError]: 'cancelled',
  [ErrorCode.MissingStateError]: 'stranger',
  [ErrorCode.InvalidStateError]: 'stranger',
  [ErrorCode.MissingCodeError]: 'stranger',
};

/** To be mounted at the root of a server on `@hono/node-server`. */
export function installSite({ settings, reception, installed }: Installing): Hono {
  const { log } = reception;
  const site = new Hono();
  const provider = providerOf(settings, reception);

  site.get(PATHS.install, async (c) => {
    const { incoming, outgoing } = nodeOf(c);
    await provider.handleInstallPath(incoming, outgoing);
    return RESPONSE_ALREADY_SENT;
  });

  const inTheirLanguage = languageDetector({ order: ['header'], caches: false, supportedLanguages: [...LANGUAGES], fallbackLanguage: 'en' });
  site.get(PATHS.redirect, inTheirLanguage, async (c) => {
    const { incoming, outgoing } = nodeOf(c);
    const result: { kept?: Kept; failure: Failure } = { failure: 'fault' };
    await provider.handleCallback(incoming, outgoing, {
      successAsync: async (installation) => {
        const kept = keptOf(installation);
        const door = doorOfKept(kept);
        const tenantId = await reception.doors.open(PLATFORM, door, { name: nameOf(kept) });
        await installed({ door, tenantId, userId: kept.installedBy });
        log.info('slack.installed', { door, tenantId });
        result.kept = kept;
      },
      failure: (error) => {
        result.failure = FAILURES[error.code] ?? 'fault';
        log.warn('slack.install.failed', { failure: result.failure, code: error instanceof WebAPIPlatformError ? error.data.error : error.code });
      },
    });
    // The library deletes its cookie on Node's answer; what is sent is Hono's.
    for (const cookie of [outgoing.getHeader('set-cookie') ?? []].flat()) c.header('set-cookie', String(cookie), { append: true });
    outgoing.removeHeader('set-cookie');
    const { kept, failure } = result;
    const language = languageOf(c.get('language'), 'en');
    if (!kept) return c.html(failedPage(language, failure), failure === 'fault' ? 500 : 400, HEADERS);
    return c.html(donePage(language, { name: nameOf(kept), open: openAt(settings, kept) }), 200, HEADERS);
  });
  return site;
}

function nodeOf(c: Context): HttpBindings {
  return c.env as HttpBindings;
}

function providerOf(settings: InstallSettings, { installations }: Installing['reception']): InstallProvider {
  const { clientId, clientSecret, stateSecret, apiUrl, publicUrl } = settings;
  return new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    directInstall: true,
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    installUrlOptions: { scopes: [...SCOPES], redirectUri: `${publicUrl}${PATHS.redirect}` },
    installationStore: {
      async storeInstallation(installation) {
        const kept = keptOf(installation);
        const door = doorOfKept(kept);
        // A renewal of an earlier token that is under way must not put that one back.
        await installations.alone(PLATFORM, door, () => installations.save(PLATFORM, door, kept));
      },
      fetchInstallation: () => Promise.reject(new BotError('bug', 'tokens.ts gives tokens')),
    },
    logger: MUTE,
    clientOptions: { slackApiUrl: apiUrl, timeout: 8000, retryConfig: { retries: 1, minTimeout: 250 }, rejectRateLimitedCalls: true, allowAbsoluteUrls: false },
  });
}

function nameOf(kept: Kept): string {
  return (kept.isEnterpriseInstall ? kept.enterprise?.name : kept.team?.name) || doorOfKept(kept);
}

/** Slack's own way to an app, in whatever client the person uses. */
function openAt({ apiUrl }: InstallSettings, kept: Kept): string {
  const url = new URL('/app_redirect', apiUrl);
  if (kept.appId) url.searchParams.set('app', kept.appId);
  if (kept.team) url.searchParams.set('team', kept.team.id);
  return url.href;
}
