import type { programme as en } from '../en/programme.ts';

export const programme: Readonly<Record<keyof typeof en, string>> = {};
