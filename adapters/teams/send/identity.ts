// The token of a managed identity, which Azure gives to the machine that it runs on. Microsoft's library is loaded for this alone.

import type { Granted } from './token.ts';

export async function identityToken(clientId: string, scope: string): Promise<Granted> {
  const { ManagedIdentityCredential } = await import('@azure/identity');
  const { token, expiresOnTimestamp } = await new ManagedIdentityCredential({ clientId }).getToken(scope);
  return { token, until: expiresOnTimestamp };
}
