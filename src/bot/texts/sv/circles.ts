import type { circles as en } from '../en/circles.ts';

export const circles: Readonly<Record<keyof typeof en, string>> = {
  'circles.command': 'förslag på cirklar om tre till fem',
  'circles.title': 'Cirklar i {cohort}',
  'circles.nobody': 'Just nu finns det inte tre som passar ihop och inte redan är med i en cirkel.',
  'circles.count': '{circles, plural, one {# cirkel} other {# cirklar}} för {people, plural, one {# person} other {# personer}}. Ingen har fått frågan än.',
  'circles.line': '{n, number}. {people} ({score, number} av 1 000)',
  'circles.left': 'Utan cirkel den här gången: {people}.',
  'circles.earlier.asked': '{n, plural, one {# cirkel} other {# cirklar}} väntar på svar.',
  'circles.earlier.formed': '{n, plural, one {# cirkel} other {# cirklar}} har blivit av.',
  'circles.home.asked': 'Vi vill gärna föra dig samman med en liten cirkel. Svara gärna senast {day}.',
  'circles.home.formed': 'Din cirkel: {people}.',
  'circles.confirm': '{people, plural, one {# person får} other {# personer får}} frågan nu, utan namn, om de vill vara med.',
  'circles.button.ask': 'Fråga dem',
  'circles.button.size': 'Cirklar om {n, number}',
  'circles.button.pairs': 'Par',
  'circles.button.see': 'Cirklar',
  'circles.done':
    '{people, plural, one {# person har} other {# personer har}} fått frågan och har {days, plural, one {# arbetsdag} other {# arbetsdagar}} på sig att svara. De som säger ja får se varandra då.',
  'circles.ask.title': 'En liten cirkel med andra?',
  'circles.ask.text':
    'Vi vill gärna föra dig samman med {others, plural, one {# annan {menteeOne}} other {# andra {menteeMany}}} som vill lära sig ungefär samma saker. Ni träffas några gånger, berättar vad ni arbetar med och hjälper varandra. Cirkeln kommer vid sidan av din {mentorOne}.',
  'circles.ask.shared': 'Det här har ni gemensamt: {what}.',
  'circles.ask.until': 'Svara gärna senast {day}.',
  'circles.ask.yes': 'Ja, gärna',
  'circles.ask.no': 'Nej tack',
  'circles.ask.note':
    'Namnen visas först när alla har svarat, och bara för dem som sagt ja. Ett nej är lika välkommet och behöver inget skäl. Ingen får veta vem som svarat vad.',
  'circles.standing.no': 'Tack för att du sa till. Ingen får veta vem som svarat vad.',
  'circles.standing.waiting': 'Tack för ditt ja. Du hör av oss senast {day}, när de andra har svarat.',
  'circles.standing.late': 'Den här frågan är inte öppen längre. Du behöver inte göra något.',
  'circles.standing.closed': 'Den här cirkeln blev inte av. Du behöver inte göra något.',
  'circles.standing.formed': 'Din cirkel har blivit av. Vilka som är med står i ett eget meddelande.',
  'circles.formed.title': 'Din cirkel är här',
  'circles.formed.text': 'Du är med tillsammans med {people}. Alla har sagt ja.',
  'circles.formed.next':
    'Skriv en rad och säg hej, och hitta en första timme tillsammans. En bra början: var och en berättar vad hen vill bli bättre på den här månaden.',
  'circles.formed.note': 'Det ni berättar för varandra stannar i cirkeln.',
  'circles.tooFew': 'Det var för få som kunde vara med i din cirkel den här gången, och det beror inte på dig. Tack för ditt ja. Vi frågar dig kanske igen.',
};
