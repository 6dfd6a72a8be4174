// How a message that was sent is found again.

import { z } from 'zod';

const way = z.object({ serviceUrl: z.string(), tenant: z.string(), conversation: z.string() });
const schema = way.extend({ id: z.string() });

/** Where a message goes, with the tenant whose limits it counts in. */
export type Way = Readonly<z.infer<typeof way>>;

/** A message, where it stands. */
type Ref = Readonly<z.infer<typeof schema>>;

export function writtenRef({ serviceUrl, tenant, conversation, id }: Ref): string {
  return JSON.stringify({ serviceUrl, tenant, conversation, id });
}

/** `null` for what is none. */
export function readRef(text: string): Ref | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
