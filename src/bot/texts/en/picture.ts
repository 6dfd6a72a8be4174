// The picture of the year.
export const picture = {
  'picture.title': 'The programme year',
  'picture.today': 'Today, {day}',
  'picture.gathering': 'Gathering',
  'picture.deadline': 'At the latest',
  'picture.other': 'Other dates',
  'picture.meeting': 'Week of a pair meeting, with its number',
  'picture.talk': 'Three-party talks',
  'picture.alt': 'The programme year, month by month.',
  'picture.alt.more': '{before} {next}',
  'picture.alt.programme': '{name}: {dates}. {n, plural, =0 {} one {Between them, # pair meeting.} other {Between them, # pair meetings.}}',
  'picture.alt.date': '{what} {day}',
  'picture.alt.nothing': '{name}: no gatherings yet.',
  'picture.gone': 'There is no picture here, or no longer.',
  'picture.busy': 'Many pictures are being drawn just now. Please come back in a moment.',
} as const;
