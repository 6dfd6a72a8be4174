import type { orientation as en } from '../en/orientation.ts';

export const orientation: Readonly<Record<keyof typeof en, string>> = {};
