// Slack's payloads, whole: what comes in with each, not only what we read of it. Every builder takes what is to differ.

export * from './payloads/commands.ts';
export * from './payloads/elsewhere.ts';
export * from './payloads/events.ts';
export * from './payloads/interactions.ts';
export * from './payloads/views.ts';
export * from './payloads/who.ts';
