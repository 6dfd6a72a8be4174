// What goes back to Teams over HTTP.

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Teams has its answer and shows nothing. */
export const RECEIVED: Answer = { status: 200 };

/** Not now: whoever asks is to ask again soon. */
export const LATER: Answer = { status: 503, headers: { 'retry-after': '5' } };

export function responseOf({ status, json, headers = {} }: Answer): Response {
  return json === undefined ? new Response(null, { status, headers }) : Response.json(json, { status, headers });
}
