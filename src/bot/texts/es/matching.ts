import type { matching as en } from '../en/matching.ts';

export const matching: Readonly<Record<keyof typeof en, string>> = {};
