import type { calendar as en } from '../en/calendar.ts';

export const calendar: Readonly<Record<keyof typeof en, string>> = {};
