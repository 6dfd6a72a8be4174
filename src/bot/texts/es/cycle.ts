// The seven stages, the home page and help, in Spanish.
import type { cycle as en } from '../en/cycle.ts';

export const cycle: Readonly<Record<keyof typeof en, string>> = {
  'cycle.standing': 'Etapa {place, number} de {of, number}: {name}. {purpose}',
  'cycle.stage.1.name': 'Orientación del programa y emparejamiento',
  'cycle.stage.2.name': 'Establecimiento de relaciones',
  'cycle.stage.3.name': 'Fijación de objetivos y plan de acción',
  'cycle.stage.4.name': 'Reuniones periódicas y apoyo',
  'cycle.stage.5.name': 'Desarrollo de competencias e intercambio de conocimientos',
  'cycle.stage.6.name': 'Evaluación del progreso y feedback',
  'cycle.stage.7.name': 'Cierre y transición',
  'cycle.stage.1.purpose': 'Nos cuentas qué buscas y encontramos a alguien que encaje contigo.',
  'cycle.stage.2.purpose': 'Os vais conociendo y acordáis cómo queréis trabajar.',
  'cycle.stage.3.purpose': 'Descubrís adónde debe llevar el camino y los primeros pasos.',
  'cycle.stage.4.purpose': 'Os reunís con regularidad, y hay ayuda cuando la necesitáis.',
  'cycle.stage.5.purpose': 'Compartís lo que sabéis, en la pareja y con más gente.',
  'cycle.stage.6.purpose': 'Miráis hasta dónde habéis llegado y os decís qué ayuda.',
  'cycle.stage.7.purpose': 'Resumís lo logrado, os dais las gracias y miráis adelante.',

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
  'home.profile': 'Mi perfil',
  'home.help': 'Qué puedo escribir',
  'home.command.home': 'tu página: dónde estás y qué viene ahora',
  'home.command.help': 'qué puedes escribir aquí',
};
