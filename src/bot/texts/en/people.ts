// Being listed by a coordinator: an invitation that can be answered either way.
export const people = {
  'people.invited.textBy':
    '{by} has put you on the list for {cohort} in {programme}, {role}. Nothing happens unless you say so: read what we ask and who sees it, then send it in yourself, or say no.',
  'people.invited.text':
    'The coordinators of {programme} have put you on the list for {cohort}, {role}. Nothing happens unless you say so: read what we ask and who sees it, then send it in yourself, or say no.',
  'people.invited.why': 'We only keep what they wrote down until you answer, and a no needs no reason. Until you say yes, you are not matched with anyone.',
  'people.invited.as.mentee': 'as {menteeA}',
  'people.invited.as.mentor': 'as {mentorA}',
  'people.invited.as.both': 'both as {menteeA} and as {mentorA}',
  'people.invited.read': 'Read and decide',
  'people.invited.continue': 'Go on',
  'people.invited.no': 'No, thank you',
  'people.invited.begun': 'You have begun your application for {cohort} in {programme}. It counts once you send it in.',
  'people.invited.sent': 'Your application for {cohort} in {programme} is sent in. You can look at it and change it with /mentor.',
  'people.invited.declined':
    'You are not taking part in {cohort}. What was written about you for it has been deleted. If you change your mind, /mentor join opens the door again.',
} as const;
