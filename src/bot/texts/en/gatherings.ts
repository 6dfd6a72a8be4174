// Gatherings: invitations, answers, reminders.
export const gatherings = {} as const;
