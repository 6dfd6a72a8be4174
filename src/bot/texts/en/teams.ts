// What only Microsoft Teams needs: cards that open windows, channels, and the first words there.
export const teams = {
  'teams.open': 'Open',
  'teams.opens': 'This opens in a window of its own.',
  'teams.channel.none': 'No channel',
  'teams.channel.now': 'The channel chosen so far',
  'teams.channel.here': 'This channel',
  'teams.channel.how': 'To choose a channel, write this command in it.',
  'teams.private': 'The answer is in your chat with Mentor Cycle: here, everybody would see it.',
  'teams.below': 'The answer is below.',
  'teams.late': 'This takes a moment. The answer comes in this chat.',
  'teams.person': 'Search by name',
  'teams.hello': 'Hello! I look after mentoring programmes here.',
  'teams.hello.people': 'Everybody: write to me in a chat of our own. “home” shows where you stand, “help” what you can do.',
  'teams.hello.coordinators': 'Coordinators: “/cohort” and “/match” work in this channel. Only you see the answers.',
  'teams.about': 'Mentoring programmes in the chat you already use, from sign-up to goodbye',
} as const;
