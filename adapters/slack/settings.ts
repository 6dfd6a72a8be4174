// How this deployment meets Slack.

export type SlackSettings = SocketSettings | TokenSettings | InstallSettings;

interface Shared {
  /** Slack's own address, or a local Slack: ends with `/api/`. */
  readonly apiUrl: string;
  /** What part of Slack's published limits we use: above 0, at most 1. */
  readonly share: number;
  /** The member id of the first coordinator; without it, the first workspace admin who comes in. */
  readonly firstCoordinator?: string;
}

/** One workspace, no public address: Slack comes through a socket that we open. */
export interface SocketSettings extends Shared {
  readonly mode: 'socket';
  readonly botToken: string;
  readonly appToken: string;
}

interface Http extends Shared {
  /** The first one is the present one; during a change the one before it is still taken. */
  readonly signingSecrets: readonly string[];
}

/** One workspace over HTTP. */
export interface TokenSettings extends Http {
  readonly mode: 'http';
  readonly botToken: string;
}

/** Any number of workspaces over HTTP: each admin installs the bot from a page of ours. */
export interface InstallSettings extends Http {
  readonly mode: 'install';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people reach this server, `https://` and no slash at the end. */
  readonly publicUrl: string;
  /** Signs the state of an installation on its way through the browser. */
  readonly stateSecret: string;
}

export const PLATFORM = 'slack';

/** The scopes of the bot token; `docs/slack.md` says why each. */
export const SCOPES = ['chat:write', 'commands', 'im:write', 'users:read', 'users:read.email'] as const;

/** The events that Slack is to tell us. */
export const EVENTS = ['app_home_opened', 'app_uninstalled', 'tokens_revoked', 'user_change'] as const;

/** Where Slack's requests arrive. */
export const PATHS = { events: '/slack/events', install: '/slack/install', redirect: '/slack/oauth_redirect' } as const;

/** Global shortcuts: what one may want from anywhere. Each does what its command does. */
export const SHORTCUTS = [
  { callbackId: 'my_page', name: 'My mentoring page', description: 'Where you stand, and what comes next', command: '/mentor' },
  { callbackId: 'new_goal', name: 'Set a goal', description: 'A new SMART goal of your own', command: '/goal new' },
  { callbackId: 'contact', name: 'Talk to a coordinator', description: 'Ask for a word in confidence', command: '/mentor contact' },
] as const;
