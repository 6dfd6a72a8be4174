// Programme files: what is wrong with one, and where.
export const plan = {} as const;
