// From the bytes of a request to its payload: events are JSON, commands a form, and what people press JSON within a form.

export type Payload = Readonly<Record<string, unknown>>;

/** Slack's own payloads go about a dozen deep; whatever reads them may be recursive. */
const DEPTH = 64;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `null` for what Slack never sends. */
export function payloadOf(contentType: string | undefined, rawBody: Uint8Array): Payload | null {
  const text = textOf(rawBody);
  const payload = text === null ? null : parsed(mediaType(contentType), text);
  return payload && hasKnownForm(payload) ? payload : null;
}

function parsed(type: string, text: string): Payload | null {
  if (type === 'application/json') return json(text);
  if (type !== 'application/x-www-form-urlencoded') return null;
  const fields = new URLSearchParams(text);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : json(payload);
}

/** Bolt asks an event for its type when it has acknowledged it already. */
function hasKnownForm({ event }: Payload): boolean {
  return event === undefined || (isPayload(event) && typeof event['type'] === 'string');
}

function mediaType(contentType = ''): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

function textOf(rawBody: Uint8Array): string | null {
  try {
    return utf8.decode(rawBody);
  } catch {
    return null;
  }
}

function json(text: string): Payload | null {
  try {
    const value: unknown = JSON.parse(text);
    return isPayload(value) && !isDeeperThan(DEPTH, value) ? value : null;
  } catch {
    return null;
  }
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
