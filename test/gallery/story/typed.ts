// What the two people of the story write, each in the language in which everybody reads that story.

import type { Language } from '../../../src/bot/texts/language.ts';

export interface Typed {
  readonly mentee: About;
  readonly mentor: About;
  readonly goal: Readonly<Record<'title' | 'specific' | 'measurable' | 'relevant', string>>;
  readonly step: string;
  readonly note: string;
  readonly helped: string;
  readonly cohort: string;
  readonly second: string;
  readonly roll: string;
}

interface About {
  readonly experience: string;
  readonly employer: string;
  readonly title: string;
  readonly topics: string;
  readonly challenges: string;
  readonly interests: string;
  readonly ideal: string;
  readonly wishes: string;
}

/** The second row is nobody's address, the fourth has no role that we know. */
const roll = 'name,email,role\nPriya Raman,priya@example.org,mentee\nKim Berg,kim at example,mentor\nJo Sand,jo@example.org,mentor\nLi Ek,li@example.org,boss';

const EN: Typed = {
  mentee: {
    ...{ experience: 'I have led a team of nine at a health centre since March.', employer: 'Rowan House Health Centre', title: 'New team lead' },
    ...{ topics: 'speaking to large groups\ndelegating', challenges: 'A talk in front of 200 colleagues in May.', interests: 'Ice swimming and bad puns.' },
    ...{ ideal: 'Someone who has been nervous, too.', wishes: 'Not somebody from my own employer, please.' },
  },
  mentor: {
    ...{ experience: 'Twelve years of leading crews in a port, and as many talks that went wrong.', employer: 'Atlantic Ports', title: 'Head of operations' },
    ...{ topics: 'speaking to large groups\nhard conversations', challenges: 'Giving up control, in small doses.', interests: 'Sailing, badly.' },
    ...{ ideal: 'Curious, and not afraid of a straight answer.', wishes: '' },
  },
  goal: {
    ...{ title: 'Give a talk to 200 colleagues', specific: 'Twenty minutes at the conference in May, without a script.' },
    ...{ measurable: 'I have held it, and three people asked me a question.', relevant: 'I want to be heard when it matters.' },
  },
  ...{
    step: 'A first draft by October, and ten minutes for the team in January.',
    note: 'First draft is done, and I have said it aloud to the cat.',
    helped: 'Practising in an empty hall, and someone who laughed at the right place.',
  },
  ...{ cohort: 'Spring 2027', second: 'Women in research', roll },
};

const SV: Typed = {
  mentee: {
    ...{ experience: 'Jag leder nio personer på en vårdcentral sedan i mars.', employer: 'Vårdhuset Rönnen', title: 'Ny enhetschef' },
    ...{ topics: 'tala inför många\natt delegera', challenges: 'Ett föredrag inför 200 kollegor i maj.', interests: 'Vinterbad och dåliga ordvitsar.' },
    ...{ ideal: 'Någon som också har varit nervös.', wishes: 'Helst inte någon från min egen arbetsplats.' },
  },
  mentor: {
    ...{ experience: 'Tolv år som arbetsledare i en hamn, och lika många föredrag som gått snett.', employer: 'Atlanthamnen', title: 'Driftchef' },
    ...{ topics: 'tala inför många\nsvåra samtal', challenges: 'Att släppa kontrollen, i små doser.', interests: 'Segling, dåligt.' },
    ...{ ideal: 'Nyfiken, och tål ett rakt svar.', wishes: '' },
  },
  goal: {
    ...{ title: 'Hålla ett föredrag inför 200 kollegor', specific: 'Tjugo minuter på konferensen i maj, utan manus.' },
    ...{ measurable: 'Jag har hållit det, och tre personer har ställt en fråga.', relevant: 'Jag vill höras när det gäller.' },
  },
  ...{
    step: 'Ett första utkast i oktober, och tio minuter för arbetslaget i januari.',
    note: 'Första utkastet är klart, och katten har hört det.',
    helped: 'Att öva i en tom sal, och någon som skrattade på rätt ställe.',
  },
  ...{ cohort: 'Våren 2027', second: 'Kvinnor i forskningen', roll },
};

const ES: Typed = {
  mentee: {
    ...{ experience: 'Desde marzo dirijo un equipo de nueve personas en un centro de salud.', employer: 'Centro de Salud El Serbal', title: 'Jefa de equipo' },
    ...{ topics: 'hablar en público\ndelegar', challenges: 'Una charla ante 200 colegas en mayo.', interests: 'Nadar en agua fría y los chistes malos.' },
    ...{ ideal: 'Alguien que también haya pasado nervios.', wishes: 'Mejor que no sea de mi misma empresa.' },
  },
  mentor: {
    ...{ experience: 'Doce años al frente de cuadrillas en un puerto, y otras tantas charlas que salieron mal.', employer: 'Puertos Atlánticos' },
    ...{ title: 'Jefe de operaciones', topics: 'hablar en público\nconversaciones difíciles', challenges: 'Soltar el control, en pequeñas dosis.' },
    ...{ interests: 'Navegar, mal.', ideal: 'Curiosa, y sin miedo a una respuesta directa.', wishes: '' },
  },
  goal: {
    ...{ title: 'Dar una charla ante 200 colegas', specific: 'Veinte minutos en la jornada de mayo, sin guion.' },
    ...{ measurable: 'La he dado, y tres personas me han hecho una pregunta.', relevant: 'Quiero que se me escuche cuando importa.' },
  },
  ...{
    step: 'Un primer borrador en octubre, y diez minutos ante el equipo en enero.',
    note: 'El primer borrador está listo, y el gato ya lo ha oído.',
    helped: 'Ensayar en una sala vacía, y alguien que se rio donde tocaba.',
  },
  ...{ cohort: 'Primavera de 2027', second: 'Mujeres en la investigación', roll },
};

export const TYPED: Readonly<Record<Language, Typed>> = { en: EN, sv: SV, es: ES };
