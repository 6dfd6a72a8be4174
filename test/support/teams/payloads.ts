// Activities of Teams, whole: what comes in with each, not only what we read of it. Every builder takes where it comes from.

export * from './payloads/events.ts';
export * from './payloads/invokes.ts';
export * from './payloads/messages.ts';
export * from './payloads/who.ts';
