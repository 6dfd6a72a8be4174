import type { people as en } from '../en/people.ts';

export const people: Readonly<Record<keyof typeof en, string>> = {
  'people.invited.textBy':
    '{by} har satt upp dig på listan till {cohort} i {programme}, {role}. Inget händer om du inte vill: läs vad vi frågar om och vem som ser det. Skicka sedan in din anmälan själv, eller säg nej.',
  'people.invited.text':
    'Samordnarna för {programme} har satt upp dig på listan till {cohort}, {role}. Inget händer om du inte vill: läs vad vi frågar om och vem som ser det. Skicka sedan in din anmälan själv, eller säg nej.',
  'people.invited.why': 'Vi sparar bara det de har skrivit tills du svarar, och ett nej behöver ingen förklaring. Du matchas inte med någon förrän du har sagt ja.',
  'people.invited.as.mentee': 'som {menteeOne}',
  'people.invited.as.mentor': 'som {mentorOne}',
  'people.invited.as.both': 'både som {menteeOne} och som {mentorOne}',
  'people.invited.read': 'Läs och bestäm dig',
  'people.invited.continue': 'Fortsätt',
  'people.invited.no': 'Nej tack',
  'people.invited.begun': 'Du har börjat på din anmälan till {cohort} i {programme}. Den räknas när du skickar in den.',
  'people.invited.sent': 'Din anmälan till {cohort} i {programme} är inskickad. Du kan se och ändra den med /mentor.',
  'people.invited.declined':
    'Du är inte med i {cohort}. Det som stod om dig där är raderat. Ändrar du dig är du välkommen tillbaka med /mentor join.',
};
