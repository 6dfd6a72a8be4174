import type { gatherings as en } from '../en/gatherings.ts';

export const gatherings: Readonly<Record<keyof typeof en, string>> = {};
