import type { year as en } from '../en/year.ts';

export const year: Readonly<Record<keyof typeof en, string>> = {};
