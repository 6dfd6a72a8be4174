// The picture of the year.
export const picture = {} as const;
