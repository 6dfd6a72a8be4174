import type { playground as en } from '../en/playground.ts';

export const playground: Readonly<Record<keyof typeof en, string>> = {};
