// What people write in English, by topic.

import type { Phrases } from './phrases.ts';
import { career } from './en/career.ts';
import { person } from './en/person.ts';
import { work } from './en/work.ts';

export const en: Phrases = { ...work, ...career, ...person };
