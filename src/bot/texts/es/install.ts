import type { install as en } from '../en/install.ts';

export const install: Readonly<Record<keyof typeof en, string>> = {
  'install.about': 'Programas de mentoría en el chat que ya usáis: inscripción, emparejamiento, objetivos y seguimiento.',
  'install.aboutLong':
    'Mentor Cycle lleva un programa de mentoría en el chat donde ya está la gente. Las personas se inscriben, se emparejan después de que ambas digan que sí, se reúnen, fijan objetivos y se despiden bien. Mentor Cycle pregunta a su debido tiempo y no deja a nadie sin respuesta. Habla español, inglés y sueco, a cada persona en su idioma. La coordinación ve quién espera a quién; lo que se escribe en confianza queda sellado. No lee mensajes ni canales.',

  'install.done.title': 'Te damos la bienvenida, {name}',
  'install.done.text': 'Mentor Cycle está instalado. Escribe /cohort en Slack y la primera edición estará lista en dos minutos.',
  'install.done.who': 'Quien lo instala primero pasa a coordinar el programa y puede nombrar a otras personas con /cohort coordinators.',
  'install.done.open': 'Abrir Slack',

  'install.failed.title': 'Todavía no está',
  'install.failed.cancelled': 'Has cancelado la instalación. No ha cambiado nada y puedes volver cuando quieras.',
  'install.failed.stranger': 'Esta instalación no empezó en este navegador, o estuvo abierta más de diez minutos. Por seguridad, empezamos de nuevo.',
  'install.failed.fault': 'Slack no ha confirmado la instalación. Prueba otra vez dentro de un momento.',
  'install.failed.again': 'Empezar de nuevo',
};
