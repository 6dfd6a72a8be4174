import type { cycle as en } from '../en/cycle.ts';

export const cycle: Readonly<Record<keyof typeof en, string>> = {};
