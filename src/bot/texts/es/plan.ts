import type { plan as en } from '../en/plan.ts';

export const plan: Readonly<Record<keyof typeof en, string>> = {};
