// The QR code of a sign-up page, for chats that take no SVG.

import { openAddress } from '../../bot/views/address.ts';
import { qrCode } from '../../mentoring/passes/index.ts';
import type { Linking } from './links.ts';

/** `null` for a picture of anything else, and where the code is no longer in use. */
export async function qrPicture({ store, secrets, site }: Linking, token: string): Promise<{ readonly svg: string } | null> {
  const opened = openAddress('picture', token, secrets);
  const code = opened?.about['join'];
  const root = site?.() ?? null;
  if (!opened || typeof code !== 'string' || root === null) return null;
  const pass = await store.prisma.pass.findUnique({ where: { code } });
  return pass?.tenantId === opened.tenantId && pass.opens === 'join' ? { svg: qrCode(`${root}/join/${code}`) } : null;
}
