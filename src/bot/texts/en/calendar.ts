// Milestones, their rules, and what is doubtful about them.
export const calendar = {} as const;
