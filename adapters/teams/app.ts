// Microsoft Teams, put together: what comes in is verified and routed by Microsoft's library, what goes out is sent by us.

import type { Hono } from 'hono';
import type { Chat } from '../../src/ports.ts';
import type { Reception } from '../../src/reception.ts';
import { Recent } from '../common/recent.ts';
import { Desk, type Visit } from './listen/desk.ts';
import { InTime } from './listen/in-time.ts';
import { register } from './listen/register.ts';
import { HttpReceiver } from './receive/http.ts';
import { answering } from './send/answering.ts';
import { teamsCalls } from './send/calls.ts';
import { teamsChat } from './send/chat.ts';
import { tokenSource } from './send/token.ts';
import { PLATFORM, type TeamsSettings } from './settings.ts';
import type { Incoming } from './translate/activity.ts';

export interface TeamsWing {
  readonly chat: Chat;
  /** Where Teams' requests arrive. */
  readonly site: Hono;
  /** Lets nobody in any more, and resolves when all that was at hand has been answered. */
  end(): Promise<void>;
}

/** Listeners answer by two seconds; this is for what none of them answers, and before Teams gives up. */
const UNANSWERED = 9000;
/** Of so many tenants we remember by which address they were met. */
const SERVICES = 1000;

export function teamsWing(settings: TeamsSettings, reception: Reception): TeamsWing {
  const { log, accounts, doors, clock, pace } = reception;
  const calls = teamsCalls({ settings, token: tokenSource(settings, { clock, log }), clock, log });
  const desk = new Desk({ reception, calls: answering({ calls, pace, share: settings.share, log }), firstCoordinator: settings.firstCoordinator });
  const inTime = new InTime(log);
  const services = new Recent<string>(SERVICES);
  const turn = register({ desk, inTime, log, visitOf: visiting(desk, services) });
  const http = new HttpReceiver({ settings, clock, log, answerWithin: UNANSWERED, turn });
  return {
    chat: teamsChat({
      calls,
      doorsOf: (tenantId) => doors.doorsOf(tenantId, PLATFORM),
      remember: (tenantId, externalId, conversation) => accounts.remember(tenantId, PLATFORM, externalId, conversation),
      serviceOf: (tenant) => services.get(tenant),
      pace,
      share: settings.share,
      log,
    }),
    site: http.site,
    async end() {
      await http.stop();
      await inTime.end();
    },
  };
}

/** In which organisation somebody acts. A tenant gets one at its first word: others than those that are served are not let in. */
function visiting(desk: Desk, services: Recent<string>): (incoming: Incoming) => Promise<Visit | null> {
  const { doors } = desk.reception;
  return async (from) => {
    services.set(from.tenant, from.serviceUrl);
    const tenantId = (await doors.tenantOf(PLATFORM, from.tenant)) ?? (await doors.open(PLATFORM, from.tenant, { name: await nameOf(desk, from) }));
    return { tenantId, from };
  };
}

/** Teams does not tell what a tenant is called; people's sign-in names do. */
async function nameOf(desk: Desk, from: Incoming): Promise<string> {
  return (await desk.memberOf({ tenantId: '', from }))?.domain ?? 'Microsoft Teams';
}
