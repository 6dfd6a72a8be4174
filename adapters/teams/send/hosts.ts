// To whom the bot's token and people's messages may go: Microsoft's own hosts. An address of the service comes with each event.

import type { Cloud } from '../settings.ts';

/** Microsoft's public cloud, with the hosts that its own library for Teams trusts there. */
export const MICROSOFT_CLOUD: Cloud = {
  openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  loginUrl: 'https://login.microsoftonline.com',
  serviceHosts: ['smba.trafficmanager.net', 'smba.onyx.prod.teams.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
};

/** Where somebody is met first whose address of the service we do not know. */
export const FIRST_SERVICE = 'https://smba.trafficmanager.net/teams/';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** By its letters, before anything else reads it: so little is allowed that every reader finds the same host in it. */
const ADDRESS = /^(https?):\/\/([a-z0-9.-]{1,253}|\[::1\])(:\d{1,5})?(\/[a-z0-9._~/-]{0,500})?$/i;
const NAME = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/;

export function mayWriteTo(serviceUrl: string, cloud: Cloud): boolean {
  const [, scheme, host, port] = ADDRESS.exec(serviceUrl) ?? [];
  const name = host?.toLowerCase() ?? '';
  if (LOOPBACK.includes(name)) return cloud.serviceHosts.includes(name) && URL.canParse(serviceUrl);
  return scheme?.toLowerCase() === 'https' && port === undefined && NAME.test(name) && cloud.serviceHosts.some((listed) => isOf(listed, name));
}

/** `*.example.org` stands for all below it, and not for `example.org`. */
function isOf(listed: string, name: string): boolean {
  return listed.startsWith('*.') ? name.endsWith(listed.slice(1).toLowerCase()) : name === listed.toLowerCase();
}
