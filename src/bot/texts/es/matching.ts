import type { matching as en } from '../en/matching.ts';

export const matching: Readonly<Record<keyof typeof en, string>> = {
  'matching.command.preview': 'quién encajaría con quién, antes de preguntar a nadie',
  'matching.command.publish': 'mirar una vez más y preguntar',
  'matching.command.status': 'a quién se espera y quiénes se han encontrado',
  'matching.command.lock': 'mantener juntas a dos personas en cada propuesta',
  'matching.command.forbid': 'no emparejar nunca a dos personas',

  'matching.list': '{all}',
  'matching.dotted': '{a} · {b}',
  'matching.number': '{n, number}',
  'matching.which': '¿Qué edición?',
  'matching.which.unknown': 'No conozco ninguna edición llamada «{typed}». ¿Cuál de estas?',
  'matching.which.option': '{cohort}, desde el {start}',

  'matching.ask.mentee.title': 'Alguien que puede encajar contigo',
  'matching.ask.mentee.text':
    'Hemos encontrado a alguien que puede encajar contigo. Esto es lo que ofrece. Todavía no ves su nombre, y esa persona no sabe que te hemos preguntado.',
  'matching.ask.mentee.yes': 'Sí, preguntadle',
  'matching.ask.mentee.note':
    'Un no es tan bienvenido como un sí y no necesita motivo. La coordinación ve a quién esperamos y qué parejas se forman; nadie sabrá quién ha respondido qué.',
  'matching.ask.mentor.title': 'Alguien que quiere aprender de ti',
  'matching.ask.mentor.text': 'Ha leído un resumen de lo que ofreces, sin tu nombre, y le gustaría conocerte. Este es su resumen. ¿Puedes seguir participando?',
  'matching.ask.mentor.yes': 'Sí, puedo',
  'matching.ask.mentor.note':
    'Con tu sí, cada uno verá el perfil completo del otro, con su correo, en el mismo momento. Un no es igual de bienvenido y no necesita motivo; nadie sabrá quién ha respondido qué.',
  'matching.ask.no': 'No, gracias',
  'matching.ask.until': 'Puedes responder hasta el {until}.',

  'matching.standing.accepted': 'Los dos habéis dicho que sí. El perfil completo está en un mensaje aparte.',
  'matching.standing.no.mentee': 'Gracias por decirlo. Seguimos buscando para ti, y nadie sabrá quién ha respondido qué.',
  'matching.standing.no.mentor': 'Gracias por decirlo. Seguimos contando contigo para otras personas, y nadie sabrá quién ha respondido qué.',
  'matching.standing.waiting': 'Gracias por tu sí. Ahora preguntamos {mentorTo} si puede seguir participando. Tendrás noticias nuestras a más tardar el {day}.',
  'matching.standing.over': 'Esta propuesta ya no está abierta. No tienes que hacer nada.',
  'matching.full':
    '{capacity, plural, one {Tu única plaza está ocupada} other {Tus # plazas están ocupadas}}. Si quieres hacer sitio para alguien más, sube el número en tu perfil (/mentor profile) y responde de nuevo.',

  'matching.home.mentee': 'Hemos encontrado a alguien que puede encajar contigo. Puedes responder hasta el {day}.',
  'matching.home.mentor': 'A alguien le gustaría contar contigo para su mentoría. Puedes responder hasta el {day}.',
  'matching.reminder.mentee':
    'Hemos encontrado a alguien que puede encajar contigo y nos gustaría saber qué te parece. Sí o no, puedes responder hasta el {day}.',
  'matching.reminder.mentor': 'A alguien le gustaría contar contigo para su mentoría. ¿Puedes seguir participando? Sí o no, puedes responder hasta el {day}.',
  'matching.notThisTime.mentee': 'Esta vez no ha salido, y no tiene que ver contigo. Seguimos buscando para ti y te escribiremos en cuanto haya alguien.',
  'matching.notThisTime.mentor':
    'La propuesta que te enviamos no ha salido esta vez, y no tiene que ver contigo. Seguimos contando contigo para otras personas.',
  'matching.ranOut.mentee':
    'El plazo para responder a nuestra propuesta ha pasado, y no importa. Seguimos buscando para ti. ¿Prefieres que no te preguntemos por ahora? Escribe /mentor withdraw.',
  'matching.ranOut.mentor':
    'El plazo para responder a nuestra pregunta ha pasado, y no importa. Seguimos contando contigo para otras personas. ¿Prefieres que no te preguntemos por ahora? Escribe /mentor withdraw.',
  'matching.leftOver.mentee': 'Esta vez no hemos encontrado {mentorOne} para ti.',
  'matching.leftOver.mentee.next':
    'Seguimos buscando y te escribiremos en cuanto haya alguien. Puedes cambiar tu perfil, o cambiar de idea, cuando quieras: /mentor profile.',
  'matching.leftOver.mentor': 'En esta ronda no hay {menteeOne} para ti.',
  'matching.leftOver.mentor.next':
    'Nos alegra contar contigo y te preguntaremos en cuanto alguien encaje. Puedes cambiar tu perfil, o cambiar de idea, cuando quieras: /mentor profile.',

  'matching.reveal.mentor': '{person} es tu {mentorOne}',
  'matching.reveal.mentee': '{person} es tu {menteeOne}',
  'matching.reveal.next':
    'Los dos habéis dicho que sí, y {person} ve tu perfil en este mismo momento. Escribe unas líneas para saludar y buscad una primera hora para veros.',
  'matching.reveal.email': 'Correo',
  'matching.reveal.title': 'Puesto',
  'matching.reveal.employer': 'Empresa u organización',
  'matching.reveal.start': 'Os esperamos a los dos en el comienzo, el {day}. Podéis veros antes si os viene bien a ambos.',
  'matching.reveal.note': 'Lo que os contéis queda entre vosotros.',

  'matching.summary.empty': 'Todavía no ha escrito mucho sobre sí.',
  'matching.summary.languages': 'Idiomas',
  'matching.summary.slots': 'Suele poder',
  'matching.summary.mentor.help': 'Puede ayudar con',
  'matching.summary.mentor.experience': 'Experiencia',
  'matching.summary.mentor.challenges': 'Sabe orientar en',
  'matching.summary.mentor.topics': 'Otros temas',
  'matching.summary.mentor.interests': 'Intereses',
  'matching.summary.mentor.ideal': 'Se entiende mejor con',
  'matching.summary.mentee.help': 'Le gustaría ayuda con',
  'matching.summary.mentee.experience': 'Experiencia',
  'matching.summary.mentee.challenges': 'Retos',
  'matching.summary.mentee.topics': 'Otros temas',
  'matching.summary.mentee.interests': 'Intereses',
  'matching.summary.mentee.ideal': 'Se entiende mejor con',

  'matching.preview.title': 'Emparejamiento de {cohort}',
  'matching.preview.nobody': 'Ahora mismo nadie espera {mentorOne}.',
  'matching.preview.count':
    '{matched, number} de {all, plural, one {# {menteeOne}} many {# {menteeMany}} other {# {menteeMany}}} tendrían {mentorOne}. Todavía no se ha preguntado a nadie.',
  'matching.preview.part': 'Parejas {from, number} a {to, number} de {all, number}.',
  'matching.preview.caption': 'Quién con quién',
  'matching.preview.idle': 'Con plazas libres: {mentors}.',
  'matching.preview.open': '{n, plural, one {# propuesta espera} many {# propuestas esperan} other {# propuestas esperan}} respuesta.',
  'matching.preview.drafts':
    '{n, plural, one {# perfil aún no se ha enviado y no entra} many {# perfiles aún no se han enviado y no entran} other {# perfiles aún no se han enviado y no entran}}.',
  'matching.preview.broken': '{mentee} y {mentor} están fijados como pareja, pero ahora no puede ser: {why}.',
  'matching.column.mentee': '{menteeOne}',
  'matching.column.mentor': '{mentorOne}',
  'matching.column.fit': 'Encaje (de 1000)',
  'matching.column.why': 'Por qué',
  'matching.reason.help': 'ayuda con {what}',
  'matching.reason.topics': 'temas y retos parecidos',
  'matching.reason.topics.shared': 'los mismos temas: {what}',
  'matching.reason.text': 'escriben sobre cosas parecidas',
  'matching.reason.experience': 'la experiencia que se pedía',
  'matching.reason.interests': 'intereses comunes',
  'matching.reason.language': 'hablan {what}',
  'matching.reason.time': 'pueden a la vez: {what}',
  'matching.reason.place': 'les resulta fácil verse',
  'matching.reason.seniority': 'la distancia justa en experiencia',
  'matching.reason.unit': 'de unidades distintas',
  'matching.reason.locked': 'decisión de la coordinación',
  'matching.reason.none': 'poco en común, que sepamos',

  'matching.left.title': 'Sin {mentorOne} esta vez',
  'matching.left.line': '{person}: {why}',
  'matching.left.taken': 'a quienes encajarían no les quedan plazas en esta ronda',
  'matching.left.noMentors': 'todavía no hay {mentorOne}',
  'matching.left.forbidden':
    '{n, plural, one {la coordinación ha descartado a # {mentorOne}} many {la coordinación ha descartado a # {mentorMany}} other {la coordinación ha descartado a # {mentorMany}}}',
  'matching.left.before': '{n, plural, one {ya se propuso a # {mentorOne}} many {ya se propuso a # {mentorMany}} other {ya se propuso a # {mentorMany}}}',
  'matching.left.swap': '{n, plural, one {es {mentorOne} de # de ellos} many {es {mentorOne} de # de ellos} other {es {mentorOne} de # de ellos}}',
  'matching.left.again':
    '{n, plural, one {ya tuvo a # {mentorOne} en una edición anterior} many {ya tuvo a # {mentorMany} en una edición anterior} other {ya tuvo a # {mentorMany} en una edición anterior}}',
  'matching.left.manager':
    '{n, plural, one {# {mentorOne} dirige su trabajo o comparte su jefatura} many {# {mentorMany} dirigen su trabajo o comparten su jefatura} other {# {mentorMany} dirigen su trabajo o comparten su jefatura}}',
  'matching.left.unit':
    '{n, plural, one {# {mentorOne} trabaja en su misma unidad} many {# {mentorMany} trabajan en su misma unidad} other {# {mentorMany} trabajan en su misma unidad}}',
  'matching.left.language':
    '{n, plural, one {no comparte idioma con # {mentorOne}} many {no comparte idioma con # {mentorMany}} other {no comparte idioma con # {mentorMany}}}',
  'matching.left.seniority':
    '{n, plural, one {# {mentorOne} va demasiados pasos por delante, o demasiado pocos} many {# {mentorMany} van demasiados pasos por delante, o demasiado pocos} other {# {mentorMany} van demasiados pasos por delante, o demasiado pocos}}',
  'matching.left.hours':
    '{n, plural, one {# {mentorOne} casi nunca coincide en horario} many {# {mentorMany} casi nunca coinciden en horario} other {# {mentorMany} casi nunca coinciden en horario}}',
  'matching.left.full':
    '{n, plural, one {# {mentorOne} no tiene plazas libres} many {# {mentorMany} no tienen plazas libres} other {# {mentorMany} no tienen plazas libres}}',
  'matching.barrier.self': 'es la misma persona',
  'matching.barrier.forbidden': 'la coordinación lo ha descartado',
  'matching.barrier.before': 'ya se les propuso antes',
  'matching.barrier.swap': 'ya son pareja en el otro sentido',
  'matching.barrier.again': 'ya fueron pareja en una edición anterior',
  'matching.barrier.manager': 'tienen la misma jefatura, o una persona dirige a la otra',
  'matching.barrier.unit': 'trabajan en la misma unidad',
  'matching.barrier.language': 'no comparten ningún idioma',
  'matching.barrier.seniority': 'los separan demasiados pasos de experiencia, o demasiado pocos',
  'matching.barrier.hours': 'casi nunca pueden a la vez',
  'matching.barrier.full': 'no quedan plazas por parte {mentorOf}',

  'matching.publish.confirm':
    'Se preguntará ahora, sin nombres, a {asked, plural, one {# persona} many {# personas} other {# personas}} si la propuesta le encaja. {left, plural, =0 {Nadie se queda fuera.} one {Una persona sabrá con amabilidad que tardaremos un poco más.} many {# personas sabrán con amabilidad que tardaremos un poco más.} other {# personas sabrán con amabilidad que tardaremos un poco más.}}',
  'matching.publish.changed': 'Algo ha cambiado desde que lo miraste, así que no se ha enviado nada. Así queda la propuesta ahora.',
  'matching.published': 'Se ha preguntado a {asked, plural, one {# persona} many {# personas} other {# personas}}.',
  'matching.published.next':
    'Cada cual tiene {days, plural, one {# día laborable} many {# días laborables} other {# días laborables}} para responder. Tras un sí preguntamos {mentorTo}. Te avisaremos cuando todos hayan respondido.',

  'matching.pair.title': '{mentee} y {mentor}',
  'matching.pair.lock': 'Pareja fijada: siguen juntos en cada propuesta.',
  'matching.pair.forbid': 'Pareja descartada: no se les propone nunca.',
  'matching.pair.barred': 'Ahora no se les puede emparejar: {why}.',
  'matching.pair.fit': 'Encaje: {n, number} de 1000.',
  'matching.pair.rest': 'Los otros {n, number} son lo que no comparten.',
  'matching.pair.wish': 'Deseo de {person}',
  'matching.summaries.title': 'Lo que verán',
  'matching.summaries.first': 'Lo que {reader} lee sobre {about}, sin nombre:',
  'matching.summaries.second': 'Lo que {reader} lee sobre {about}, tras el primer sí:',
  'matching.summaries.note': 'Se han quitado nombres, datos de contacto, empresas y otras palabras que delatan: «…» muestra dónde.',

  'matching.button.read': 'Leer y responder',
  'matching.button.pair': '{mentee} – {mentor}',
  'matching.hint.pair': 'Mirar de cerca a {mentee} y {mentor}',
  'matching.button.publish': 'Publicar',
  'matching.button.preview': 'Vista previa',
  'matching.button.more': 'Más parejas',
  'matching.button.status': 'Cómo va',
  'matching.button.back': 'Volver',
  'matching.button.summaries': 'Leer lo que verán',
  'matching.button.lock': 'Fijar',
  'matching.button.forbid': 'Descartar',
  'matching.button.unlock': 'Soltar',
  'matching.button.allow': 'Volver a permitir',

  'matching.ruled.lock': '{mentee} y {mentor} siguen juntos en cada propuesta desde ahora.',
  'matching.ruled.forbid': '{mentee} y {mentor} no se emparejarán.',
  'matching.ruled.free': '{mentee} y {mentor} pueden emparejarse o no: no hay nada decidido.',

  'matching.status.title': 'Cómo va {cohort}',
  'matching.status.pairs': 'Parejas',
  'matching.status.open': 'A la espera de respuesta',
  'matching.status.without': 'Sin {mentorOne}',
  'matching.status.expired': 'Plazo pasado sin respuesta',
  'matching.status.pair': '{mentee} y {mentor}, {day}',
  'matching.status.waiting':
    '{mentee} y {mentor}: esperamos a {person} {days, plural, =0 {desde hoy} one {desde hace # día} many {desde hace # días} other {desde hace # días}}, hasta el {until}',
  'matching.status.fruitless':
    '{n, plural, one {# propuesta más no salió} many {# propuestas más no salieron} other {# propuestas más no salieron}}. No se muestra quién respondió qué, para que un no siga siendo libre.',
  'matching.news.expired':
    '{count, plural, one {A # propuesta de {cohort} se le pasó el plazo sin respuesta. Esas dos personas} many {A # propuestas de {cohort} se les pasó el plazo sin respuesta. Esas personas} other {A # propuestas de {cohort} se les pasó el plazo sin respuesta. Esas personas}} pueden volver a emparejarse.',
  'matching.news.over': 'En {cohort} ya han respondido todos: {agreed, plural, =0 {ninguna pareja todavía} one {# pareja} many {# parejas} other {# parejas}}.',
  'matching.news.open': '{open, plural, one {# propuesta} many {# propuestas} other {# propuestas}} de {cohort} a la espera de respuesta.',
};
