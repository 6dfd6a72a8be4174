import type { circles as en } from '../en/circles.ts';

export const circles: Readonly<Record<keyof typeof en, string>> = {
  'circles.command': 'propuesta de círculos de tres a cinco',
  'circles.title': 'Círculos en {cohort}',
  'circles.nobody': 'Ahora mismo no hay tres personas que encajen y no estén ya en un círculo.',
  'circles.count':
    '{circles, plural, one {# círculo} many {# círculos} other {# círculos}} para {people, plural, one {# persona} many {# personas} other {# personas}}. Todavía no se ha preguntado a nadie.',
  'circles.line': '{n, number}. {people} ({score, number} de 1000)',
  'circles.left': 'Sin círculo esta vez: {people}.',
  'circles.earlier.asked': '{n, plural, one {# círculo espera} many {# círculos esperan} other {# círculos esperan}} respuestas.',
  'circles.earlier.formed': '{n, plural, one {# círculo está formado} many {# círculos están formados} other {# círculos están formados}}.',
  'circles.home.asked': 'Nos gustaría reunirte con un pequeño círculo. Puedes contestar hasta el {day}.',
  'circles.home.formed': 'Tu círculo: {people}.',
  'circles.confirm': 'Ahora se pregunta a {people, plural, one {# persona} many {# personas} other {# personas}}, sin nombres, si les gustaría.',
  'circles.button.ask': 'Preguntarles',
  'circles.button.size': 'Círculos de {n, number}',
  'circles.button.pairs': 'Parejas',
  'circles.button.see': 'Círculos',
  'circles.done':
    'Hemos preguntado a {people, plural, one {# persona} many {# personas} other {# personas}}. Cada una tiene {days, plural, one {# día laborable} many {# días laborables} other {# días laborables}} para contestar. Quienes digan que sí se verán entonces.',
  'circles.ask.title': '¿Un pequeño círculo con otras personas?',
  'circles.ask.text':
    'Nos gustaría reunirte con {others, plural, one {# {menteeOne}} many {# {menteeMany}} other {# {menteeMany}}} más que quieren aprender más o menos lo mismo. Os veríais unas cuantas veces, contaríais en qué estáis y os ayudaríais. El círculo acompaña a tu mentoría, no la sustituye.',
  'circles.ask.shared': 'Lo que tenéis en común: {what}.',
  'circles.ask.until': 'Puedes contestar hasta el {day}.',
  'circles.ask.yes': 'Sí, me gustaría',
  'circles.ask.no': 'No, gracias',
  'circles.ask.note':
    'Los nombres se muestran solo cuando todas las personas han contestado, y solo a quienes dijeron que sí. Un no es igual de bienvenido y no necesita motivo; nadie sabrá quién dijo qué.',
  'circles.standing.no': 'Gracias por avisar. Nadie sabrá quién dijo qué.',
  'circles.standing.waiting': 'Gracias por tu sí. Tendrás noticias antes del {day}, cuando hayan contestado los demás.',
  'circles.standing.late': 'Esta pregunta ya no está abierta. No tienes que hacer nada.',
  'circles.standing.closed': 'Este círculo no salió adelante. No tienes que hacer nada.',
  'circles.standing.formed': 'Tu círculo está formado. Quiénes lo forman está en otro mensaje.',
  'circles.formed.title': 'Ya está aquí tu círculo',
  'circles.formed.text': 'Estás con {people}. Todas las personas han dicho que sí.',
  'circles.formed.next':
    'Escribe unas líneas para saludar y buscad una primera hora. Un buen comienzo: que cada cual cuente en qué le gustaría mejorar este mes.',
  'circles.formed.note': 'Lo que os contáis se queda en el círculo.',
  'circles.tooFew':
    'Esta vez fueron pocas las personas que podían unirse a tu círculo, y no tiene nada que ver contigo. Gracias por tu sí; quizá te preguntemos otra vez.',
};
