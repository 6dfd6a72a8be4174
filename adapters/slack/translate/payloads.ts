// The parts of Slack's payloads that we use, read without trust: what is missing or of another shape makes `null`.

import { z } from 'zod';

const id = z.string().min(1).max(255);
const optional = id.optional().catch(undefined);

const envelope = z.object({ trigger_id: optional, response_url: z.string().max(2000).optional().catch(undefined) });

const command = envelope.extend({ command: z.string().max(100), text: z.string().max(8000).catch(''), user_id: id });

const user = z.object({ id });

const view = z.object({
  id,
  hash: z.string().max(255).catch(''),
  type: z.enum(['modal', 'home']),
  callback_id: z.string().max(255).catch(''),
  private_metadata: z.string().max(3000).catch(''),
  state: z.object({ values: z.unknown() }).optional().catch(undefined),
  blocks: z
    .array(z.looseObject({ type: z.string() }))
    .max(100)
    .catch([]),
  title: z.object({ text: z.string() }).nullish().catch(null),
  submit: z.object({ text: z.string() }).nullish().catch(null),
  close: z.object({ text: z.string() }).nullish().catch(null),
});

const press = envelope.extend({
  user,
  actions: z.array(z.object({ action_id: id, value: z.string().max(2000).catch(''), action_ts: optional })).min(1),
  view: view.optional().catch(undefined),
  channel: z.object({ id }).optional().catch(undefined),
  container: z
    .object({ message_ts: optional, is_ephemeral: z.boolean().catch(false), channel_id: optional })
    .optional()
    .catch(undefined),
});

const submission = envelope.extend({ user, view });

const shortcut = envelope.extend({ user, callback_id: id });

/** An open view as Slack describes it. */
export type OpenView = z.infer<typeof view>;
export type Command = z.infer<typeof command>;
export type Press = z.infer<typeof press>;
export type Submission = z.infer<typeof submission>;

function reader<T>(schema: z.ZodType<T>): (body: unknown) => T | null {
  return (body) => schema.safeParse(body).data ?? null;
}

export const commandIn = reader(command);
export const pressIn = reader(press);
export const submissionIn = reader(submission);
export const shortcutIn = reader(shortcut);
