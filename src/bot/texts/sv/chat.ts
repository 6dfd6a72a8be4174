// Det som bara chattplattformar behöver: fönster, väntan, rutor som är för små.
export const chat = {
  'chat.name': 'Mentor Cycle',
  'chat.wait': 'Ett ögonblick. Vi arbetar på det.',
  'chat.tooSlow': 'Det tog för lång tid, och chatten hann stänga dörren. Försök en gång till.',
  'chat.done': 'Klart.',
  'chat.nothing': 'Här finns inget ännu.',
  'chat.choose': 'Välj',
  'chat.agree': 'Jag godkänner',
  'chat.sure': 'Är du säker?',
  'chat.goOn': 'En ruta rymmer {most, number} tecken här. Fortsätt i nästa när den är full.',
  'chat.box': '{label} ({n, number} av {of, number})',
  'chat.cut': 'Det här är för långt för att visas här. Det som saknas syns i en kortare lista.',
  'chat.progress': '{done, number} av {of, number}',
} as const;
