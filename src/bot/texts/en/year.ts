// The calendar of a cohort.
export const year = {} as const;
