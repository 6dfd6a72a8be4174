// What people write in Spanish, by topic.

import type { Phrases } from './phrases.ts';
import { career } from './es/career.ts';
import { person } from './es/person.ts';
import { work } from './es/work.ts';

export const es: Phrases = { ...work, ...career, ...person };
