// Calendars to subscribe to and pages without an account.
export const passes = {
  'passes.help.calendar': 'your dates in Google Calendar, Outlook or Apple Calendar',
  'passes.help.cohort': 'a cohort’s dates in your own calendar',
  'passes.help.join': 'a QR code and a short link that lead to sign-up',

  'passes.noAddress': 'This needs an address at which Mentor Cycle can be reached from outside. Whoever runs it can give it one, with the setting PUBLIC_URL.',

  'passes.mine.title': 'Your calendar',
  'passes.mine.text': 'Gatherings you are invited to and the weeks in which you meet, in the calendar you use anyway. It keeps itself up to date.',
  'passes.mine.note': 'Whoever has this address can see your dates and whom you meet. Keep it to yourself; if it got out, take a new one.',
  'passes.link.mine': 'Your calendar’s address',
  'passes.button.renew': 'A new address',
  'passes.renew.confirm': 'The old address stops working at once, in every calendar that uses it. Take a new one?',
  'passes.renewed': 'Here is your new address. The old one no longer shows anything.',

  'passes.cohort.title': 'The calendar of {cohort}',
  'passes.cohort.text': 'Its milestones and gatherings, in the calendar you use anyway. It keeps itself up to date.',
  'passes.cohort.note': 'It names nobody, so you can pass it on to colleagues. It works for as long as you are a coordinator of the programme.',
  'passes.link.cohort': 'The calendar’s address',

  'passes.how.google': 'Google Calendar: copy the link. On a computer, choose “Other calendars”, +, “From URL”, and paste it.',
  'passes.how.outlook': 'Outlook: copy the link. Choose “Add calendar”, “Subscribe from web”, and paste it.',
  'passes.how.apple':
    'Apple Calendar: copy the link. On a Mac choose “File”, “New Calendar Subscription”; on an iPhone “Calendars”, “Add Subscription Calendar”.',

  'passes.join.title': 'Sign-up for {cohort}',
  'passes.join.text': 'Show this at a mingle, or print it. It leads to a page that says what the programme is, when it starts and how to sign up.',
  'passes.join.alt': 'QR code that leads to {address}',
  'passes.join.address': 'To type by hand: {address}',
  'passes.join.closed': 'Sign-up is closed for now, and the page says so.',
  'passes.link.join': 'See the page',

  'passes.name.mine': 'Mentoring',
  'passes.name.cohort': 'Mentoring: {cohort}',
  'passes.entry.open': 'Will you come? Tell us in the chat. A no is as welcome as a yes.',
  'passes.entry.waiting': 'You are on the waiting list. We tell you as soon as there is a place.',
  'passes.entry.link': 'To take part online: {link}',
  'passes.entry.meeting': 'Pair meeting {number} with {partner}',
  'passes.entry.week': 'Some time this week is meant for you two. You decide when.',
  'passes.entry.part': '{name}: {part}',
  'passes.entry.cancelled': 'Cancelled: {title}',
  'passes.part.day': 'day',
  'passes.part.seminar': 'seminar',
  'passes.part.evening': 'evening',
  'passes.part.workshop': 'workshop',

  'passes.page.title': 'Mentoring at {organisation}',
  'passes.page.text':
    'Two people meet for some months: one with experience to share, one with something to find out. Both learn. We find the person who suits you, and help along the way.',
  'passes.page.starts': 'When it starts',
  'passes.page.day': 'Starts on {day} {year}',
  'passes.page.open': 'Sign-up is open',
  'passes.page.later': 'Sign-up opens later',
  'passes.page.none': 'No start is open for sign-up just now. Come back later, or ask whoever showed you this.',
  'passes.page.how': 'How to sign up',
  'passes.page.slack': 'In Slack, write “/mentor join”.',
  'passes.page.teams': 'In Microsoft Teams, open Mentor Cycle and write “join”.',
  'passes.page.web': 'In the playground, write “/mentor join”.',
  'passes.page.wishes':
    'You say whether you want to be {mentorA}, {menteeA} or both, and which start suits you. You can change your mind until you are matched, and after that too.',
  'passes.page.kept': 'This page keeps nothing about you.',
  'passes.page.languages': 'Languages',
  'passes.page.nothing': 'There is nothing here',
  'passes.page.nothing.text': 'The address may have been replaced by a new one, or a letter is missing. Ask whoever gave it to you.',
} as const;
