// What nobody is matched by: sex, orientation, origin, faith, age, health, family. Words for it are left out of every
// comparison of texts. A special wish about such a thing is read by a person (S4.19).

import type { Topic } from '../../topics/index.ts';
import { fold } from '../summary/words.ts';

const TRAITS = `
  woman women female females lady ladies girl girls man men male males guy guys boy boys gender genders sex nonbinary feminine masculine
  gay gays lesbian lesbians bisexual homosexual heterosexual straight queer trans transgender transsexual lgbt lgbtq lgbtqi lgbtqia pronouns
  race racial ethnic ethnicity black white brown latino latina latinx hispanic asian african arab arabs roma romani indigenous immigrant immigrants
  migrant migrants refugee refugees foreigner foreigners native nationality skin
  religion religious faith christian christians muslim muslims islam islamic jew jews jewish judaism hindu hindus buddhist buddhists catholic catholics
  protestant atheist atheists church mosque synagogue
  age aged young younger youngest old older oldest elderly disability disabilities disabled autism autistic adhd dyslexia dyslexic
  deaf blind wheelchair illness chronic pregnant pregnancy married unmarried single divorced mother mothers mum mom father fathers dad parent parents
  parental maternity paternity

  kvinna kvinnan kvinnor kvinnorna kvinnlig kvinnliga tjej tjejer flicka flickor dam damer män männen manlig manliga kille killar pojke pojkar kön könet
  genus ickebinär homosexuell homosexuella bisexuell bög lesbisk lesbiska hbtq hbtqi hbtqia transperson transpersoner pronomen
  ras etnicitet etnisk etniska svart svarta vit vita hudfärg mörkhyad latinamerikan asiat asiatisk afrikan afrikansk arabisk rom romer same samer samisk
  invandrare invandrad utrikesfödd utlänning flykting flyktingar ursprung nationalitet
  religion religiös religiösa tro kristen kristna muslim muslimer muslimsk jude judar judisk judiska hindu buddhist katolik katolsk ateist kyrka kyrkan
  moské synagoga
  ålder åldern ung unga yngre gammal gamla äldre funktionsnedsättning funktionshinder funktionsvariation autistisk dyslexi döv blind rullstol sjukdom
  kronisk gravid graviditet gift ogift singel skild mamma mammor mor pappa pappor far förälder föräldrar föräldraledig föräldraledighet

  mujer mujeres hombre hombres femenino femenina masculino masculina varón varones chica chicas chico chicos niña niño señora señor género sexo
  binarie lesbiana lesbianas homosexuales heterosexual transexual transgénero lgtb lgtbi lgtbiq pronombres
  raza racial étnico étnica etnia negro negra blanco blanca moreno latinas latinos hispano hispana asiático asiática africano africana árabe árabes
  gitano gitana indígena inmigrante inmigrantes migrante migrantes refugiado refugiada extranjero extranjera nacionalidad piel
  religión religioso religiosa fe cristiano cristiana musulmán musulmana judío judía hindú budista católico católica protestante ateo atea iglesia
  mezquita sinagoga
  edad jóvenes joven viejo vieja mayores anciano anciana discapacidad discapacitado discapacitada autismo autista dislexia sordo sorda ciego ciega
  enfermedad crónica embarazada embarazo casado casada soltero soltera divorciado divorciada madre madres padre padres maternidad paternidad`;

const FOLDED: ReadonlySet<string> = new Set(TRAITS.split(/\s+/).filter(Boolean).map(fold));

/** Expects a folded word. */
export function isTrait(word: string): boolean {
  return FOLDED.has(word);
}

/** Topics that tell what somebody is, where they were only read between the lines. Who confirms one wants to talk of it. */
const PERSONAL: ReadonlySet<Topic> = new Set<Topic>([
  ...(['parenthood', 'health', 'burnout', 'returning-to-work', 'late-career'] as const),
  ...(['new-country', 'foreign-degree', 'gender-equality', 'generations', 'accessibility'] as const),
]);

export function isPersonal(topic: Topic): boolean {
  return PERSONAL.has(topic);
}
