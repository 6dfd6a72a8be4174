// Signing up and the profile: stage 1, up to the moment when matching begins.

import type { Room } from '../store.ts';
import { begin, edit, join, show, submit } from './actions.ts';
import { confirm, focus } from './focus.ts';
import { language } from './language.ts';
import { leave, withdraw } from './leaving.ts';
import { about, partner, wants } from './steps.ts';

export {
  EMPTY_PROFILE,
  HELP,
  type Help,
  MEETING_LANGUAGES,
  type MeetingLanguage,
  type Participation,
  type Profile,
  type Role,
  SLOTS,
} from './participation.ts';
export { completeness, mustReadNotice, NOTICE_VERSION, playsAs, type Side } from './rules.ts';
export { type Mine, mineNow } from './starts.ts';
export { continueButton, waitingText } from './profile-view.ts';
export { helpText, languageText } from './words.ts';

export const room: Room = {
  actions: [join, show, begin, edit, about, wants, partner, focus, confirm, submit, leave, withdraw, language],
  templates: [],
  due: [],
  commands: [
    {
      command: '/mentor',
      word: 'join',
      action: 'orientation.join',
      help: 'orientation.command.join',
      titles: { sv: 'mentor anmälan', es: 'mentor inscripción' },
      also: [
        'signup',
        'sign-up',
        'apply',
        'gå-med',
        'ga-med',
        'gå',
        'anmäl',
        'anmal',
        'anmälan',
        'unirse',
        'unirme',
        'inscribirme',
        'inscripción',
        'inscripcion',
      ],
    },
    {
      command: '/mentor',
      word: 'profile',
      action: 'orientation.show',
      help: 'orientation.command.profile',
      titles: { sv: 'mentor profil', es: 'mentor perfil' },
      also: ['profil', 'perfil', 'continue', 'fortsätt', 'fortsatt', 'seguir'],
    },
    {
      command: '/mentor',
      word: 'withdraw',
      action: 'orientation.leave',
      help: 'orientation.command.withdraw',
      titles: { sv: 'mentor avanmälan', es: 'mentor baja' },
      also: ['leave', 'dra-mig-ur', 'avanmäl', 'avanmal', 'retirarme', 'retirar', 'baja', 'darme-de-baja'],
    },
    {
      command: '/mentor',
      word: 'language',
      action: 'orientation.language',
      help: 'orientation.command.language',
      titles: { sv: 'mentor språk', es: 'mentor idioma' },
      usage: 'sv|en|es',
      also: ['lang', 'språk', 'sprak', 'idioma', 'lengua'],
      input: (rest) => ({ language: rest }),
    },
  ],
};
