// The browser of whoever installs the bot: follows the pages, presses the button with their name, and keeps cookies.

import type { LocalSlack } from '../local-slack.ts';

export interface Installing {
  /** Where the bot's own server really is. */
  readonly url: string;
  /** Where it says that it is. */
  readonly publicUrl: string;
}

/** Somebody installs the bot from its page; resolves to the last page that they see. */
export async function installs(slack: LocalSlack, who: string, { url, publicUrl }: Installing): Promise<{ readonly status: number; readonly page: string }> {
  const started = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const cookie = started.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  const chooser = await (await fetch(locationOf(started))).text();
  const fields = new URLSearchParams(fieldsFor(chooser, slack.people.idOf(who)));
  const chosen = await fetch(`${slack.origin}/oauth/v2/authorize/callback`, { method: 'POST', body: fields, redirect: 'manual' });
  const back = locationOf(chosen).replace(publicUrl, url);
  const last = await fetch(back, { headers: { cookie: cookie.join('; '), 'accept-language': 'sv' } });
  return { status: last.status, page: await last.text() };
}

function locationOf(response: Response): string {
  const location = response.headers.get('location');
  if (!location) throw new Error(`no way on after ${response.status}`);
  return location;
}

/** The hidden fields of the form that carries this person's id. */
function fieldsFor(page: string, userId: string): Record<string, string> {
  const form = page.split('<form').find((one) => one.includes(`value="${userId}"`));
  if (!form) throw new Error('this person may not choose');
  const inputs = [...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}
