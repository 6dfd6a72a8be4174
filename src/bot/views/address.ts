// The addresses of what lies outside the chat. What they are about is sealed, or is a code that opens one thing.

import { z } from 'zod';
import type { Secrets, Site } from '../../ports.ts';
import type { Language } from '../texts/language.ts';
import { LANGUAGES } from '../texts/language.ts';
import type { Place, Subject } from './view.ts';

/** Who looks at it, and in which language it is shown. */
export interface Onlooker {
  readonly tenantId: string;
  readonly personId: string;
  readonly language: Language;
}

export interface Opened extends Onlooker {
  readonly about: Subject;
}

type Sealed = Extract<Place['to'], 'picture' | 'event'>;

const PURPOSE = { picture: 'address of a picture', event: 'address of an event' } as const satisfies Record<Sealed, string>;
const schema = z.object({ t: z.string(), p: z.string(), l: z.enum(LANGUAGES), a: z.record(z.string(), z.union([z.string(), z.number()])) });

/** `/picture/….png`, `/event/….ics`, `/calendar/CODE.ics` and `/join/CODE`, under the deployment's own address. */
export function addressOf({ to, about }: Place, reader: Onlooker, { site, secrets }: { readonly site?: Site; readonly secrets: Secrets }): string | null {
  const root = site?.() ?? null;
  if (root === null) return null;
  switch (to) {
    case 'picture':
      return `${root}/picture/${sealed(to, reader, about, secrets)}.png`;
    case 'event':
      return `${root}/event/${sealed(to, reader, about, secrets)}.ics`;
    case 'calendar':
      return `${root}/calendar/${about['code']}.ics`;
    case 'join':
      return `${root}/join/${about['code']}`;
  }
}

/** `null` for what was not sealed here, or for another use. */
export function openAddress(to: Sealed, token: string, secrets: Secrets): Opened | null {
  try {
    const { t, p, l, a } = schema.parse(JSON.parse(secrets.open(token, PURPOSE[to])));
    return { tenantId: t, personId: p, language: l, about: a };
  } catch {
    return null;
  }
}

function sealed(to: Sealed, { tenantId, personId, language }: Onlooker, about: Subject, secrets: Secrets): string {
  return secrets.seal(JSON.stringify({ t: tenantId, p: personId, l: language, a: about }), PURPOSE[to]);
}
