// How this deployment meets Microsoft Teams.

export interface TeamsSettings {
  /** The bot's application id in Microsoft Entra; empty in development alone. */
  readonly appId: string;
  readonly credential: Credential;
  /** The tenants whose people are served; empty in development alone, where everybody is. */
  readonly tenants: readonly string[];
  /** What part of the published limits we use: above 0, at most 1. */
  readonly share: number;
  /** Object id or e-mail address of the first coordinator; without it, whoever first adds the app to a team. */
  readonly firstCoordinator?: string;
  readonly cloud: Cloud;
}

/** How the bot proves to Microsoft who it is. */
export type Credential =
  | { readonly kind: 'secret'; readonly tenantId: string; readonly secret: string }
  /** A user-assigned managed identity of the machine, whose client id is the application id. */
  | { readonly kind: 'identity'; readonly tenantId: string }
  /** Development on this computer alone: nobody proves anything. */
  | { readonly kind: 'none' };

/** Microsoft's addresses, or local ones. */
export interface Cloud {
  /** The OpenID document of those who sign requests to bots. */
  readonly openIdUrl: string;
  /** Where tokens are given; no slash at the end. */
  readonly loginUrl: string;
  /** Hosts that may be written to. Those beyond this computer over https alone. */
  readonly serviceHosts: readonly string[];
}

export const PLATFORM = 'teams';

export const PATHS = { messages: '/teams/messages' } as const;
