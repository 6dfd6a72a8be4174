// Names of people who do not exist, in three languages; some are long, as names are.

import type { Language } from '../../bot/texts/language.ts';
import type { Chance } from './chance.ts';

type Names = readonly [string, ...string[]];

const FIRST: Readonly<Record<Language, Names>> = {
  sv: [
    'Alva',
    'Björn',
    'Cilla',
    'Dag',
    'Ebba',
    'Folke',
    'Greta',
    'Håkan',
    'Ingrid',
    'Jörgen',
    'Kajsa',
    'Love',
    'Märta',
    'Nils',
    'Ottilia',
    'Pär',
    'Rut',
    'Sixten',
    'Tyra',
    'Ulf',
    'Viola',
    'Wilma',
    'Ylva',
    'Åke',
    'Åsa',
    'Örjan',
    'Anna-Karin',
    'Karl-Gustaf',
  ],
  es: [
    'Ainhoa',
    'Borja',
    'Candela',
    'Diego',
    'Elvira',
    'Fermín',
    'Guiomar',
    'Hugo',
    'Inés',
    'Joaquín',
    'Laia',
    'Martín',
    'Noelia',
    'Óscar',
    'Paloma',
    'Quique',
    'Rocío',
    'Saúl',
    'Triana',
    'Unai',
    'Vega',
    'Xoán',
    'Yaiza',
    'Zoraida',
    'Begoña',
    'Íñigo',
    'María del Carmen',
    'José Ramón',
  ],
  en: [
    'Abigail',
    'Barnaby',
    'Cressida',
    'Duncan',
    'Eleanor',
    'Finlay',
    'Gwen',
    'Harvey',
    'Imogen',
    'Jasper',
    'Keira',
    'Lachlan',
    'Morag',
    'Nigel',
    'Orla',
    'Percy',
    'Quentin',
    'Rhiannon',
    'Stuart',
    'Tamsin',
    'Ursula',
    'Verity',
    'Winston',
    'Yasmin',
    'Zara',
    'Alistair',
    'Mary-Ellen',
    'Christopher',
  ],
};

const LAST: Readonly<Record<Language, Names>> = {
  sv: [
    'Almgren',
    'Björkegren',
    'Cronqvist',
    'Dahlström',
    'Ekelöf',
    'Forsslund',
    'Grönvall',
    'Hedenskog',
    'Isaksdotter',
    'Järnefors',
    'Källström',
    'Löfvenmark',
    'Månsby',
    'Norrby',
    'Öhrnberg',
    'Palmcrantz',
    'Rosenqvist',
    'Sjövall',
    'Tornérhielm',
    'Wallinder',
    'Ågren',
    'Ängsbacka',
    'Bergenstråhle-Lindencrona',
  ],
  es: [
    'Arriaga Montes',
    'Barrientos Gil',
    'Calatrava Soto',
    'Domenech Prat',
    'Echeverría Luna',
    'Fonseca Rey',
    'Goyeneche Vidal',
    'Hinojosa Cruz',
    'Ibarra Nieto',
    'Jáuregui Sanz',
    'Larrañaga Peña',
    'Monasterio Rius',
    'Núñez de la Torre',
    'Olavarría Pons',
    'Quiroga Abad',
    'Requena Mora',
    'Santacruz Oliva',
    'Taboada Rey',
    'Urrutia Gallo',
    'Valdivieso Paz',
    'Zubizarreta Echevarría y Goicoechea',
  ],
  en: [
    'Ashworth',
    'Blackthorne',
    'Carruthers',
    'Davenport',
    'Ellsworth',
    'Fairweather',
    'Galbraith',
    'Hathersage',
    'Inglethorpe',
    'Jessop',
    'Kilbride',
    'Loxley',
    'MacAllister',
    'Northcott',
    'O’Farrell',
    'Pemberton',
    'Ravenscroft',
    'Standish',
    'Thackeray',
    'Underhill',
    'Wetherby',
    'Yarborough',
    'Featherstonehaugh-Cholmondeley',
  ],
};

/** New people each time: no two are called the same, and nobody's address is another's. */
export function namer(chance: Chance): (language: Language) => { readonly name: string; readonly email: string } {
  const taken = new Set<string>();
  return (language) => {
    for (let round = 1; ; round++) {
      const extra = round > 40 ? ` ${chance.pick(LAST[language]).split(' ')[0] ?? ''}` : '';
      const name = `${chance.pick(FIRST[language])} ${chance.pick(LAST[language])}${extra}`;
      const email = `${addressOf(name)}@example.org`;
      if (taken.has(email)) continue;
      taken.add(email);
      return { name, email };
    }
  };
}

function addressOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
}
