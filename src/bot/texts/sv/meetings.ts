import type { meetings as en } from '../en/meetings.ts';

export const meetings: Readonly<Record<keyof typeof en, string>> = {};
