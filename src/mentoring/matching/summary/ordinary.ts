// Words that everyone uses: they say nothing about who somebody is, and nothing about what two people share. They do say
// in which language somebody writes.

import type { Language } from '../../../bot/texts/language.ts';
import { fold } from './words.ts';

const SMALL = `
  a about after again all also always am an and another any are as at away back be because been before being best better between both but by can
  could did do does doing done down during each even ever every few find first for from further get gets getting give gives go going good great had
  has have having he her here him his how i if in into is it its just keep know last less let lets like long lot lots made make makes making many
  may me might more most much my myself need needs never new next no nor not now of off often on once one only or other others our out over own
  part past people perhaps please quite really same say see seen share she should since so some someone something soon still such take than thank
  thanks that the their them then there these they thing things think this those though through time times to today together too took towards two
  under until up us use used using very want wanted was way we well were what when where which while who whom whose why will wish with within
  without would yes yet you your three four five six seven ten don isn ve ll re

  aldrig bo alla allt alltid andra annan annars annat att av bara behov behöver bland blev bli blir blivit bra bara både de dem den denna deras dess
  dessa det detta dig din dina ditt du där därför då efter eftersom egen eget egna ej eller en er era ert ett fick fin flera fler finns fram få får
  fått för före först första från ge ger gick ge genom gjort gärna gå går göra gör ha hade han hans har hel hela helt henne hennes hon honom hos hur
  här i ibland in inga ingen inget innan inom inte ja jag ju kan kanske kom komma kommer kring kunde kunna lite man med mellan men mer mest mig min
  mina mindre mitt mot mycket många måste nej ni nog nu nya nytt något någon några när nära och ofta också olika om oss på redan rätt samma samt se
  sedan ser sig sin sina sitt själv ska skulle som stor stora så sådan säga tack ta tar tid till tills tillsammans tro tror tre två under upp ut
  utan vad var vara varför varit varje vart vem vet vi vid vilja vilka vilken vilket vill ville vår våra vårt väl än ännu är åt över

  a al algo alguien algún alguna algunas algunos allí ante antes aquí así aún aunque bajo bien buena bueno cada casi como cómo con contra cosa cosas
  creo cual cuál cuando cuándo cuanto cuánto dar de debe decir del desde después donde dónde dos durante e el él ella ellas ellos en entre era eran
  eres es esa esas ese eso esos esta está estaba estado están estar estas este esto estos estoy fue gracias gran grande gusta gustaría ha hace hacer
  hacia hago han has hasta hay haya he hemos hoy igual ir jamás juntos la las le les lo los luego más me mejor menos mi mí mis mientras mis mucha
  muchas mucho muchos muy nada nadie ni ningún no nos nosotras nosotros nuestra nuestro nueva nuevas nuevo nuevos nunca o os otra otras otro otros
  para parte pero poco podemos poder podría por porque primer primera puede puedo pues que qué quien quién quiere quiero quizás saber se sé sea según
  ser si sí sido siempre sin sobre sois solo sólo somos son soy su sus también tampoco tan tanto te tener tengo ti tiempo tiene toda todas todavía
  todo todos tres tu tú tus u un una unas uno unos usted va vamos van veces ver vez y ya yo`;

const WORK = `
  able advice ambition ambitions application applications art authority bank book books business career careers cars challenge challenges change changing
  children city client clients coach coaching colleague colleagues college communication communicating community companies company confidence consultant
  conversation cooking course create customer customers data decision decisions department design designer develop developer developers development
  different difficult digital director economy education employer employers engineer engineering engineers english european experience experienced
  experiences expert family feedback field finance find football foundation friend friends future global goal goals government group grow growing
  growth guide guiding health help helped helping helps hiking home hospital idea ideas industry innovation insight institute international interview
  interviews issues job jobs language languages lead leader leaders leadership leading learn learned learning led listen listener listening live
  looking man manage management manager managers managing marketing mentee mentees mentor mentoring mentors month months move music nature network
  networking nordic office open operations organisation organisations organization patient patients person personal plan planning politics position
  practical private process product products profession professional programme programming project projects public question questions reading recruit
  recruiting remote research researcher responsibility role running sales school science sector self senior service services skill skills small social
  society software spanish speaking sport sports staff start started startup step steps strategy strategic student students studied studies study
  studying successful support supported supporting swedish teach teacher teaching team teams tech technical technology test testing topic topics
  training travel travelling understand understanding university value values walking week weeks woman women work worked worker working workplace
  works world write writing year years young
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december

  ab ansvar ansvarig arbeta arbetar arbetat arbete arbetet arbetsliv arbetsplats avdelning barn bank beslut bolag bransch branschen byta böcker chef
  chefer chefskap data digital engelska erfarenhet erfarenheter familj familjen fotboll framtid företag företagande företaget förstå förståelse
  förvaltning förändring förändringar grupp grupper handel handla hitta hjälp hjälpa hjälper hjälpte hälsa idé idéer ingenjör inspiration institut
  intervju intervjuer intresse intressen intresserad jobb jobba jobbar jobbat jobbet karriär karriären klara kollega kollegor kommun kommunikation
  kompetens konsult kultur kund kunder kunskap kvinnor kyrka kännas känner land laget leda ledare ledarskap leder ledning ledningsgrupp lett liv livet
  lyssna lyssnar lära lärare läsa lärt löpning mat matlagning marknad marknadsföring medarbetare mentor mentorer mentorskap musik myndighet mål natur
  nystartat nätverk offentlig offentliga organisation personal personer personlig planera planering produkt program programmering projekt projektledare
  projektledning promenader region resa resor roll råd samarbete samhälle samtal sektor sektorn sjukhus skogen skola skriva små sommaren spanska
  spelar sport stad start startade steg strategi student studenter studier stöd stötta svenska svår svåra säker sälja söka team teknik tekniska trivs
  tycker tänka träffa träna träning universitet utbildning utmaning utmaningar utveckla utvecklare utvecklas utveckling vardag verksamhet vuxna vård
  värld vägen vägleda vän vänner yrke yrket yrkesliv åren år året öppen

  abierta abierto amigos ámbito administración años año apoyar apoyo aprender aprendido asociación avanzar ayuda ayudado ayudar ayuntamiento banco
  buscar busco calidad cambiar cambio camino candidatura carrera ciencia ciudad clientes cocina cocinar colaborar comercial compañeros compañía
  compartir comunicación conocer conocimiento consejo consejos conseguir crear crecer cultura curso datos decisión decisiones deporte derecho
  desarrollador desarrolladora desarrollar desarrollo dirección director directora dirigido dirigir diseñadora diseño distintos economía educación
  empezar empleo emprender empresa empresas encontrar encuentro enseñanza enseñar entender entrevista entrevistas equipo equipos escribir escucha
  escuchar escuela español experiencia experiencias familia fútbol finanzas forma formación futuro gente gestión gestionar grupo guiar habilidades
  hablar hospital ideas idioma inglés ingeniera ingeniería ingeniero innovación instituto interés intereses internacional investigación jóvenes joven
  laboral leer liderar liderazgo libros lugar llevar llevo manera mejorar mentor mentora mentores mentoría mercado metas meses miedo montaña mujeres
  mundo música naturaleza negocio negocios objetivo objetivos oficina organización orientar paciencia países pasear persona personal personas plan
  planificación práctica preparar problemas procesos producto profesional profesión profesor profesora programa programación proyecto proyectos
  pública público puesto reto retos recursos red región responsable resolver salud sector seguir semana senderismo servicio servicios sociedad sueco
  tecnología temas tomar trabajado trabajando trabajar trabajo trabajé trayectoria universidad ventas viajar viajes vida vivir

  arabic danish dutch finnish french german greek italian norwegian polish portuguese ukrainian europe sweden spain sverige españa europa

  hr it ux ui cv ai eu phd mba vd ceo cto cfo coo smart pr kpi rrhh ok seo crm erp sl sa ltd inc plc gmbh co`;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(fold));
}

/** The joints of language: no topic is in them. */
const JOINTS = words(SMALL);
const ALL = words(SMALL + WORK);

/** Expects a folded word. */
export function isOrdinary(word: string): boolean {
  return ALL.has(word);
}

/** Expects a folded word. */
export function isJoint(word: string): boolean {
  return JOINTS.has(word);
}

/** In the order of the paragraphs above. */
const PARAGRAPHS = ['en', 'sv', 'es'] as const satisfies readonly Language[];
const SPOKEN = PARAGRAPHS.map((_, at) => words([SMALL, WORK].map((list) => list.split(/\n\s*\n/)[at]).join(' ')));

/** The languages in which a folded word is an ordinary one. */
export function languagesOf(word: string): readonly Language[] {
  return PARAGRAPHS.filter((_, at) => SPOKEN[at]?.has(word));
}
