import type { passes as en } from '../en/passes.ts';

export const passes: Readonly<Record<keyof typeof en, string>> = {
  'passes.help.calendar': 'dina datum i Google Kalender, Outlook eller Apple Kalender',
  'passes.help.cohort': 'en omgångs datum i din egen kalender',
  'passes.help.join': 'en QR-kod och en kort länk till anmälan',

  'passes.noAddress': 'För det här behöver Mentor Cycle en adress som går att nå utifrån. Den som driver tjänsten kan ge den en, med inställningen PUBLIC_URL.',

  'passes.mine.title': 'Din kalender',
  'passes.mine.text': 'Träffar du är bjuden till och veckorna då ni ses, i kalendern du ändå använder. Den håller sig aktuell av sig själv.',
  'passes.mine.note': 'Den som har adressen ser dina datum och vem du träffar. Behåll den för dig själv. Har den kommit ut kan du ta en ny.',
  'passes.link.mine': 'Din kalenders adress',
  'passes.button.renew': 'En ny adress',
  'passes.renew.confirm': 'Den gamla adressen slutar fungera genast, i alla kalendrar som använder den. Vill du ta en ny?',
  'passes.renewed': 'Här är din nya adress. Den gamla visar inget längre.',

  'passes.cohort.title': 'Kalendern för {cohort}',
  'passes.cohort.text': 'Milstolpar och träffar, i kalendern du ändå använder. Den håller sig aktuell av sig själv.',
  'passes.cohort.note': 'Här nämns ingen vid namn, så du kan ge den vidare till kollegor. Den fungerar så länge du är samordnare i programmet.',
  'passes.link.cohort': 'Kalenderns adress',

  'passes.how.google': 'Google Kalender: kopiera länken. Välj ”Andra kalendrar”, +, ”Från webbadress” på en dator och klistra in den.',
  'passes.how.outlook': 'Outlook: kopiera länken. Välj ”Lägg till kalender”, ”Prenumerera från webben” och klistra in den.',
  'passes.how.apple':
    'Apple Kalender: kopiera länken. Välj ”Arkiv”, ”Ny kalenderprenumeration” på en Mac, eller ”Kalendrar”, ”Lägg till prenumeration” på en iPhone.',

  'passes.join.title': 'Anmälan till {cohort}',
  'passes.join.text':
    'Visa den på ett mingel eller skriv ut den. Den leder till en sida som berättar vad programmet är, när det startar och hur man anmäler sig.',
  'passes.join.alt': 'QR-kod som leder till {address}',
  'passes.join.address': 'Att skriva för hand: {address}',
  'passes.join.closed': 'Anmälan är stängd just nu, och det står på sidan.',
  'passes.link.join': 'Se sidan',

  'passes.name.mine': 'Mentorskap',
  'passes.name.cohort': 'Mentorskap: {cohort}',
  'passes.entry.open': 'Kommer du? Svara i chatten. Ett nej är lika välkommet som ett ja.',
  'passes.entry.waiting': 'Du står på väntelistan. Vi hör av oss så snart det finns en plats.',
  'passes.entry.link': 'Delta på nätet: {link}',
  'passes.entry.meeting': 'Parträff {number} med {partner}',
  'passes.entry.week': 'Någon gång den här veckan är tänkt för er två. Ni bestämmer när.',
  'passes.entry.part': '{name}: {part}',
  'passes.entry.cancelled': 'Inställt: {title}',
  'passes.part.day': 'dagen',
  'passes.part.seminar': 'seminarium',
  'passes.part.evening': 'kvällen',
  'passes.part.workshop': 'workshop',

  'passes.page.title': 'Mentorskap på {organisation}',
  'passes.page.text':
    'Två personer träffas under några månader: en med erfarenhet att dela, en med något att ta reda på. Båda lär sig. Vi hittar den som passar dig och hjälper till på vägen.',
  'passes.page.starts': 'När det startar',
  'passes.page.day': 'Startar {day} {year}',
  'passes.page.open': 'Anmälan är öppen',
  'passes.page.later': 'Anmälan öppnar senare',
  'passes.page.none': 'Just nu är ingen start öppen för anmälan. Kom tillbaka senare, eller fråga den som visade dig sidan.',
  'passes.page.how': 'Så anmäler du dig',
  'passes.page.slack': 'Skriv ”/mentor anmälan” i Slack.',
  'passes.page.teams': 'Öppna Mentor Cycle i Microsoft Teams och skriv ”anmälan”.',
  'passes.page.web': 'Skriv ”/mentor anmälan” på lekplatsen.',
  'passes.page.wishes':
    'Du väljer om du vill vara {mentorOne}, {menteeOne} eller båda, och vilken start som passar. Du kan ändra dig fram till matchningen, och efter den också.',
  'passes.page.kept': 'Sidan sparar inget om dig.',
  'passes.page.languages': 'Språk',
  'passes.page.nothing': 'Här finns inget',
  'passes.page.nothing.text': 'Adressen kan ha bytts mot en ny, eller så saknas en bokstav. Fråga den du fick den av.',
};
