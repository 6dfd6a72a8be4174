import type { people as en } from '../en/people.ts';

export const people: Readonly<Record<keyof typeof en, string>> = {
  'people.invited.textBy':
    '{by} te ha apuntado en la lista de {cohort}, en {programme}, {role}. No pasa nada si tú no quieres: lee qué preguntamos y quién lo ve, y después envía tú la solicitud o di que no.',
  'people.invited.text':
    'La coordinación de {programme} te ha apuntado en la lista de {cohort}, {role}. No pasa nada si tú no quieres: lee qué preguntamos y quién lo ve, y después envía tú la solicitud o di que no.',
  'people.invited.why':
    'Solo guardamos lo que anotaron hasta que respondas, y un no no necesita explicación. Mientras no digas que sí, no te emparejamos con nadie.',
  'people.invited.as.mentee': 'como {menteeOne}',
  'people.invited.as.mentor': 'como {mentorOne}',
  'people.invited.as.both': 'como {menteeOne} y también como {mentorOne}',
  'people.invited.read': 'Leer y decidir',
  'people.invited.continue': 'Seguir',
  'people.invited.no': 'No, gracias',
  'people.invited.begun': 'Has empezado tu solicitud para {cohort}, en {programme}. Contará cuando la envíes.',
  'people.invited.sent': 'Tu solicitud para {cohort}, en {programme}, está enviada. Puedes verla y cambiarla con /mentor.',
  'people.invited.declined': 'No participas en {cohort}. Hemos borrado lo que había sobre ti. Si cambias de idea, escribe /mentor join cuando quieras.',
};
