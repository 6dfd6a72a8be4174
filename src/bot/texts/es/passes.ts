import type { passes as en } from '../en/passes.ts';

export const passes: Readonly<Record<keyof typeof en, string>> = {
  'passes.help.calendar': 'tus fechas en Google Calendar, Outlook o Calendario de Apple',
  'passes.help.cohort': 'las fechas de una promoción en tu propio calendario',
  'passes.help.join': 'un código QR y un enlace corto que llevan a la inscripción',

  'passes.noAddress': 'Para esto, Mentor Cycle necesita una dirección accesible desde fuera. Quien lo administra puede dársela con el ajuste PUBLIC_URL.',

  'passes.mine.title': 'Tu calendario',
  'passes.mine.text': 'Los encuentros a los que te invitan y las semanas en que os veis, en el calendario que ya usas. Se mantiene al día por sí solo.',
  'passes.mine.note': 'Quien tenga esta dirección puede ver tus fechas y con quién te reúnes. Guárdala para ti; si se ha difundido, pide otra.',
  'passes.link.mine': 'La dirección de tu calendario',
  'passes.button.renew': 'Una dirección nueva',
  'passes.renew.confirm': 'La dirección antigua deja de funcionar enseguida en todos los calendarios que la usan. ¿Quieres una nueva?',
  'passes.renewed': 'Aquí tienes tu nueva dirección. La antigua ya no muestra nada.',

  'passes.cohort.title': 'El calendario de {cohort}',
  'passes.cohort.text': 'Sus hitos y encuentros, en el calendario que ya usas. Se mantiene al día por sí solo.',
  'passes.cohort.note': 'No nombra a nadie, así que puedes pasarlo a tu equipo. Funciona mientras estés en la coordinación del programa.',
  'passes.link.cohort': 'La dirección del calendario',

  'passes.how.google': 'Google Calendar: copia el enlace. En un ordenador, elige «Otros calendarios», +, «Desde URL», y pégalo.',
  'passes.how.outlook': 'Outlook: copia el enlace. Elige «Agregar calendario», «Suscribirse desde la web», y pégalo.',
  'passes.how.apple':
    'Calendario de Apple: copia el enlace. En un Mac, elige «Archivo», «Nueva suscripción a calendario»; en un iPhone, «Calendarios», «Añadir suscripción a calendario».',

  'passes.join.title': 'Inscripción en {cohort}',
  'passes.join.text': 'Enséñalo en un encuentro o imprímelo. Lleva a una página que cuenta qué es el programa, cuándo empieza y cómo apuntarse.',
  'passes.join.alt': 'Código QR que lleva a {address}',
  'passes.join.address': 'Para escribirla a mano: {address}',
  'passes.join.closed': 'La inscripción está cerrada por ahora, y la página lo dice.',
  'passes.link.join': 'Ver la página',

  'passes.name.mine': 'Mentoría',
  'passes.name.cohort': 'Mentoría: {cohort}',
  'passes.entry.open': '¿Vendrás? Dínoslo en el chat. Un no es tan bienvenido como un sí.',
  'passes.entry.waiting': 'Estás en la lista de espera. Te avisaremos en cuanto haya una plaza.',
  'passes.entry.link': 'Para participar en línea: {link}',
  'passes.entry.meeting': 'Reunión de pareja {number} con {partner}',
  'passes.entry.week': 'Algún momento de esta semana es para vosotros. Vosotros decidís cuándo.',
  'passes.entry.part': '{name}: {part}',
  'passes.entry.cancelled': 'Cancelado: {title}',
  'passes.part.day': 'el día',
  'passes.part.seminar': 'seminario',
  'passes.part.evening': 'la tarde',
  'passes.part.workshop': 'taller',

  'passes.page.title': 'Mentoría en {organisation}',
  'passes.page.text':
    'Dos personas se ven durante unos meses: una con experiencia que compartir y otra con algo que descubrir. Las dos aprenden. Buscamos a quien encaja contigo y ayudamos por el camino.',
  'passes.page.starts': 'Cuándo empieza',
  'passes.page.day': 'Empieza el {day} de {year}',
  'passes.page.open': 'La inscripción está abierta',
  'passes.page.later': 'La inscripción se abrirá más adelante',
  'passes.page.none': 'Ahora mismo no hay ninguna edición con la inscripción abierta. Vuelve más tarde o pregunta a quien te enseñó esta página.',
  'passes.page.how': 'Cómo apuntarte',
  'passes.page.slack': 'En Slack, escribe «/mentor inscripción».',
  'passes.page.teams': 'En Microsoft Teams, abre Mentor Cycle y escribe «inscripción».',
  'passes.page.web': 'En el espacio de pruebas, escribe «/mentor inscripción».',
  'passes.page.wishes':
    'Tú dices si quieres ser {mentorOne}, {menteeOne} o ambas cosas, y qué edición te conviene. Puedes cambiar de idea hasta el emparejamiento, y después también.',
  'passes.page.kept': 'Esta página no guarda nada sobre ti.',
  'passes.page.languages': 'Idiomas',
  'passes.page.nothing': 'Aquí no hay nada',
  'passes.page.nothing.text': 'Puede que la dirección se haya cambiado por otra o que falte una letra. Pregunta a quien te la dio.',
};
