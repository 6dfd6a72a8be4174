// What people write in Swedish, by topic.

import type { Phrases } from './phrases.ts';
import { career } from './sv/career.ts';
import { person } from './sv/person.ts';
import { work } from './sv/work.ts';

export const sv: Phrases = { ...work, ...career, ...person };
