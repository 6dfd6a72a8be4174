// Calendars to subscribe to and pages without an account.
export const passes = {} as const;
