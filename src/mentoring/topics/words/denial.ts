// How people say that something is not meant, written without accents.

import type { Language } from '../../../bot/texts/language.ts';

interface Denial {
  /** What follows is not wanted, as far as the sentence goes. */
  readonly denies: string;
  /** The next word is not meant. */
  readonly nots: string;
  /** They hold a no, and speak of something that is hard: just what people come for. */
  readonly lacks: string;
  /** A new thought begins. */
  readonly anew: string;
  readonly joins: string;
}

export const DENIAL: Readonly<Record<Language, Denial>> = {
  en: {
    denies: `not interested, no interest in, not looking for, don't want, do not want, dont want, not want, don't need, do not need, dont need, no need, rather not,
      not about, nothing about, nothing to do with, anything but, everything but, everything except, except, not keen on, don't care about, not care about,
      instead of, rather than, please no`,
    nots: 'not, no, neither, nor, non',
    lacks: `not only, not just, not sure, not know, not good, not very good, not so good, not confident, not able, can not, could not, do not, does not, did not, have not,
      has not, am not able, not enough, not yet, not dare, not used, not easy, no experience, no idea, no clue, no one, not be able, not be afraid, not feel, not understand`,
    anew: `but, rather, instead, however, only, i, i'm, i'd, want, would`,
    joins: 'or, and, nor',
  },
  sv: {
    denies: `inte intresserad, ointresserad av, vill inte, inte vill, vill jag inte, behover inte, inte behover, behover jag inte, soker inte, inte soker, inte ute efter,
      letar inte efter, inte om, inget om, ingenting om, slipper, slippa, helst inte, allt utom, utom, inget intresse, intresserar mig inte, bryr mig inte om, istallet for,
      i stallet for, onskar inte`,
    nots: 'inte, ej, icke, ingen, inget, inga, varken',
    lacks: `inte bara, inte bra, inte saker, vet inte, inte vet, kan inte, inte kan, vagar inte, inte vagar, hinner inte, inte hinner, orkar inte, inte orkar, klarar inte,
      forstar inte, inte forstar, har inte, inte har, inte tillrackligt, inte trygg, inte van, inte nog, inte latt, inte varit, far inte, inte far, nar inte, inte nar,
      ingen aning, ingen erfarenhet, ingen som, inte lata, inte fastna, inte duger, inte klarar`,
    anew: 'men, utan, hellre, istallet, daremot, jag, bara, vill, snarare',
    joins: 'eller, och',
  },
  es: {
    denies: `no me interesa, no me interesan, no estoy interesada, no estoy interesado, no interesada, no interesado, no quiero, no necesito, no busco, no deseo,
      no tengo interes, sin interes, nada de, nada sobre, nada que ver con, excepto, salvo, todo menos, en lugar de, en vez de, no sobre, no hablar de, prefiero no`,
    nots: 'no, ni, tampoco, ningun, ninguna',
    lacks: `no solo, no se, no puedo, no tengo, no consigo, no soy, no estoy, no me atrevo, no me siento, no logro, no encuentro, no entiendo, no saber, no llego, no paro,
      no conozco, no encajo, no poder, no muy, no es facil, que no, no duermo, no perder, no tener, no ser, no hay`,
    anew: 'pero, sino, quiero, prefiero, busco, solo, me, yo, necesito',
    joins: 'o, u, y, e, ni',
  },
};
