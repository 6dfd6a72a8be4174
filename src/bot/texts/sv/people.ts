import type { people as en } from '../en/people.ts';

export const people: Readonly<Record<keyof typeof en, string>> = {};
