import type { goals as en } from '../en/goals.ts';

export const goals: Readonly<Record<keyof typeof en, string>> = {};
