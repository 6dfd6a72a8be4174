import type { picture as en } from '../en/picture.ts';

export const picture: Readonly<Record<keyof typeof en, string>> = {};
