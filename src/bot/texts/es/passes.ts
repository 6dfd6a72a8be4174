import type { passes as en } from '../en/passes.ts';

export const passes: Readonly<Record<keyof typeof en, string>> = {};
