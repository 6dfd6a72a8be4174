// How the story speaks of what people were told and did, for whoever runs the simulation.

const TIDINGS: Readonly<Record<string, string>> = {
  'programme.announcement': 'sign-up is open',
  'year.called': 'word that sign-up has opened by itself',
  'year.deadline': 'a reminder of a deadline',
  'gatherings.announcement': 'word of an evening to come to',
  'gatherings.invited': 'an invitation',
  'gatherings.reminder': 'a reminder of a gathering',
  'gatherings.moved': 'a gathering on another day',
  'gatherings.changed': 'a gathering with a new time or place',
  'gatherings.cancelled': 'a gathering that is off',
  'gatherings.freed': 'a place that has come free',
  'gatherings.thanks': 'thanks for coming',
  'gatherings.whoCame': 'the question who came',
  'matching.askMentee': 'the question, without a name, whether this mentor would suit',
  'matching.askMentor': 'the question, without a name, whether this mentee would suit',
  'matching.reminder': 'a reminder that a question waits',
  'matching.reveal': 'who the other one is',
  'matching.notThisTime': 'word that it did not work out this time',
  'matching.ranOut': 'word that a question has run out',
  'matching.leftOver': 'word that nobody was found this time',
  'matching.news': 'how the matching goes',
  'meetings.ask': 'the question whether they have met',
  'meetings.reminder': 'the same question once more',
  'meetings.silent': 'of whom nothing was heard',
  'meetings.window': 'word that the week of a pair meeting has begun',
  'meetings.windowAsk': 'the question how the pair meeting went',
  'meetings.partnerBusy': 'word that the other one is busy',
  'meetings.welcomeBack': 'a welcome back',
  'meetings.contact': 'word that somebody wants to talk',
  'meetings.talkOffered': 'the offer of a talk of three',
  'meetings.talkWished': 'word that a talk of three is wished for',
  'goals.shared': 'a goal that is shared',
};

/** Deeds worth telling: looking at a page is none. */
const DEEDS: Readonly<Record<string, string>> = {
  'programme.create': 'made a cohort',
  'programme.setChannel': 'chose its channel',
  'programme.open': 'opened sign-up',
  'programme.close': 'closed sign-up',
  'year.begin': 'took a calendar',
  'year.importFile': 'brought in a programme file',
  'year.mend': 'accepted a better day',
  'year.publish': 'published the calendar',
  'matching.publish': 'published the matching',
  'orientation.submit': 'signed up',
  'orientation.withdraw': 'withdrew',
  'matching.menteeYes': 'said yes',
  'matching.mentorYes': 'said yes',
  'matching.menteeNo': 'said no',
  'matching.mentorNo': 'said no',
  'meetings.answer': 'said whether they have met',
  'meetings.window': 'said how the pair meeting went',
  'meetings.pause': 'will be busy for a while',
  'meetings.askContact': 'asked for a talk',
  'meetings.askTalk': 'answered the offer of a talk',
  'goals.save': 'wrote a goal',
  'goals.note': 'told how a goal goes',
  'gatherings.answer': 'answered an invitation',
  'gatherings.attended': 'noted who came',
};

export function tidingWords(kind: string): string {
  return TIDINGS[kind] ?? kind;
}

/** `null` where it changes nothing. */
export function deedWords(action: string): string | null {
  return DEEDS[action] ?? null;
}
