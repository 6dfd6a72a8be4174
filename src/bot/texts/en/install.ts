// The pages at the end of an installation, and how the bot introduces itself in a platform's list of apps.
export const install = {
  'install.about': 'Mentoring programmes inside the chat you already use: sign-up, matching, goals and check-ins.',
  'install.aboutLong':
    'Mentor Cycle runs a mentoring programme in the chat where people already are. They sign up, are matched with both asked before anything is revealed, meet, set goals and part well, and it asks at the right time and leaves nobody out in silence. It speaks English, Swedish and Spanish, each person in their own. Coordinators see who waits for whom; what people write in confidence stays sealed. It reads no messages and no channels.',

  'install.done.title': 'Welcome, {name}',
  'install.done.text': 'Mentor Cycle is installed. Write /cohort in Slack and the first cohort is two minutes away.',
  'install.done.who': 'Whoever installs it first is its coordinator, and can name others with /cohort coordinators.',
  'install.done.open': 'Open Slack',

  'install.failed.title': 'Not quite there yet',
  'install.failed.cancelled': 'You cancelled the installation. Nothing was changed, and you can come back whenever you like.',
  'install.failed.stranger': 'This installation did not begin in this browser, or it lay open for more than ten minutes. To be safe, we begin again.',
  'install.failed.fault': 'Slack did not confirm the installation. Please try again in a moment.',
  'install.failed.again': 'Begin again',
} as const;
