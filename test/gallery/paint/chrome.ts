// What Slack itself writes around an app's blocks, in the language of whoever reads.

import type { Language } from '../../../src/bot/texts/language.ts';

interface Chrome {
  readonly optional: string;
  readonly onlyYou: string;
  readonly app: string;
  readonly mentor: string;
}

export const CHROME: Readonly<Record<Language, Chrome>> = {
  en: { optional: '(optional)', onlyYou: 'Only visible to you', app: 'APP', mentor: 'Mentor Cycle' },
  sv: { optional: '(valfritt)', onlyYou: 'Endast synligt för dig', app: 'APP', mentor: 'Mentor Cycle' },
  es: { optional: '(opcional)', onlyYou: 'Solo visible para ti', app: 'APP', mentor: 'Mentor Cycle' },
};
