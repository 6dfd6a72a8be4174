// What goes back to Slack over HTTP.

export interface Answer {
  readonly status: number;
  readonly text?: string;
  readonly json?: object;
}

/** Slack has its answer and shows nothing. */
export const RECEIVED: Answer = { status: 200 };

/** What a listener acknowledged with. */
export function answerOf(given: unknown): Answer {
  if (typeof given === 'string' && given !== '') return { status: 200, text: given };
  if (typeof given === 'object' && given !== null) return { status: 200, json: given };
  return RECEIVED;
}

export function responseOf({ status, text, json }: Answer): Response {
  if (text !== undefined) return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  if (json !== undefined) return Response.json(json, { status });
  return new Response(null, { status });
}
