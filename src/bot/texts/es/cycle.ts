// The seven stages, the home page and help, in Spanish.
import type { cycle as en } from '../en/cycle.ts';

export const cycle: Readonly<Record<keyof typeof en, string>> = {
  'cycle.standing': 'Etapa {place, number} de {of, number}: {name}. {purpose}',
  'cycle.stage.1': 'Orientación del programa y emparejamiento',
  'cycle.stage.2': 'Establecimiento de relaciones',
  'cycle.stage.3': 'Fijación de objetivos y plan de acción',
  'cycle.stage.4': 'Reuniones periódicas y apoyo',
  'cycle.stage.5': 'Desarrollo de competencias e intercambio de conocimientos',
  'cycle.stage.6': 'Evaluación del progreso y feedback',
  'cycle.stage.7': 'Cierre y transición',
  'cycle.purpose.1': 'Nos cuentas qué buscas y encontramos a alguien que encaje contigo.',
  'cycle.purpose.2': 'Os vais conociendo y acordáis cómo queréis trabajar.',
  'cycle.purpose.3': 'Descubrís adónde debe llevar el camino y los primeros pasos.',
  'cycle.purpose.4': 'Os reunís con regularidad, y hay ayuda cuando la necesitáis.',
  'cycle.purpose.5': 'Compartís lo que sabéis, entre vosotros y con más gente.',
  'cycle.purpose.6': 'Miráis hasta dónde habéis llegado y os decís qué ayuda.',
  'cycle.purpose.7': 'Resumís lo logrado, os dais las gracias y miráis adelante.',

  'home.title': 'Tu mentoría',
  'home.newcomer': 'Aún no estás en ningún programa. Se empieza con una página corta sobre qué es y qué pasa con tus datos.',
  'home.join': 'Leer de qué se trata',
  'home.draft':
    'Has empezado tu perfil para {cohort}: {done, number} de las {of, number} partes que nos ayudan ya tienen respuesta. No se envía nada hasta que tú lo digas.',
  'home.listed': 'Tienes una invitación a {cohort}. Lee de qué se trata y decide con calma.',
  'home.ready': 'Hemos recibido tu perfil para {cohort}.',
  'home.partner.mentee': 'Tu {mentorOne}',
  'home.partner.mentor': 'Tu {menteeOne}',
  'home.since': 'Sois pareja desde',
  'home.day': '{day}',
  'home.met': 'Último encuentro',
  'home.met.notYet': 'sin anotar todavía',
  'home.profile': 'Mi perfil',
  'home.help': 'Qué puedo escribir',
  'home.command.home': 'tu página: dónde estás y qué viene ahora',
  'home.command.help': 'qué puedes escribir aquí',
};
