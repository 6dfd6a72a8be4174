// Where a message goes in Teams: the address of the service beside the conversation, kept as one text with the account or cohort.

import { z } from 'zod';

const schema = z.object({
  /** Of the region in which the tenant is served; it may change. */
  serviceUrl: z.string().min(1).max(500),
  tenant: z.string().min(1).max(100),
  /** Missing where we have met the person in a channel only: then one is opened at the first message. */
  conversation: z.string().min(1).max(500).optional(),
  /** The bot's own name for the person, such as `29:1abc`. */
  user: z.string().min(1).max(300).optional(),
});

export type Reference = z.infer<typeof schema>;

export function writtenReference(reference: Reference): string {
  return JSON.stringify(reference);
}

/** `null` for what is none. */
export function readReference(text: string): Reference | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
