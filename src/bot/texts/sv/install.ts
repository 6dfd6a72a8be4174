import type { install as en } from '../en/install.ts';

export const install: Readonly<Record<keyof typeof en, string>> = {
  'install.about': 'Mentorprogram i chatten ni redan använder: anmälan, matchning, mål och avstämningar.',
  'install.aboutLong':
    'Mentor Cycle sköter ett mentorprogram i chatten där människor redan finns. De anmäler sig, matchas efter att båda har tillfrågats, träffas, sätter mål och skiljs åt på ett bra sätt. Mentor Cycle frågar i rätt tid och låter ingen bli utan svar. Det talar svenska, engelska och spanska, med var och en på det egna språket. Samordnare ser vem som väntar på vem; det som skrivs i förtroende förblir förseglat. Inga meddelanden och inga kanaler läses.',

  'install.done.title': 'Välkomna, {name}',
  'install.done.text': 'Mentor Cycle är installerat. Skriv /cohort i Slack, så är den första omgången två minuter bort.',
  'install.done.who': 'Den som installerar först blir samordnare och kan utse fler med /cohort coordinators.',
  'install.done.open': 'Öppna Slack',

  'install.failed.title': 'Inte riktigt framme än',
  'install.failed.cancelled': 'Du avbröt installationen. Inget har ändrats, och du kan komma tillbaka när du vill.',
  'install.failed.stranger':
    'Den här installationen började inte i den här webbläsaren, eller så låg den öppen i mer än tio minuter. För säkerhets skull börjar vi om.',
  'install.failed.fault': 'Slack bekräftade inte installationen. Försök igen om en stund.',
  'install.failed.again': 'Börja om',
};
