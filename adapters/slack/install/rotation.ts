// Tokens that Slack lets expire after twelve hours, renewed before they do: once, however many processes notice.

import { z } from 'zod';
import type { Reception } from '../../../src/reception.ts';
import { HOUR, type Instant, MINUTE, plus } from '../../../src/time.ts';
import type { SlackCalls } from '../send/calls.ts';
import { type InstallSettings, PLATFORM } from '../settings.ts';
import { type Kept, readKept } from './kept.ts';

const EARLY = 2 * HOUR;
/** After a refusal, so that a Slack that is down is not asked at every click. */
const REST = MINUTE;

const answer = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: z.number().positive() });

export interface Rotating {
  readonly settings: Pick<InstallSettings, 'clientId' | 'clientSecret'>;
  readonly reception: Pick<Reception, 'installations' | 'clock' | 'log'>;
  /** Calls without a token. */
  readonly slack: SlackCalls;
}

/** Resolves to an installation whose token lives, renewed where need be; `null` where there is none. */
export function rotating({ settings, reception, slack }: Rotating): (door: string) => Promise<Kept | null> {
  const { installations, clock, log } = reception;
  const restUntil = new Map<string, Instant>();

  return async function fresh(door) {
    const kept = await readKept(installations, door);
    if (!kept || !isAging(kept, clock.now()) || rests(door)) return living(kept);
    try {
      // Whoever waited for their turn finds the token of whoever was first.
      return await installations.alone(PLATFORM, door, async () => {
        const now = await readKept(installations, door);
        if (!now || !isAging(now, clock.now()) || rests(door)) return living(now);
        return (await renewed(door, now)) ?? living(now);
      });
    } catch (error) {
      restUntil.set(door, plus(clock.now(), REST));
      log.error('slack.rotation.fault', { door }, error);
      return living(kept);
    }
  };

  async function renewed(door: string, kept: Kept): Promise<Kept | null> {
    const asked = await slack.call(
      'oauth.v2.access',
      { client_id: settings.clientId, client_secret: settings.clientSecret, grant_type: 'refresh_token', refresh_token: kept.bot.refreshToken },
      { timeoutMs: 5000 },
    );
    const said = asked.ok ? answer.safeParse(asked.data).data : undefined;
    if (!said) {
      restUntil.set(door, plus(clock.now(), REST));
      log.warn('slack.rotation.refused', { door, fault: asked.ok ? 'garbage' : asked.error });
      return null;
    }
    const expiresAt = Math.floor(clock.now() / 1000) + said.expires_in;
    const after: Kept = { ...kept, bot: { ...kept.bot, token: said.access_token, refreshToken: said.refresh_token, expiresAt } };
    await installations.save(PLATFORM, door, after);
    log.info('slack.rotation', { door });
    return after;
  }

  function rests(door: string): boolean {
    return clock.now() < (restUntil.get(door) ?? 0);
  }

  function living(kept: Kept | null): Kept | null {
    return kept && endOf(kept) > clock.now() ? kept : null;
  }
}

function isAging(kept: Kept, now: Instant): boolean {
  return kept.bot.refreshToken !== undefined && endOf(kept) - now <= EARLY;
}

function endOf({ bot }: Kept): number {
  return bot.expiresAt === undefined ? Number.POSITIVE_INFINITY : bot.expiresAt * 1000;
}
